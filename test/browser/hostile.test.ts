// In pages whose styles were not made for guests the card looks as it always does.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { expect } from "vitest";
import { type Card, cardOn, sampleNamed } from "./card.ts";
import { findFaults } from "./faults.ts";
import { test } from "./fixture.ts";
import { expectNone } from "./shifts.ts";

const folder = join(import.meta.dirname, "../../stories/setup/hostile");
const sheets = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const roots = [
  "html { font-size: 100% }",
  "html { font-size: 62.5% } body { font-size: 1.6rem }",
  "html { font-size: 20px }",
];
const widths = [320, 1280];

test("no rule for elements changes a part of the card, and no size of the root breaks its layout", async ({
  site,
  openPage,
}) => {
  const { page } = await openPage(site.cardUrl);
  await tour(page, async (state) => {
    for (const { name, text } of sheets) {
      const changed = await page.evaluate(compareLook, text.replace(/:root \{[^}]*\}/, ""));
      expect(changed, `${state} with ${name}`).toEqual([]);
    }
    await tryRoots(page, state);
  });
});

async function tryRoots(page: Page, state: string): Promise<void> {
  for (const root of roots) {
    const tag = await page.addStyleTag({ content: root });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      await expectNone(page, findFaults, `${state} at ${width} px, ${root}`);
    }
    await tag.evaluate((style) => (style as unknown as Element).remove());
  }
}

async function tour(page: Page, look: (state: string) => Promise<void>): Promise<void> {
  const card = cardOn(page);
  await card.savedSources.waitFor();
  await look("idle");
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("gridcell", { name: "j.weiss@example" }).waitFor();
  await card.root.getByRole("button", { name: /All 5 columns recognised/ }).click();
  await look("preview");
  await card.sourceName.fill("Nightly Sync");
  await page.route("**/csv", (route) => route.fulfill({ status: 403 }));
  await card.start.click();
  await card.root.getByRole("heading", { name: "You do not have permission for this application" }).waitFor();
  await look("failure");
  await page.unroute("**/csv");
  await card.root.getByRole("button", { name: "Try again" }).click();
  await card.resultHeading.waitFor();
  await card.source("Nightly Sync").waitFor();
  await look("result");
  await openDialog(card);
  await look("dialog");
}

async function openDialog(card: Card): Promise<void> {
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByText(/Removes [\d,]+ connection/).waitFor();
  await card.dialog.getByText("Asking the server").waitFor({ state: "detached" });
}

// Runs in the page: what a style sheet changes in the computed styles of the card. Both looks are taken in one task, so that
// the card itself can't have changed between them.
function compareLook(sheet: string): string[] {
  const properties = [
    ..."display position float margin padding border-width border-style border-color border-radius".split(" "),
    ..."background-color background-image color font-size font-weight font-style line-height letter-spacing".split(" "),
    ..."text-align text-indent text-transform text-decoration-line text-shadow white-space list-style-type".split(" "),
    ..."vertical-align box-shadow opacity overflow appearance transform visibility".split(" "),
  ];
  const root = document.querySelector(".ieu-root") as Element;
  // What the card practises with is there for a moment, unseen.
  const skipped = "svg *, option, tr:nth-child(n + 4) *, [data-practice], [data-practice] *";
  const look = () =>
    [root, ...root.querySelectorAll(`*:not(${skipped})`)].flatMap((element) => {
      const style = getComputedStyle(element);
      const name = `${element.localName}.${element.getAttribute("class")}`;
      return properties.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
    });
  const calm = look();
  const style = document.createElement("style");
  style.textContent = sheet;
  document.head.append(style);
  const loud = look();
  style.remove();
  return loud.filter((line, index) => line !== calm[index]).slice(0, 20);
}
