// Measures every action over 10,000 rows: its longest task, the time to the next frame, and the time until it is done.
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { openSite } from "../../test/browser/site.ts";
import { startTracedBrowser, type TraceEvent } from "./browser.ts";
import { partNames } from "./page/parts.ts";
import { categories, type MeasuredAction, readActions } from "./tasks.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "5" },
    /** Only these parts of the work, separated by commas. */
    only: { type: "string" },
    /** Saves the last traces with a profile in this folder, for the performance panel of the browser. Slows everything down. */
    trace: { type: "string" },
    /** Names in the profile as they are in the source. */
    readable: { type: "boolean", default: false },
  },
});

/** Milliseconds from which a task counts as long: https://w3c.github.io/longtasks */
const long = 50;
const folder = join(import.meta.dirname, "../../tmp/actions");

await build({
  root: join(import.meta.dirname, "page"),
  base: "./",
  configFile: false,
  logLevel: "error",
  plugins: [react()],
  build: { outDir: folder, emptyOutDir: true, chunkSizeWarningLimit: 1000, minify: !values.readable },
});
const parts = partNames.filter((part) => !values.only || values.only.split(",").includes(part));
const browser = await startTracedBrowser();
const rounds: MeasuredAction[][] = [];
try {
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measureRound());
} finally {
  // A part that fails would otherwise leave its browser running.
  await browser.close();
}
print();

async function measureRound(): Promise<MeasuredAction[]> {
  const measured: MeasuredAction[] = [];
  for (const part of parts) {
    const site = await openSite({ folder });
    const profile = values.trace ? ["disabled-by-default-v8.cpu_profiler", "devtools.timeline"] : [];
    const events = await browser.trace(`${site.url}/index.html?part=${part}`, [...categories, ...profile]);
    await site.close();
    if (values.trace) await save(join(values.trace, `${part}.json`), events);
    measured.push(...readActions(events));
  }
  return measured;
}

async function save(path: string, traceEvents: readonly TraceEvent[]): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, JSON.stringify({ traceEvents }));
}

function print(): void {
  const [load = 0] = loadavg();
  console.log(
    `10,000 rows on a plain page, ${rounds.length} rounds, medians in milliseconds. Load of the machine: ${load.toFixed(1)} on`,
  );
  console.log(
    `${availableParallelism()} processors. "work" is processor time, which other work on the machine lengthens little.\n`,
  );
  console.log(`${"".padEnd(30)}longest task, work (most)   longest task   next frame     done`);
  for (const [index, { name }] of (rounds[0] ?? []).entries()) {
    const all = rounds.flatMap((round) => round[index] ?? []);
    const work = median(all.map(({ longest }) => longest));
    const most = Math.max(...all.map(({ longest }) => longest));
    const cells = [
      `${work.toFixed(0)} (${most.toFixed(0)})`.padStart(25),
      median(all.map(({ longestWall }) => longestWall))
        .toFixed(0)
        .padStart(15),
      median(all.map(({ paint }) => paint))
        .toFixed(0)
        .padStart(13),
      median(all.map(({ done }) => done))
        .toFixed(0)
        .padStart(9),
    ];
    console.log(`${name.padEnd(30)}${cells.join("")}${work > long ? `   over ${long}` : ""}`);
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
