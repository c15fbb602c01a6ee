// Under the strictest Content-Security-Policy that a page with scripts can have, nothing is refused.
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { launchChromium, openPage } from "./chromium.ts";
import { strictPolicy } from "./policy.ts";
import { openSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  const headers = { "Content-Security-Policy": strictPolicy };
  [browser, site] = await Promise.all([launchChromium(), openSite({ headers })]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

test("the page really has the policy: an inline style is refused and seen", async () => {
  const { page, complaints } = await openPage(browser, site.cardUrl);
  await cardOn(page).root.waitFor();
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement("style"), { textContent: "a{}" })),
  );
  await expect.poll(() => complaints.some((text) => text.startsWith("policy: style-src"))).toBe(true);
  await page.context().close();
});

test("the whole flow violates nothing", async () => {
  const { page, complaints } = await openPage(browser, site.cardUrl);
  const card = cardOn(page);
  await card.upload(sampleNamed("users.xlsx"));
  await card.root.getByText("This is an Excel workbook, not a CSV file").waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  const problems = page.waitForEvent("download");
  await card.root.getByRole("button", { name: "Download rows with problems" }).click();
  await problems;
  await card.review(sampleNamed("full-export.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  const results = page.waitForEvent("download");
  await card.root.getByRole("button", { name: "Download results (CSV)" }).click();
  await results;
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(complaints).toEqual([]);
  await page.context().close();
});
