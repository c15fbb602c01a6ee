// Every way a server can fail has its own words, through the demo's own server behind MSW.
import { expect } from "vitest";
import type { ScenarioName } from "../../mock-server/demo/scenarios.ts";
import { cardOn, sampleNamed } from "./card.ts";
import type { WatchedPage } from "./chromium.ts";
import { type OpenPage, test } from "./fixture.ts";
import type { Site } from "./site.ts";

const words: readonly [ScenarioName, string][] = [
  ["unauthenticated", "You are signed out"],
  ["forbidden", "You do not have permission for this application"],
  ["not-found", "The application was not found"],
  ["server-error", "The server had a problem"],
  ["bad-gateway", "The server had a problem"],
  ["offline", "The server could not be reached"],
  ["html", "The server's answer was not what we expected"],
];

test.for(words)("%s: “%s”, and nothing is lost", async ([scenario, title], { site, openPage }) => {
  const { page, complaints } = await openScenario(site, openPage, scenario);
  const card = cardOn(page);
  await card.sourceName.fill("Kept");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("heading", { name: title }).waitFor();
  expect(await card.sourceName.inputValue()).toBe("Kept");
  expect(await card.previewHeading.isVisible()).toBe(true);
  expect(await card.root.getByRole("button", { name: "Try again", exact: true }).first().isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

const recovering: readonly ScenarioName[] = ["rate-limited", "busy", "server-error-once", "lost-answer"];

test.for(recovering)("%s: says that it tries again, and ends with the result", async (scenario, { site, openPage }) => {
  const { page, complaints } = await openScenario(site, openPage, scenario);
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  // The wait is random and may be over at once, so what was said is collected rather than looked for.
  await page.evaluate(collectStatus);
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await page.evaluate(() => document.body.dataset.said)).toContain("trying again (2 of 4)");
  expect(await card.root.getByText("2 users newly connected").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});

test("a server that knows only the guides and loses the answer: the saved source is found, not made twice", async ({
  site,
  openPage,
}) => {
  const { page } = await openScenario(site, openPage, "guide-only-lost-answer");
  const card = cardOn(page);
  await card.sourceName.fill("Found again");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await card.source("Found again").count()).toBe(1);
});

test("a page loaded anew after a lost answer shows the import under Saved sources", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
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
});

test("slow: the page waits, and says so", async ({ site, openPage }) => {
  const { page } = await openScenario(site, openPage, "slow");
  const card = cardOn(page);
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("status").filter({ hasText: "Waiting for the answer" }).waitFor();
  await card.resultHeading.waitFor();
});

test("a failing server that heals: trying again goes on where it stopped", async ({ site, openPage }) => {
  const { page } = await openScenario(site, openPage, "unauthenticated");
  const card = cardOn(page);
  await card.sourceName.fill("After signing in");
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.getByRole("heading", { name: "You are signed out" }).waitFor();
  await page.getByLabel("Server answers").selectOption("realistic");
  await card.root.locator('[data-step="failure"]').getByRole("button", { name: "Try again" }).click();
  await card.resultHeading.waitFor();
  await card.source("After signing in").waitFor();
});

// Runs in the page.
function collectStatus() {
  const line = document.querySelector('#import-existing-users [role="status"]');
  const collect = () => {
    document.body.dataset.said = `${document.body.dataset.said ?? ""} ${line?.textContent ?? ""}`;
  };
  if (line) new MutationObserver(collect).observe(line, { childList: true, characterData: true, subtree: true });
}

function openScenario(site: Site, openPage: OpenPage, scenario: ScenarioName): Promise<WatchedPage> {
  return openPage(`${site.url}/portal/synchronisation?server=${scenario}#import-existing-users`);
}
