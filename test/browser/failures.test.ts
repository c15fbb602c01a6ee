// Every way a server can fail has its own words, through the demo's own server behind MSW.
import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScenarioName } from "../../mock-server/scenarios.ts";
import { cardOn, sampleNamed } from "./card.ts";
import { launchChromium, openPage, type WatchedPage } from "./chromium.ts";
import { openSite, type Site } from "./site.ts";

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), openSite()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const words: readonly [ScenarioName, string][] = [
  ["unauthenticated", "You are signed out"],
  ["forbidden", "You have no permission for this application"],
  ["not-found", "The application was not found"],
  ["server-error", "The server had a problem"],
  ["bad-gateway", "The server had a problem"],
  ["offline", "The server could not be reached"],
  ["html", "The answer was not what was expected"],
];

test.for(words)("%s: “%s”, and nothing is lost", async ([scenario, title]) => {
  const { page, complaints } = await openScenario(scenario);
  const card = cardOn(page);
  await card.sourceName.fill("Kept");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("heading", { name: title }).waitFor();
  expect(await card.sourceName.inputValue()).toBe("Kept");
  expect(await card.previewHeading.isVisible()).toBe(true);
  expect(await card.root.getByRole("button", { name: "Retry", exact: true }).first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

const recovering: readonly ScenarioName[] = ["rate-limited", "busy", "server-error-once", "lost-answer"];

test.for(recovering)("%s: says that it tries again, and ends with the result", async (scenario) => {
  const { page, complaints } = await openScenario(scenario);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  // The wait is random and may be over at once, so what was said is collected rather than looked for.
  await page.evaluate(collectStatus);
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await page.evaluate(() => document.body.dataset.said)).toContain("trying again (2 of 4)");
  expect(await card.root.getByText("2 users are newly connected").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a server that knows only the guides and loses the answer: the saved source is found, not made twice", async () => {
  const { page } = await openScenario("guide-only-lost-answer");
  const card = cardOn(page);
  await card.sourceName.fill("Found again");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await card.source("Found again").count()).toBe(1);
  await page.context().close();
});

test("a page loaded anew after a lost answer shows the import under Saved sources", async () => {
  const lost = await openSite();
  const { page } = await openPage(browser, lost.cardUrl);
  await page.route("**/csv", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  const card = cardOn(page);
  await card.sourceName.fill("Lost on the way");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("status").filter({ hasText: "trying again" }).waitFor();
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await card.source("Lost on the way").waitFor();
  expect(await card.source("Lost on the way").count()).toBe(1);
  expect(await card.resultHeading.count()).toBe(0);
  await page.context().close();
  await lost.close();
});

test("slow: the page waits, and says so", async () => {
  const { page } = await openScenario("slow");
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("status").filter({ hasText: "Waiting for the answer" }).waitFor();
  await card.resultHeading.waitFor();
  await page.context().close();
});

test("a failing server that heals: Retry goes on where it stopped", async () => {
  const { page } = await openScenario("unauthenticated");
  const card = cardOn(page);
  await card.sourceName.fill("After signing in");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.getByLabel("Server answers").selectOption("realistic");
  await card.root.locator('[data-step="failure"]').getByRole("button", { name: "Retry" }).click();
  await card.resultHeading.waitFor();
  await card.source("After signing in").waitFor();
  await page.context().close();
});

// Runs in the page.
function collectStatus() {
  const line = document.querySelector('#import-existing-users [role="status"]');
  const collect = () => {
    document.body.dataset.said = `${document.body.dataset.said ?? ""} ${line?.textContent ?? ""}`;
  };
  if (line) new MutationObserver(collect).observe(line, { childList: true, characterData: true, subtree: true });
}

function openScenario(scenario: ScenarioName): Promise<WatchedPage> {
  return openPage(browser, `${site.url}/portal/synchronisation?server=${scenario}#import-existing-users`);
}
