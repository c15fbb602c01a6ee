// Saved sources in words: a table of them, one of them, and what deleting it removes.
import type { Rollback, Source } from "../../contract/source.ts";
import { rowStatuses } from "../../contract/status.ts";
import type { UndoneCounts } from "../../sync/checkpoint/checkpoint.ts";
import { count, plural } from "../terminal/numbers.ts";
import { printable } from "../terminal/printable.ts";

const statuses = [...rowStatuses].reverse();

/** A header and one line per source. */
export function sourceTable(sources: readonly Source[]): string[] {
  if (sources.length === 0) return ["No saved sources."];
  const header = ["Id", "Created", "Users", ...statuses, "Name"];
  const lines = sources.map(({ id, createdAt, name, counters }) => {
    const counts = [counters?.total, ...statuses.map((status) => counters?.[status])].map((number) =>
      String(number ?? "?"),
    );
    return [id, createdAt, ...counts, name].map(printable);
  });
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => line[column]?.length ?? 0)));
  return [header, ...lines].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** One source. */
export function sourceText({ id, name, createdAt, counters, reactivated }: Source): string[] {
  const counts = counters
    ? `${plural(counters.total, "user")}: ${statuses.map((status) => `${count(counters[status])} ${status}`).join(", ")}`
    : "The server keeps no counters.";
  const again = reactivated === null ? "" : `, ${reactivated} of them reactivated`;
  return [printable(`Source ${id} "${name}", ${createdAt}`), counts.replace(/ already_connected/, `$&${again}`)];
}

/** What deleting removes: by the server's dry run, else by the source's own counters. */
export function rollbackText({ counters }: Source, preview: Rollback | null): string {
  if (preview && preview.removed !== null) return `Deleting it removes ${removalText(preview)}`;
  if (!counters) return "Deleting it removes the connections that it created; the server does not say how many.";
  return `Deleting it removes the connections that it created, at most ${count(counters.imported)}.`;
}

/** How many connections go, which did before, and which stay. */
export function removalText({ removed, alreadyGone, reactivatedKept }: UndoneCounts): string {
  const gone = alreadyGone ? ` Gone already: ${count(alreadyGone)}.` : "";
  const kept = reactivatedKept ? ` Reactivated, and staying so: ${count(reactivatedKept)}.` : "";
  return `${plural(removed ?? 0, "connection")}.${gone}${kept}`;
}
