// Measures reading, mapping and checking 10,000 rows as a multiple of PapaParse's bare parse of the same text in the same run.
import { loadavg } from "node:os";
import Papa from "papaparse";
import { suggestMapping } from "../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../src/csv/read/read-csv.ts";
import { toImportRows } from "../src/csv/rows/import-rows.ts";

const header = "user_id,email,name,registration_date,last_login_date";
const names: readonly (readonly [text: string, name: (row: number) => string])[] = [
  ["plain", (row) => `User ${row}`],
  ["one name in twenty quoted", (row) => (row % 20 === 0 ? `"Roe, Ann ${row}"` : `Ann Roe ${row}`)],
  ["every name quoted", (row) => `"Ann Roe ${row}"`],
  ["names beyond ASCII", (row) => `Jürgen Łukasz ${row}`],
];
const rounds = 150;

const [load = 0] = loadavg();
console.log(`The fastest of ${rounds} rounds; load of the machine ${load.toFixed(1)}.`);
for (const [title, name] of names) {
  const text = `${[header, ...Array.from({ length: 10_000 }, (_, row) => toLine(row, name(row)))].join("\n")}\n`;
  await measure(title, text);
}

function toLine(row: number, name: string): string {
  const day = String((row % 28) + 1).padStart(2, "0");
  return `usr_${String(row).padStart(7, "0")},user.${row}@example.com,${name},2019-0${(row % 9) + 1}-${day},2026-04-${day}T18:21:00Z`;
}

async function measure(title: string, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const times: Record<"papa" | "read" | "map" | "rows", number[]> = { papa: [], read: [], map: [], rows: [] };
  for (let round = 0; round < rounds; round += 1) {
    let since = performance.now();
    const lap = (name: keyof typeof times) => {
      const now = performance.now();
      times[name].push(now - since);
      since = performance.now();
    };
    Papa.parse(text);
    lap("papa");
    const result = await readCsv(bytes);
    lap("read");
    if (!result.ok) throw new Error(result.issue.code);
    const { mapping } = suggestMapping(result.table);
    lap("map");
    toImportRows(result.table, mapping);
    lap("rows");
  }
  const [papa, read, map, rows] = [times.papa, times.read, times.map, times.rows].map(fastest);
  const ours = (read ?? 0) + (map ?? 0) + (rows ?? 0);
  const parts = `read ${toText(read)}, map ${toText(map)}, rows ${toText(rows)}`;
  console.log(
    `${title}: PapaParse ${toText(papa)}, ours ${toText(ours)} (${parts}): ${(ours / (papa ?? 1)).toFixed(2)}x`,
  );
}

// Other work on the machine only ever adds time, and the fastest of many rounds had least of it.
function fastest(times: number[]): number {
  return Math.min(...times);
}

function toText(time = 0): string {
  return `${time.toFixed(1)} ms`;
}
