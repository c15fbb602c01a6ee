// The choice of the header row, and its reason.
import { describe, expect, test } from "vitest";
import { findHeader } from "../../../src/csv/read/header-row.ts";

describe("the header", () => {
  const cases: [name: string, records: string, index: number | null, reason: string][] = [
    ["known names", "user_id,email / 1,a@x.de", 0, "known_names"],
    ["one known name among others", "foo,mail,bar / 1,a@x.de,x", 0, "known_names"],
    ["a known name, and numbers as further names", "id,email,2024,2025 / 1,a@x.de,3,4", 0, "known_names"],
    ["known names below a title", "Export / user_id,email / 1,a@x.de", 1, "known_names"],
    ["one known name below a title, right above the emails", "Export / email / a@x.de", 1, "known_names"],
    ["a title that is a known name", "Name / user_id,email / 1,a@x.de", 1, "known_names"],
    ["known names below a title with an email", "admin@x.de, / user_id,email / 1,a@x.de", 1, "known_names"],
    ["known names between rows", "1,a@x.de / user_id,email / 2,b@x.de", null, "holds_value"],
    ["unknown words above emails", "Kürzel,Adresse / k1,a@x.de", 0, "unlike_rows_below"],
    ["unknown words below a title", "Export / Kürzel,Adresse / k1,a@x.de", 1, "unlike_rows_below"],
    ["words only", "foo,bar / baz,qux", 0, "words_only"],
    ["known names with nothing below", "user_id,email", 0, "known_names"],
    ["an email in the first record", "1,a@x.de / 2,b@x.de", null, "holds_value"],
    ["an email beside a known name", "mail,a@x.de / x,b@x.de", null, "holds_value"],
    ["a broken email in the first record", "x,a@@x / y,b@x.de", null, "holds_value"],
    ["an id in the first record", "legacy_1001,nobody / legacy_1002,b@x.de", null, "holds_value"],
    ["a number in the first record", "1,nobody / 2,b@x.de", null, "holds_value"],
    ["a date in the first record", "x,2024-01-10 / y,2024-01-11", null, "holds_value"],
  ];
  for (const [name, records, index, code] of cases) {
    test(`${name}: ${index === null ? "none" : `record ${index + 1}`} (${code})`, () => {
      const cells = records.split(" / ").map((record) => record.split(","));
      expect(findHeader(cells)).toMatchObject({ index, reason: { code } });
    });
  }
});
