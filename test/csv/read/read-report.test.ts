// The report of a file: decisions and counts, no row.
import fc from "fast-check";
import { expect, test } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { toReadReport } from "../../../src/csv/read/read-report.ts";
import { detectDateFormats } from "../../../src/csv/rows/date-columns.ts";
import { encode, readTable } from "../reading.ts";

test("how a file was read, and why", async () => {
  const table = await readTable(
    "Export\n\nKunden-Nr.;E-Mail;Letzte Anmeldung\n1;a@x.de;31.12.2025\n;;\n2;b@x.de;30.12.2025\n",
  );
  const suggestion = suggestMapping(table);
  const report = toReadReport(table, suggestion, detectDateFormats(table, suggestion.mapping));
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  expect(report).toMatchObject({
    issue: null,
    encoding: { name: "utf-8", reason: { code: "text" } },
    delimiter: { name: ";", reason: "consistent", scores: [{ delimiter: ";", columns: 3 }, {}, {}, {}] },
    header: { row: 3, reason: "known_names", candidates: [{ row: 3, filled: 3, score: 1 }, { row: 1 }] },
    columns: ["Kunden-Nr.", "E-Mail", "Letzte Anmeldung"],
    rows: { kept: 2, blank: 2, aboveData: 2, before: 0, overLimit: 0, estimated: false, first: 4, last: 6 },
    notices: [{ code: "rows_skipped", count: 2 }],
    mapping: {
      externalUserId: { column: 0, how: "alias", reason: { code: "known_name" } },
      lastLoginDate: { column: 2, dates: { format: "day_month_year", ambiguous: false, share: 1 } },
    },
  });
});

test("a refused file is reported with its issue", async () => {
  const result = await readCsv(encode("%PDF-1.7"));
  expect(!result.ok && toReadReport(result.issue)).toMatchObject({
    issue: { code: "not_csv", found: "pdf" },
    columns: [],
  });
});

test("it holds no cell of any row", async () => {
  const secret = fc.stringMatching(/^secret[a-z]{6}$/);
  const lines = fc.array(fc.tuple(secret, secret, fc.boolean()), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(lines, fc.boolean(), async (rows, hasHeader) => {
      const text = rows.map(([id, name, odd]) => `${id}9,${id}@example.com,${name}${odd ? ",x" : ""}`).join("\n");
      const result = await readCsv(hasHeader ? `user_id,email,name\n${text}` : text);
      const report = toReadReport(
        result.ok ? result.table : result.issue,
        result.ok ? suggestMapping(result.table) : null,
      );
      expect(JSON.stringify(report)).not.toContain("secret");
    }),
  );
});
