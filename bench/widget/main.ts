// Compares the card with a minimal page, and with other widgets (`--peers <folder>`): from the choice of the file until all rows are checked.
import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import react from "@vitejs/plugin-react";
import { build } from "vite";
import { launchChromium } from "../../test/browser/chromium.ts";
import { openSite, type Site } from "../../test/browser/site.ts";
import { drive, type MeasuredRun, measureHeap } from "./drive.ts";
import { type Entrant, ownEntrants, peersIn } from "./entrants.ts";
import { createFile } from "./file.ts";
import { print } from "./table.ts";

const { values } = parseArgs({
  options: {
    peers: { type: "string" },
    rounds: { type: "string", default: "11" },
    rows: { type: "string", default: "1000,10000" },
    only: { type: "string" },
    /** Files without a fault, for which the card has nothing to offer. */
    clean: { type: "boolean", default: false },
  },
});

const folder = join(import.meta.dirname, "../../tmp/widget");
for (const page of ["minimal", "ours"]) await buildPage(page);
const all = [...ownEntrants(folder), ...(values.peers ? await peersIn(values.peers) : [])];
const entrants = all.filter(({ id }) => !values.only || values.only.split(",").includes(id));
const sites = new Map<string, Site>();
for (const served of new Set(entrants.map((entrant) => entrant.folder)))
  sites.set(served, await openSite({ folder: served }));
const [load = 0] = loadavg();
console.log(`Load of the machine before: ${load.toFixed(1)} on ${availableParallelism()} cores.`);
for (const rows of values.rows.split(",").map(Number)) await compare(rows);
for (const site of sites.values()) await site.close();

async function buildPage(name: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, "pages", name),
    base: "./",
    configFile: false,
    logLevel: "error",
    plugins: [react()],
    build: { outDir: join(folder, name), emptyOutDir: true, chunkSizeWarningLimit: 1000 },
  });
}

async function compare(rows: number): Promise<void> {
  const path = join(folder, `users-${rows}.csv`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, createFile(rows, values.clean).text);
  const runs = new Map<Entrant, MeasuredRun[]>(entrants.map((entrant) => [entrant, []]));
  const heaps = new Map<Entrant, number>();
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const browser = await launchChromium();
    // Alternates the order, so that a change of the machine's load favours no widget.
    for (const entrant of round % 2 === 0 ? entrants : entrants.toReversed()) {
      runs.get(entrant)?.push(await drive(browser, originOf(entrant), entrant, path));
    }
    if (round === 0)
      for (const entrant of entrants) heaps.set(entrant, await measureHeap(browser, originOf(entrant), entrant, path));
    await browser.close();
  }
  print(rows, runs, heaps);
}

function originOf(entrant: Entrant): string {
  return sites.get(entrant.folder)?.url ?? "";
}
