// Prints the results: a table by category, and the differences of the failing files.
import type { Verdict } from "./judge.ts";

export interface Judged {
  readonly reader: string;
  readonly verdicts: readonly Verdict[];
}

export function table(all: readonly Judged[]): string {
  const categories = [...new Set(all[0]?.verdicts.map((verdict) => verdict.case.category))];
  const head = ["category", "files", ...all.map(({ reader }) => reader)];
  const rows = categories.map((category) => {
    const own = all.map(({ verdicts }) => verdicts.filter((verdict) => verdict.case.category === category));
    return [category, String(own[0]?.length ?? 0), ...own.map(cell)];
  });
  const totals = ["all", String(all[0]?.verdicts.length ?? 0), ...all.map(({ verdicts }) => cell(verdicts))];
  return aligned([head, ...rows, totals]);
}

/** Files wholly right; columns found of those there are; columns taken for what they are not. */
function cell(verdicts: readonly Verdict[]): string {
  const right = verdicts.filter(({ faults }) => faults.length === 0).length;
  const wanted = sum(verdicts, "wanted");
  const columns = wanted === 0 ? "" : ` ${sum(verdicts, "found")}/${wanted} -${sum(verdicts, "wrong")}`;
  return `${right}${columns}`;
}

function sum(verdicts: readonly Verdict[], key: "wanted" | "found" | "wrong"): number {
  return verdicts.reduce((total, verdict) => total + verdict[key], 0);
}

function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [lines[0], rule, ...lines.slice(1)].join("\n");
}

export function failures(verdicts: readonly Verdict[], details: boolean): string {
  const failing = verdicts.filter(({ faults }) => faults.length > 0);
  return failing
    .map(
      ({ case: one, faults }) =>
        `${one.category} / ${one.name}${details ? faults.map((fault) => `\n    ${fault}`).join("") : ""}`,
    )
    .join("\n");
}
