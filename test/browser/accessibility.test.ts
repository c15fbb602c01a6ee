// The whole page, card and portal together, as axe judges it in both colour schemes.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";
import { expect } from "vitest";
import { cardOn, sampleNamed } from "./card.ts";
import { test } from "./fixture.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test.for(["light", "dark"] as const)("nothing to object to, %s", async (colorScheme, { site, openPage }) => {
  // Without motion: axe would measure colours in the middle of a transition.
  const { page } = await openPage(site.url, { colorScheme, reducedMotion: "reduce" });
  const card = cardOn(page);
  await card.savedSources.waitFor();
  expect(await judge(page), "idle").toEqual([]);

  await card.review(sampleNamed("old-system.csv"));
  expect(await judge(page), "nothing mapped").toEqual([]);
  await card.review(sampleNamed("rows-with-problems.csv"));
  await card.root.getByRole("cell", { name: "j.weiss@example" }).waitFor();
  expect(await judge(page), "problems").toEqual([]);
  await card.start.click();
  await card.resultHeading.waitFor();
  expect(await judge(page), "result").toEqual([]);
  await card.root.getByRole("button", { name: "Undo this import" }).click();
  await card.dialog.getByText(/Removes/).waitFor();
  expect(await judge(page), "dialog").toEqual([]);
  await page.keyboard.press("Escape");

  for (const name of ["Users", "Overview"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await judge(page), name).toEqual([]);
  }
});

async function judge(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run({
      // Left out unless it is asked for: WCAG 2.2, 2.5.8.
      rules: { "target-size": { enabled: true } },
    }),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
}
