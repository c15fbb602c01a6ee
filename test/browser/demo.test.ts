// The demo itself: its addresses, its samples, its memory, and its way out where there is no service worker.
import type { Page } from "playwright";
import { expect } from "vitest";
import { samples } from "../../demo/samples/samples.ts";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";
import { settle } from "./shifts.ts";

test("the root address leads to the card and scrolls to it; every link of the navigation leads to a page", async ({
  site,
  openPage,
}) => {
  const { page, complaints } = await openPage(site.url);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe("/portal/synchronisation#import-existing-users");
  // Below the bars of the page, which the browser's scrolling leaves room for.
  await expect
    .poll(() =>
      page.evaluate(() => {
        const top = document.getElementById("import-existing-users")?.getBoundingClientRect().top ?? -1;
        const sidebar = document.querySelector(".sidebar")?.scrollTop;
        return { isBelowBars: top >= 56 && top < 120, sideways: window.scrollX, sidebar };
      }),
    )
    .toEqual({ isBelowBars: true, sideways: 0, sidebar: 0 });

  const links = page.getByRole("navigation", { name: "Portal" }).getByRole("link");
  for (const link of await links.all()) {
    const title = (await link.innerText()).trim();
    await link.click();
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await page.title()).toContain(title);
  }
  expect(complaints).toEqual([]);
});

test("no page of the portal overflows a narrow window", async ({ site, openPage }) => {
  const { page } = await openPage(site.url, { viewport: { width: 320, height: 640 } });
  for (const path of ["synchronisation", "users", "overview", "nowhere"]) {
    await page.goto(`${site.url}/portal/${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.getByRole("button", { name: "Menu" }).click();
    await settle(page);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: path })
      .toBeLessThanOrEqual(320);
  }
});

test("every sample can be given to the card by a click or by dragging", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.url);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await sampleButton(page, "guide-example.csv").dragTo(card.root.getByText("Drop your CSV export here"));
  await card.previewHeading.waitFor();
  for (const { fileName } of samples) {
    await sampleButton(page, fileName).click();
    await card.root.getByText(fileName).first().waitFor();
  }
  expect(complaints).toEqual([]);
});

test("what was imported survives a reload, until the demo is reset", async ({ site, openPage }) => {
  const { page } = await openPage(site.url);
  const card = cardOn(page);
  await card.sourceName.fill("Before the reload");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.source("Before the reload").waitFor();

  await page.reload();
  await card.source("Before the reload").waitFor();
  await page.getByRole("link", { name: "Users" }).click();
  await page.getByRole("cell", { name: "Before the reload" }).first().waitFor();

  await page.getByRole("link", { name: "Synchronisation" }).click();
  await page.getByRole("button", { name: "Reset demo data" }).click();
  await card.source("Before the reload").waitFor({ state: "detached" });
  await page.reload();
  await card.savedSources.waitFor();
  await expect.poll(() => card.source("Before the reload").count()).toBe(0);
});

test("the only tab stores its world, also where the browser takes its time to say that it is the only one", async ({
  site,
  openPage,
}) => {
  const { page } = await openPage(site.url, {}, grantLocksLate);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await expect.poll(() => page.getByText("The demo is open in another tab.").count()).toBe(0);
  await card.sourceName.fill("After a late lock");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.source("After a late lock").waitFor();
  await page.reload();
  await card.source("After a late lock").waitFor();
});

test("a second tab has a world of its own, says so, and does not change the stored one", async ({ site, openPage }) => {
  const { page } = await openPage(site.url);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  const notice = "The demo is open in another tab.";
  await expect.poll(() => page.getByText(notice).count()).toBe(0);

  const secondPage = await page.context().newPage();
  await secondPage.goto(site.url);
  await secondPage.getByText(notice).waitFor();
  const secondCard = cardOn(secondPage);
  await secondCard.sourceName.fill("In the second tab");
  await secondCard.review(sampleNamed("guide-example.csv"));
  await secondCard.start.click();
  await secondCard.source("In the second tab").waitFor();

  await page.reload();
  await card.savedSources.waitFor();
  await expect.poll(() => page.getByText(notice).count()).toBe(0);
  await expect.poll(() => card.source("In the second tab").count()).toBe(0);
});

test("another project begins with an empty card, without the earlier file", async ({ site, openPage }) => {
  const { page } = await openPage(site.url);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await page.getByLabel("Project").selectOption({ label: "Acme Staging" });
  await card.previewHeading.waitFor({ state: "detached" });
  await card.root.getByText("Nothing imported yet").waitFor();
});

test("without service workers the demo works all the same", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.url, {}, (opened) =>
    // As on an address that is neither HTTPS nor this machine.
    opened.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker")),
  );
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(site.requests).toEqual([]);
  expect(complaints).toEqual([]);
});

test("a browser that refuses the service worker gets an explanation", async ({ site, openPage }) => {
  const { page } = await openPage(site.url, {}, (opened) =>
    opened.addInitScript(() => {
      navigator.serviceWorker.register = () => Promise.reject(new Error("Refused by the browser."));
    }),
  );
  await page.getByRole("heading", { name: "The demo could not start" }).waitFor();
});

function sampleButton(page: Page, fileName: string) {
  return page.getByRole("button", { name: new RegExp(`^${fileName.replace(".", "\\.")}`) });
}

// Runs before the page's own scripts, as a busy machine would: each lock is asked for a second later.
function grantLocksLate(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const manager = LockManager.prototype as unknown as { request: (...parameters: unknown[]) => Promise<unknown> };
    const { request } = manager;
    manager.request = async function (...parameters) {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      return request.apply(this, parameters);
    };
  });
}
