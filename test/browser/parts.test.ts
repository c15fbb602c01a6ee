// The card loads in parts: one that can't be fetched is said so, and the file is not blamed for it.
import type { Browser, Route } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { launchChromium, openPage } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), openSite()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

describe.each(["reader", "parts"])("without the part %s", (part) => {
  test("a file is refused in words, and read once the part is there", async () => {
    const { page } = await openPage(browser, "about:blank");
    const block = (route: Route) => route.abort();
    await page.route(`**/${part}-*.js`, block);
    await page.goto(site.cardUrl);
    const card = cardOn(page);
    await card.upload(sampleNamed("guide-example.csv"));
    await card.root.getByText("The file reader could not be loaded").waitFor();
    expect(await card.previewHeading.count()).toBe(0);

    await page.unroute(`**/${part}-*.js`, block);
    await card.review(sampleNamed("guide-example.csv"));
    await page.context().close();
  });
});
