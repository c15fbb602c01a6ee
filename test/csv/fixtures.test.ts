// Reads each file in fixtures/ and compares it with its expected outcome.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { fieldKeys } from "../../src/contract/fields.ts";
import { suggestMapping } from "../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../src/csv/read/read-csv.ts";
import type { FileIssue, FileNotice } from "../../src/csv/table.ts";

interface Expected {
  about: string;
  /** Instead of all the rest. */
  issue?: FileIssue;
  headers: string[];
  /** Row number, then cells. */
  rows: [number, ...string[]][];
  dialect: [encoding: string, delimiter: string, headerRow: number | null];
  /** Column per field, in the guide's order. */
  mapping: (number | null)[];
  notices?: FileNotice[];
}

const folder = new URL("./fixtures/", import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith(".csv") ? [file.slice(0, -4)] : []));

describe("a file and what comes out of it", () => {
  for (const name of names) {
    const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
    test(`${name}: ${expected.about}`, async () => {
      const bytes = readFileSync(new URL(`${name}.csv`, folder));
      expect(await summarize(bytes)).toEqual(expected.issue ? { issue: expected.issue } : toSummary(expected));
      // The same through a Blob, as a browser hands it over.
      expect(await summarize(new File([bytes], `${name}.csv`))).toEqual(await summarize(bytes));
    });
  }
});

async function summarize(input: Blob | Uint8Array) {
  const result = await readCsv(input);
  if (!result.ok) return { issue: result.issue };
  const { headers, records, dialect, notices } = result.table;
  const { mapping } = suggestMapping(result.table);
  return {
    headers,
    rows: records.map(({ number, cells }) => [number, ...cells]),
    dialect: [dialect.encoding, dialect.delimiter, dialect.headerRow],
    mapping: fieldKeys.map((key) => mapping[key]),
    notices,
  };
}

function toSummary({ headers, rows, dialect, mapping, notices = [] }: Expected) {
  return { headers, rows, dialect, mapping, notices };
}
