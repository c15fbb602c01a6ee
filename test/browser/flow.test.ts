// The whole flow of the guide, in the built demo against a real server: from the template to the rollback.
import { readFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect } from "vitest";
import { guideCsv } from "../../demo/samples/samples.ts";
import { rowStatuses } from "../../src/contract/status.ts";
import { type Card, sampleNamed, type Upload } from "./card.ts";
import { test } from "./fixture.ts";
import type { LivingWorld, Site } from "./site.ts";

test("the guide's own file: template, name, upload, mapping, import, result, rollback, world as before", async ({
  site,
  openCard,
}) => {
  const before = await site.livingWorld();
  const { page, card, complaints } = await openCard();
  await card.sourceName.waitFor();
  for (const name of ["Download template", "Upload CSV"]) {
    expect(await card.root.getByRole("button", { name }).count(), name).toBe(1);
  }

  const template = await saveTemplate(page, card);
  expect(toLines(template.buffer.toString("utf8"))).toEqual(toLines(`\uFEFF${guideCsv}`));

  await card.sourceName.fill("User Export 2026-05-03");
  await card.review(template);
  await expect.poll(() => card.root.getByRole("heading", { name: /preview/i }).count()).toBe(1);
  await expect.poll(() => card.root.getByText("All 5 columns recognised").isVisible()).toBe(true);
  await expect
    .poll(() => card.start.getAttribute("aria-describedby").then((id) => describedText(page, id)))
    .toContain("2 users of import-existing-users-template.csv will be sent to Acme Portal");

  await card.start.click();
  await card.resultHeading.waitFor();
  await expect.poll(() => card.root.getByText("2 users newly connected").isVisible()).toBe(true);
  await card.source("User Export 2026-05-03").waitFor();
  const after = await site.livingWorld();
  expect(after.connections.length).toBe(before.connections.length + 2);

  await rollBack(card, "User Export 2026-05-03");
  expect(await site.livingWorld()).toEqual(before);
  expect(complaints).toEqual([]);
});

test("10,000 rows: one request, a result for every row, and back again", async ({ site, openCard }) => {
  const before = await site.livingWorld();
  const sentBefore = posts(site).length;
  const { card, complaints } = await openCard();

  await card.sourceName.fill("Full export");
  await card.review(sampleNamed("full-export.csv"));
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(posts(site).length).toBe(sentBefore + 1);

  const saved = (await site.livingWorld()).sources?.find(({ name }) => name === "Full export");
  expect(saved?.counters.total).toBe(10_000);
  for (const status of rowStatuses) {
    const count = saved?.counters[status] ?? 0;
    expect(count, status).toBeGreaterThan(0);
    const chip = card.root.getByRole("group", { name: "Show results" }).getByText(status.replace("_", " "));
    await expect.poll(() => chip.locator("..").innerText()).toContain(count.toLocaleString("en-US"));
  }
  await expect.poll(() => card.root.getByText(/Rows 1–\d+ of 10,000/).isVisible()).toBe(true);

  await rollBack(card, "Full export");
  // Who was connected before stays so, and keeps what the import refreshed (guide: "Rollback / safety").
  expect(toIds(await site.livingWorld())).toEqual(toIds(before));
  expect(complaints).toEqual([]);
});

test("columns with other names are mapped by hand", async ({ openCard }) => {
  const { card } = await openCard();
  await card.review(sampleNamed("old-system.csv"));
  await expect.poll(() => card.start.getAttribute("aria-disabled")).toBe("true");
  const columns: Readonly<Record<string, string>> = {
    "User ID": "Ref A",
    Email: "Contact 2",
    Name: "Label",
    "Registration date": "Since",
  };
  for (const [field, column] of Object.entries(columns)) {
    await card.root.getByRole("combobox", { name: new RegExp(`^${field}`) }).selectOption({ label: column });
  }
  await expect.poll(() => card.start.isEnabled()).toBe(true);
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.root
    .getByText(/40 rows/)
    .first()
    .waitFor();
});

function toIds({ connections, sources = [] }: LivingWorld): string[] {
  return [...connections, ...sources].map(({ id }) => id).sort();
}

function posts(site: Site) {
  return site.requests.filter(({ method }) => method === "POST");
}

async function saveTemplate(page: Page, card: Card): Promise<Upload> {
  const download = page.waitForEvent("download");
  await card.root.getByRole("button", { name: "Download template" }).click();
  const saved = await download;
  return { name: saved.suggestedFilename(), mimeType: "text/csv", buffer: await readFile(await saved.path()) };
}

async function rollBack(card: Card, name: string): Promise<void> {
  await card.source(name).getByRole("button", { name: "Delete source" }).click();
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.source(name).waitFor({ state: "detached" });
}

async function describedText(page: Page, id: string | null): Promise<string> {
  return id ? page.locator(`[id="${id}"]`).innerText() : "";
}

function toLines(text: string): string[] {
  return text.split(/\r?\n/).filter(Boolean);
}
