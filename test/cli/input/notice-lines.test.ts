// The command says about a file what the card says, and adds its flags.
import { expect, test } from "vitest";
import { toDateLines, toNoticeLine } from "../../../src/cli/input/csv-text.ts";
import type { FileNotice } from "../../../src/csv/table.ts";
import { english } from "../../../src/react/messages/en.ts";
import { createFormat } from "../../../src/react/messages/format.ts";
import { toNoticeText } from "../../../src/react/messages/notice-text.ts";

const cells = { firstRow: 4, columns: [1] };
type Told = Parameters<typeof toNoticeText>[0];
const notices: readonly (readonly [what: string, notice: Told, advice: string])[] = [
  ["letters encoded twice", { code: "text_garbled", count: 9, rows: 2, ...cells }, " To repair them, add --mend."],
  ["letters that were repaired", { code: "text_mended", count: 9, rows: 2, ...cells }, ""],
  ["codes of HTML", { code: "entities_found", count: 3, ...cells }, " To decode them, add --mend."],
  ["rows without values", { code: "rows_skipped", count: 3, firstRow: 4 }, ""],
  ["rows above the first one that counts", { code: "rows_before", count: 3, fromRow: 5 }, ""],
];

test.each(notices)("%s are told in the words of the card", (_, notice, advice) => {
  expect(toNoticeLine(notice as FileNotice)).toBe(`${toNoticeText(notice, english, createFormat("en"))}${advice}`);
});

test("letters that were repaired are counted in rows, not in letters", () => {
  expect(toNoticeLine({ code: "text_mended", count: 9, rows: 2, ...cells })).toContain("in 2 rows, first in row 4");
});

test("a notice about dates is told in the words of the card", () => {
  expect(toDateLines({ placeholders: [], notices: [{ code: "no_zone", count: 3, firstRow: 2 }] })).toEqual([
    english.dates.checks.no_zone,
  ]);
});
