// Reads damaged files for some minutes: reading must not throw, and every row must be counted. `npm run bench:fuzz -- --minutes 10 --seed 1`.
import { parseArgs } from "node:util";
import {
  type CsvTable,
  detectDateFormats,
  findDamagedIds,
  findEmptyTexts,
  findRepairs,
  readCsv,
  suggestMapping,
  toImportRows,
  toReadReport,
} from "../src/csv/index.ts";
import { decodeBytes } from "../src/csv/read/encodings/dos-encodings.ts";
import { allCases } from "./accuracy/cases/index.ts";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "1" }, seed: { type: "string", default: "1" } },
});

const pieces = [
  '"',
  "'",
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\r\n",
  "\0",
  "\uFEFF",
  "\u200B",
  "=1",
  '""',
  "\\",
  "é",
  "王",
  " ",
  "|",
];

const random = createRandom(Number(values.seed));
const corpus = allCases(Number(values.seed)).map(({ bytes }) => bytes);
const until = performance.now() + Number(values.minutes) * 60_000;
const found: string[] = [];
let runs = 0;
let read = 0;
while (performance.now() < until && found.length < 10) {
  const input = runs % 5 === 0 ? randomBytes() : mutate(pick(corpus));
  runs += 1;
  const fault = await judge(input).catch((error: unknown) => `threw ${error}`);
  if (fault !== null) found.push(`run ${runs}: ${fault}\n${Buffer.from(input).toString("base64")}`);
}
console.log(`Seed ${values.seed}: ${runs} files, ${read} of them read as tables, ${found.length} faults.`);
for (const fault of found) console.log(fault);
if (found.length > 0) process.exitCode = 1;

async function judge(input: Uint8Array): Promise<string | null> {
  const result = await readCsv(input);
  if (!result.ok) {
    toReadReport(result.issue);
    return null;
  }
  read += 1;
  const { table } = result;
  const suggestion = await suggestMapping(table);
  toReadReport(table, suggestion, detectDateFormats(table, suggestion.mapping));
  await findDamagedIds(table, suggestion.mapping);
  await findEmptyTexts(table, suggestion.mapping);
  await findRepairs(table, suggestion.mapping);
  const rows = toImportRows(table, suggestion.mapping);
  if (rows.length !== table.counts.kept) return `${rows.length} rows, but ${table.counts.kept} kept`;
  const columns = Object.values(suggestion.mapping).filter((column) => column !== null);
  if (new Set(columns).size < columns.length) return "one column feeds two fields";
  return countLines(input, table);
}

// Without quotes, and without a first line about the delimiter, every line is a record: nothing of ours is needed to count them.
function countLines(input: Uint8Array, { dialect, counts }: CsvTable): string | null {
  // No decoder of the platform knows the code pages of DOS.
  const { encoding } = dialect;
  const isDos = encoding === "ibm437" || encoding === "ibm850" || encoding === "ibm852";
  const text = isDos ? decodeBytes(input, encoding) : new TextDecoder(encoding).decode(input);
  if (/["']|^sep=/i.test(text)) return null;
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.at(-1) === "") lines.pop();
  const accounted = counts.kept + counts.blank + counts.aboveData + counts.before + counts.overLimit;
  return accounted === lines.length ? null : `${lines.length} lines, but ${accounted} accounted for`;
}

function mutate(bytes: Uint8Array): Uint8Array {
  let result = [...bytes];
  for (let count = 1 + random(6); count > 0; count -= 1) {
    const at = random(result.length + 1);
    const kind = random(4);
    if (kind === 0) result.splice(at, 1 + random(20));
    else if (kind === 1) result.splice(at, 0, ...Buffer.from(pick(pieces)));
    else if (kind === 2) result[at] = random(256);
    else result = [...result, ...result.slice(at, at + random(200))];
  }
  return Uint8Array.from(result);
}

function randomBytes(): Uint8Array {
  return Uint8Array.from({ length: random(400) }, () => (random(3) === 0 ? random(256) : 32 + random(90)));
}

function pick<Item>(items: readonly Item[]): Item {
  return items[random(items.length)] as Item;
}

// mulberry32: small, seeded, good enough to choose damage by.
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}
