// Downloads in a real browser: they follow the filter and say how many rows they have, also those of a saved source.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright";
import { expect } from "vitest";
import { sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

test("10,000 results: the download has the rows of the filter, and of the saved source all rows that a search finds", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await card.sourceName.fill("Full export");
  await card.review(sampleNamed("full-export.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await linesOf(page, card.root.getByRole("button", { name: "Download results (10,000 rows)" }))).toBe(10_001);
  const chip = card.root.getByRole("group", { name: "Show results" }).getByRole("button", { name: /^name mismatch/ });
  const count = Number((await chip.innerText()).replace(/\D/g, ""));
  await chip.click();
  expect(await linesOf(page, card.root.getByRole("button", { name: /^Download these [\d,]+ rows$/ }))).toBe(count + 1);

  await card.source("Full export").getByRole("button", { name: "Row results" }).click();
  const rows = card.root.getByRole("region", { name: "Row results of Full export" });
  await rows.getByText("The first 1,000 rows are loaded.", { exact: false }).waitFor();
  await rows.getByRole("searchbox").fill("user.two@example.com");
  await rows.getByText("The first 1,000 rows are loaded.", { exact: false }).waitFor({ state: "detached" });
  await rows.getByRole("cell", { name: "User Two", exact: true }).waitFor();
  expect(await linesOf(page, rows.getByRole("button", { name: "Download results (10,000 rows)" }))).toBe(10_001);
  await rows.getByRole("searchbox").fill("user TWO");
  await rows.getByRole("cell", { name: "User Two", exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

async function linesOf(page: Page, button: Locator): Promise<number> {
  const download = page.waitForEvent("download");
  await button.click();
  const text = await readFile(await (await download).path(), "utf8");
  return text.trim().split("\r\n").length;
}
