// The columns that our downloads add are recognised, and never mapped to a field.
import { expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { isAddedHeader } from "../../../src/csv/text/headers.ts";

async function read(text: string) {
  const result = await readCsv(text);
  if (!result.ok) throw new Error(result.issue.code);
  return result.table;
}

test.each([
  ["import_row", true],
  ["Import Row", true],
  ["IMPORT_STATUS", true],
  ["import_problem", true],
  ["row", false],
  ["import_date", false],
  ["status", false],
])("%s is one of them: %s", (header, expected) => {
  expect(isAddedHeader(header)).toBe(expected);
});

test("they feed no field, and a notice says so", async () => {
  const table = await read("import_row,import_status,mail,import_problem\n3,invalid_row,a@example.com,b@example.com\n");
  expect(suggestMapping(table).mapping).toMatchObject({ externalUserId: null, email: 2, name: null });
  expect(table.notices).toContainEqual({
    code: "added_columns",
    headers: ["import_row", "import_status", "import_problem"],
  });
  expect((await read("user_id,email\n1,a@example.com\n")).notices).toEqual([]);
});

test("they do not hide the common prefix of the file's own headers", async () => {
  const table = await read(
    "u_id,u_email,u_name,import_row,import_problem,import_status\n7,a@example.com,Ada Lovelace,2,,\n",
  );
  expect(suggestMapping(table).mapping).toMatchObject({ externalUserId: 0, email: 1, name: 2 });
});

test("two of them make a header, whatever the other cells hold", async () => {
  const table = await read("2024,@,import_row,import_problem\nfoo,bar,2,\n");
  expect(table.dialect).toMatchObject({ headerRow: 1, hasHeader: true });
});
