// Prints the runs as a table, with ratios to the first widget of the same round.
import type { MeasuredRun } from "./drive.ts";
import type { Entrant } from "./entrants.ts";

/** Prints median and spread for every widget. */
export function print(
  rows: number,
  runs: ReadonlyMap<Entrant, readonly MeasuredRun[]>,
  heaps: ReadonlyMap<Entrant, number>,
): void {
  const [base = []] = [...runs.values()];
  console.log(
    `\n${rows} rows, ${base.length} rounds. From the choice of the file until all rows are checked and shown; the ratio is the median over the rounds.\n`,
  );
  console.log(
    "| | median ms | fastest to slowest | ratio | spread of the ratio | main thread work, ratio | work until the page rests, ms and ratio | longest task over 50 ms | heap in use, MB |",
  );
  console.log("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
  for (const [entrant, own] of runs) {
    const waits = own.map(({ wait }) => wait);
    const ratios = waits.map((wait, round) => wait / (base[round]?.wait ?? wait));
    const works = own.map(({ work }, round) => work / (base[round]?.work ?? work));
    const rests = own.map(({ workUntilRest }) => workUntilRest);
    const restRatios = rests.map((rest, round) => rest / (base[round]?.workUntilRest ?? rest));
    const longest = Math.max(...own.map((run) => run.longest));
    const cells = [
      entrant.label,
      median(waits).toFixed(0),
      `${Math.min(...waits).toFixed(0)} to ${Math.max(...waits).toFixed(0)}`,
      median(ratios).toFixed(2),
      `${quantile(ratios, 0.25).toFixed(2)} to ${quantile(ratios, 0.75).toFixed(2)}`,
      median(works).toFixed(2),
      `${median(rests).toFixed(0)}, ${median(restRatios).toFixed(2)}`,
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
