// Measures one import in a fresh page: the wait until every row is checked, and the memory that stays in use.
import type { Browser, CDPSession, Page } from "playwright";
import { openPage } from "../../test/browser/chromium.ts";
import type { Entrant, Step } from "./entrants.ts";
import { record } from "./recorder.ts";

/** The measurements of one import. */
export interface MeasuredRun {
  /** Milliseconds from the choice of the file until all rows are checked, without the time between two screens. */
  readonly wait: number;
  /** Milliseconds of main thread work in that time, which other work on the machine does not lengthen. */
  readonly work: number;
  /** The same until the page rests: what was only put off until after the first rows counts here, too. */
  readonly workUntilRest: number;
  /** The longest task until the page rests, in milliseconds; 0 if no task took more than 50. */
  readonly longest: number;
}

/** Runs all steps of a page. */
export async function drive(browser: Browser, origin: string, entrant: Entrant, file: string): Promise<MeasuredRun> {
  const page = await open(browser, origin, entrant);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await workedFor(session);
  const waits: number[] = [];
  for (const step of stepsOf(entrant)) waits.push(await take(page, entrant, step, file));
  const work = (await workedFor(session)) - before;
  const workUntilRest = (await workUntilPageRests(page, session)) - before;
  const longTasks = await page.evaluate(() => window.__bench.longTasks);
  await page.context().close();
  return {
    wait: waits.reduce((sum, wait) => sum + wait, 0),
    work,
    workUntilRest,
    longest: Math.max(0, ...longTasks.map(([, duration]) => duration)),
  };
}

/** Measures the megabytes left on the heap after garbage collection, in a separate run: collections distort the times. */
export async function measureHeap(browser: Browser, origin: string, entrant: Entrant, file: string): Promise<number> {
  const page = await open(browser, origin, entrant);
  const session = await page.context().newCDPSession(page);
  const before = await usedHeap(session);
  for (const step of stepsOf(entrant)) await take(page, entrant, step, file);
  // The card lets repeated texts share their memory in idle moments.
  await page.waitForTimeout(4000);
  const used = (await usedHeap(session)) - before;
  await page.context().close();
  return used / 1e6;
}

// Steps after the table are not measured. Without a table, the widget hands over its rows in the last step.
function stepsOf({ steps }: Entrant): readonly Step[] {
  const table = steps.findIndex((step) => step.table);
  return table < 0 ? steps : steps.slice(0, table + 1);
}

async function open(browser: Browser, origin: string, { path, ready }: Entrant): Promise<Page> {
  const { page } = await openPage(browser, origin + path, {}, (opened) => opened.addInitScript(record));
  await page.waitForFunction(ready);
  // A user takes at least a second to find a file.
  await page.waitForTimeout(1000);
  await page.evaluate(() => window.__bench.longTasks.splice(0));
  return page;
}

async function take(page: Page, { fileInput }: Entrant, step: Step, file: string): Promise<number> {
  const isShown = step.done ? "() => __bench.doneAt !== null" : `(${step.shown})`;
  if (step.file) return choose(page, fileInput, file, `${isShown}()`);
  if (step.before) await page.evaluate(step.before);
  const button = toElement(step.click ?? "");
  await page.waitForFunction(button);
  return click(page, button, isShown, step.done ? "__bench.doneAt" : "at");
}

/** Milliseconds by the clock of the page, from the choice of a file until the expression is true. */
export async function choose(page: Page, fileInput: string, file: string, isShown: string): Promise<number> {
  const shown = page.evaluate<number>(
    `__bench.shown(() => __bench.chosenAt !== null && ${isShown}).then((at) => at - __bench.chosenAt)`,
  );
  await page.setInputFiles(fileInput, file);
  return shown;
}

/** Milliseconds by the clock of the page, from the click of a button until the function returns true. */
export function click(page: Page, button: string, isShown: string, end = "at"): Promise<number> {
  return page.evaluate<number>(
    `(async () => { const from = performance.now(); ${button}.click(); const at = await __bench.shown(${isShown}); return ${end} - from; })()`,
  );
}

/** An expression for the element that a step clicks. */
export function toElement(click: string): string {
  const wanted = JSON.stringify(click.slice(4));
  if (click.startsWith("sel:")) return `document.querySelector(${wanted})`;
  const buttons = "[...document.querySelectorAll('button,[role=button]')]";
  return `${buttons}.find((one) => new RegExp(${wanted}).test(one.textContent.trim()) && !one.disabled && one.ariaDisabled !== "true")`;
}

// A page rests when half a second brings next to no work; the question itself takes some.
const restLength = 500;
const maxWorkAtRest = 2;

/** The work done once the page rests; after ten seconds, whatever it has done by then. */
async function workUntilPageRests(page: Page, session: CDPSession): Promise<number> {
  let worked = await workedFor(session);
  for (let look = 0; look < 20; look += 1) {
    await page.waitForTimeout(restLength);
    const now = await workedFor(session);
    if (now - worked < maxWorkAtRest) return now;
    worked = now;
  }
  return worked;
}

async function workedFor(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}

async function usedHeap(session: CDPSession): Promise<number> {
  // The second collection frees what became unreachable in the first.
  for (let round = 0; round < 2; round += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}
