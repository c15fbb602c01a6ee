// The check against the accounts, in a real browser: it writes nothing, and is never asked of a server that lists no dry run.
import type { Page } from "playwright";
import { expect } from "vitest";
import { rowStatuses } from "../../src/contract/status.ts";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";
import type { Site } from "./site.ts";

const dryRuns = ({ requests }: Site) => requests.filter(({ path }) => path.includes("dryRun"));

test("10,000 users: what the check finds is what the import gives, and until then nothing is written", async ({
  site,
  openCard,
}) => {
  const { card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await card.sourceName.fill("Full export");
  await card.review(sampleNamed("full-export.csv"));
  const before = await site.livingWorld();

  await card.root.getByRole("button", { name: "Check against accounts" }).click();
  const chips = card.root.getByRole("group", { name: "An import would give" });
  await chips.waitFor();
  const found = await countsOf(chips);
  expect(Object.values(found).reduce((sum, count) => sum + count, 0)).toBe(10_000);
  expect(await site.livingWorld()).toEqual(before);
  expect(dryRuns(site)).toHaveLength(1);

  await card.start.click();
  await card.resultHeading.waitFor();
  const saved = (await site.livingWorld()).sources?.find(({ name }) => name === "Full export");
  expect(saved?.counters).toEqual({ ...found, total: 10_000 });
  expect(complaints).toEqual([]);
});

test("a corrected cell marks the check as out of date, and its undoing makes it current again", async ({
  site,
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("button", { name: "Check against accounts" }).click();
  const done = card.root.getByText(/^Checked .*, nothing was written\. An import would give: /).first();
  await done.waitFor();

  await card.root.getByRole("button", { name: "Correct email in row 3" }).click();
  await card.root.getByRole("textbox", { name: "Email in row 3" }).fill("j.weiss@example.com");
  await page.keyboard.press("Enter");
  await card.root.getByText("Out of date: 1 row was changed since then. Check again.").first().waitFor();
  await expect.poll(() => card.start.getAttribute("aria-disabled")).toBeNull();
  await card.root.getByRole("button", { name: "Undo the correction of email in row 3" }).click();
  await done.waitFor();

  await card.root.getByRole("button", { name: "Correct email in row 3" }).click();
  await card.root.getByRole("textbox", { name: "Email in row 3" }).fill("j.weiss@example.com");
  await page.keyboard.press("Enter");
  await card.root.getByRole("button", { name: "Check again" }).press("Enter");
  await done.waitFor();
  expect(dryRuns(site)).toHaveLength(2);
  expect(complaints).toEqual([]);
});

test("by keyboard: the check keeps the focus, and Start is the next stop", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.savedSources.waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  const check = card.root.getByRole("button", { name: "Check against accounts" });
  await check.focus();
  await page.keyboard.press("Enter");
  const again = card.root.getByRole("button", { name: "Check again" });
  await again.waitFor();
  await expect.poll(() => isFocused(again)).toBe(true);
  await page.keyboard.press("Tab");
  await expect.poll(() => isFocused(card.start)).toBe(true);
  await page.keyboard.press("Enter");
  await card.resultHeading.waitFor();
});

test("a server that knows only the guides gets no dry run, whatever is pressed", async ({ openSite, openPage }) => {
  const site = await openSite({ scenario: "guide-only" });
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  const before = await site.livingWorld();
  await expect.poll(() => card.root.getByRole("button", { name: /check/i }).count()).toBe(0);
  await pressAllInTheBar(page, card);
  expect(await site.livingWorld()).toEqual(before);
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(dryRuns(site)).toEqual([]);
  expect(complaints).toEqual([]);
});

async function countsOf(chips: ReturnType<Card["root"]["getByRole"]>): Promise<Record<string, number>> {
  const entries = rowStatuses.map(async (status) => {
    const text = await chips.getByRole("button", { name: status.replace("_", " ") }).innerText();
    return [status, Number(text.replace(/\D/g, ""))] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

// Every button of the preview and its bar but Start.
async function pressAllInTheBar(page: Page, card: Card): Promise<void> {
  const buttons = card.root.locator('[data-step="review"] button:enabled, .ieu-footer button:enabled');
  for (let at = 0; at < (await buttons.count()); at += 1) {
    const button = buttons.nth(at);
    if (/Start import/.test(await button.innerText())) continue;
    await button.dispatchEvent("click");
    await page.keyboard.press("Escape");
  }
}

function isFocused(button: ReturnType<Card["root"]["getByRole"]>): Promise<boolean> {
  return button.evaluate((element) => document.activeElement === element);
}
