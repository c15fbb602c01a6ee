// Announcements of the status line: each text once, in order, over whole runs.
import type { Page, Route } from "playwright";
import { expect } from "vitest";
import { cardOn, holdFiles, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

test("reading, read, sending, waiting, trying again, the end", async ({ site, openPage }) => {
  const { page, complaints } = await openPage("about:blank", {}, (fresh) => fresh.clock.install());
  const held: Route[] = [];
  await page.route("**/csv", (route) => {
    if (held.push(route) > 1) return route.continue();
  });
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await page.evaluate(collectSaid);
  const letRead = await holdFiles(page);
  await card.upload(sampleNamed("full-export.csv"));
  await hear(page, /^Reading/);
  await letRead();
  await hear(page, /^File read/);
  await card.start.click();
  await expect.poll(() => held.length).toBe(1);
  await hear(page, /^Sending/);
  // Stopped, or a slow machine would be past a second of the countdown before it looks.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 20_000));
  await hear(page, /^Waiting/);
  await held[0]?.fulfill({ status: 429, headers: { "Retry-After": "30" } });
  await card.root.getByText("in 30 s").waitFor();
  await page.clock.fastForward(5_000);
  await card.root.getByText("in 25 s").waitFor();
  await page.clock.fastForward(25_000);
  await page.clock.resume();
  await card.resultHeading.waitFor();
  await hear(page, /^Import finished/);
  const texts = await said(page);
  expect(texts.filter((text) => !/^Reading full-export\.csv, (?:25|50|75|100)% read$/.test(text))).toEqual([
    "Reading full-export.csv, 0% read",
    "File read: 10,000 rows, 214 with problems",
    "Sending to the server",
    "Waiting for the server's answer",
    "The server asked us to wait: trying again (2 of 4)",
    expect.stringMatching(/^Import finished: [\d,]+ imported, .* and 214 invalid row$/),
  ]);
  // A fast reader skips a quarter, but none comes twice or too early.
  const quarters = texts.flatMap((text) => /, (\d+)% read$/.exec(text)?.[1] ?? []).map(Number);
  expect(quarters).toEqual([...new Set(quarters)].sort((a, b) => a - b));
  expect(complaints).toEqual([]);
});

test("a refusal and a failure are announced too", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.savedSources.waitFor();
  await page.evaluate(collectSaid);
  await card.upload(sampleNamed("unclosed-quote.csv"));
  await card.root.getByRole("alert").waitFor();
  await expect.poll(() => card.root.getByRole("alert").textContent()).toMatch(/is never closed/);
  await card.review(sampleNamed("guide-example.csv"));
  await hear(page, /^File read/);
  await page.route("**/csv", (route) => route.fulfill({ status: 403 }));
  await card.start.click();
  await card.root.getByRole("heading", { name: "You do not have permission for this application" }).waitFor();
  await hear(page, /^You do not/);
  // A slow machine says also that the answer is waited for.
  const texts = (await said(page)).filter((text) => text !== "Waiting for the server's answer");
  expect(texts.slice(-3)).toEqual([
    "File read: 2 rows, 0 with problems",
    "Sending to the server",
    "You do not have permission for this application",
  ]);
});

// Waits until a text was said: the line may change after what is visible.
async function hear(page: Page, text: RegExp): Promise<void> {
  await expect.poll(() => said(page)).toContainEqual(expect.stringMatching(text));
}

function said(page: Page): Promise<string[]> {
  return page.evaluate(() => JSON.parse(document.body.dataset.said ?? "[]"));
}

// Runs in the page: what a screen reader gets of the line, without what is hidden from it.
function collectSaid(): void {
  const line = document.querySelector('#import-existing-users [role="status"]');
  if (!line) throw new Error("The status line is not there before it is needed.");
  const texts: string[] = [];
  function collect(): void {
    const copy = line?.cloneNode(true) as Element;
    for (const silent of copy.querySelectorAll("[aria-hidden=true]")) silent.remove();
    const text = copy.textContent?.trim() ?? "";
    if (text !== "" && text !== texts.at(-1)) texts.push(text);
    document.body.dataset.said = JSON.stringify(texts);
  }
  new MutationObserver(collect).observe(line, { childList: true, characterData: true, subtree: true });
}
