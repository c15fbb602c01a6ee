// Texts of files and servers are shown as text: none of their markup becomes ours, and none of their scripts run.
import type { Page, Route } from "playwright";
import { afterAll, expect } from "vitest";
import { bareFolder } from "./bare/build.ts";
import type { BarePage } from "./bare/main.tsx";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { openPage, type WatchedPage } from "./chromium.ts";
import { test } from "./fixture.ts";
import { hostileTexts as texts } from "./hostile-texts.ts";
import { openSite, type Site } from "./site.ts";

let site: Site;
let watched: WatchedPage;

test.beforeAll(async ({ browser }) => {
  site = await openSite({ folder: bareFolder("production") });
  watched = await openPage(browser, site.url, {}, (page) => page.addInitScript(countRuns));
});

afterAll(async () => {
  await watched.page.context().close();
  await site.close();
});

declare const bare: BarePage;

const [hostile = ""] = texts.filter((text) => text.startsWith("<img"));

test("the texts are hostile: written as HTML, many of them run", async () => {
  const { page } = watched;
  await page.evaluate((all) => {
    for (const text of all) document.body.insertAdjacentHTML("beforeend", text);
  }, texts);
  await expect.poll(() => page.evaluate("runs")).toBeGreaterThan(5);
});

test("cells, headers and the file's name", async () => {
  const card = await openCard(() => null);
  await card.review(toFile());
  await expectOnlyText(card, [...texts, `${hostile}.csv`]);
});

test("texts from a server in rows, sources and redirects", async () => {
  const card = await openCard((method, path) => (method === "POST" ? answerImport() : answerSources(path)));
  await expectOnlyText(card, texts);
  await card.sourceName.fill(hostile);
  await card.review(toFile());
  await card.start.click();
  await card.resultHeading.waitFor();
  await expectOnlyText(card, [hostile, ...texts.slice(0, 5)]);
  await card.savedSources.getByRole("button", { expanded: false }).first().click();
  await card.savedSources.getByRole("table").waitFor();
  await expectOnlyText(card, texts.slice(0, 10));
  await card.savedSources.getByRole("button", { name: "Delete source" }).first().click();
  await card.dialog.waitFor();
  await expectOnlyText(card, [hostile]);
});

test.for([
  ["a problem", "application/problem+json"],
  ["a page of HTML", "text/html"],
] as const)("%s instead of an answer", async ([_name, contentType]) => {
  const problem = {
    type: hostile,
    title: hostile,
    detail: hostile,
    code: hostile,
    errors: [{ pointer: hostile, code: hostile }],
  };
  const body = contentType === "text/html" ? texts.join("\n") : JSON.stringify(problem);
  const card = await openCard((method, path) =>
    method === "POST" ? { status: 422, contentType, body } : answerSources(path),
  );
  await card.review(sampleNamed("guide-example.csv"));
  await card.start.click();
  await card.root.locator('[data-step="failure"]').waitFor();
  await expectOnlyText(card, []);
});

type Answer = Parameters<Route["fulfill"]>[0];

// On a page loaded anew: what one test did must not help or harm the next.
async function openCard(answer: (method: string, path: string) => Answer | null): Promise<Card> {
  const { page } = watched;
  await page.unrouteAll();
  await page.route(/\/api\//, (route) => {
    const own = answer(route.request().method(), new URL(route.request().url()).pathname);
    return own ? route.fulfill(own) : route.fallback();
  });
  await page.goto(site.url);
  await page.evaluate((appName) => bare.show("card", { appId: "app_demo", appName }), hostile);
  const card = cardOn(page);
  await card.savedSources.or(card.root.getByText("No saved sources")).first().waitFor();
  return card;
}

function toFile() {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = [
    ["user_id", "email", "name", ...texts],
    ...texts.map((text, index) => [text, `u${index}@example.com`, text, ...texts.map(() => "")]),
  ];
  const buffer = Buffer.from(lines.map((cells) => cells.map(quote).join(",")).join("\n"));
  return { name: `${hostile}.csv`, mimeType: "text/csv", buffer };
}

function toSource(name: string) {
  const counters = { total: 29, imported: 29, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 0 };
  return { id: name, name, createdAt: "2026-05-03T00:00:04.120Z", counters, reactivated: 0 };
}

function answerSources(path: string): Answer {
  if (path.endsWith("/results")) return { json: { results: toResults(), nextCursor: hostile } };
  // Three in each name: the list shows ten at a time.
  const names = texts.flatMap((_text, index) => (index % 3 === 0 ? texts.slice(index, index + 3).join(" ") : []));
  return { json: { sources: names.map(toSource), nextCursor: hostile, extensions: [...texts, "results"] } };
}

// Results name the people who were sent, or the card would not believe them; everything else in them is hostile.
function answerImport(): Answer {
  const { counters: _counters, ...source } = toSource(hostile);
  const results = toResults().map((result, index) => ({ ...result, email: `u${index}@example.com` }));
  return { json: { source, results } };
}

function toResults() {
  return texts.map((text, index) => ({
    ...{ index, externalUserId: text, email: text, connectionId: text, code: text, field: null },
    status: index < 5 ? text : "invalid_row",
    warnings: [{ code: text }],
  }));
}

async function expectOnlyText(card: Card, shown: readonly string[]): Promise<void> {
  const { page, complaints } = watched;
  // The card's markup and a dialog's, as text; one text may be divided for line breaks.
  const text = await page.locator("body").evaluate((body) => body.textContent);
  expect(shown.filter((one) => !text?.includes(one.replace(/[\uE000-\uE003]/g, "")))).toEqual([]);
  expect(await page.evaluate(findMarkup)).toEqual([]);
  await hoverEverything(page, card);
  expect(await page.evaluate("runs")).toBe(0);
  expect(page.url()).toBe(`${site.url}/`);
  expect(complaints.filter((line) => line.startsWith("uncaught"))).toEqual([]);
}

// Wakes handlers that wait for a pointer or a focus.
async function hoverEverything(page: Page, card: Card): Promise<void> {
  await card.root.evaluate((root) => {
    for (const element of root.querySelectorAll("*")) {
      for (const type of ["mouseover", "focus", "toggle"]) element.dispatchEvent(new Event(type));
    }
  });
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

// Runs in the page before any script of it.
function countRuns(): void {
  let runs = 0;
  const ran = () => {
    runs += 1;
  };
  Object.defineProperty(globalThis, "runs", { get: () => runs });
  Object.assign(globalThis, { ran, alert: ran });
}

// Runs in the page: elements the card never makes, attributes that are code, and addresses that are.
function findMarkup(): string[] {
  const foreign =
    "script, img, iframe, object, embed, base, meta, link, style, math, template, video, animate, noscript";
  const attributes = [...document.body.querySelectorAll("*")].flatMap((element) => [...element.attributes]);
  const main = [...document.querySelectorAll(`main :is(${foreign})`)];
  return [
    ...main.map(({ outerHTML }) => outerHTML),
    ...attributes.filter(({ name }) => name.startsWith("on")).map(({ name }) => name),
    ...attributes
      .filter(({ name, value }) => ["href", "src", "action"].includes(name) && /^\s*(?:javascript|data):/i.test(value))
      .map(({ value }) => value),
  ];
}
