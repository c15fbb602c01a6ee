// The rows with problems leave as a file, come back corrected, and the list is drawn anew without them, in a real browser.
import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { manyUsers } from "./card.ts";
import { test } from "./fixture.ts";

test("120 of 150 rows with problems are corrected in a spreadsheet: the list then shows the other 30", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await card.review(manyUsers(400, 150));
  await card.root.getByRole("button", { name: "With problems 150" }).click();
  await card.root.getByText(/^Rows 1–\d+ of 150$/).waitFor();
  const saving = page.waitForEvent("download");
  await card.root.getByRole("button", { name: "Download 150 rows with problems" }).click();
  const text = await readFile(await (await saving).path(), "utf8");
  const [header, ...lines] = text.trim().split("\r\n");
  expect([header, lines.length]).toEqual(["user_id,email,name,import_row,import_problem", 150]);
  const corrected = lines.map((line, row) => (row < 120 ? line.replace(",none,", `,now${row}@example.net,`) : line));

  const file = `${header}\r\n${corrected.join("\r\n")}\r\n`;
  await card.upload({ name: "corrected.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await card.root.getByRole("button", { name: /^Apply the corrections .* \(120 rows\)$/ }).press("Enter");
  await card.root.getByRole("button", { name: "With problems 30" }).waitFor();
  await card.root.getByText("Rows 1–30 of 30").waitFor();
  const table = card.root.getByRole("grid", { name: "Preview of the rows" });
  await expect.poll(() => table.getByRole("rowheader").first().innerText()).toMatch(/^122/);

  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly email: string }[] };
  expect(sent.users.slice(118, 122).map(({ email }) => email)).toEqual([
    "now118@example.net",
    "now119@example.net",
    "none",
    "none",
  ]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});

test("rows that a filter left out are put back, one by one and together, and are sent", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  await card.review(manyUsers(20, 6));
  await card.root.getByRole("button", { name: "With problems 6" }).click();
  await card.root.getByRole("button", { name: "Leave out these 6 rows" }).press("Enter");
  await card.root.getByText(/^14 users of many\.csv will be sent to Acme Portal; 6 left out$/).waitFor();
  await card.root.getByRole("button", { name: "Left out 6" }).click();
  await card.root.getByRole("button", { name: "Put back row 3" }).press("Enter");
  await card.root.getByText(/^15 users of .*; 5 left out$/).waitFor();
  await card.root.getByRole("button", { name: "Put back all 5 rows left out" }).press("Enter");
  await card.root.getByText(/^20 users of many\.csv will be sent to Acme Portal; 6 have problems/).waitFor();
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  expect((await request).postDataJSON().users).toHaveLength(20);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});
