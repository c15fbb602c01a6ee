// A server that knows only the guides is never asked for more: looking at a deletion must not delete.
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

test("opening and closing the delete dialog changes nothing", async ({ openSite, openPage }) => {
  const site = await openSite({ scenario: "guide-only" });
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  await card.sourceName.fill("Guide only");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  const row = card.source("Guide only");
  await row.waitFor();
  const before = await site.livingWorld();

  await row.getByRole("button", { name: "Delete source" }).click();
  await card.dialog.getByText("Removes 2 connections").waitFor();
  await card.dialog.getByRole("button", { name: "Keep source" }).click();
  await card.dialog.waitFor({ state: "hidden" });

  expect(await site.livingWorld()).toEqual(before);
  expect(site.requests.filter(({ path }) => path.includes("dryRun"))).toEqual([]);
  expect(site.requests.filter(({ method }) => method === "DELETE")).toEqual([]);
  expect(complaints).toEqual([]);
});
