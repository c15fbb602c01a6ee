// The order in which Tab goes through each screen: as it is read, each stop once, nothing invisible.
import type { Page } from "playwright";
import { expect } from "vitest";
import { sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const sourceStops = ["Saved sources, newest first, scrollable", "Row results", "Delete source"];
const chips = ["All 11", "Ready 6", "With problems 5", "Duplicates 1"];
const factStops = [
  "Source name",
  "Choose another file",
  "Encoding",
  "Delimiter",
  "Header row",
  "Copy diagnostic report",
];

test("the first screen, and the rows of a saved source", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.savedSources.waitFor();
  const before = ["Download template", "Source name", "Upload CSV"];
  expect(await stops(page)).toEqual([...before, ...sourceStops, "Common errors and fixes"]);

  await card.root.getByRole("button", { name: "Row results" }).click();
  await card.root.getByRole("table", { name: /^Rows of/ }).waitFor();
  const pages = ["Rows per page", "First page", "Previous page", "Next page", "Last page"];
  expect(await stops(page)).toEqual([
    ...before,
    ...sourceStops,
    ...["All 128", "imported 88", "not found 40", "Search rows", "No."],
    ...pages,
    "Download results (128 rows)",
    "Common errors and fixes",
  ]);
});

test("the preview, the result, and the question before it is undone", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  expect(await stops(page)).toEqual([
    "Download template",
    ...factStops,
    "Skip to Start import",
    "All 5 columns recognised · Change",
    ...["Leave out 1 duplicate", "Leave as it is"],
    ...chips,
    ...["2 emails", "1 date", "1 without user ID", "1 without email"],
    ...["Search rows", "Correct email in row 3"],
    ...["Find and replace", "Download 5 rows with problems"],
    ...["Check against accounts", "Start import"],
    ...sourceStops,
    "Common errors and fixes",
  ]);

  await card.start.click();
  await card.resultHeading.waitFor();
  await card.source("User Export").nth(1).waitFor();
  expect(await stops(page)).toEqual([
    ...["Download template", "Import another file"],
    ...["All 11", "imported 2", "not found 4", "invalid row 5", "Download results (11 rows)"],
    ...["Download 5 rows to correct", "Search rows", "Row"],
    "Undo this import",
    ...[...sourceStops, "Row results", "Delete source"],
    "Common errors and fixes",
  ]);

  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.waitFor();
  const inDialog: (string | null)[] = [];
  for (let press = 0; press < 3; press += 1) {
    inDialog.push(await page.evaluate(nameOfFocused));
    await page.keyboard.press("Tab");
  }
  // The third stop is the browser's own; the page behind the dialog is out of reach.
  expect(inDialog.slice(0, 2)).toEqual(["Keep source", "Delete source"]);
  expect(await page.evaluate(() => document.activeElement?.closest(".ieu-section") ?? null)).toBeNull();
});

// From the beginning of the card to its end.
async function stops(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const card = document.querySelector<HTMLElement>("#import-existing-users .ieu-title");
    card?.focus();
  });
  const names: string[] = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(nameOfFocused);
    if (name === null) return names;
    names.push(name);
  }
}

// Runs in the page: null outside of the card.
function nameOfFocused(): string | null {
  const element = document.activeElement as HTMLElement;
  if (!element.closest("#import-existing-users")) return null;
  const labels = "labels" in element ? (element as HTMLInputElement).labels : null;
  const name = element.getAttribute("aria-label") ?? labels?.[0]?.textContent ?? element.textContent ?? "";
  return name.trim();
}

test("in a narrow card the table is one stop of the Tab key, too", async ({ openCard }) => {
  const { page, card } = await openCard({ viewport: { width: 360, height: 740 } });
  await card.review(sampleNamed("rows-with-problems.csv"));
  const correct = card.root.getByRole("button", { name: "Correct email in row 3" });
  await correct.waitFor();
  await card.root.getByRole("searchbox", { name: "Search rows" }).focus();
  await page.keyboard.press("Tab");
  await expect.poll(() => correct.evaluate((one) => one === document.activeElement)).toBe(true);
});
