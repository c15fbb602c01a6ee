// Repeated texts of a long file: shared between its rows, without a difference that can be read.
import { expect, test, vi } from "vitest";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { shareTexts } from "../../../src/csv/rows/share-texts.ts";
import type { CsvTable } from "../../../src/csv/table.ts";
import { shareWhenIdle } from "../../../src/importer/effects/share-when-idle.ts";
import { readTable } from "../../csv/reading.ts";

const mapping = { externalUserId: 0, email: 1, name: null, registrationDate: 2, lastLoginDate: 3 };
const day = (row: number) => `2024-01-${10 + (row % 20)}`;

async function longTable(rows: number): Promise<CsvTable> {
  const lines = Array.from(
    { length: rows },
    (_, row) => `id_${row},u${row}@example.com,${day(row)},${row % 7 ? "" : "x"}`,
  );
  return readTable(`user_id,email,registration_date,last_login_date\n${lines.join("\n")}\n`);
}

/** The columns whose cells are written, and how often. */
function watchWrites(table: CsvTable): CsvTable & { readonly writes: Map<string, number> } {
  const writes = new Map<string, number>();
  const set: ProxyHandler<string[]>["set"] = (cells, at, text) => {
    writes.set(String(at), (writes.get(String(at)) ?? 0) + 1);
    return Reflect.set(cells, at, text);
  };
  const records = table.records.map(({ number, cells }) => ({ number, cells: new Proxy(cells as string[], { set }) }));
  return { ...table, records, writes };
}

test("table and rows read the same afterwards, with corrected and converted texts", async () => {
  const read = await longTable(2_500);
  const corrections = { 5: { registrationDate: "2024-01-11" }, 6: { email: "u1@example.com" } };
  const rows = toImportRows(read, mapping, { corrections, emptyTexts: ["x"] });
  const before = structuredClone({ records: read.records, rows });
  expect([...shareTexts(read, mapping, rows)]).toHaveLength(2);
  expect({ records: read.records, rows }).toEqual(before);
  expect(toImportRows(read, mapping, { corrections, emptyTexts: ["x"] })).toEqual(before.rows);
});

test("only cells that repeat an earlier one of their column are replaced", async () => {
  const watched = watchWrites(await longTable(2_500));
  for (const _ of shareTexts(watched, mapping, []));
  expect([...watched.writes].sort()).toEqual([
    ["2", 2_480],
    ["3", 2_498],
  ]);
});

test("a file is shared once, in idle moments, and only if it is long", async () => {
  const asked: IdleRequestCallback[] = [];
  vi.stubGlobal("requestIdleCallback", (callback: IdleRequestCallback) => asked.push(callback));
  const long = watchWrites(await longTable(3_500));
  shareWhenIdle({ table: long, mapping, rows: toImportRows(await longTable(3_500), mapping) });
  expect(long.writes.size).toBe(0);
  const left = [20, 3, 20, 20].values();
  while (asked.length > 0) asked.shift()?.({ didTimeout: false, timeRemaining: () => left.next().value ?? 20 });
  expect(long.writes.get("2")).toBe(3_480);
  shareWhenIdle({ table: long, mapping, rows: toImportRows(await longTable(3_500), mapping) });
  const short = await longTable(10);
  shareWhenIdle({ table: short, mapping, rows: toImportRows(short, mapping) });
  expect(asked).toEqual([]);
  vi.unstubAllGlobals();
});

test("without idle moments nothing is shared", async () => {
  const read = watchWrites(await longTable(1_200));
  shareWhenIdle({ table: read, mapping, rows: toImportRows(await longTable(1_200), mapping) });
  expect(read.writes.size).toBe(0);
});
