// Measures how long the page is unresponsive: the longest main thread task while 10,000 rows are read, sent and shown.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright";
import buildDemo from "../test/browser/build-demo.ts";
import { cardOn, sampleNamed } from "../test/browser/card.ts";
import { launchChromium, openPage } from "../test/browser/chromium.ts";
import { openSite } from "../test/browser/site.ts";
import { choose, click, toElement } from "./widget/drive.ts";
import { record } from "./widget/recorder.ts";

const { values } = parseArgs({
  options: { throttle: { type: "string", default: "1,4" }, rounds: { type: "string", default: "3" } },
});

interface Phase {
  readonly name: string;
  /** Milliseconds. */
  readonly longest: number;
  readonly wall: number;
}

const folder = join(import.meta.dirname, "../tmp");

await buildDemo();
const file = await saveFile();
const site = await openSite();
const browser = await launchChromium();
const [load = 0] = loadavg();
console.log("10,000 rows in the built demo; the longest task is the worst of all rounds.");
console.log(`Load of the machine before: ${load.toFixed(1)} on ${availableParallelism()} cores.\n`);
for (const throttle of values.throttle.split(",").map(Number)) {
  const rounds: Phase[][] = [];
  for (let round = 0; round < Number(values.rounds); round += 1) rounds.push(await measure(throttle));
  print(throttle, rounds);
}
await browser.close();
await site.close();

// On disk, as a file that a person chooses: the bytes of a buffer would be carried into the page by the driver first.
async function saveFile(): Promise<string> {
  const { name, buffer } = sampleNamed("full-export.csv");
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  await writeFile(path, buffer);
  return path;
}

async function measure(throttle: number): Promise<Phase[]> {
  const { page } = await openPage(browser, site.cardUrl, {}, (opened) => opened.addInitScript(record));
  const card = cardOn(page);
  await card.savedSources.waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: throttle });
  const reading = await trace(page, "drop to preview", () =>
    choose(page, 'input[type="file"]', file, hasHeading("preview")),
  );
  await card.root
    .getByText(/of 10,000/)
    .first()
    .waitFor();
  const importing = await trace(page, "start to result", () =>
    click(page, toElement("btn:^Start import"), `() => ${hasHeading("import result")}`),
  );
  await page.context().close();
  return [reading, importing];
}

// An expression for the page.
function hasHeading(words: string): string {
  return `[...document.querySelectorAll("h2, h3, h4")].some((one) => /${words}/i.test(one.textContent))`;
}

async function trace(page: Page, name: string, work: () => Promise<number>): Promise<Phase> {
  const path = join(folder, "trace.json");
  await browser.startTracing(page, {
    path,
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  const wall = await work();
  await browser.stopTracing();
  return { name, wall, longest: longestTask(JSON.parse(await readFile(path, "utf8"))) };
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string };
}

// The main thread of a renderer is called CrRendererMain. Only our page is open, so only ours has long tasks.
function longestTask({ traceEvents }: { traceEvents: readonly TraceEvent[] }): number {
  const mains = new Set(traceEvents.filter(({ args }) => args?.name === "CrRendererMain").map(toThread));
  const tasks = traceEvents.filter((event) => event.name === "RunTask" && mains.has(toThread(event)));
  return tasks.reduce((longest, { dur = 0 }) => Math.max(longest, dur / 1000), 0);
}

function toThread({ pid, tid }: TraceEvent): string {
  return `${pid}:${tid}`;
}

function print(throttle: number, rounds: readonly Phase[][]): void {
  console.log(`CPU ${throttle === 1 ? "as it is" : `slowed ${throttle} times`}`);
  for (const [index, { name }] of (rounds[0] ?? []).entries()) {
    const phases = rounds.flatMap((round) => round[index] ?? []);
    const longest = Math.max(...phases.map((phase) => phase.longest));
    const wall = Math.min(...phases.map((phase) => phase.wall));
    console.log(`  ${name}: longest task ${longest.toFixed(0)} ms, whole ${wall.toFixed(0)} ms`);
  }
}
