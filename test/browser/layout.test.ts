// In every state and at every width: nothing sticks out, overlaps, is too small or moves, and the card stays a small piece of the page.
import type { Page } from "playwright";
import { expect } from "vitest";
import { type Card, cardOn, manyUsers, sampleNamed } from "./card.ts";
import { findFaults } from "./faults.ts";
import { test } from "./fixture.ts";
import { expectNone, takeShifts, watchShifts } from "./shifts.ts";

const widths = [320, 360, 768, 1280];
const mostNodes = 1_500;

test("from the empty card to the rollback of more rows than a page shows", async ({ openCard }) => {
  const { page, card } = await openCard();
  await card.savedSources.waitFor();
  await measure(page, card, "idle");
  await card.root.getByRole("button", { name: "Row results" }).click();
  await card.root.getByRole("table", { name: /^Rows of/ }).waitFor();
  await measure(page, card, "rows of a saved source");
  await card.root.getByRole("button", { name: "Row results" }).click();

  await card.upload(sampleNamed("unclosed-quote.csv"));
  await card.root.getByText("is never closed").waitFor();
  await measure(page, card, "refused");
  await card.review(sampleNamed("old-system.csv"));
  await measure(page, card, "nothing mapped");
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  await measure(page, card, "problems");
  await card.review(manyUsers(300));
  await card.root
    .getByText(/of 300/)
    .first()
    .waitFor();
  await measure(page, card, "a long file in review");

  await card.start.click();
  await card.resultHeading.waitFor();
  await measure(page, card, "a long result");
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.waitFor();
  await measure(page, card, "delete dialog");
  await card.dialog.getByRole("button", { name: "Delete source" }).click();
  await card.root.getByText("This import was undone.").waitFor();
  await measure(page, card, "undone");
});

test("while sending and after a failure: a new step moves only what is below it", async ({ site, openPage }) => {
  const { page } = await openPage(site.cardUrl, {}, (fresh) =>
    watchShifts(fresh, "[data-step], .ieu-header, .ieu-footer"),
  );
  await page.route("**/csv", () => {});
  const card = cardOn(page);
  // Where Start is when its bar does not stick to the bottom of the window.
  const top = () =>
    card.start.evaluate((start) => {
      const [review, bar] = [".ieu-review", ".ieu-footer"].map((part) => start.closest(part)?.getBoundingClientRect());
      return start.getBoundingClientRect().top + (review?.bottom ?? 0) - (bar?.bottom ?? 0) + window.scrollY;
    });
  await card.review(sampleNamed("guide-example.csv"));
  const moved = await takeShifts(page);
  expect(moved.filter(isAbove), "preview").toEqual([]);
  expect(moved, "the browser reports shifts at all").toContain("help");
  const before = await top();
  await card.start.click();
  await card.root.getByRole("progressbar").waitFor();
  await expect.poll(top, { message: "Start stays in its place" }).toBe(before);
  expect((await takeShifts(page)).filter(isAbove), "importing").toEqual([]);
  await measure(page, card, "importing");
  await takeShifts(page);
  await card.root.getByRole("button", { name: "Cancel" }).press("Enter");
  await card.root.getByRole("heading", { name: "You cancelled the import" }).waitFor();
  expect((await takeShifts(page)).filter(isAbove), "cancelled").toEqual([]);
  await measure(page, card, "cancelled");
});

test.for(widths)(
  "at %i px the status of stored rows and its cause are seen without scrolling sideways",
  async (width, { site, openPage }) => {
    const { page } = await openPage(site.cardUrl, { viewport: { width, height: 900 } });
    const card = cardOn(page);
    await card.savedSources.waitFor();
    await card.root.getByRole("button", { name: "Row results" }).click();
    const statuses = card.root.getByRole("table", { name: /^Rows of/ }).locator('tbody [data-part="status"]');
    await statuses.first().waitFor();
    const cut = await statuses.evaluateAll(
      (cells) =>
        cells.filter((cell) => {
          const box = cell.closest(".ieu-table-box")?.getBoundingClientRect();
          const right = Math.min(box?.right ?? 0, innerWidth);
          return [cell, ...cell.querySelectorAll("*")].some((one) => one.getBoundingClientRect().right > right);
        }).length,
    );
    expect([await statuses.count(), cut]).toEqual([50, 0]);
  },
);

test.for([1280, 360])(
  "without a pointer that hovers, at %i px, each pencil stands in the first line of its cell",
  async (width, { site, openPage }) => {
    const viewport = { width, height: 900 };
    const { page } = await openPage(site.cardUrl, { viewport, hasTouch: true, isMobile: true });
    const card = cardOn(page);
    await card.review(sampleNamed("rows-with-problems.csv"));
    await card.root.getByRole("button", { name: "Correct name in row 3" }).waitFor();
    expect(await page.evaluate(() => matchMedia("(hover: none)").matches)).toBe(true);
    await expectNone(page, findMisplacedPencils, "misplaced");
  },
);

function isAbove(part: string): boolean {
  return !/^(?:progress$|failure$|sources$|help$|page )/.test(part);
}

async function measure(page: Page, card: Card, state: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectNone(page, findFaults, `${state} at ${width} px`);
    // What the card practises with is there for a moment, unseen.
    const nodes = await card.root.locator("*:not([data-practice], [data-practice] *)").count();
    expect(nodes, `${state} at ${width} px`).toBeLessThan(mostNodes);
  }
}

// Runs in the page: the names of the buttons of right cells that are hidden, below the first line, or upon a text.
function findMisplacedPencils(): string[] {
  const pencils = [...document.querySelectorAll('.ieu-correctable > .ieu-correct[data-marked="false"]')];
  const misplaced = pencils.filter((pencil) => {
    const cell = pencil.parentElement?.getBoundingClientRect() as DOMRect;
    const { top, left, right } = pencil.getBoundingClientRect();
    const range = document.createRange();
    range.setStart(pencil.parentElement as Element, 0);
    range.setEndBefore(pencil);
    const texts = [...range.getClientRects()];
    const isUponText = texts.some((text) => left < text.right && right > text.left && top < text.bottom);
    return getComputedStyle(pencil).opacity !== "1" || top > cell.top + 12 || isUponText;
  });
  return pencils.length === 0
    ? ["no button at all"]
    : misplaced.map((pencil) => String(pencil.getAttribute("aria-label")));
}
