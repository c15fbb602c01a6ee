// Rows of which some fields are read again after a decision: the same as if the whole file were read with it.
import { expect, test } from "vitest";
import type { ColumnMapping } from "../../../src/csv/mapping/suggestion.ts";
import { type RowOptions, toImportRows } from "../../../src/csv/rows/import-rows.ts";
import { textRepairs } from "../../../src/csv/rows/repairs.ts";
import { rereadFields } from "../../../src/csv/rows/reread-fields.ts";
import { readTable } from "../reading.ts";

const mapping: ColumnMapping = { externalUserId: 0, email: 1, name: 2, registrationDate: 3, lastLoginDate: 4 };

// What is wrong is in the email, in one date or both, in the ID too, in all of them, or in the number of cells.
const text = `user_id,email,name,registration_date,last_login_date
1,one@example.com,One,2024-01-10,2024-02-10
2,mailto:two@example.com,Two,2024-01-10,2024-02-10
3,three@example.com,Three,31.12.2023,2024-02-10
4,four@example.com,Four,31.12.2023,11.02.2024
5,five@example.com,Five,yesterday,11.02.2024
,mailto:six@example.com,Six,31.12.2023,soon
7,seven,Seven,NULL,NULL
8,one@example.com,Eight,31.12.2023,2024-02-10
9,nine@example.com,Nine,31.12.2023,2024-02-10,more,and more
`;

const decisions: readonly (readonly [name: string, options: RowOptions, fields: (keyof ColumnMapping)[]])[] = [
  ["emails are repaired", { repairs: { email: textRepairs.email } }, ["email"]],
  ["one date is converted", { dateFormats: { registrationDate: "day_month_year" } }, ["registrationDate"]],
  [
    "both dates are converted",
    { dateFormats: { registrationDate: "day_month_year", lastLoginDate: "day_month_year" } },
    ["registrationDate", "lastLoginDate"],
  ],
  ["texts are emptied", { emptyTexts: ["NULL", "soon"] }, ["name", "registrationDate", "lastLoginDate"]],
];

const table = await readTable(text);

test.each(decisions)("once %s", (_, options, fields) => {
  const before = toImportRows(table, mapping);
  const decided = rereadFields(before, fields, table, mapping, options);
  expect(decided).toEqual(toImportRows(table, mapping, options));
  expect(decided).not.toEqual(before);
});

test.each(decisions)("once it is undone that %s", (_, options, fields) => {
  const decided = toImportRows(table, mapping, options);
  expect(rereadFields(decided, fields, table, mapping)).toEqual(toImportRows(table, mapping));
});
