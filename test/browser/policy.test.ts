// Under the strictest Content-Security-Policy that a page with scripts can have, nothing is refused.
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";
import { strictPolicy } from "./policy.ts";

const headers = { "Content-Security-Policy": strictPolicy };

test("the page really has the policy: an inline style is refused and seen", async ({ openSite, openPage }) => {
  const site = await openSite({ headers });
  const { page, complaints } = await openPage(site.cardUrl);
  await cardOn(page).root.waitFor();
  await page.evaluate(() =>
    document.head.append(Object.assign(document.createElement("style"), { textContent: "a{}" })),
  );
  await expect.poll(() => complaints.some((text) => text.startsWith("policy: style-src"))).toBe(true);
});

test("the whole flow violates nothing", async ({ openSite, openPage }) => {
  const site = await openSite({ headers });
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.review(sampleNamed("users.xlsx"));
  await card.root.getByLabel("Sheet", { exact: true }).waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  const problems = page.waitForEvent("download");
  await card.root.getByRole("button", { name: /^Download \d+ rows? with problems$/ }).click();
  await problems;
  await card.start.click();
  await card.resultHeading.waitFor();
  const results = page.waitForEvent("download");
  await card.root.getByRole("button", { name: /^Download results/ }).click();
  await results;
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  await page.getByRole("radio", { name: "Dark" }).check();
  expect(complaints).toEqual([]);
});
