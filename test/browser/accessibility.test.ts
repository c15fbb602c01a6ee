// Checks the whole page, card and portal together, with axe in both colour schemes. The card's own screens are checked in the stories.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
import type { Page } from "playwright";
import { expect } from "vitest";
import { cardOn } from "./card.ts";
import { test } from "./fixture.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

test("axe finds nothing on any page, light or dark", async ({ site, openPage }) => {
  const { page } = await openPage(site.url);
  await page.evaluate(axe);
  const card = cardOn(page);
  await card.savedSources.waitFor();
  expect(await findViolations(page), "Synchronisation, with the card").toEqual([]);
  for (const name of ["Users", "Overview"]) {
    await page.getByRole("link", { name, exact: true }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await findViolations(page), name).toEqual([]);
  }
});

// Left out unless it is asked for: WCAG 2.2, 2.5.8.
const everything: RunOptions = { rules: { "target-size": { enabled: true } } };
const schemes = [
  { colorScheme: "light", options: everything },
  // Only colours differ in the dark.
  { colorScheme: "dark", options: { runOnly: ["color-contrast"] } },
] as const;

async function findViolations(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { colorScheme, options } of schemes) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(
      (chosen) => (window as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(chosen),
      options as RunOptions,
    );
    for (const { id, nodes } of violations) {
      found.push(`${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
    }
  }
  return found;
}
