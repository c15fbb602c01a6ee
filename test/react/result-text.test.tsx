// Tests the reasons of results: an invalid row names the cause as the preview does, where the value is known.
import { expect, test } from "vitest";
import type { RowResult } from "../../src/contract/import.ts";
import type { ImportRowIssue } from "../../src/csv/rows/import-rows.ts";
import type { ImportReport, ReportRow } from "../../src/importer/state.ts";
import { english } from "../../src/react/messages/en.ts";
import { toCheckMeaning, toResultMeaning, toRowMeaning } from "../../src/react/messages/result-text.ts";

const refused = (field: RowResult["field"], code: string, email = ""): RowResult => ({
  index: 0,
  externalUserId: "1",
  email,
  status: "invalid_row",
  connectionId: null,
  code,
  field,
  warnings: [],
});

const ofRow = (result: RowResult, issues: readonly ImportRowIssue[]) => {
  const line = { row: { number: 2, input: {}, user: null, issues, warnings: [] }, result, isLeftOut: false };
  return toRowMeaning(line as unknown as ReportRow, { rows: [line] } as unknown as ImportReport, english);
};

const date = (value: string): ImportRowIssue => ({ field: "registrationDate", code: "invalid_date", value });

const meanings = [
  ["Registration date: April has 30 days.", ofRow(refused("registrationDate", "invalid_date"), [date("2021-04-31")])],
  [
    "Registration date: There is no month 13.",
    ofRow(refused("registrationDate", "invalid_date"), [date("2021-13-01")]),
  ],
  // The card found nothing wrong with it: only the server did.
  ["Registration date: Unclear date. Write it as 2026-05-01.", ofRow(refused("registrationDate", "invalid_date"), [])],
  [
    "Email: Not a valid email address: the domain has no ending.",
    toResultMeaning(refused("email", "invalid_email", "ada@example"), () => null, english),
  ],
  [
    "Email: Not a valid email address: more than one @.",
    toCheckMeaning(refused("email", "invalid_email", "ada@b@example.com"), () => null, english),
  ],
  ["Email is missing.", toResultMeaning(refused("email", "required"), () => null, english)],
] as const;

test.each(meanings)("the result says %s", (sentence, meaning) => {
  expect(meaning.startsWith(`${sentence} `)).toBe(true);
});
