// Records are converted to import rows.
import { describe, expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { type RowOptions, toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { findEmptyTexts } from "../../../src/csv/rows/null-texts.ts";
import type { CsvTable } from "../../../src/csv/table.ts";
import { startWork } from "../../worked-time.ts";

async function readTable(text: string): Promise<CsvTable> {
  const result = await readCsv(text);
  if (!result.ok) throw new Error(result.issue.code);
  return result.table;
}

async function readRows(text: string, options?: RowOptions) {
  const table = await readTable(text);
  return toImportRows(table, suggestMapping(table).mapping, options);
}

describe("a row", () => {
  test("is checked by the rule of the contract; the input stays as written", async () => {
    const [row] = await readRows("user_id,email,last_login_date\n 1 , A@Example.COM ,2026-05-01 12:00\n");
    expect(row).toEqual({
      number: 2,
      input: { externalUserId: " 1 ", email: " A@Example.COM ", lastLoginDate: "2026-05-01 12:00" },
      user: { externalUserId: "1", email: "a@example.com", lastLoginDate: "2026-05-01T12:00" },
      issues: [],
      warnings: [],
    });
  });

  test("shows every issue at once", async () => {
    const [row] = await readRows("user_id,email,registration_date\n,nobody,31.12.2025\n");
    expect(row?.user).toBeNull();
    expect(row?.issues).toEqual([
      { field: "externalUserId", code: "required", value: "" },
      { field: "email", code: "invalid_email", value: "nobody" },
      { field: "registrationDate", code: "invalid_date", value: "31.12.2025" },
    ]);
  });

  test("has no member for a field that no column feeds, and an empty one for an empty cell", async () => {
    const [row] = await readRows("email,name\na@example.com,\n");
    expect(row?.input).toEqual({ email: "a@example.com", name: "" });
    expect(row?.issues).toEqual([{ field: "externalUserId", code: "required", value: "" }]);
  });

  test("joins a first and a last name", async () => {
    const rows = await readRows("user_id,email,Last,First\n1,a@example.com,Roe,Ann\n2,b@example.com,Roe,\n", {
      nameColumns: [3, 2],
    });
    expect(rows.map((row) => row.user?.name)).toEqual(["Ann Roe", "Roe"]);
  });
});

describe("null texts", () => {
  const text =
    "user_id,email,name,last_login\n1,a@example.com,NULL,Never\nnull,b@example.com,Null,Never\n3,c@example.com,Neville,-\n";

  test("are found in the optional columns", async () => {
    const table = await readTable(text);
    expect(findEmptyTexts(table, suggestMapping(table).mapping)).toEqual([
      { text: "Never", count: 2, firstRow: 2 },
      { text: "NULL", count: 1, firstRow: 2 },
      { text: "Null", count: 1, firstRow: 3 },
      { text: "-", count: 1, firstRow: 4 },
    ]);
  });

  test("are read as empty on request", async () => {
    const rows = await readRows(text, { emptyTexts: ["Never", "NULL", "-"] });
    expect(rows.map(({ user }) => user)).toEqual([
      { externalUserId: "1", email: "a@example.com" },
      { externalUserId: "null", email: "b@example.com", name: "Null" },
      { externalUserId: "3", email: "c@example.com", name: "Neville" },
    ]);
  });
});

describe("corrections", () => {
  const text = "user_id,email\n1,a@example\n\n2,b@example.com\n";

  test("overrule the file by row number and are checked like its cells", async () => {
    const rows = await readRows(text, { corrections: { 2: { email: "a@example.com" }, 4: { email: "" } } });
    expect(rows.map((row) => row.issues)).toEqual([[], [{ field: "email", code: "required", value: "" }]]);
    expect(rows[0]?.user?.email).toBe("a@example.com");
  });

  test("may set a field that no column feeds", async () => {
    const [row] = await readRows(text, { corrections: { 2: { email: "a@example.com", name: "Ann" } } });
    expect(row?.user?.name).toBe("Ann");
  });

  test("leave the table as it was", async () => {
    const table = await readTable(text);
    const before = structuredClone(table);
    toImportRows(table, suggestMapping(table).mapping, { corrections: { 2: { email: "x" } } });
    expect(table).toEqual(before);
  });
});

describe("duplicates inside the file", () => {
  test("are equal texts, not merely equal hashes", async () => {
    // The two words have one hash (FNV-1a), whatever follows.
    const [costarring, liquid] = ["costarring@example.com", "liquid@example.com"];
    const rows = await readRows(`user_id,email\n1,${costarring}\n2,${liquid}\n3,${liquid}\n`);
    expect(rows.map(({ warnings }) => warnings.length)).toEqual([0, 0, 1]);
  });

  const cases: [name: string, rows: string, warnings: object[][]][] = [
    ["the same email in other letters", "1,a@x.de\n2,A@X.de\n3, a@x.de", [[], [email(2)], [email(2)]]],
    ["the same user_id with another email", "1,a@x.de\n1,b@x.de", [[], [id(2)]]],
    ["the whole row twice", "1,a@x.de\n1,a@x.de", [[], [email(2)]]],
    ["ids that differ in case only", "a,a@x.de\nA,b@x.de", [[], []]],
    ["an invalid row takes nobody's place", ",a@x.de\n2,a@x.de", [[], []]],
    ["both, with different rows", "1,a@x.de\n2,b@x.de\n1,b@x.de", [[], [], [email(3), id(2)]]],
    ["names that every object has", "__proto__,a@x.de\nconstructor,b@x.de", [[], []]],
  ];
  for (const [name, rows, warnings] of cases) {
    test(name, async () => {
      expect((await readRows(`user_id,email\n${rows}\n`)).map((row) => row.warnings)).toEqual(warnings);
    });
  }
});

test("10,000 rows take well under 100 ms", async () => {
  const lines = Array.from(
    { length: 10_000 },
    (_, n) => `id_${n},user.${n}@example.com,User ${n},2024-01-10,2026-04-30`,
  );
  const table = await readTable(["user_id,email,name,registration_date,last_login_date", ...lines].join("\n"));
  const { mapping } = suggestMapping(table);
  // The best of five: the first ones are not compiled yet.
  const times = Array.from({ length: 5 }, () => {
    const worked = startWork();
    toImportRows(table, mapping);
    return worked();
  });
  expect(Math.min(...times)).toBeLessThan(100);
});

function email(firstRow: number) {
  return { code: "duplicate_email", firstRow };
}

function id(firstRow: number) {
  return { code: "duplicate_user_id", firstRow };
}
