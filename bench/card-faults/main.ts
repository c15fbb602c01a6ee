// Drives the card in Chromium under faults: `npm run bench:card-faults -- --faults 300 --seed 7`. Exits with 1 if anything is wrong.
import process from "node:process";
import { parseArgs } from "node:util";
import { buildBarePage } from "../../test/browser/bare/build.ts";
import { launchChromium } from "../../test/browser/chromium.ts";
import { runCards } from "./card-runs.ts";
import { violationKinds } from "./model.ts";
import { namedFaults } from "./plan.ts";

const { values } = parseArgs({
  options: {
    faults: { type: "string", default: "300" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
  },
});
const seed = Number(values.seed);
const startedAt = performance.now();
console.log(`Seed ${seed}.\n`);
await buildBarePage("production");
const browser = await launchChromium();
const { tally, runs, deleted, foundByList, countsOnly, violations } = await runCards({
  browser,
  faults: Number(values.faults),
  seed,
  onRun: (count) => console.error(`${count} faults`),
}).finally(() => browser.close());

const methods = ["POST", "GET", "DELETE"];
console.log(`| Fault at a request of the card | ${methods.join(" | ")} |\n| --- | --- | --- | --- |`);
for (const { name } of namedFaults) {
  const cells = methods.map((method) => tally.get(`${method} ${name}`) ?? 0);
  if (cells.some(Boolean)) console.log(`| ${name} | ${cells.join(" | ")} |`);
}
const sum = [...tally.values()].reduce((all, count) => all + count, 0);
console.log(`\n${sum} faults in ${runs} imports, ${deleted} of them deleted under faults after it.`);
console.log(`${countsOnly} ended with counts only, ${foundByList} were found under Saved sources.`);
for (const kind of violationKinds) console.log(`${kind}: ${violations.filter((one) => one.kind === kind).length}`);
for (const { kind, text } of violations.slice(0, 20)) console.log(`- ${kind}: ${text}`);
console.log(`\n${((performance.now() - startedAt) / 1_000).toFixed(0)} s in all.`);
process.exitCode = violations.length > 0 ? 1 : 0;
