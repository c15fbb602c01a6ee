// Repairs a file in the built demo before its import: mistyped domains, find and replace, and rows left out.
import { expect } from "vitest";
import { paddedFile } from "../../stories/setup/files.ts";
import type { Upload } from "./card.ts";
import { test } from "./fixture.ts";

function csv(name: string, text: string): Upload {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

test("rows left out by filter are in no request, and are listed on the result", async ({ site, openCard }) => {
  const { card, complaints } = await openCard();
  const rows = Array.from({ length: 40 }, (_, row) => `${row},user${row % 36}@example.net,User ${row}\n`);
  await card.review(csv("doubles.csv", `user_id,email,name\n${rows.join("")}`));
  await card.root.getByRole("button", { name: "Duplicates 4" }).click();
  await card.root.getByRole("button", { name: "Leave out these 4 duplicates" }).click();
  await expect
    .poll(() => card.root.getByText(/^36 users of .+ will be sent to Acme Portal; 4 left out$/).isVisible())
    .toBe(true);
  await card.start.click();
  await card.resultHeading.waitFor();
  const saved = (await site.livingWorld()).sources?.find(({ counters }) => counters.total === 36);
  expect(saved).toBeDefined();
  await card.root.getByRole("button", { name: /left out/ }).click();
  await expect.poll(() => card.root.getByText("Left out in the preview and not sent.").count()).toBe(4);
  expect(complaints).toEqual([]);
});

test("a mistyped domain is replaced on request, and so it is sent", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  const emails = ["gmial.com", "gmail.con", "hotnail.com"].map((domain, row) => `ada${row}@${domain}`);
  const rows = [...Array.from({ length: 20 }, (_, row) => `user${row}@example.net`), ...emails];
  await card.review(csv("mistyped.csv", `user_id,email\n${rows.map((email, row) => `${row},${email}`).join("\n")}\n`));
  const offer = card.root.getByRole("group", { name: "Mistyped domain hotnail.com" });
  await offer.getByRole("button").focus();
  await page.keyboard.press("Enter");
  await offer.getByRole("button", { name: "Apply" }).press("Enter");
  await offer.getByText("hotnail.com replaced by hotmail.com in 1 email.").waitFor();
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly email: string }[] };
  expect(sent.users.slice(-3).map(({ email }) => email)).toEqual([...emails.slice(0, 2), "ada2@hotmail.com"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});

test("numbers that a workbook shows with leading zeros are read as stored by the keyboard, and so they are sent", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  const buffer = Buffer.from(await paddedFile([1002, 17, 345, 99_999], "00000").arrayBuffer());
  await card.review({ name: "padded.xlsx", mimeType: "", buffer });
  const offer = card.root.getByRole("group", { name: "Numbers shown in another form" });
  await offer.getByText("00345").waitFor();
  expect(await offer.getByRole("listitem").allTextContents()).toEqual([
    "Row 2 01002 →becomes 1002",
    "Row 3 00017 →becomes 17",
    "Row 4 00345 →becomes 345",
  ]);
  await offer.getByRole("button", { name: "Read as stored" }).press("Enter");
  await offer.getByText(/read as stored/).waitFor();
  expect(await offer.getByRole("button", { name: "Undo" }).evaluate((one) => one === document.activeElement)).toBe(
    true,
  );
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly externalUserId: string }[] };
  expect(sent.users.map(({ externalUserId }) => externalUserId)).toEqual(["1002", "17", "345", "99999"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});

