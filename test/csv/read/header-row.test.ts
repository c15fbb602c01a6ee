// The choice of the header row, and its reason.
import { describe, expect, test } from "vitest";
import { countFurtherHeaders, findHeader } from "../../../src/csv/read/header-row.ts";
import { readTable } from "../reading.ts";

describe("the header", () => {
  const cases: [name: string, records: string, index: number | null, reason: string][] = [
    ["known names", "user_id,email / 1,a@x.de", 0, "known_names"],
    ["one known name among others", "foo,mail,bar / 1,a@x.de,x", 0, "known_names"],
    ["a known name, and numbers as further names", "id,email,2024,2025 / 1,a@x.de,3,4", 0, "known_names"],
    ["known names below a title", "Export / user_id,email / 1,a@x.de", 1, "known_names"],
    ["one known name below a title, right above the emails", "Export / email / a@x.de", 1, "known_names"],
    ["a title that is a known name", "Name / user_id,email / 1,a@x.de", 1, "known_names"],
    ["known names below a title with an email", "admin@x.de, / user_id,email / 1,a@x.de", 1, "known_names"],
    [
      "known names below facts with an email",
      "Report:,Users / Created by:,admin@x.de / Created at:,2025-06-01 / user_id,email,name / 1,a@x.de,Ann",
      3,
      "known_names",
    ],
    [
      "names below facts with two emails",
      "By,b@x.de / To,c@x.de / ID;,E-Mail,Vorname / 1,a@x.de,Ann",
      2,
      "known_names",
    ],
    [
      "wider names below rows without a header",
      "1,a@x.de,Ann / 2,b@x.de,Bo / email,name / 3,c@x.de,Cy",
      null,
      "holds_value",
    ],
    ["known names between rows", "1,a@x.de / user_id,email / 2,b@x.de", null, "holds_value"],
    ["unknown words above emails", "Kürzel,Adresse / k1,a@x.de", 0, "unlike_rows_below"],
    ["unknown words below a title", "Export / Kürzel,Adresse / k1,a@x.de", 1, "unlike_rows_below"],
    ["words only", "foo,bar / baz,qux", 0, "words_only"],
    ["known names with nothing below", "user_id,email", 0, "known_names"],
    ["a known name, and a name with a year", "Mail,Who,Fee 2024 / a@x.de,Ann,12 / b@x.de,Bo,13", 0, "known_names"],
    ["known names, and a name with an id", "Student,Login,Quiz 1 (1203) / Ann,a@x.de,5 / Bo,b@x.de,", 0, "known_names"],
    [
      "unknown words, and a name with a year",
      "Kürzel,Adresse,Beitrag 2024 / k1,a@x.de,12 / k2,b@x.de,13",
      0,
      "unlike_rows_below",
    ],
    ["words with numbers in every record", "Ann,Main Street 120 / Bo,Main Street 121", null, "holds_value"],
    ["ids like names with numbers", "user 1001,Ann / user 1002,Bo", null, "holds_value"],
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

describe("rows of names below the header", () => {
  test.each<[string, string, number]>([
    [
      "labels and ids of a survey",
      'Start,Recipient / {"ImportId":"startDate"},{"ImportId":"recipientEmail"} / x,a@x.de',
      2,
    ],
    ["points in another column", ",Out of,10 / Ann,a@x.de,5", 1],
    ["a line of a database", "--,-----,---- / Ann,a@x.de,5", 1],
    ["a line of one cell", "-----------------,,, / Ann,a@x.de,5", 1],
    ["a line with crosses", "------+----------+------- / Ann,a@x.de,5", 1],
    ["a line of Markdown", "---,:---,---: / Ann,a@x.de,5", 1],
    ["a short dash, for a person without anything", "-,, / Ann,a@x.de,5", 0],
    ["types of a database", "int,varchar(255),timestamp / Ann,a@x.de,5", 1],
    ["points of a gradebook", "    Points Possible,,10 / Ann,a@x.de,5", 1],
    ["kinds of answers", ",,Open-Ended Response / 118,a@x.de,Ann", 1],
    ["the header again", "user_id,email,name / 1,a@x.de,Ann", 1],
    ["a person without email", "7,,Ann / 8,b@x.de,Bo", 0],
    ["a person without anything but a name", ",,Ann / 8,b@x.de,Bo", 0],
    ["a person with the name of a header", "7,,Name / 8,b@x.de,Bo", 0],
    ["nothing behind them", "user_id,email", 0],
  ])("are counted: %s", (_, records, count) => {
    expect(countFurtherHeaders(records.split(" / ").map((record) => record.split(",")))).toBe(count);
  });

  test("are skipped with a notice, and the rows keep their numbers", async () => {
    const { records, notices, counts } = await readTable(
      "Student,ID,SIS Login ID,HW 1 (1234)\nPoints Possible,,,10\nAnn,7,a@example.com,5\n",
    );
    expect(records.map(({ number }) => number)).toEqual([3]);
    expect(notices).toEqual([{ code: "headers_skipped", count: 1, firstRow: 2 }]);
    expect(counts).toMatchObject({ kept: 1, aboveData: 2, overLimit: 0 });
  });
});
