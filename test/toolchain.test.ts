// The scripts run on the Node that the lockfile pins, whatever Node started npm, and Chromium with the features that Playwright wants.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";
import { expect, test } from "vitest";
import { chromiumArgs } from "../scripts/find-chromium.mjs";

test("tests run on Node 24", () => {
  expect(process.version).toMatch(/^v24\./);
});

test("scripts that may run before the packages are installed do without import.meta.main, which Node 20 does not know", () => {
  const folder = join(import.meta.dirname, "../scripts");
  const scripts = globSync("*.mjs", { cwd: folder });
  expect(scripts.filter((name) => /\(import\.meta\.main\)/.test(readFileSync(join(folder, name), "utf8")))).toEqual([]);
});

test("what Playwright disables in Chromium stays disabled beside what we disable", async () => {
  // Node understands none of the arguments and ends; the failure names them.
  const failure = await chromium.launch({ executablePath: process.execPath, args: chromiumArgs }).catch(String);
  const [own = "", ours = ""] = [...String(failure).matchAll(/--disable-features=(\S+)/g)].map(([, list]) => list);
  expect(own).toContain("MediaRouter");
  expect(ours.split(",")).toEqual(expect.arrayContaining([...own.split(","), "WebUIOmniboxPopup"]));
});
