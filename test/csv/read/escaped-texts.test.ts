// Texts that an export damaged are noticed, and decoded on request.
import { describe, expect, test } from "vitest";
import { toImportRows } from "../../../src/csv/rows/import-rows.ts";
import type { ReadOptions } from "../../../src/csv/table.ts";
import { english } from "../../../src/react/messages/en.ts";
import { toIssueText } from "../../../src/react/messages/issue-text.ts";
import { readTable } from "../reading.ts";

const toFile = (...names: string[]) =>
  `id,email,name\n${names.map((name, index) => `${index + 1},u${index}@example.com,"${name.replaceAll('"', '""')}"\n`).join("")}`;

describe("texts that were encoded for another place", () => {
  test.each<[string, string, string, string]>([
    ["a number of HTML", "O&#039;Brien", "O'Brien", "entities"],
    ["a hexadecimal number of HTML", "Jos&#xE9;", "José", "entities"],
    ["a letter of HTML", "J&uuml;rgen Wei&szlig;", "Jürgen Weiß", "entities"],
    ["an ampersand of HTML", "Moore &amp; Sons", "Moore & Sons", "entities"],
    ["a letter of HTML, encoded twice", "Ren&amp;eacute;", "René", "entities"],
    ["bytes of Python", "b'J\\xc3\\xbcrgen'", "Jürgen", "bytes"],
    ["a code of JavaScript", "J\\u00fcrgen", "Jürgen", "codes"],
    ["codes of JavaScript", "\\u0410\\u043d\\u043d\\u0430 \\u{1F600}", "Анна 😀", "codes"],
    ["codes of an address", "J%C3%BCrgen%20Wei%c3%9f", "Jürgen Weiß", "codes"],
    ["quoted-printable", "J=C3=BCrgen", "Jürgen", "codes"],
    ["a word of a mail header", "=?UTF-8?Q?J=C3=BCrgen_Wei=C3=9F?=", "Jürgen Weiß", "codes"],
    ["a word of a mail header in Base64", "=?utf-8?B?SsO8cmdlbg==?=", "Jürgen", "codes"],
    ["bytes of Python in double quotes", `b"O'Brien"`, "O'Brien", "bytes"],
  ])("are noticed and decoded on request: %s", async (_, written, meant, kind) => {
    const kept = await readTable(toFile("Ann", written));
    expect(kept.records[1]?.cells[2]).toBe(written);
    expect(kept.notices).toEqual([{ code: `${kind}_found`, count: 1, firstRow: 3, columns: [2] }]);
    const decoded = await readTable(toFile("Ann", written), { garbled: "mend" });
    expect(decoded.records[1]?.cells[2]).toBe(meant);
    expect(decoded.notices).toEqual([{ code: `${kind}_decoded`, count: 1, firstRow: 3, columns: [2] }]);
  });

  test.each([
    "Moore & Sons; Co",
    "A&B;",
    "&toString;",
    "b 'Ada'",
    "b'\\xff'",
    "Rob'",
    "&#0;",
    "AT&T",
    "100%25",
    "50% off",
    "https://x.io/J%C3%BCrgen",
    "/img/a%20b.png",
    '{"a":"J\\u00fcrgen"}',
    "a=b%20c",
    "C:\\u00fcber",
    "\\u00",
    "J%C3rgen",
    "=C3",
    "=?utf-8?B?*?=",
  ])("are not seen in %s", async (name) => {
    const { records, notices } = await readTable(toFile("Ann", name), { garbled: "mend" });
    expect([records[1]?.cells[2], notices]).toEqual([name, []]);
  });
});

describe("each damage is repaired on its own", () => {
  const file = `id,email,name,town\n1,a@example.com,J&uuml;rgen,\\u00c5bo\n2,b@example.com,b'Bo',K&ouml;ln\n`;

  test.each<[string, NonNullable<ReadOptions["garbled"]>, string[]]>([
    ["none", {}, ["J&uuml;rgen", "\\u00c5bo", "b'Bo'", "K&ouml;ln"]],
    ["one", { entities: "mend" }, ["Jürgen", "\\u00c5bo", "b'Bo'", "Köln"]],
    ["two", { bytes: "mend", codes: "mend", entities: "keep" }, ["J&uuml;rgen", "Åbo", "Bo", "K&ouml;ln"]],
    ["all", "mend", ["Jürgen", "Åbo", "Bo", "Köln"]],
  ])("%s", async (_, garbled, texts) => {
    const { records } = await readTable(file, { garbled });
    expect(records.flatMap(({ cells }) => cells.slice(2))).toEqual(texts);
  });

  test("and its notice names the columns, repaired or not", async () => {
    const { notices } = await readTable(file, { garbled: { entities: "mend" } });
    expect(notices).toEqual([
      { code: "entities_decoded", count: 2, firstRow: 2, columns: [2, 3] },
      { code: "bytes_found", count: 1, firstRow: 3, columns: [2] },
      { code: "codes_found", count: 1, firstRow: 2, columns: [3] },
    ]);
  });
});

describe("question marks in place of letters", () => {
  test.each([["J?rgen"], ["???? ????"], ["?ukasz Zaj?c"], ["??"], ["M??ller"]])("are noticed: %s", async (name) => {
    const { notices } = await readTable(toFile("Ann", name, "Bo"));
    expect(notices).toEqual([{ code: "letters_lost", count: 1, firstRow: 3 }]);
  });

  test.each([["Ann?"], ["?"], ["https://x.io/a?b=c"], ["Who? Me?"]])("are not seen in %s", async (name) => {
    expect((await readTable(toFile("Ann", name, "Bo"))).notices).toEqual([]);
  });

  test("are not noticed where they are rare", async () => {
    const { notices } = await readTable(toFile("a?b", ...Array<string>(300).fill("Ann")));
    expect(notices).toEqual([]);
  });
});

test("a text with replacement characters is a problem of its row, which names the damage", async () => {
  const table = await readTable(toFile("Ann", "J\uFFFDrgen"));
  const mapping = { externalUserId: 0, email: 1, name: 2, registrationDate: null, lastLoginDate: null };
  const [, row] = toImportRows(table, mapping);
  const [issue] = row?.issues ?? [];
  expect([row?.user, issue?.field, issue?.code]).toEqual([null, "name", "control_character"]);
  expect(issue && toIssueText(issue, english)).toBe("Name is damaged: letters were lost before or in the export");
});
