// Nothing leaks out of the card: not when it is used, not when it is taken away in the middle, not after forty times.
import type { Page } from "playwright";
import { afterAll, expect } from "vitest";
import type { ImportExistingUsersProps } from "../../src/index.ts";
import { bareFolder } from "./bare/build.ts";
import type { BarePage } from "./bare/main.tsx";
import { countListeners, readTraces } from "./bare/traces.ts";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { openPage, type WatchedPage } from "./chromium.ts";
import { test } from "./fixture.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let quickSite: Site;
let watched: WatchedPage;

test.beforeAll(async ({ browser }) => {
  [site, quickSite] = await Promise.all([
    openSite({ folder: bareFolder("development") }),
    openSite({ folder: bareFolder("production") }),
  ]);
  watched = await openPage(browser, site.url, {}, withTraces);
});

afterAll(async () => {
  await watched.page.context().close();
  await Promise.all([site.close(), quickSite.close()]);
});

declare const bare: BarePage;

const guide = sampleNamed("guide-example.csv");

const withTraces = (page: Page) => page.addInitScript(countListeners);

function show(page: Page, props: Partial<ImportExistingUsersProps> = {}, name = "card"): Promise<void> {
  return page.evaluate(([key, given]) => bare.show(key, { appId: "app_demo", ...given } as ImportExistingUsersProps), [
    name,
    props,
  ] as const);
}

function remove(page: Page, name = "card"): Promise<void> {
  return page.evaluate((key) => bare.remove(key), name);
}

async function importFile(card: Card): Promise<void> {
  await card.review(guide);
  await card.start.click();
  await card.resultHeading.waitFor();
}

interface Phase {
  readonly name: string;
  /** Leads to the phase; what is held back stays so until the page closes. */
  readonly reach: (page: Page, card: Card) => Promise<unknown>;
  /** The request that is under way then. */
  readonly running?: string;
}

const hold = (page: Page, method: string) =>
  page.route(/\/api\//, (route) => (route.request().method() === method ? undefined : route.fallback()));

const phases: readonly Phase[] = [
  { name: "loading the saved sources", running: "GET", reach: (page) => show(page) },
  { name: "waiting for a file", reach: (_page, card) => card.savedSources.waitFor() },
  {
    name: "reading",
    async reach(page, card) {
      await page.evaluate(() => {
        Blob.prototype.arrayBuffer = () => new Promise(() => {});
      });
      await card.upload(guide);
      await card.root.getByText("Reading").first().waitFor();
    },
  },
  { name: "reviewing", reach: (_page, card) => card.review(guide) },
  {
    name: "importing",
    running: "POST",
    async reach(page, card) {
      await card.review(guide);
      const sent = page.waitForRequest((request) => request.method() === "POST");
      await card.start.click();
      await card.root.getByRole("progressbar").waitFor();
      await sent;
    },
  },
  {
    name: "failed",
    async reach(page, card) {
      await page.route(/\/csv$/, (route) => route.fulfill({ status: 403, body: "no" }));
      await card.review(guide);
      await card.start.click();
      await card.root.getByRole("button", { name: "Try again", exact: true }).first().waitFor();
    },
  },
  { name: "finished", reach: (_page, card) => importFile(card) },
  {
    name: "the dialog is open",
    async reach(_page, card) {
      await importFile(card);
      await card.root.getByRole("button", { name: "Undo this import" }).click();
      await card.dialog.waitFor();
    },
  },
  {
    name: "deleting",
    running: "DELETE",
    async reach(page, card) {
      await importFile(card);
      await card.root.getByRole("button", { name: "Undo this import" }).click();
      await card.dialog.getByText(/Removes [\d,]+ connection/).waitFor();
      await hold(page, "DELETE");
      await card.dialog.getByRole("button", { name: "Delete source" }).click();
    },
  },
];

test.for(phases)("taken away while $name: no trace, no complaint, no request left", async ({ reach, running }) => {
  const { page, complaints } = watched;
  await page.unrouteAll();
  await page.reload();
  // React's own listener of the document stays, with or without a card.
  await page.evaluate(() => bare.show("empty"));
  const before = await page.evaluate(readTraces);
  if (running && running !== "DELETE") await hold(page, running);
  const aborted = running
    ? page.waitForEvent("requestfailed", (request) => request.method() === running)
    : Promise.resolve(null);
  await show(page);
  await reach(page, cardOn(page));
  await remove(page);
  expect((await aborted)?.failure()?.errorText ?? "net::ERR_ABORTED").toBe("net::ERR_ABORTED");
  await expect.poll(() => page.evaluate(readTraces)).toEqual(before);
  expect(complaints).toEqual([]);
});

test("two cards on one page are independent: removing one leaves the other unchanged", async ({ openPage: open }) => {
  const { page, complaints } = await open(site.url, {}, withTraces);
  await show(page, { id: "one" }, "one");
  await show(page, { id: "two" }, "two");
  const [one, two] = [cardOn(page, "one"), cardOn(page, "two")];
  await two.sourceName.fill("Of the second");
  await importFile(one);
  await expect.poll(() => two.sourceName.inputValue()).toBe("Of the second");
  await expect.poll(() => two.previewHeading.count()).toBe(0);
  await two.review(guide);
  expect(await page.evaluate(repeatedIds)).toEqual([]);
  await remove(page, "one");
  await two.start.click();
  await two.resultHeading.waitFor();
  await two.source("Of the second").waitFor();
  expect(complaints).toEqual([]);
});

test("forty cards, one after the other, leave no memory behind", async ({ openPage: open }) => {
  const { page, complaints } = await open(quickSite.url, {}, withTraces);
  await page.evaluate(() => bare.show("empty"));
  const session = await page.context().newCDPSession(page);
  async function measure() {
    for (let round = 0; round < 2; round++) await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
    return { usedSize, nodes, jsEventListeners };
  }
  await page.evaluate(showAndRemove, 10);
  // The page alone: no card is left, as soon as what the last one began (a read, a timer, a frame) has ended.
  await expect.poll(async () => (await measure()).nodes).toBeLessThan(100);
  const early = await measure();
  await page.evaluate(showAndRemove, 30);
  // One card in review is some hundred nodes and some hundred kilobytes; a kept one never passes.
  await expect.poll(async () => (await measure()).nodes).toBeLessThan(100);
  const late = await measure();
  expect(late.jsEventListeners - early.jsEventListeners).toBeLessThan(20);
  expect(late.usedSize / early.usedSize).toBeLessThan(1.25);
  expect(complaints).toEqual([]);
});

// Runs in the page: cards that list their sources and have read a file when they are taken away.
async function showAndRemove(times: number): Promise<void> {
  const answer = () => Promise.resolve(Response.json({ sources: [], nextCursor: null, extensions: [] }));
  const find = async (selector: string) => {
    for (;;) {
      const found = document.querySelector(selector);
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  for (let round = 0; round < times; round++) {
    bare.show("card", { appId: "app_demo", fetch: answer });
    const input = (await find('#import-existing-users input[type="file"]')) as HTMLInputElement;
    const transfer = new DataTransfer();
    transfer.items.add(new File(["user_id,email\n1,a@example.com\n"], "users.csv"));
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await find("#import-existing-users table");
    bare.remove("card");
  }
}

// Runs in the page.
function repeatedIds(): string[] {
  const ids = Array.from(document.querySelectorAll("[id]"), ({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}
