// Checks that each scenario of the demo's own server, behind MSW, fails as it should and that the card recovers.
import { expect } from "vitest";
import type { ScenarioName } from "../../mock-server/demo/scenarios.ts";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const guide = sampleNamed("guide-example.csv");

const titles: readonly [ScenarioName, string][] = [
  ["unauthenticated", "You are signed out"],
  ["forbidden", "You do not have permission for this application"],
  ["not-found", "The application was not found"],
  ["server-error", "The server had a problem"],
  ["bad-gateway", "The server had a problem"],
  ["offline", "The server could not be reached"],
  ["html", "The server's answer was not what we expected"],
];

test("every failure has its title, keeps everything, and succeeds when tried again on a working server", async ({
  site,
  openPage,
}) => {
  const { page, complaints } = await openPage(site.url);
  const card = cardOn(page);
  await card.sourceName.fill("After every failure");
  await card.review(guide);
  const retry = card.root.locator('[data-step="failure"]').getByRole("button", { name: "Try again" });
  for (const [scenario, title] of titles) {
    await page.getByLabel("Server answers").selectOption(scenario);
    await card.start.click();
    await card.root.getByRole("heading", { name: title }).waitFor();
    await expect.poll(() => card.sourceName.inputValue()).toBe("After every failure");
    await expect.poll(() => card.previewHeading.isVisible()).toBe(true);
    await card.root.getByRole("button", { name: "Back to preview" }).click();
  }
  await card.start.click();
  await card.root.getByRole("heading", { name: "The server's answer was not what we expected" }).waitFor();
  await page.getByLabel("Server answers").selectOption("realistic");
  await retry.click();
  await card.resultHeading.waitFor();
  await card.source("After every failure").waitFor();
  expect(complaints).toEqual([]);
});

const recovering: readonly ScenarioName[] = ["rate-limited", "busy", "server-error-once", "lost-answer"];

test("a request that fails once is tried again, and is imported once", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.url);
  const card = cardOn(page);
  for (const scenario of recovering) {
    await page.getByLabel("Server answers").selectOption(scenario);
    await card.sourceName.fill(scenario);
    await card.review(guide);
    // The wait is random and may be over at once, so what was said is collected rather than looked for.
    await page.evaluate(collectStatus);
    await card.start.click();
    await card.resultHeading.waitFor();
    await expect
      .poll(() => page.evaluate(() => document.body.dataset.said), { message: scenario })
      .toContain("trying again (2 of 4)");
    await card.source(scenario).waitFor();
    await expect.poll(() => card.source(scenario).count()).toBe(1);
    await card.root.getByRole("button", { name: "Import another file" }).press("Enter");
  }
  expect(complaints).toEqual([]);
});

test("after a lost answer of a guide-only server the saved source is found and not created twice", async ({
  site,
  openPage,
}) => {
  const { page } = await openPage(`${site.url}/portal/synchronisation?server=guide-only-lost-answer`);
  const card = cardOn(page);
  await card.sourceName.fill("Found again");
  await card.review(guide);
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.source("Found again").waitFor();
  await expect.poll(() => card.source("Found again").count()).toBe(1);
});

const lostAnswers = [
  {
    name: "with the result of each row, where the server stores them",
    hasResults: true,
    text: "The server's answer was lost, but the import was found under Saved sources: it was saved.",
    tables: 1,
  },
  {
    name: "with its counts alone, where the server stores no results",
    hasResults: false,
    text: "The server's answer was lost, but the import was found under Saved sources. Only its counts are known, not the result of each row.",
    tables: 0,
  },
];

test.for(lostAnswers)(
  "an import whose answer was lost is shown as found, $name",
  async (lost, { openSite, openPage }) => {
    const site = await openSite({ scenario: "guide-only" });
    const { page } = await openPage(site.cardUrl);
    let answer: { readonly results: readonly object[] } | undefined;
    await page.route("**/csv", async (route) => {
      answer = await (await route.fetch()).json();
      await route.abort("connectionreset");
    });
    // A server without idempotency keys that stores results.
    await page.route(/\/sources(?:\?|$)/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: { ...(await response.json()), extensions: lost.hasResults ? ["results"] : [] },
      });
    });
    await page.route(/\/results(?:\?|$)/, (route) =>
      route.fulfill({ json: { results: answer?.results ?? [], nextCursor: null } }),
    );
    const card = cardOn(page);
    await card.savedSources.waitFor();
    await card.sourceName.fill("Found again");
    await card.review(guide);
    await card.start.click();
    await card.resultHeading.waitFor();
    await card.root.getByText(lost.text).waitFor();
    await expect.poll(() => card.root.getByRole("table", { name: "Results per row" }).count()).toBe(lost.tables);
    expect(site.requests.filter(({ method }) => method === "POST")).toHaveLength(1);
    await card.source("Found again").waitFor();
    await expect.poll(() => card.source("Found again").count()).toBe(1);
  },
);

test("a page loaded anew after a lost answer shows the import under Saved sources", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl);
  await page.route("**/csv", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  const card = cardOn(page);
  await card.sourceName.fill("Lost on the way");
  await card.review(guide);
  await card.start.click();
  await card.root.getByRole("status").filter({ hasText: "trying again" }).waitFor();
  page.on("dialog", (dialog) => dialog.accept());
  await page.reload();
  await card.source("Lost on the way").waitFor();
  await expect.poll(() => card.source("Lost on the way").count()).toBe(1);
  await expect.poll(() => card.resultHeading.count()).toBe(0);
});

// Runs in the page.
function collectStatus() {
  document.body.dataset.said = "";
  const line = document.querySelector('#import-existing-users [role="status"]');
  const collect = () => {
    document.body.dataset.said = `${document.body.dataset.said ?? ""} ${line?.textContent ?? ""}`;
  };
  if (line) new MutationObserver(collect).observe(line, { childList: true, characterData: true, subtree: true });
}
