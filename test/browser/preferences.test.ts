// User preferences: large text, forced colours, reduced motion.
import type { Page, Route } from "playwright";
import { expect } from "vitest";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { type OpenPage, test } from "./fixture.ts";
import { expectNone } from "./shifts.ts";
import type { Site } from "./site.ts";

/** Goes through every screen and looks at each. No page of these tests moves: the reader asks for no motion. */
async function tour(
  site: Site,
  openPage: OpenPage,
  look: (page: Page, screen: string) => Promise<void>,
): Promise<void> {
  const { page } = await openPage("about:blank");
  const held: Route[] = [];
  await page.route("**/csv", (route) => void held.push(route));
  await page.goto(site.cardUrl);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await card.root.getByRole("button", { name: "Row results" }).first().click();
  await card.root.getByRole("table", { name: /^Rows of/ }).waitFor();
  await look(page, "idle, with the rows of a source");
  await card.root.getByRole("button", { name: "Row results" }).first().click();
  await card.review(sampleNamed("crm-export.csv"));
  await look(page, "columns missing");
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  await look(page, "problems");
  await card.start.click();
  await expect.poll(() => held.length).toBe(1);
  await look(page, "importing");
  await held[0]?.fulfill({ status: 403 });
  await card.root.getByRole("button", { name: "Try again" }).waitFor();
  await look(page, "failed");
  await page.unroute("**/csv");
  await card.root.getByRole("button", { name: "Try again" }).click();
  await card.resultHeading.waitFor();
  await look(page, "result");
  await askToUndo(card);
  await look(page, "dialog");
}

async function askToUndo(card: Card): Promise<void> {
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.waitFor();
}

test("every screen is readable with reduced motion, forced colours and 200 % text", async ({ site, openPage }) => {
  await tour(site, openPage, async (page, screen) => {
    await expectNone(page, findMotion, `motion: ${screen}`);
    await page.emulateMedia({ forcedColors: "active" });
    await expectNone(page, findUnseen, `the system's colours: ${screen}`);
    await page.keyboard.press("Tab");
    await expect
      .poll(() => page.evaluate(readRing), { message: screen })
      .toMatchObject({ style: "solid", isSeen: true });
    await page.emulateMedia({ forcedColors: "none" });
    const tag = await page.addStyleTag({ content: "html { font-size: 200% }" });
    for (const width of [1280, 640]) {
      await page.setViewportSize({ width, height: 900 });
      await expectNone(page, findCutOff, `large text at ${width} px: ${screen}`);
    }
    await tag.evaluate((style) => (style as unknown as Element).remove());
    await page.setViewportSize({ width: 1280, height: 900 });
  });
});

// The following run in the page.

function findCutOff(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const card = document.querySelector("#import-existing-users");
  const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px wider than its window`] : [];
  // Cut on purpose, with the whole text elsewhere; or scrolled in their own box.
  const onPurpose = ".ieu-hidden, [data-skip], .ieu-long, .ieu-sample, select, input, progress";
  const cut = [...(card?.querySelectorAll<HTMLElement>("*") ?? [])].filter((element) => {
    if (element.matches(onPurpose) || !element.getClientRects().length) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const isTooWide = overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1;
    return isTooWide || (overflowY === "hidden" && element.scrollHeight > element.clientHeight + 1);
  });
  const outside = [...(card?.querySelectorAll<HTMLElement>("button, select, input, label") ?? [])].filter((control) => {
    if (control.offsetWidth <= 1 || control.closest("table")) return false;
    const { left, right } = control.getBoundingClientRect();
    const box = control.closest(".ieu-mapping, .ieu-table-box, .ieu-root")?.getBoundingClientRect();
    return box !== undefined && (left < box.left || right > box.right);
  });
  return [
    ...wide,
    ...[...cut, ...outside].map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 40)}`),
  ];
}

function findUnseen(): string[] {
  const card = document.querySelector("#import-existing-users") as HTMLElement;
  function groundOf(element: Element | null): string {
    if (!element) return "none";
    const { backgroundColor } = getComputedStyle(element);
    return backgroundColor === "rgba(0, 0, 0, 0)" ? groundOf(element.parentElement) : backgroundColor;
  }
  const shapes = [
    ...card.querySelectorAll<SVGElement>(".ieu-status .ieu-icon, .ieu-chip .ieu-icon, .ieu-notice .ieu-icon"),
  ];
  const unseen = shapes
    .filter((shape) => shape.getClientRects().length > 0)
    .filter((shape) => getComputedStyle(shape).stroke === groundOf(shape) || shape.getBoundingClientRect().width < 8)
    .map((shape) => `no shape: ${shape.parentElement?.textContent}`);
  for (const group of card.querySelectorAll(".ieu-chips")) {
    const [chosen, other] = [
      group.querySelector('[aria-pressed="true"]'),
      group.querySelector('[aria-pressed="false"]'),
    ];
    if (groundOf(chosen) === groundOf(other)) unseen.push(`not told apart: ${chosen?.textContent}`);
  }
  for (const bar of card.querySelectorAll(".ieu-bar-part")) {
    if (groundOf(bar) === groundOf(card)) unseen.push("a part of a bar");
  }
  return unseen;
}

function readRing() {
  const element = document.activeElement as HTMLElement;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const isSeen =
    Number.parseFloat(outlineWidth) >= 1 && outlineColor !== getComputedStyle(document.body).backgroundColor;
  return { name: element.textContent?.slice(0, 40), style: outlineStyle.replace("auto", "solid"), isSeen };
}

function findMotion(): string[] {
  const card = document.querySelector("#import-existing-users") as HTMLElement;
  const running = card.getAnimations({ subtree: true }).map((animation) => `animation ${animation.playState}`);
  const moving = [card, ...card.querySelectorAll("*")].filter((element) =>
    getComputedStyle(element)
      .transitionDuration.split(",")
      .some((duration) => Number.parseFloat(duration) > 0),
  );
  return [...running, ...moving.map(({ className }) => String(className))];
}