test("a text is replaced in 10,000 cells by the keyboard, and undone, with no cell changed", async ({ openCard }) => {
  const { card, complaints } = await openCard();
  const rows = Array.from({ length: 10_000 }, (_, row) => `${row},user${row}@old.example,User ${row}\n`);
  await card.review(csv("moved.csv", `user_id,email,name\n${rows.join("")}`));
  await card.root.getByRole("button", { name: "Find and replace" }).press("Enter");
  await card.root.getByRole("textbox", { name: "Find" }).fill("@old.");
  await card.root.getByRole("textbox", { name: "Replace with" }).fill("@new.");
  await card.root.getByText("10,000 cells would change.").waitFor();
  await card.root.getByRole("textbox", { name: "Replace with" }).press("Enter");
  await card.root.getByText("@old. replaced by @new. in 10,000 cells").waitFor();
  await expect.poll(() => card.root.getByRole("cell", { name: /user0@new\.example/ }).isVisible()).toBe(true);
  await card.root.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
  await card.root.getByRole("cell", { name: "user0@old.example", exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test("damaged texts and a split value are repaired by the keyboard, and so they are sent", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  const damaged = ["JÃ¼rgen", "Ren&eacute;", "b'Zo\\xc3\\xab'", "Fran=C3=A7ois", "Roe, Ann"];
  const rows = damaged.map((name, row) => `${row},ada${row}@example.net,${name},2026-05-0${row + 1}\n`);
  await card.review(csv("damaged.csv", `user_id,email,name,last_login_date\n${rows.join("")}`));
  const repairs = [
    ["Letters that were encoded twice", "Apply"],
    ["HTML codes in texts", "Apply"],
    ["Texts written as Python bytes", "Apply"],
    ["Codes in place of letters", "Apply"],
    ["Values split at the delimiter", "Join the cells"],
  ] as const;
  for (const [name, button] of repairs) {
    const offer = card.root.getByRole("group", { name });
    await offer.waitFor();
    const line = offer.locator("button[aria-expanded=false]");
    if (await line.isVisible()) await line.press("Enter");
    await offer.getByRole("button", { name: button }).press("Enter");
    await offer.getByRole("button", { name: "Undo" }).waitFor();
    // The focus stays in the offer while the file is read anew.
    await page.waitForFunction(() => document.activeElement?.textContent === "Undo");
  }
  await expect.poll(() => card.root.getByRole("button", { name: "Undo" }).count()).toBe(5);
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly name: string }[] };
  expect(sent.users.map(({ name }) => name)).toEqual(["Jürgen", "René", "Zoë", "François", "Roe, Ann"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});

test("duplicates are shown beside the row they repeat, left out, put back, and left out again by the keyboard", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  const users = ["1,ada@example.net,Ada", "2,bo@example.net,Bo", "3,ADA@example.net,Ada L.", "4,ada@example.net,A. L."];
  await card.review(csv("twice.csv", `user_id,email,name\n${users.join("\n")}\n`));
  const offer = card.root.getByRole("group", { name: "Repeated emails" });
  await offer.waitFor();
  expect(await offer.getByRole("listitem").allInnerTexts()).toEqual([
    expect.stringMatching(/Row 2\s.*1 · ada@example.net · Ada\s+Row 4\s.*3 · ADA@example.net · Ada L\./s),
    expect.stringMatching(/Row 2\s.*1 · ada@example.net · Ada\s+Row 5\s.*4 · ada@example.net · A\. L\./s),
  ]);
  const leaveOut = offer.getByRole("button", { name: "Leave out 2 duplicates" });
  const undo = offer.getByRole("button", { name: "Undo" });
  await leaveOut.press("Enter");
  await card.root.getByText(/^2 users of .+ will be sent to Acme Portal; 2 left out$/).waitFor();
  await undo.press("Enter");
  await card.root.getByText(/^4 users of .+ will be sent to Acme Portal$/).waitFor();
  await leaveOut.press("Enter");
  // The offer and its undo outlast another reading of the file.
  await card.root.getByRole("combobox", { name: "Encoding" }).selectOption("windows-1252");
  await card.root.getByText("chosen by you").waitFor();
  await undo.waitFor();
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly name: string }[] };
  expect(sent.users.map(({ name }) => name)).toEqual(["Ada", "Bo"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});

test("a file without user ids is imported with the email as user ID, shown in rows before it is applied", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  await card.upload(csv("newsletter.csv", "Email,Name\nAda@Example.net,Ada\nbo@example.net,Bo\n"));
  const offer = card.root.getByRole("group", { name: "Email as user ID" });
  await offer.waitFor();
  await expect
    .poll(() => offer.getByRole("listitem").first().innerText())
    .toMatch(/Row 2\s+Ada@Example.net.*ada@example.net/s);
  await offer.getByRole("button", { name: "Leave as it is" }).press("Enter");
  await offer.getByText("The email is not used. Choose a column for User ID.").waitFor();
  await offer.getByRole("button", { name: "Undo" }).press("Enter");
  await offer.getByRole("button", { name: "Use Email as User ID too" }).press("Enter");
  await card.root.getByRole("button", { name: "Ready 2" }).waitFor();
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly Record<"externalUserId", string>[] };
  expect(sent.users.map(({ externalUserId }) => externalUserId)).toEqual(["ada@example.net", "bo@example.net"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});
