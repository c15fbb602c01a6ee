// Rows copied in a spreadsheet and pasted into the zone with the keyboard, in a real browser.
import { expect } from "vitest";
import { test } from "./fixture.ts";

test("pasted cells are read, mapped and imported like a file", async ({ openCard }) => {
  const { page, card, complaints } = await openCard();
  await card.savedSources.waitFor();
  // A field of the page takes the cells, as copying needs a permission that the page lacks.
  await page.evaluate(() => {
    const area = document.createElement("textarea");
    area.id = "sheet";
    area.value = "user_id\temail\tname\nlegacy_1001\tuser.one@example.com\tUser One\n";
    document.body.append(area);
    area.select();
  });
  await page.keyboard.press("Control+C");
  await card.root.getByRole("button", { name: "Upload CSV" }).focus();
  await page.keyboard.press("Control+V");
  await card.previewHeading.waitFor();
  await expect.poll(() => card.root.getByText("pasted rows.tsv", { exact: true }).isVisible()).toBe(true);
  await card.start.click();
  await card.resultHeading.waitFor();
  await expect.poll(() => card.root.getByText("1 user newly connected").isVisible()).toBe(true);
  expect(complaints).toEqual([]);
});
