// The next step scrolls into view on a small window, and a late click does no harm.
import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const laptop = { viewport: { width: 1366, height: 650 } };

test("a refusal, the progress with Cancel, and a failure come into view", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl, laptop);
  await page.route("**/csv", () => {});
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

test("the result begins below the bars of the page", async ({ openCard }) => {
  const { page, card } = await openCard(laptop);
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  await expectInView(page, card.resultHeading);
  const isOnTop = () =>
    card.resultHeading.evaluate((heading) => {
      const { left, top } = heading.getBoundingClientRect();
      return document.elementFromPoint(left + 4, top + 4) === heading;
    });
  await expect.poll(isOnTop).toBe(true);
});

test("a second click of the same pointer does not throw the result away", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.review(sampleNamed("guide-example.csv"));
  const restart = card.root.getByRole("button", { name: "Import another file" });
  await page.evaluate(clickWhenItAppears, "Import another file");
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await page.evaluate(() => document.body.dataset.clicked)).toBe("true");
  await expect.poll(() => card.resultHeading.isVisible()).toBe(true);
  await expect
    .poll(async () => {
      if (await restart.isVisible()) await restart.click();
      return card.root.getByRole("button", { name: "Upload CSV" }).isVisible();
    })
    .toBe(true);
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

// Runs in the page: a click of the pointer that finds a button at the moment it appears.
function clickWhenItAppears(name: string): void {
  const observer = new MutationObserver(() => {
    const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
    if (!button) return;
    observer.disconnect();
    document.body.dataset.clicked = "true";
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
  });
  observer.observe(document.body, { childList: true, subtree: true });
}
