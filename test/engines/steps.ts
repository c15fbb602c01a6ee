// The steps of the main flow, in order; each counts on those before it.
import { deepEqual, equal } from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { guideCsv } from "../../demo/samples/samples.ts";
import { findFaults } from "../browser/faults.ts";
import type { Site } from "../browser/site.ts";
import { type Card, dropFile } from "./card.ts";
import { type Driver, waitUntil } from "./driver.ts";
import type { Sites } from "./sites.ts";

/** What a step works with. */
export interface Scene {
  readonly driver: Driver;
  readonly card: Card;
  readonly sites: Sites;
  /** The demo's sample files on disk, by name. */
  readonly files: Readonly<Record<string, string>>;
  /** A folder for files of a step. */
  readonly folder: string;
}

/** One step; what it returns is shown beside its result. */
export type Step = readonly [name: string, act: (scene: Scene) => Promise<string | undefined | undefined>];

const idle = "Drop your CSV export here";

export const steps: readonly Step[] = [
  [
    "the page opens with the saved sources",
    async ({ driver, card, sites }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see("User Export 2026-04-01");
    },
  ],
  [
    "the template is downloaded",
    async ({ driver, card }) => {
      await card.press("Download template");
      const [file] = await waitUntil("a saved file", async () => {
        const files = await driver.savedFiles();
        return files.length > 0 ? files : null;
      });
      // A browser lists a file while it is still writing it.
      const readLines = async () =>
        readFileSync(file?.path ?? "", "utf8")
          .replace(/^\uFEFF/, "")
          .split(/\r?\n/);
      await waitUntil("the whole file", async () => isDeepStrictEqual(await readLines(), guideCsv.split("\n")));
      return file?.name;
    },
  ],
  [
    "source name, upload by the button, preview",
    async ({ driver, card, files }) => {
      await driver.click(await card.get({ role: "textbox", name: "Source name" }));
      await driver.press("ControlOrMeta+a");
      await driver.type("Guide 2026");
      await card.uploadByButton("Upload CSV", toPath(files, "guide-example.csv"));
      await card.see("All 5 columns recognised");
    },
  ],
  [
    "start, result, undo",
    async ({ card, sites }) => {
      const before = await listConnections(sites.portal);
      await card.press("Start import");
      await card.see("Import result");
      await card.see("Guide 2026");
      equal((await listConnections(sites.portal)).length, before.length + 2);
      await card.press("Undo this import");
      await waitUntil("a modal dialog", () => card.evaluate(`root().querySelector("dialog[open]")?.matches(":modal")`));
      await card.press("Delete source", "dialog[open]");
      await card.see("This import was undone.");
      deepEqual(await listConnections(sites.portal), before);
    },
  ],
  [
    "users are checked against the accounts, and nothing is written",
    async ({ driver, card, sites, files }) => {
      const before = await listConnections(sites.portal);
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      await card.upload(toPath(files, "guide-example.csv"));
      await card.press("Check against accounts");
      await card.see("nothing was written");
      deepEqual(await listConnections(sites.portal), before);
    },
  ],
  [
    "upload by drag and drop",
    async ({ driver, card, sites }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      await dropFile(driver, "dropped.csv", guideCsv);
      await card.see("dropped.csv");
      await card.see("All 5 columns recognised");
    },
  ],
  [
    "columns are mapped by hand",
    async ({ driver, card, files }) => {
      await card.upload(toPath(files, "old-system.csv"));
      await card.see("Contact 2");
      const columns = { "User ID": "Ref A", Email: "Contact 2", Name: "Label", "Registration date": "Since" };
      for (const [field, column] of Object.entries(columns))
        await driver.selectOption(await card.get({ role: "combobox", name: new RegExp(`^${field}`) }), column);
      await card.see("40 users");
    },
  ],
  [
    "a windows-1252 file with semicolons",
    async ({ card, files }) => {
      await card.upload(toPath(files, "kunden-excel.csv"));
      await card.see("kunden-excel.csv");
      await waitUntil("umlauts in the table", async () => /[äöüß]/.test((await card.read("table td")).join()));
      equal(/\uFFFD|Ã/.test(await card.text()), false, "broken letters");
    },
  ],
  [
    "an Excel workbook",
    async ({ card, files }) => {
      await card.upload(toPath(files, "users.xlsx"));
      await card.see("1 sheet in this Excel workbook");
      await card.see("All 5 columns recognised");
    },
  ],
  [
    "an offered repair is applied",
    async ({ driver, card, sites, folder }) => {
      const path = join(folder, "mistyped.csv");
      const domains = [...Array.from({ length: 20 }, () => "example.net"), "gmial.com", "gmail.con", "hotnail.com"];
      writeFileSync(
        path,
        `user_id,email\n${domains.map((domain, index) => `${index},ada${index}@${domain}\n`).join("")}`,
      );
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      await card.upload(path);
      await driver.click(await card.get({ role: "button", name: /^Mistyped domain hotnail\.com/ }));
      await card.press("Apply", `[aria-label="Mistyped domain hotnail.com"]`);
      await card.see("hotnail.com replaced by hotmail.com in 1 email.");
    },
  ],
  [
    "the stored rows of a saved source",
    async ({ driver, card, sites }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see("User Export 2026-04-01");
      await card.press("Row results");
      await card.see("Rows of");
      await waitUntil("rows of the source", async () => (await card.read("table table tbody tr")).length > 10);
    },
  ],
  [
    "cells are corrected, and the import started, by keyboard",
    async ({ driver, card, sites, folder }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      const path = join(folder, "one-wrong.csv");
      writeFileSync(path, "user_id,email\nlegacy_1001,user.one@example.com\nlegacy_1002,user.two@\n,c@example.com\n");
      await card.upload(path);
      await card.see("one-wrong.csv");
      await waitUntil("focus on the preview", async () => /^Preview/.test(await card.focusedName()));
      await card.tabTo("Correct email in row 3");
      await driver.press("F2");
      await driver.press("End");
      await driver.type("example.com\n");
      await waitUntil("focus on the next problem", async () => /row 4/.test(await card.focusedName()));
      await driver.type("legacy_1003\n");
      await card.see("2 cells corrected");
      const presses = await card.tabTo("Start import");
      await driver.press("Enter");
      await waitUntil("focus on the result", async () => (await card.focusedName()) === "Import result");
      await card.see("user.two@example.com");
      await card.tabTo("Undo this import");
      await driver.press("Enter");
      await waitUntil("focus in the dialog", async () => (await card.focusedName()) === "Keep source");
      await driver.press("Escape");
      await waitUntil("focus on the button", async () => (await card.focusedName()) === "Undo this import");
      return `${presses} Tabs to Start`;
    },
  ],
  [
    "more rows than one import takes, in parts",
    async ({ driver, card, sites, folder }) => {
      const path = join(folder, "many.csv");
      const rows = Array.from({ length: 10_500 }, (_, index) => `m_${index},many${index}@example.net\n`);
      writeFileSync(path, `user_id,email\n${rows.join("")}`);
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      await card.upload(path);
      await card.press("Import in 2 parts");
      await card.see("of 10,500");
      await card.press("Start import");
      await card.see("Import result");
      await card.see("(2 of 2)");
    },
  ],
  [
    "10,000 rows",
    async ({ driver, card, sites, files }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      const begin = Date.now();
      await card.upload(toPath(files, "full-export.csv"));
      await card.see("of 10,000");
      const read = Date.now();
      await card.press("Start import");
      await card.see("Import result");
      const done = Date.now();
      await card.see("of 10,000");
      return `preview after ${read - begin} ms, result after ${done - read} ms`;
    },
  ],
  [
    "the result is paged, sorted and searched",
    async ({ driver, card }) => {
      const readRows = async () => JSON.stringify((await card.read("table tbody tr")).slice(0, 5));
      const first = await readRows();
      await card.press("Next page");
      await waitUntil("another page", async () => (await readRows()) !== first);
      await driver.click(await card.get({ role: "button", name: /^Email/ }));
      await waitUntil("a sorted column", () =>
        card.evaluate(
          `Boolean(root().querySelector("th[aria-sort=ascending], [role=columnheader][aria-sort=ascending]"))`,
        ),
      );
      await driver.click(await card.get({ role: "searchbox", name: /./ }));
      await driver.type("legacy_1002");
      await card.see("of 1");
      await driver.press("ControlOrMeta+a");
      await driver.type("zzz");
      await waitUntil("nothing found", async () => !/legacy_1002/.test(await card.text()));
    },
  ],
  [
    "the dark theme",
    async ({ driver, card, sites, files }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      const readBackground = () => card.evaluate("getComputedStyle(root()).backgroundColor");
      const light = await readBackground();
      await driver.run("() => document.querySelectorAll('input[name=theme]')[1].click()");
      await waitUntil("another background", async () => (await readBackground()) !== light);
      await card.upload(toPath(files, "rows-with-problems.csv"));
      await card.see("j.weiss@example");
      return `${light} to ${await readBackground()}`;
    },
  ],
  [
    "360 px wide",
    async ({ driver, card, sites, files }) => {
      await driver.run("() => document.querySelectorAll('input[name=theme]')[0].click()");
      await driver.open(sites.demo.cardUrl, { width: 360, height: 780 });
      await card.see(idle);
      equal(await driver.run("() => innerWidth"), 360);
      await seeNoFaults(driver);
      await card.upload(toPath(files, "rows-with-problems.csv"));
      await card.see("j.weiss@example");
      await seeNoFaults(driver);
    },
  ],
  [
    "the demo with its service worker",
    async ({ driver, card, sites, files }) => {
      await driver.open(`${sites.demo.url}/portal/synchronisation#import-existing-users`);
      await card.see("User Export 2026-04-01");
      const requests = sites.demo.requests.length;
      await card.upload(toPath(files, "guide-example.csv"));
      await card.see("All 5 columns recognised");
      await card.press("Start import");
      await card.see("Import result");
      equal(sites.demo.requests.length, requests, "requests that passed the service worker");
      equal(await driver.run("() => Boolean(navigator.serviceWorker?.controller)"), true);
    },
  ],
  [
    "right-to-left",
    async ({ driver, card, sites, files }) => {
      await driver.open(sites.portal.cardUrl);
      await card.see(idle);
      await driver.run("() => { document.documentElement.dir = 'rtl' }");
      await card.upload(toPath(files, "rows-with-problems.csv"));
      await card.see("j.weiss@example");
      equal(await card.evaluate("getComputedStyle(root()).direction"), "rtl");
      await seeNoFaults(driver);
    },
  ],
  [
    "the custom element under the strict policy",
    async ({ driver, card, sites, files }) => {
      await driver.open(sites.element.url);
      await card.see("User Export 2026-04-01");
      await card.upload(toPath(files, "full-export.csv"));
      await card.see("of 10,000");
      await card.press("Start import");
      await card.see("Import result");
      await card.press("Undo this import");
      await card.press("Delete source", "dialog[open]");
      await card.see("This import was undone.");
    },
  ],
];

// Once the page is drawn anew for another width, or what it shows now.
async function seeNoFaults(driver: Driver): Promise<void> {
  let faults: unknown = null;
  await waitUntil("a layout without faults", async () => {
    faults = await driver.run(String(findFaults));
    return Array.isArray(faults) && faults.length === 0;
  }).catch((error) => {
    throw new Error(`${error.message}: ${JSON.stringify(faults)}`);
  });
}

async function listConnections(site: Site): Promise<string[]> {
  return (await site.livingWorld()).connections.map(({ id }) => id).sort();
}

function toPath(files: Scene["files"], name: string): string {
  const path = files[name];
  if (!path) throw new Error(`There is no sample ${name}.`);
  return path;
}
