// Nothing jumps: when a step appears, only what comes after it makes room.
import type { Route } from "playwright";
import { expect } from "vitest";
import { cardOn, manyUsers, sampleNamed, type Upload } from "./card.ts";
import { test } from "./fixture.ts";
import { takeShifts, watchShifts } from "./shifts.ts";

test("from the empty card to the result and its rows", async ({ site, openPage }) => {
  // High enough that nothing moves below the fold, unseen.
  const { page } = await openPage("about:blank", { viewport: { width: 1280, height: 3_000 } }, watchShifts);
  const held: Route[] = [];
  let holds = true;
  await page.route(/\/sources(?:\?|$)/, (route) => (holds ? void held.push(route) : route.continue()));
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  // The list comes once the page was drawn without it.
  await expect.poll(() => held.length).toBe(1);
  await takeShifts(page);
  holds = false;
  await held[0]?.continue();
  await card.savedSources.waitFor();
  expect(await takeShifts(page), "the saved sources").toEqual(["help"]);

  await card.upload(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  expect(await takeShifts(page), "the preview").toEqual(["help", "sources"]);

  // Without a real press, after which Chromium would not call it a shift for half a second.
  await card.start.evaluate((start: HTMLElement) => start.click());
  await card.resultHeading.waitFor();
  await card.source("User Export").nth(1).waitFor();
  const atEnd = await takeShifts(page);
  expect(atEnd.filter((step) => step !== "progress")).toEqual(["help", "sources"]);

  const [toggle] = await card.root.getByRole("button", { name: "Row results" }).all();
  await toggle?.evaluate((button: HTMLElement) => button.click());
  await card.root.getByRole("table", { name: /^Rows of/ }).waitFor();
  expect(await takeShifts(page), "the rows of a source").toEqual(["help", "sources"]);
});

test("the rows of a page that follow the first ones take space that was kept for them", async ({ site, openPage }) => {
  const { page } = await openPage("about:blank", { viewport: { width: 1280, height: 3_000 } }, watchShifts);
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await takeShifts(page);
  await card.upload(manyUsers(300));
  await card.root.getByRole("rowheader", { name: "51", exact: true }).waitFor();
  expect(await takeShifts(page)).toEqual(["help", "sources"]);
});

test("the preview stays in place while users are sent, and after a failure", async ({ site, openPage }) => {
  const { page } = await openPage("about:blank", { viewport: { width: 1280, height: 3_000 } }, watchShifts);
  const held: Route[] = [];
  await page.route("**/csv", (route) => void held.push(route));
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  await takeShifts(page);
  await card.start.evaluate((start: HTMLElement) => start.click());
  await expect.poll(() => held.length).toBe(1);
  await card.root.getByRole("progressbar").waitFor();
  expect(
    (await takeShifts(page)).filter((step) => step !== "progress"),
    "sending",
  ).toEqual(["help", "sources"]);
  await held[0]?.fulfill({ status: 403 });
  await card.root.getByRole("button", { name: "Try again" }).waitFor();
  expect((await takeShifts(page)).filter((step) => step !== "progress")).toEqual(["help", "sources"]);
});

function withOffer(header: string, toEnd: (row: number) => string): Upload {
  const rows = Array.from({ length: 400 }, (_, row) => `legacy_${row},${toEnd(row)}\n`);
  return { name: "offer.csv", mimeType: "text/csv", buffer: Buffer.from(`user_id,${header}\n${rows.join("")}`) };
}

const offers: readonly (readonly [found: string, file: Upload, text: RegExp])[] = [
  ["emails to repair", withOffer("email", (row) => `mailto:user${row}@example.net`), /^400 emails can be repaired/],
  [
    "emails to repair in the last rows",
    withOffer("email", (row) => `${row < 390 ? "" : "mailto:"}user${row}@example.net`),
    /^10 emails can be repaired/,
  ],
  ["mistyped domains", withOffer("email", (row) => `user${row}@${row % 4 ? "gmail.com" : "gmial.com"}`), /100 emails/],
  ["dates to convert", withOffer("email,last_login", (row) => `u${row}@example.net,${13 + (row % 9)}.01.2024`), /400/],
  [
    "texts for a missing name",
    withOffer("email,name", (row) => `u${row}@example.net,${row % 5 ? "Ada" : "N/A"}`),
    /80/,
  ],
  [
    "dates that stand for none",
    withOffer("email,last_login", (row) => `u${row}@example.net,${row % 5 ? "2024-05-05" : "1970-01-01"}`),
    /80/,
  ],
  ["times without a zone", withOffer("email,last_login", (row) => `u${row}@example.net,2024-05-05T10:00:00`), /UTC/],
];

test.for(offers)("%s move nothing once all rows are searched", async ([, file, text], { site, openPage }) => {
  // The end of the page of rows is below.
  const { page } = await openPage("about:blank", { viewport: { width: 1280, height: 1_600 } }, watchShifts);
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await takeShifts(page);
  await card.upload(file);
  await card.root.locator(".ieu-mapper").getByText(text).first().waitFor();
  await card.root.getByRole("rowheader", { name: "51", exact: true }).waitFor();
  expect(await takeShifts(page)).not.toContain("review");
});
