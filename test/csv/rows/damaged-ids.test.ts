// User ids that a program changed before the export.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { type DamagedIds, findDamagedIds } from "../../../src/csv/rows/damaged-ids.ts";
import { readTable } from "../reading.ts";

async function damageOf(ids: readonly string[]): Promise<DamagedIds | null> {
  const rows = ids.map((id, row) => `"${id}",user.${row}@example.com`);
  const table = await readTable(["user_id,email", ...rows].join("\n"));
  return findDamagedIds(table, { ...suggestMapping(table).mapping, externalUserId: 0 });
}

describe("damaged ids are found with their cause", () => {
  const cases: [name: string, ids: readonly string[], damage: DamagedIds["damage"], count: number][] = [
    ["decimals", ["1001.0", "1002.0", "1003.0"], "decimals", 3],
    ["decimals with a comma", ["1001,0", "1002,0"], "decimals", 2],
    ["decimals with two places, beside empty ones", ["1.00", "", "22.00"], "decimals", 2],
    ["mostly decimals", ["1001.0", "1002.0", "1003"], "decimals", 2],
    ["exponents", ["9.91214E+15", "9.91214E+15", "9.91215E+15"], "exponents", 3],
    ["an exponent with a comma", ["9,91214E+15", "17"], "exponents", 1],
    ["one round exponent among numbers", ["1", "2", "1E+05"], "exponents", 1],
    ["exponents of Java", ["1.2345678E7", "1001"], "exponents", 1],
    ["dates of a spreadsheet", ["4-17", "03-Apr", "Mai-05", "12-40"], "dates", 2],
    ["German dates of a spreadsheet", ["03. Apr", "05. Dez"], "dates", 2],
    ["error marks of a spreadsheet", ["1001", "#N/A", "1003"], "errors", 1],
    ["numbers too wide for their column", ["#####", "#####"], "errors", 2],
    ["exponents of a program", ["1e+05", "1.5e+16"], "exponents", 2],
    ["groups", ["1,234", "12,345", "1,234,567"], "groups", 3],
    ["groups beside numbers below a thousand", ["998", "999", "1,000"], "groups", 1],
    ["groups with dots, apostrophes or blanks", ["1.234", "12.345"], "groups", 2],
    ["groups with narrow blanks", ["1\u202F234", "12\u202F345"], "groups", 2],
    ["zeros after 15 digits", ["9912140000000010", "9912140000000020", "9912140000000020"], "rounded", 3],
    [
      "zeros in place of a number's last bits",
      ["1234567890123456800", "1234567890123457000", "998877665544332300"],
      "rounded",
      3,
    ],
  ];
  test.each(cases)("%s: %j", async (_, ids, damage, count) => {
    expect(await damageOf(ids)).toMatchObject({ damage, count, column: 0 });
  });

  test("with counts, the first row and those that became equal", async () => {
    expect(await damageOf(["17", "9.91214E+15", "9.91214E+15", "9.9E+15"])).toEqual({
      damage: "exponents",
      column: 0,
      count: 3,
      of: 4,
      firstRow: 3,
      text: "9.91214E+15",
      equal: 1,
    });
  });
});

describe("other ids are not doubted", () => {
  const cases: [name: string, ids: readonly string[]][] = [
    ["numbers", ["1001", "1002"]],
    ["zeros in front", ["00123", "00124"]],
    ["codes with an E", ["8e4", "12E5", "1e10", "5E12"]],
    ["hexadecimal ids", ["507f1f77bcf86cd799439011", "507f191e810c19729de860ea"]],
    ["versions and chapters", ["1.0", "1.1", "2.0"]],
    ["codes of three and three digits", ["100.200", "100.300", "110.200"]],
    ["grouped and plain numbers", ["1,234", "1235"]],
    ["ids of letters", ["legacy_1,234", "u-1001.0"]],
    ["long numbers", ["9912140000000011", "9912140000000020", "9912140000000030"]],
    ["snowflakes", ["1234567890123456789", "1234567890123457792", "998877665544332288"]],
    ["two long round numbers", ["1000000000000000", "2000000000000000"]],
    ["dates", ["20240110", "20240111"]],
    ["telephone numbers", ["+49 30 1234", "+49 30 1235"]],
    ["nothing", ["", ""]],
  ];
  test.each(cases)("%s: %j", async (_, ids) => expect(await damageOf(ids)).toBeNull());
});
