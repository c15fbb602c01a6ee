// The whole way through a consumer's page: a small file, a large one, the import, and what has arrived where.
import type { Page } from "playwright";
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
export async function runImport(page: Page, site: Site): Promise<ImportRun> {
  const card = cardOn(page);
  const before = await totals(site);
  await card.review(sampleNamed("guide-example.csv"));
  await card.root.getByText("2 rows").first().waitFor();
  await card.review(sampleNamed("full-export.csv"));
  await card.root.getByText("10,000 rows").first().waitFor();
  await card.start.click();
  await card.resultHeading.waitFor();
  const counts = await card.root.locator('[data-step="result"] .ieu-chip[data-tone] .ieu-count').allInnerTexts();
  const made = (await totals(site)).slice(before.length);
  return {
    shown: counts.reduce((sum, text) => sum + Number(text.replaceAll(",", "")), 0),
    saved: made.length === 1 ? (made[0] ?? 0) : Number.NaN,
  };
}

async function totals(site: Site): Promise<number[]> {
  const { sources = [] } = await site.livingWorld();
  return sources.map(({ counters }) => counters.total);
}
