// Repairs a file in the built demo before its import: mistyped domains, find and replace, and rows left out.
import { expect } from "vitest";
import { cardOn, type Upload } from "./card.ts";
import { test } from "./fixture.ts";

function csv(name: string, text: string): Upload {
  return { name, mimeType: "text/csv", buffer: Buffer.from(text) };
}

test("rows left out by filter are in no request, and are listed on the result", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  const rows = Array.from({ length: 40 }, (_, row) => `${row},user${row % 36}@example.net,User ${row}\n`);
  await card.review(csv("doubles.csv", `user_id,email,name\n${rows.join("")}`));
  await card.root.getByRole("button", { name: "Duplicates 4" }).click();
  await card.root.getByRole("button", { name: "Leave out these 4 duplicates" }).click();
  expect(await card.root.getByText(/^36 users of .+ will be sent to Acme Portal; 4 left out$/).isVisible()).toBe(true);
  await card.start.click();
  await card.resultHeading.waitFor();
  const saved = (await site.livingWorld()).sources?.find(({ counters }) => counters.total === 36);
  expect(saved).toBeDefined();
  await card.root.getByRole("button", { name: /left out/ }).click();
  expect(await card.root.getByText("Left out in the preview and not sent.").count()).toBe(4);
  expect(complaints).toEqual([]);
});

test("a mistyped domain is replaced on request, and so it is sent", async ({ site, openPage }) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
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

test("a text is replaced in 10,000 cells by the keyboard, and undone, with no cell changed", async ({
  site,
  openPage,
}) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
  const rows = Array.from({ length: 10_000 }, (_, row) => `${row},user${row}@old.example,User ${row}\n`);
  await card.review(csv("moved.csv", `user_id,email,name\n${rows.join("")}`));
  await card.root.getByRole("button", { name: "Find and replace" }).press("Enter");
  await card.root.getByRole("textbox", { name: "Find" }).fill("@old.");
  await card.root.getByRole("textbox", { name: "Replace with" }).fill("@new.");
  await card.root.getByText("10,000 cells would change.").waitFor();
  await card.root.getByRole("textbox", { name: "Replace with" }).press("Enter");
  await card.root.getByText("@old. replaced by @new. in 10,000 cells").waitFor();
  expect(await card.root.getByRole("cell", { name: /user0@new\.example/ }).isVisible()).toBe(true);
  await card.root.getByRole("button", { name: "Undo", exact: true }).last().press("Enter");
  await card.root.getByRole("cell", { name: "user0@old.example", exact: true }).waitFor();
  expect(complaints).toEqual([]);
});

test("damaged texts and a split value are repaired by the keyboard, and so they are sent", async ({
  site,
  openPage,
}) => {
  const { page, complaints } = await openPage(site.cardUrl);
  const card = cardOn(page);
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
  expect(await card.root.getByRole("button", { name: "Undo" }).count()).toBe(5);
  const request = page.waitForRequest((one) => one.method() === "POST");
  await card.start.click();
  const sent = (await request).postDataJSON() as { readonly users: readonly { readonly name: string }[] };
  expect(sent.users.map(({ name }) => name)).toEqual(["Jürgen", "René", "Zoë", "François", "Roe, Ann"]);
  await card.resultHeading.waitFor();
  expect(complaints).toEqual([]);
});
