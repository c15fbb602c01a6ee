// The whole flow without a mouse: everything is reached by Tab, and focus never gets lost.
import type { Page } from "playwright";
import { expect } from "vitest";
import { sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

test("upload, start, undo: by keyboard alone", async ({ site, openCard }) => {
  const before = await site.livingWorld();
  const { page, card, complaints } = await openCard();
  await card.sourceName.waitFor();
  // Playwright catches file choosers from the first listener on, and a key press would be faster than that.
  page.on("filechooser", () => {});

  await tabTo(page, "Source name");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("By keyboard");
  await tabTo(page, "Upload CSV");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(sampleNamed("guide-example.csv"));

  await card.previewHeading.waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Preview/);
  await tabTo(page, "Start import");
  await page.keyboard.press("Enter");

  await card.resultHeading.waitFor();
  await expect.poll(() => focused(page)).toBe("Import result");
  await tabTo(page, "Undo this import");
  await page.keyboard.press("Enter");

  await card.dialog.waitFor();
  await expect.poll(() => focused(page)).toBe("Keep source");
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Undo this import");
  await page.keyboard.press("Enter");
  await card.dialog.waitFor();
  await tabTo(page, "Delete source");
  await page.keyboard.press("Enter");
  await card.root.getByText("This import was undone.").waitFor();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest("#import-existing-users") !== null))
    .toBe(true);

  expect(await site.livingWorld()).toEqual(before);
  expect(complaints).toEqual([]);
});

test("a key that is pressed before a new screen is painted goes on from its heading", async ({ openCard }) => {
  const { page, card } = await openCard({}, (opened) => opened.addInitScript(paintNothing));
  await card.review(sampleNamed("guide-example.csv"));
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("Skip to Start import");
  await card.start.press("Enter");
  await card.resultHeading.waitFor();
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("Import another file");
});

// Runs in the page. The focus moves with the first press, or after a while.
function paintNothing(): void {
  window.requestAnimationFrame = () => 0;
}

test("the rows of a saved source, and deleting it: by keyboard alone", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.start.press("Enter");
  await card.resultHeading.waitFor();
  await card.source("User Export").nth(1).waitFor();

  await tabTo(page, "Row results");
  await page.keyboard.press("Space");
  await card.root.getByRole("table", { name: /^Rows of/ }).waitFor();
  await expect.poll(() => focused(page)).toBe("Row results");
  const toggle = card.root.getByRole("button", { name: "Row results", expanded: true });
  await tabTo(page, "Delete source");
  await tabTo(page, "not found 4");
  await page.keyboard.press("Enter");
  await card.root.getByText("Rows 1–4 of 4").waitFor();
  await expect.poll(() => focused(page)).toBe("not found 4");
  await tabTo(page, "No.");
  await page.keyboard.press("End");
  await expect.poll(() => focused(page)).toBe("Name");
  await page.keyboard.press("Home");
  await expect.poll(() => focused(page)).toBe("No.");
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => focused(page)).toBe("Status");
  await page.keyboard.press("Space");
  await card.root.getByRole("columnheader", { name: "Status" }).and(card.root.locator("[aria-sort]")).waitFor();

  await toggle.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => card.root.getByRole("table", { name: /^Rows of/ }).count()).toBe(0);
  await expect.poll(() => focused(page)).toBe("Row results");
  await tabTo(page, "Delete source");
  await page.keyboard.press("Enter");
  await card.dialog.waitFor();
  await tabTo(page, "Delete source");
  await page.keyboard.press("Enter");
  await card.root.getByText(/was deleted/).waitFor();
  await expect.poll(() => focused(page)).toBe("Saved sources");
  expect(complaints).toEqual([]);
});

