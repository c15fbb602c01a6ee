// Columns whose texts can be repaired.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { findRepairs, type Repairs, textRepairs } from "../../../src/csv/rows/repairs.ts";
import { readTable } from "../reading.ts";

async function readPeople(people: readonly (readonly [email: string, name: string])[]) {
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = people.map(([email, name], row) => `${row},${quote(email)},${quote(name)}`);
  const table = await readTable(["user_id,email,name", ...rows].join("\n"));
  return { table, mapping: suggestMapping(table).mapping };
}

const mixed: readonly (readonly [string, string])[] = [
  ["ada@example.com", "Ada Moore"],
  ["<bo@example.com>", "Bo Chan"],
  ["<cy@example.com>", "Cy Day"],
  ["“di@example.com”", ""],
  ["nobody", "Eve Poe"],
  ["Flo <flo@example.com>", "Flo Roe"],
];

describe("emails with something around them", () => {
  test("are counted, with one row for each way of writing as proof", async () => {
    const { table, mapping } = await readPeople(mixed);
    expect(findRepairs(table, mapping)).toEqual({
      email: {
        field: "email",
        column: 1,
        count: 4,
        of: 5,
        filled: 6,
        firstRow: 3,
        proof: [
          { row: 3, from: "<bo@example.com>", to: "bo@example.com" },
          { row: 5, from: "“di@example.com”", to: "di@example.com" },
          { row: 7, from: "Flo <flo@example.com>", to: "flo@example.com" },
        ],
        repair: textRepairs.email,
      },
    });
  });

  test("are read on request, the others stay as they are", async () => {
    const { table, mapping } = await readPeople(mixed);
    const emails = (repairs: Repairs) =>
      toImportRows(table, mapping, { repairs }).map(({ user }) => user?.email ?? null);
    expect(emails({ email: textRepairs.email })).toEqual([
      "ada@example.com",
      "bo@example.com",
      "cy@example.com",
      "di@example.com",
      null,
      "flo@example.com",
    ]);
    expect(emails({ email: false })).toEqual(emails({}));
  });
});

describe("names with the last name first", () => {
  const cases: [file: string, names: readonly string[], count: number | null][] = [
    ["all of them", ["Moore, Ada", "Chan, Bo"], 2],
    ["nearly all, beside empty ones", [...Array(9).fill("Moore, Ada"), "Madonna", ""], 9],
    ["some", ["Moore, Ada", "Bo Chan", "Cy Day"], null],
    ["none", ["Ada Moore", "Bo Chan"], null],
    ["suffixes", ["Ada Moore, Jr.", "Bo Chan, PhD"], null],
    ["no name at all", ["", ""], null],
  ];
  test.each(cases)("%s", async (_, names, count) => {
    const { table, mapping } = await readPeople(names.map((name, row) => [`user${row}@example.com`, name]));
    expect(findRepairs(table, mapping).name?.count ?? null).toBe(count);
  });

  test("are turned on request", async () => {
    const { table, mapping } = await readPeople([
      ["ada@example.com", "Moore, Ada"],
      ["bo@example.com", "Madonna"],
    ]);
    const rows = toImportRows(table, mapping, { repairs: { name: textRepairs.name } });
    expect(rows.map(({ user }) => user?.name)).toEqual(["Ada Moore", "Madonna"]);
  });

  test("are joined columns as they are joined", async () => {
    const { table, mapping } = await readPeople([["ada@example.com", "Moore, Ada"]]);
    const [row] = toImportRows(table, mapping, { nameColumns: [2, 0], repairs: { name: textRepairs.name } });
    expect(row?.user?.name).toBe("Moore, Ada 0");
  });
});
