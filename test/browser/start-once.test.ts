// One confirmed start is one request, however often the button is pressed.
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

// The development build is the harder one: StrictMode runs every effect twice there.
const cases = [
  { build: "development", rounds: 100 },
  { build: "production", rounds: 20 },
] as const;

test.for(cases)(
  "$rounds double clicks on Start make exactly $rounds requests ($build build)",
  async ({ build, rounds }, { openSite, openPage }) => {
    const site = await openSite({ build, scenario: "empty" });
    const { page, complaints } = await openPage(site.cardUrl);
    const card = cardOn(page);
    const file = sampleNamed("guide-example.csv");
    for (let round = 0; round < rounds; round += 1) {
      await card.review(file);
      await card.start.dblclick();
      await card.resultHeading.waitFor();
      await card.root.getByRole("button", { name: "Import another file" }).press("Enter");
    }
    const posts = site.requests.filter(({ method }) => method === "POST");
    expect(posts).toHaveLength(rounds);
    expect(new Set(posts.map(({ key }) => key)).size).toBe(rounds);
    expect(complaints).toEqual([]);
  },
);

test("Enter twice on Start makes one request", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.review(sampleNamed("full-export.csv"));
  await card.start.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await card.resultHeading.waitFor();
  expect(site.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
});

test("an attempt that is repeated carries the same key and makes one source", async ({ openSite, openPage }) => {
  const site = await openSite({ scenario: "lost-answer" });
  const { page } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.sourceName.fill("Sent twice");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  const keys = site.requests.filter(({ method }) => method === "POST").map(({ key }) => key);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  const { sources = [] } = await site.livingWorld();
  expect(sources.filter(({ name }) => name === "Sent twice")).toHaveLength(1);
});
