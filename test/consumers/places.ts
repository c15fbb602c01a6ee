// Finds the card where a consumer's page has put it, and tries there what that place could forbid.
import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "playwright";
import { cardOn } from "../browser/card.ts";
import type { Consumer } from "./consumers.ts";

/** Makes the card visible; gives the page or frame that holds it. */
export async function openPlace(place: Consumer["place"], page: Page): Promise<Page | FrameLocator> {
  if (place === "frame") return page.frameLocator("iframe");
  if (place === "dialog") await page.getByRole("button", { name: "Import users" }).click();
  return page;
}

/** After an import: what did not work in this place; empty when all is well. */
export async function tryPlace(place: Consumer["place"], page: Page): Promise<string[]> {
  if (place === "dialog") return tryDialog(page);
  return place === "frame" ? tryFrame(page) : [];
}

// The card's own dialog opens on top of the host's, Escape closes the upper one, and the host's closes after it.
async function tryDialog(page: Page): Promise<string[]> {
  const card = cardOn(page);
  const host = page.getByRole("dialog", { name: "Import users" });
  const undo = card.root.getByRole("button", { name: "Undo this import" });
  const question = page.getByRole("dialog", { name: /^Delete source/ });
  await undo.click();
  await question.waitFor();
  await page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  if (!(await host.isVisible())) return ["Escape in the card's dialog has closed the host's."];
  await undo.click();
  await question.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  await page.keyboard.press("Escape");
  await host.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Import users" }).click();
  await card.savedSources.waitFor();
  return [];
}

// The frame's storage throws, its downloads are allowed, and what it can't store it must not claim to remember.
async function tryFrame(page: Page): Promise<string[]> {
  const frame = page.frameLocator("iframe");
  const { root } = cardOn(frame);
  const storage = await root.evaluate(() => {
    try {
      return localStorage.length;
    } catch (error) {
      return String(error);
    }
  });
  const download = page.waitForEvent("download");
  await root.getByRole("button", { name: /^Download results/ }).click();
  const lines = (await readFile(await (await download).path(), "utf8")).trim().split("\r\n");
  return [
    ...(/SecurityError/.test(String(storage)) ? [] : [`The frame has a storage: ${storage}`]),
    ...(lines.length === 10_001 ? [] : [`The download has ${lines.length} lines.`]),
    ...((await root.getByText(/remembered/i).count()) === 0 ? [] : ["The card says that it remembers a mapping."]),
  ];
}
