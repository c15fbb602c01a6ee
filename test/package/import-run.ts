// The whole way through a consumer's page: a small file, a large one, the import, and what has arrived where.
import type { FrameLocator, Page } from "playwright";
import { cardOn, sampleNamed } from "../browser/card.ts";
import type { Site } from "../browser/site.ts";

/** Rows of the large file, counted at both ends. */
export interface ImportRun {
  /** By the five statuses on the screen. */
  readonly shown: number;
  /** By the server, in the one source that the run has made. */
  readonly saved: number;
}

/** What has to come out: the large file has as many rows. */
export const completeRun: ImportRun = { shown: 10_000, saved: 10_000 };

/** Reads the guide's example and a file of 10,000 rows, and imports the latter. */
export async function runImport(page: Page | FrameLocator, site: Site): Promise<ImportRun> {
  const card = cardOn(page);
  const before = await totals(site);
  await card.review(sampleNamed("guide-example.csv"));
  await card.root.getByText("2 rows").first().waitFor();
  await card.review(sampleNamed("full-export.csv"));
  await card.root.getByText("10,000 rows").first().waitFor();
  await card.start.click();
  await card.resultHeading.waitFor();
  const counts = await card.root.locator('[data-step="result"] .ieu-chip[data-tone] .ieu-count').allInnerTexts();
  return toImportRun(counts, await savedSince(site, before));
}

/** Reads the large file and imports it with the markup of docs/headless.md around `useImporter`. */
export async function runOwnMarkup(page: Page, site: Site): Promise<ImportRun> {
  const before = await totals(site);
  await page.getByLabel("CSV file").setInputFiles(sampleNamed("full-export.csv"));
  await page.getByText("10000 rows").waitFor();
  await page.getByRole("button", { name: "Start import" }).click();
  await page.getByText(/users are connected$/).waitFor();
  const lines = await page.getByRole("list").first().getByRole("listitem").allInnerTexts();
  const counts = lines.filter((line) => !line.startsWith("total")).map((line) => line.replace(/^.*: /, ""));
  return toImportRun(counts, await savedSince(site, before));
}

function toImportRun(counts: readonly string[], made: readonly number[]): ImportRun {
  return {
    shown: counts.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0),
    saved: made.length === 1 ? (made[0] ?? 0) : Number.NaN,
  };
}

async function savedSince(site: Site, before: readonly number[]): Promise<number[]> {
  return (await totals(site)).slice(before.length);
}

async function totals(site: Site): Promise<number[]> {
  const { sources = [] } = await site.livingWorld();
  return sources.map(({ counters }) => counters.total);
}
