// What the card moves on to can be seen: on a small window, and with text twice as large.
import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const laptop = { viewport: { width: 1366, height: 650 } };

test("a refusal, the progress with Cancel, and a failure come into view", async ({ openSite, openPage }) => {
  const site = await openSite({ scenario: "slow" });
  const { page } = await openPage(site.cardUrl, laptop);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await card.upload(sampleNamed("unclosed-quote.csv"));
  await expectInView(page, card.root.getByRole("alert"));

  await card.review(sampleNamed("guide-example.csv"));
  await expectInView(page, card.previewHeading);
  await card.start.click();
  const cancel = card.root.getByRole("button", { name: "Cancel" });
  await expectInView(page, card.root.getByRole("progressbar"));
  await expectInView(page, cancel);
  await cancel.press("Enter");
  await expectInView(page, card.root.getByRole("button", { name: "Back to preview" }));
});

test("the result begins below the bars of the page", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl, laptop);
  const card = cardOn(page);
  await card.review(sampleNamed("full-export.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  await expectInView(page, card.resultHeading);
  const isOnTop = await card.resultHeading.evaluate((heading) => {
    const { left, top } = heading.getBoundingClientRect();
    return document.elementFromPoint(left + 4, top + 4) === heading;
  });
  expect(isOnTop).toBe(true);
});

test("a second click of the same pointer does not throw the result away", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  const restart = card.root.getByRole("button", { name: "Import another file" });
  await restart.click();
  expect(await card.resultHeading.isVisible()).toBe(true);
  await page.waitForTimeout(800);
  await restart.click();
  await card.root.getByRole("button", { name: "Upload CSV" }).waitFor();
});

test("with text twice as large nothing is cut off", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  expect(await card.root.evaluate(findCut)).toEqual([]);
  await card.review(sampleNamed("crm-export.csv"));
  expect(await card.root.evaluate(findCut)).toEqual([]);
});

async function expectInView(page: Page, part: Locator): Promise<void> {
  const { height } = page.viewportSize() ?? { height: 0 };
  await expect
    .poll(async () => {
      const box = await part.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= height;
    })
    .toBe(true);
}

// Runs in the page: controls that lie, in part, outside of a box that hides what is outside.
function findCut(root: HTMLElement | SVGElement): string[] {
  return [...root.querySelectorAll<HTMLElement>("button, select, input, label")]
    .filter((control) => {
      if (control.offsetWidth <= 1) return false;
      const { left, right } = control.getBoundingClientRect();
      const box = control.closest(".ieu-mapping, .ieu-table-box, .ieu-root")?.getBoundingClientRect();
      return box !== undefined && control.closest("table") === null && (left < box.left || right > box.right);
    })
    .map(({ textContent }) => textContent ?? "");
}
