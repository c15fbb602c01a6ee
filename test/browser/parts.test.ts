// The card loads in parts: one that can't be fetched is said so, and the file is not blamed for it.
import type { Route } from "playwright";
import { describe, expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

describe.each(["reader-chunk", "later-screens"])("without the part %s", (part) => {
  test("a file is refused in words, and read once the part is there", async ({ site, openPage }) => {
    const { page } = await openPage("about:blank");
    const blocked: string[] = [];
    const block = (route: Route) => {
      blocked.push(route.request().url());
      return route.abort();
    };
    await page.route(`**/${part}-*.js`, block);
    await page.goto(site.cardUrl);
    const card = cardOn(page);
    await card.upload(sampleNamed("guide-example.csv"));
    await card.root.getByText("The file reader could not be loaded").waitFor();
    expect(await card.previewHeading.count()).toBe(0);
    expect(blocked, "the name of the part").not.toEqual([]);

    await page.unroute(`**/${part}-*.js`, block);
    await card.review(sampleNamed("guide-example.csv"));
  });
});
