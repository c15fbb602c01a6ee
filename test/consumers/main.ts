// Command line: `npm run check:consumers -- --only next` packs the package and tries it in applications of all kinds.
import { parseArgs } from "node:util";
import { launchChromium } from "../browser/chromium.ts";
import { pack } from "../package/consumer.ts";
import { check, type Verdict } from "./check.ts";
import { consumers } from "./consumers.ts";

const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
const wanted = values.only ?? consumers.map(({ name }) => name);
const unknown = wanted.filter((name) => !consumers.some((consumer) => consumer.name === name));
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}. There are: ${consumers.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}

const tarball = await pack();
const browser = await launchChromium();
const verdicts: Verdict[] = [];
const waiting = consumers.filter(({ name }) => wanted.includes(name));
// Installing waits for the network while building waits for the processor.
await Promise.all([work(), work()]);
await browser.close();

const failed = verdicts.filter(({ problems }) => problems.length > 0);
console.log(`\n${verdicts.length - failed.length} of ${verdicts.length} as they should be.`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const verdict = await check(next, tarball, browser);
    verdicts.push(verdict);
    console.log(toLine(verdict));
    for (const problem of verdict.problems) console.log(`    ${problem.replaceAll("\n", "\n    ")}`);
  }
}

function toLine({ consumer, run, problems, seconds }: Verdict): string {
  const rows = run ? `${run.shown} rows shown, ${run.saved} saved` : consumer.page === "none" ? "types only" : "no run";
  const result = problems.length === 0 ? "ok" : "FAILED";
  return [consumer.name.padEnd(20), consumer.title.padEnd(50), rows.padEnd(32), result.padEnd(7), `${seconds} s`].join(
    "",
  );
}
