// In every state and at every width: nothing sticks out sideways, and the card stays a small piece of the page.
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { launchChromium, openPage } from "./chromium.ts";
import { openSite } from "./site.ts";

const widths = [320, 360, 768, 1280];
const mostNodes = 1_500;

let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});

afterAll(() => browser.close());

test("from the empty card to the rollback of 10,000 rows", async () => {
  const site = await openSite();
  const { page } = await openPage(browser, site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await measure(page, card, "idle");

  await card.upload(sampleNamed("unclosed-quote.csv"));
  await card.root.getByText("is never closed").waitFor();
  await measure(page, card, "refused");
  await card.review(sampleNamed("old-system.csv"));
  await measure(page, card, "nothing mapped");
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("cell", { name: "j.weiss@example" }).waitFor();
  await measure(page, card, "problems");
  await card.review(sampleNamed("full-export.csv"));
  await card.root
    .getByText(/of 10,000/)
    .first()
    .waitFor();
  await measure(page, card, "10,000 rows in review");

  await card.start.click();
  await card.resultHeading.waitFor();
  await measure(page, card, "10,000 results");
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.waitFor();
  await measure(page, card, "delete dialog");
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  await measure(page, card, "undone");
  await page.context().close();
  await site.close();
});

test("while it is sending, and after a failure", async () => {
  const slow = await openSite({ scenario: "slow" });
  const { page } = await openPage(browser, slow.cardUrl);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("progressbar").waitFor();
  await measure(page, card, "importing");
  await card.root.getByRole("button", { name: "Cancel" }).press("Enter");
  await card.root.getByRole("heading", { name: "You cancelled the import" }).waitFor();
  await measure(page, card, "cancelled");
  await page.context().close();
  await slow.close();
});

async function measure(page: Page, card: Card, state: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(findOverflow);
    expect(overflow, `${state} at ${width} px`).toEqual([]);
    const nodes = await card.root.locator("*").count();
    expect(nodes, `${state} at ${width} px`).toBeLessThan(mostNodes);
  }
}

// Runs in the page: what makes it wider than the window, outside of boxes that scroll by themselves.
function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  return [...document.querySelectorAll<HTMLElement>("body *")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
    .map((element) => `${element.tagName}.${element.className} ${element.getBoundingClientRect().right}`)
    .slice(0, 8);
}
