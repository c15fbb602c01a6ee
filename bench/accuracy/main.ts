// Measures how correctly readers turn real-life files into tables. `npm run bench:accuracy -- [--failures] [--peers] [--out folder]`.
import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Case, Outcome, Reader } from "./case.ts";
import type { Catalogue } from "./cases/index.ts";
import { allCases, casesOf } from "./cases/index.ts";
import { judge } from "./judge.ts";
import { csvImportReact, helloCsv, reactCsvImporter } from "./readers/importers.ts";
import { installedSpreadsheetImport } from "./readers/installed.ts";
import { ours, oursInFull } from "./readers/ours.ts";
import { papaparse } from "./readers/papaparse.ts";
import { spreadsheetImport } from "./readers/spreadsheet-import.ts";
import type { Judged } from "./report.ts";
import { failures, table } from "./report.ts";

const { values } = parseArgs({
  options: {
    failures: { type: "boolean", default: false },
    peers: { type: "boolean", default: false },
    out: { type: "string" },
    /** Other people, ids and days in the same files. */
    seed: { type: "string", default: "1" },
    /** A module whose default export is a catalogue: other files in place of these. */
    cases: { type: "string" },
  },
});

// PapaParse reports renamed headers there; a table is no place for it.
console.warn = () => {};
const seed = Number(values.seed);
const cases = values.cases ? casesOf(await catalogueAt(values.cases), seed) : allCases(seed);
if (values.out) await save(cases, values.out);
const rsi = values.peers ? installedSpreadsheetImport() : spreadsheetImport;
const judged: Judged[] = [];
for (const reader of [oursInFull, ours, papaparse, rsi, reactCsvImporter, csvImportReact, helloCsv])
  judged.push({ reader: reader.name, verdicts: await verdictsOf(reader) });

console.log(
  `${cases.length} files. In each cell: files wholly right, columns found of those there are, -columns taken wrongly.`,
);
console.log(
  "In full: header row, delimiter, reason of a refusal, offered conversions and names to join are judged as well.\n",
);
console.log(table(judged));
const own = failures(judged[0]?.verdicts ?? [], values.failures);
console.log(own === "" ? "\nOurs fails none." : `\nOurs fails (details: --failures):\n${own}`);

async function verdictsOf(reader: Reader) {
  const verdicts = [];
  for (const one of cases) verdicts.push(judge(one, await outcomeOf(reader, one), reader));
  return verdicts;
}

/** A reader that throws gives no table: for a person that is a refusal without a reason. */
async function outcomeOf(reader: Reader, one: Case): Promise<Outcome> {
  try {
    return await reader.read(one.bytes, one.chosen);
  } catch (error) {
    return { refusal: `thrown: ${error instanceof Error ? error.message : String(error)}` };
  }
}

async function catalogueAt(path: string): Promise<Catalogue> {
  const module = (await import(pathToFileURL(resolve(path)).href)) as { default: Catalogue };
  return module.default;
}

async function save(files: readonly Case[], folder: string): Promise<void> {
  for (const { category, name, bytes } of files) {
    await mkdir(join(folder, category), { recursive: true });
    await writeFile(join(folder, category, `${name.replace(/[^\w ,.-]/g, "_")}.csv`), bytes);
  }
}
