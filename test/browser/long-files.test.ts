// Files with more rows than one import takes, to the end, in the built demo against a real server.
import { readFile } from "node:fs/promises";
import type { Page, Route } from "playwright";
import { expect } from "vitest";
import { type Card, cardOn, type Upload } from "./card.ts";
import { test } from "./fixture.ts";
import type { Site } from "./site.ts";

/** Users whom the server does not know, except the first and the last one, who are the same person. */
function longFile(count: number): Upload {
  const person = "legacy_1001,user.one@example.com,User One\n";
  const rows = Array.from({ length: count - 2 }, (_, at) => `old_${at},person${at}@example.net,Person ${at}\n`);
  const text = `user_id,email,name\n${person}${rows.join("")}${person}`;
  return { name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
}

const posts = (site: Site) => site.requests.filter(({ method }) => method === "POST");
const ownSources = async (site: Site) =>
  ((await site.livingWorld()).sources ?? []).filter(({ name }) => name.startsWith("Long"));

async function saved(page: Page, press: () => Promise<void>): Promise<Upload> {
  const download = page.waitForEvent("download");
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), mimeType: "text/csv", buffer: await readFile(await file.path()) };
}

async function openWith(page: Page, file: Upload): Promise<Card> {
  const card = cardOn(page);
  await card.sourceName.fill("Long");
  await card.upload(file);
  await card.root.getByRole("alert").waitFor();
  return card;
}

test("12,000 rows: the first 10,000, then the rows that the result names", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = await openWith(page, longFile(12_000));
  await expect
    .poll(() => card.root.getByRole("alert").innerText())
    .toContain("The file has 12,000 rows. The limit is 10,000");
  await card.root.getByRole("button", { name: "Use the first 10,000 rows" }).click();
  await card.previewHeading.waitFor();
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.root.getByText("2,000 rows were not imported").waitFor();
  await card.root.getByText("Rows 10,002 to 12,001.").waitFor();

  const button = card.root.getByRole("button", { name: "Download these 2,000 rows" });
  const rest = (await saved(page, () => button.click())).buffer.toString("utf8").trim().split("\r\n");
  expect(rest).toHaveLength(2_001);
  expect([rest[0], rest[1]]).toEqual(["user_id,email,name", "old_9999,person9999@example.net,Person 9999"]);

  await card.root.getByRole("button", { name: "Import the next 2,000" }).press("Enter");
  await card.root.getByText("10,000 rows above row 10,002 are not part of this import.").waitFor();
  await card.sourceName.fill("Long, the rest");
  await card.start.click();
  await card.resultHeading.waitFor();
  await card.source("Long, the rest").waitFor();
  const counts = (await ownSources(site)).map(({ name, counters }) => [name, counters.total, counters.imported]);
  expect(counts).toHaveLength(2);
  expect(counts).toEqual(
    expect.arrayContaining([
      ["Long", 10_000, 1],
      ["Long, the rest", 2_000, 0],
    ]),
  );
  expect(complaints).toEqual([]);
});

test("25,000 rows: in parts with a pause, one result over all, and undone together", async ({ site, openPage }) => {
  const before = await site.livingWorld();
  const { page, complaints } = await openPage(site.cardUrl);
  const held: Route[] = [];
  await page.route("**/csv", (route) => void held.push(route));
  const letThrough = async () => {
    await expect.poll(() => held.length).toBe(1);
    await held.shift()?.continue();
  };
  const card = await openWith(page, longFile(25_000));
  await card.root.getByRole("button", { name: "Import in 3 parts" }).click();
  await card.previewHeading.waitFor();
  // The last row has the email of the first one, in another part.
  await card.root.getByRole("button", { name: /^Duplicates/ }).click();
  await card.root.getByText("Same email as row 2").first().waitFor();
  await card.start.press("Enter");
  await card.root.getByRole("button", { name: "Pause after this part" }).press("Enter");
  await letThrough();
  await card.root.getByRole("heading", { name: "Paused after part 1 of 3" }).waitFor();
  await card.source("Long (1 of 3)").getByText("10,000").first().waitFor();
  await expect.poll(() => card.source("Long (1 of 3)").getByText("not saved").count()).toBe(0);
  await card.root.getByRole("button", { name: "Continue with part 2" }).click();
  await card.root.getByText("Part 2 of 3: 10,000 of 25,000 users sent").waitFor();
  await letThrough();
  await letThrough();
  await card.resultHeading.waitFor();

  expect(new Set(posts(site).map(({ key }) => key)).size).toBe(3);
  const sources = await ownSources(site);
  expect(sources.map(({ name, counters }) => [name, counters.total]).sort()).toEqual([
    ["Long (1 of 3)", 10_000],
    ["Long (2 of 3)", 10_000],
    ["Long (3 of 3)", 5_000],
  ]);
  await card.root.getByText("Saved as 3 sources").waitFor();
  await card.root.getByText(/Rows 1–\d+ of 25,000/).waitFor();
  const button = card.root.getByRole("button", { name: /^Download results/ });
  const results = (await saved(page, () => button.click())).buffer.toString("utf8").trim().split("\r\n");
  expect(results).toHaveLength(25_001);
  expect(results.at(-1)).toMatch(/^25001,.*already_connected/);

  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByText("One after another: Long (3 of 3), Long (2 of 3), and Long (1 of 3).").waitFor();
  await card.dialog.getByRole("button", { name: "Delete sources" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  const deletes = site.requests.filter(({ method, path }) => method === "DELETE" && !path.includes("dryRun"));
  expect(deletes.map(({ path }) => path.split("/").at(-1))).toEqual(
    ["Long (3 of 3)", "Long (2 of 3)", "Long (1 of 3)"].map((name) => sources.find((one) => one.name === name)?.id),
  );
  expect((await site.livingWorld()).connections.map(({ id }) => id)).toEqual(before.connections.map(({ id }) => id));
  expect(complaints).toEqual([]);
});

test("a part that fails is sent again alone; a page left between parts keeps what is saved", async ({
  site,
  openPage,
}) => {
  const { page } = await openPage(site.cardUrl);
  let requests = 0;
  const held: Route[] = [];
  await page.route("**/csv", (route) => {
    requests += 1;
    if (requests === 1) return route.continue();
    return requests === 2 ? route.fulfill({ status: 403 }) : void held.push(route);
  });
  const card = await openWith(page, longFile(25_000));
  await card.root.getByRole("button", { name: "Import in 3 parts" }).click();
  await card.previewHeading.waitFor();
  await card.start.click();
  await card.root.getByRole("heading", { name: /^Part 2 of 3: You do not have permission/ }).waitFor();
  await card.root.getByText("10,000 users are saved as Long (1 of 3).").waitFor();
  await card.root.getByRole("button", { name: "Pause after this part" }).waitFor({ state: "detached" });
  await card.root.getByRole("button", { name: "Try part 2 again" }).click();
  await card.root.getByRole("button", { name: "Pause after this part" }).press("Enter");
  await card.root.getByText("The import pauses after this part.").waitFor();
  await expect.poll(() => held.length).toBe(1);
  await held.shift()?.continue();
  await card.root.getByRole("heading", { name: "Paused after part 2 of 3" }).waitFor();
  expect(posts(site)).toHaveLength(2);
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await card.source("Long (2 of 3)").getByText("Part 3 of this import is not saved.").waitFor();
  await expect.poll(() => card.source("Long (1 of 3)").getByText("not saved").count()).toBe(0);
});