test("a wrong cell is corrected and imported by keyboard alone", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  const text = "user_id,email\nlegacy_1001,user.one@example.com\nlegacy_1002,user.two@\n,user.three@example.com\n";
  await card.review({ name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await expect.poll(() => focused(page)).toMatch(/^Preview/);
  await tabTo(page, "Correct email in row 3");
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  // As fast as a machine types: no key may get to the cell before.
  await page.keyboard.type("example.com\nlegacy_1003\n");
  await expect.poll(() => focused(page)).toBe("Correct user ID in row 4");
  await expect.poll(() => card.root.getByRole("status").textContent()).toBe("Row 4 is ready. No problems left.");
  await tabTo(page, "Start import");
  await page.keyboard.press("Enter");
  await card.resultHeading.waitFor();
  const rows = card.root.getByRole("table", { name: "Results per row" }).getByRole("row");
  await expect.poll(() => rows.filter({ hasText: "legacy_1002" }).textContent()).toContain("user.two@example.com");
  await expect.poll(() => rows.filter({ hasText: "invalid" }).count()).toBe(0);
  expect(complaints).toEqual([]);
});

test("a clean file goes from the file to its result with few keys", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  await card.sourceName.waitFor();
  page.on("filechooser", () => {});
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  const reach = async (name: string) => {
    while ((await focused(page)) !== name && keys < 40) await press("Tab");
  };
  await page.locator("#import-existing-users .ieu-title").evaluate((title) => {
    title.setAttribute("tabindex", "-1");
    (title as HTMLElement).focus();
  });
  await reach("Upload CSV");
  const chooser = page.waitForEvent("filechooser");
  await press("Enter");
  await (await chooser).setFiles(sampleNamed("guide-example.csv"));
  await card.previewHeading.waitFor();
  await expect.poll(() => focused(page)).toMatch(/^Preview/);
  await reach("Skip to Start import");
  await press("Enter");
  await press("Enter");
  await card.resultHeading.waitFor();
  expect(keys).toBeLessThan(12);

  await reach("Row");
  await press("ArrowDown");
  expect(keys).toBeLessThan(40);
  expect(complaints).toEqual([]);
});

test("Start is reached without skipping, and what has focus is never below its bar", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.review(sampleNamed("full-export.csv"));
  await expect.poll(() => focused(page)).toMatch(/^Preview/);
  const covered: string[] = [];
  let keys = 0;
  while ((await focused(page)) !== "Start import" && keys < 40) {
    await page.keyboard.press("Tab");
    keys += 1;
    // Down and back up, so that the table has to scroll.
    if ((await focused(page)) === "Row") for (let row = 0; row < 30; row += 1) await page.keyboard.press("ArrowDown");
    covered.push(...(await page.evaluate(nameIfCovered)));
  }
  expect(keys).toBeLessThan(40);
  expect(covered).toEqual([]);
});

// Runs in the page: the focused control, if something else lies over it.
function nameIfCovered(): string[] {
  const element = document.activeElement as HTMLElement;
  if (!element.closest(".ieu-review")) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  const over = document.elementFromPoint(left + width / 2, top + height / 2);
  return over && (element.contains(over) || over.contains(element)) ? [] : [element.textContent ?? element.tagName];
}

test("the focused control is always visible and outlined", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.review(sampleNamed("crm-export.csv"));
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(readFocus);
    if (!seen.inCard) continue;
    expect(seen, seen.name).toMatchObject({ isOutlined: true, isOnScreen: true });
  }
});

// Runs in the page.
function readFocus() {
  const element = document.activeElement as HTMLElement;
  const { top, bottom } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    name: `${element.tagName} ${element.textContent?.slice(0, 40)}`,
    inCard: element.closest("#import-existing-users") !== null,
    isOutlined: style.outlineStyle !== "none" || style.boxShadow !== "none",
    isOnScreen: bottom > 0 && top < window.innerHeight,
  };
}

async function tabTo(page: Page, name: string): Promise<void> {
  const reached: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now === name) return;
    reached.push(now);
  }
  throw new Error(`Tab never reaches “${name}”, only: ${reached.join(", ")}`);
}

// The label, or the text, of what has focus.
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
    return (label ?? element?.getAttribute("aria-label") ?? element?.textContent ?? "").trim();
  });
}
