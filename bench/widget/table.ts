// The runs as a table, with ratios to the first entrant within the same round.
import type { Run } from "./drive.ts";
import type { Entrant } from "./entrants.ts";

/** Prints medians and spread of every entrant. */
export function print(
  rows: number,
  runs: ReadonlyMap<Entrant, readonly Run[]>,
  heaps: ReadonlyMap<Entrant, number>,
): void {
  const [base = []] = [...runs.values()];
  console.log(
    `\n${rows} rows, ${base.length} rounds. File chosen to all rows judged and shown; the ratio is the median of the rounds' ratios.\n`,
  );
  console.log(
    "| | median ms | fastest to slowest | ratio | spread of the ratio | work of the main thread, ratio | longest task over 50 ms | heap kept, MB |",
  );
  console.log("|---|---:|---:|---:|---:|---:|---:|---:|");
  for (const [entrant, own] of runs) {
    const waits = own.map(({ wait }) => wait);
    const ratios = waits.map((wait, round) => wait / (base[round]?.wait ?? wait));
    const works = own.map(({ work }, round) => work / (base[round]?.work ?? work));
    const longest = Math.max(...own.map((run) => run.longest));
    const cells = [
      entrant.label,
      median(waits).toFixed(0),
      `${Math.min(...waits).toFixed(0)} to ${Math.max(...waits).toFixed(0)}`,
      median(ratios).toFixed(2),
      `${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)}`,
      median(works).toFixed(2),
      longest > 0 ? `${longest.toFixed(0)} ms` : "none",
      heaps.get(entrant)?.toFixed(1) ?? "",
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
