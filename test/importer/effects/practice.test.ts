// The review to practise with: who gets it, and where nothing is practised.
import { afterEach, beforeEach, expect, test, vi } from "vitest";

type Navigator = { connection?: { saveData: boolean }; getBattery?: () => Promise<unknown> };

const idle = (callback: () => void) => void setTimeout(callback);
const battery = (charging: boolean, level: number): Navigator => ({ getBattery: async () => ({ charging, level }) });

let taken: typeof import("../../../src/importer/effects/practice.ts");

beforeEach(async () => {
  // What was taken is remembered for the page.
  vi.resetModules();
  taken = await import("../../../src/importer/effects/practice.ts");
});

afterEach(() => vi.unstubAllGlobals());

function onPage(navigator: Navigator, { tellsIdle = true } = {}) {
  vi.stubGlobal("navigator", navigator);
  vi.stubGlobal("requestIdleCallback", tellsIdle ? idle : undefined);
}

const take = (signal = new AbortController().signal) => taken.takePracticeReview(signal);

test.for<[string, () => void]>([
  ["on a page that tells nothing about power", () => onPage({})],
  ["where data need not be saved", () => onPage({ connection: { saveData: false } })],
  ["on a full battery", () => onPage(battery(false, 0.8))],
  ["on a low battery that is charged", () => onPage(battery(true, 0.1))],
  ["where the page may not ask for the battery", () => onPage({ getBattery: async () => Promise.reject(new Error()) })],
])("the first call gets it %s, and no later one", async ([, open]) => {
  open();
  const review = await take();
  expect(review?.rows).toHaveLength(60);
  expect(review?.rows.filter(({ user }) => user === null)).toHaveLength(2);
  expect(await take()).toBeNull();
});

test.for<[string, () => void]>([
  ["where the browser does not tell when it is idle", () => onPage({}, { tellsIdle: false })],
  ["where data is to be saved", () => onPage({ connection: { saveData: true } })],
  ["on a low battery", () => onPage(battery(false, 0.2))],
])("nothing is practised %s", async ([, open]) => {
  open();
  expect(await take()).toBeNull();
});

test("a view that has gone before the browser was idle leaves it to the next one", async () => {
  onPage({});
  const abort = new AbortController();
  const gone = take(abort.signal);
  abort.abort();
  expect(await gone).toBeNull();
  expect(await take()).not.toBeNull();
});
