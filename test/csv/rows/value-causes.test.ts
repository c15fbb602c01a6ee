// Tests the causes of wrong emails and dates, and that nothing is said where it is not certain.
import { expect, test } from "vitest";
import { normalizeEmail, parseDate } from "../../../src/contract/field-values.ts";
import { findDateCause, findEmailCause } from "../../../src/csv/rows/value-causes.ts";

const emails = [
  ["wrong", "no_at"],
  ["ada lovelace", "no_at"],
  ["a@example.com, b@example.com", "several_addresses"],
  ["a@example.com;b@example.com", "several_addresses"],
  ["a@b@example.com", "several_ats"],
  ["@example.com", "nothing_before_at"],
  ["ada@", "nothing_after_at"],
  ["ada lovelace@example.com", "blank"],
  ["ada@example .com", "blank"],
  ["ada@example", "no_ending"],
  ["jürgen@büro", "no_ending"],
  ["ada..l@example.com", "dot"],
  [".ada@example.com", "dot"],
  ["ada@example.com.", "dot"],
  [`${"a".repeat(65)}@example.com`, "too_long"],
  ["ada@exa_mple.com", "domain_character"],
  ["ada@example.com™", "domain_character"],
  ["“ada”@example.com", null],
] as const;

test.for(emails)("%s: %s", ([email, cause]) => {
  expect(normalizeEmail(email)).toBeNull();
  expect(findEmailCause(email)).toBe(cause);
});

const dates = [
  ["2021-04-31", { code: "no_such_day", month: 4, year: 2021, days: 30 }],
  ["31.04.2021", { code: "no_such_day", month: 4, year: 2021, days: 30 }],
  ["31/04/2021", { code: "no_such_day", month: 4, year: 2021, days: 30 }],
  ["04/31/2021", { code: "no_such_day", month: 4, year: 2021, days: 30 }],
  ["2023-02-29", { code: "no_such_day", month: 2, year: 2023, days: 28 }],
  ["30.02.2024", { code: "no_such_day", month: 2, year: 2024, days: 29 }],
  ["2021-06-00", { code: "no_such_day", month: 6, year: 2021, days: 30 }],
  ["2021-13-01", { code: "no_such_month", month: 13 }],
  ["2021/00/05", { code: "no_such_month", month: 0 }],
  ["31/13/2021", { code: "no_such_month", month: 13 }],
  ["2021-05-01T25:00:00Z", { code: "no_such_hour", hour: 25 }],
  ["soon", { code: "no_digits" }],
  ["05/06/2021", null],
  ["31.12.2021", null],
  ["44321", null],
  ["1 May 21", null],
] as const;

test.for(dates)("%s: %j", ([date, cause]) => {
  expect(parseDate(date)).toBeNull();
  expect(findDateCause(date)).toEqual(cause);
});
