// The card inside a modal dialog of the host: the whole import, its own dialog on top, and Escape.
import { expect } from "vitest";
import { sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

test("a card in a modal dialog imports, asks in a dialog on top, and Escape closes only what is on top", async ({
  openCard,
}) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  // The card stays mounted: its section is moved, as a portal would have put it there.
  await page.evaluate(() => {
    const root = document.querySelector("#import-existing-users");
    const dialog = document.createElement("dialog");
    dialog.id = "host-dialog";
    dialog.setAttribute("aria-label", "Import");
    root?.parentElement?.append(dialog);
    if (root) dialog.append(root);
    dialog.showModal();
  });
  const host = page.locator("#host-dialog");
  await card.review(sampleNamed("rows-with-problems.csv"));

  const correct = card.root.getByRole("button", { name: "Correct email in row 3" });
  await correct.click();
  await card.root.getByRole("textbox", { name: "Email in row 3" }).press("Escape");
  await expect.poll(() => host.evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(true);

  await card.start.click();
  await card.resultHeading.waitFor();
  const download = page.waitForEvent("download");
  await card.root.getByRole("button", { name: /^Download results/ }).click();
  await download;
  await expect.poll(() => host.evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(true);

  await card.root.getByRole("button", { name: "Undo this import" }).click();
  const question = page.getByRole("dialog", { name: /^Delete source/ });
  await question.waitFor();
  expect(
    await question.getByRole("button", { name: "Keep source" }).evaluate((one) => document.activeElement === one),
  ).toBe(true);
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  await expect.poll(() => host.evaluate((dialog: HTMLDialogElement) => dialog.open)).toBe(true);

  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await question.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  expect(complaints).toEqual([]);
});
