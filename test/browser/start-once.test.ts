// One confirmed start is one request, however often the button is pressed.
import type { Page } from "playwright";
import { expect } from "vitest";
import { bareFolder } from "./bare/build.ts";
import type { BarePage } from "./bare/main.tsx";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { type OpenPage, test } from "./fixture.ts";
import type { Site } from "./site.ts";

declare const bare: BarePage;

const file = sampleNamed("guide-example.csv");
const rounds = 10;

test(`${rounds} double clicks on Start make exactly ${rounds} requests`, async ({ openSite, openPage }) => {
  // The development build is the harder one: StrictMode runs every effect twice there.
  const site = await openSite({ folder: bareFolder("development"), scenario: "empty" });
  const { card, complaints } = await openCard(site, openPage);
  for (let round = 0; round < rounds; round += 1) {
    await card.review(file);
    await card.start.dblclick();
    await card.resultHeading.waitFor();
    await card.root.getByRole("button", { name: "Import another file" }).press("Enter");
  }
  expect(keysOf(site)).toHaveLength(rounds);
  expect(new Set(keysOf(site)).size).toBe(rounds);
  expect(complaints).toEqual([]);
});

test("Enter twice on Start makes one request", async ({ openSite, openPage }) => {
  const site = await openSite({ folder: bareFolder("production") });
  const { page, card } = await openCard(site, openPage);
  await card.review(file);
  await card.start.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await card.resultHeading.waitFor();
  expect(keysOf(site)).toHaveLength(1);
});

test("an attempt that is repeated carries the same key and makes one source", async ({ openSite, openPage }) => {
  const site = await openSite({ folder: bareFolder("production"), scenario: "lost-answer" });
  const { card } = await openCard(site, openPage);
  await card.sourceName.fill("Sent twice");
  await card.review(file);
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(keysOf(site)).toHaveLength(2);
  expect(new Set(keysOf(site)).size).toBe(1);
  const { sources = [] } = await site.livingWorld();
  expect(sources.filter(({ name }) => name === "Sent twice")).toHaveLength(1);
});

async function openCard(site: Site, openPage: OpenPage): Promise<{ page: Page; card: Card; complaints: string[] }> {
  const { page, complaints } = await openPage(site.url);
  await page.evaluate(() => bare.show("card", { appId: "app_demo" }));
  return { page, card: cardOn(page), complaints };
}

function keysOf({ requests }: Site): (string | null)[] {
  return requests.filter(({ method }) => method === "POST").map(({ key }) => key);
}
