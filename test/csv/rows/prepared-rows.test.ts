// Rows of a long table, converted ahead in short tasks.
import { expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { prepareRows, toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { makeFile, readTable } from "../reading.ts";

const read = async (rows: number) => {
  const table = await readTable(`${makeFile(rows)}id_0,user.0@example.com,User 0\r\n`, { overflow: "all" });
  return { table, mapping: suggestMapping(table).mapping };
};

test("they are the same rows, duplicates included", async () => {
  const { table, mapping } = await read(5_000);
  const expected = toImportRows(table, mapping);
  await prepareRows(table, mapping);
  expect(toImportRows(table, mapping)).toEqual(expected);
  expect(expected.at(-1)?.warnings).toEqual([{ code: "duplicate_email", firstRow: 2 }]);
});

test("they are compared ahead, and again without the rows that are left out", async () => {
  const { table, mapping } = await read(20);
  await prepareRows(table, mapping);
  const leftOut = new Set([2]);
  expect(toImportRows(table, mapping, { leftOut })).toEqual(toImportRows(table, mapping, { leftOut }));
  await prepareRows(table, mapping);
  expect(toImportRows(table, mapping).filter(({ warnings }) => warnings.length > 0)).toHaveLength(1);
});

test("they are not taken for another mapping, or with options", async () => {
  const { table, mapping } = await read(10);
  await prepareRows(table, mapping);
  expect(toImportRows(table, { ...mapping, name: null })[0]?.input.name).toBeUndefined();
  await prepareRows(table, mapping);
  expect(toImportRows(table, mapping, { corrections: { 2: { name: "Ada" } } })[0]?.input.name).toBe("Ada");
});

test("other tasks run meanwhile, and it can be aborted", async () => {
  const { table, mapping } = await read(9_000);
  let others = 0;
  const timer = setInterval(() => {
    others += 1;
  });
  await prepareRows(table, mapping);
  clearInterval(timer);
  expect(others).toBeGreaterThan(0);
  await expect(prepareRows(table, mapping, AbortSignal.abort("stop"))).rejects.toBe("stop");
});
