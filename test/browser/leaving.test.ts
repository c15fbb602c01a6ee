// A page that is left, or a file that misses its zone: nothing is lost by accident, and nobody is asked without need.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page, Route } from "playwright";
import { expect } from "vitest";
import { cardOn, sampleNamed, type Upload } from "./card.ts";
import { test } from "./fixture.ts";

test("leaving asks for confirmation only while a run is active", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
  const held: Route[] = [];
  await page.route("**/csv", (route) => void held.push(route));
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await expect.poll(() => asksBeforeLeaving(page)).toBe(false);
  await card.start.click();
  await card.root.getByRole("progressbar").waitFor();
  await expect.poll(() => asksBeforeLeaving(page)).toBe(true);
  await expect.poll(() => held.length).toBe(1);
  await held[0]?.continue();
  await card.resultHeading.waitFor();
  await expect.poll(() => asksBeforeLeaving(page)).toBe(false);
});

test("a real file dropped onto the zone is read", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.sourceName.waitFor();
  await dropFiles(page, card.root.getByText("Drop your CSV export here"), ["guide-example.csv"]);
  await card.previewHeading.waitFor();
});

test("several files are refused in words", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.sourceName.waitFor();
  const zone = card.root.getByText("Drop your CSV export here");
  await dropFiles(page, zone, ["guide-example.csv", "crm-export.csv"]);
  await card.root.getByText("You dropped 2 files").first().waitFor();
});

test("a file dropped beside the zone does not navigate the page away", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.review(sampleNamed("guide-example.csv"));
  const address = page.url();
  // Chromium shows a file that nobody took in a new tab.
  const opened: unknown[] = [];
  page.context().on("page", (tab) => opened.push(tab));
  await dropFiles(page, card.root.getByText("Bring your users over"), ["crm-export.csv"]);
  await dropFiles(page, page.getByRole("heading", { name: "API sync" }), ["crm-export.csv"]);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(address);
  expect(opened).toEqual([]);
  await expect.poll(() => card.previewHeading.isVisible()).toBe(true);
});

// Asks the page as the browser would, without leaving it.
function asksBeforeLeaving(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event("beforeunload", { cancelable: true })));
}

// Chromium's own drag of files from the desktop: it navigates when nobody takes the drop, which events from a script never do.
async function dropFiles(page: Page, target: ReturnType<Page["locator"]>, names: readonly string[]): Promise<void> {
  const files = await Promise.all(names.map((name) => save(sampleNamed(name))));
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error("There is nothing to drop onto.");
  const session = await page.context().newCDPSession(page);
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await session.send("Input.dispatchDragEvent", {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data: { items: [], files, dragOperationsMask: 1 },
    });
  }
}

async function save({ name, buffer }: Upload): Promise<string> {
  const folder = join(import.meta.dirname, "../../tmp/browser/files");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), buffer);
  return join(folder, name);
}
