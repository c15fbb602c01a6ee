// A conformance report for people: a line per rule as it is decided, and what it comes to.
import type { Level } from "../../conformance/check.ts";
import type { Finding, Report, Tally } from "../../conformance/report.ts";
import type { Paint } from "../terminal/colour.ts";
import { printable } from "../terminal/printable.ts";

const headings: Readonly<Record<Level, string>> = {
  core: "Core: what the guides say",
  extended: "Extended: the decisions beyond them",
};

/** The heading of a level. */
export function toHeading(level: Level, paint: Paint): string {
  return `\n${paint("bold", headings[level])}\n`;
}

/** One rule: its verdict, and for all but a kept one the reason. */
export function toLines(finding: Finding, paint: Paint): string {
  const { id, level, rule, title } = finding;
  const about =
    level === "core" ? `${title} ${paint("faint", `[${id}]`)}` : `${rule} ${title} ${paint("faint", `[${id}]`)}`;
  const indent = `\n${" ".repeat(15)}`;
  switch (finding.verdict) {
    case "kept":
      return `  ${paint("green", "kept")}         ${about}`;
    case "not_checked":
      return `  ${paint("yellow", "not checked")}  ${about}${indent}${printable(finding.reason)}`;
    case "broken": {
      const sentence = level === "core" ? `${indent}guide:    ${rule}` : "";
      const sides = `${indent}expected: ${printable(finding.expected)}${indent}came:     ${printable(finding.came)}`;
      return `  ${paint("red", "BROKEN")}       ${about}${sentence}${sides}`;
    }
  }
}

/** What the report comes to. */
export function toSummary(report: Report, paint: Paint): string {
  const { core, extended, leftovers, extensions, interrupted } = report;
  const beyond = extensions.length > 0 ? extensions.map(printable).join(", ") : "nothing";
  const sums = [`Core:     ${toCounts(core)}`, ...(sum(extended) > 0 ? [`Extended: ${toCounts(extended)}`] : [])];
  const rest = leftovers.length > 0 ? toLeftovers(leftovers, paint) : "Everything it created was rolled back.";
  const end = interrupted ? `\n${paint("yellow", "Interrupted: the rest was not checked.")}` : "";
  return `\nThe server lists ${beyond} beyond the guides.\n${sums.join("\n")}\n${rest}${end}`;
}

function toCounts({ kept, broken, not_checked: unchecked }: Tally): string {
  return `${kept} kept, ${broken} broken, ${unchecked} not checked`;
}

function sum({ kept, broken, not_checked: unchecked }: Tally): number {
  return kept + broken + unchecked;
}

function toLeftovers(leftovers: readonly string[], paint: Paint): string {
  return `${paint("red", "Left behind, delete them by hand:")}\n${leftovers.map((id) => `  ${printable(id)}`).join("\n")}`;
}
