// Parses text to records: quotes, line ends, slices.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSlices } from "../../../src/csv/read/parse.ts";
import type { Delimiter } from "../../../src/csv/table.ts";

function parse(text: string, delimiter: Delimiter = ",") {
  const slices = [...parseSlices(text, delimiter)];
  return {
    records: slices.flatMap((slice) => slice.records),
    faults: slices.flatMap((slice) => slice.faults),
    shares: slices.map((slice) => slice.share),
  };
}

describe("records", () => {
  const cases: [name: string, text: string, records: string[][]][] = [
    ["no text", "", []],
    ["one cell", "a", [["a"]]],
    ["a line end at the end is no record", "a\n", [["a"]]],
    ["two are one blank record", "a\n\n", [["a"], [""]]],
    [
      "LF",
      "a,b\nc,d",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CRLF",
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "CR",
      "a,b\rc,d\r",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["all three", "a\nb\r\nc\rd\n\re", [["a"], ["b"], ["c"], ["d"], [""], ["e"]]],
    [
      "an empty last cell",
      "a,\r\nb,",
      [
        ["a", ""],
        ["b", ""],
      ],
    ],
    ["a line break in quotes", '"a\nb",c', [["a\nb", "c"]]],
    ["other line breaks in quotes", '"a\r\nb","c\rd"\r\ne', [["a\r\nb", "c\rd"], ["e"]]],
    ["a quoted cell that ends in a line break", '"a\r\n"\r\n"b\r"\r', [["a\r\n"], ["b\r"]]],
    ["doubled quotes", '"""a""","b""c"', [['"a"', 'b"c']]],
    ["a delimiter in quotes", '"a,b",c', [["a,b", "c"]]],
    ["an empty quoted cell", '"",a', [["", "a"]]],
    ["white space behind a closing quote", '"a" ,"b"\t\n"c" ', [["a", "b"], ["c"]]],
    ["a quote inside an unquoted cell", 'a"b,c', [['a"b', "c"]]],
    ["white space of every kind", "a\v,b\f,\u2028c\r\nd", [["a\v", "b\f", "\u2028c"], ["d"]]],
  ];
  for (const [name, text, records] of cases) {
    test(`${name}: ${JSON.stringify(text)}`, () => {
      expect(parse(text)).toMatchObject({ records, faults: [] });
    });
  }
});

describe("malformed quotes", () => {
  const cases: [name: string, text: string, faults: object[]][] = [
    ["never closed", 'a\n"b\nc', [{ record: 1, unclosed: true }]],
    ["closed in a later record", 'a\n"b\n"c"\nd', [{ record: 1, unclosed: true }]],
    ["not doubled", 'a\n"b "c" d"\ne', [{ record: 1, unclosed: false }]],
    ["not doubled, twice", '"b "c" d","e "f" g"\n"h"', [{ record: 0, unclosed: false }]],
  ];
  for (const [name, text, faults] of cases) test(name, () => expect(parse(text).faults).toEqual(faults));
});

// Written as RFC 4180 describes it, character by character: slow, and plainly right.
function parsePlainly(text: string): string[][] {
  const records: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const record = records.at(-1) ?? [];
    const character = text.charAt(at);
    const last = record.length - 1;
    if (quoted && character === '"' && text[at + 1] === '"') {
      record[last] += '"';
      at += 1;
    } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ",") record.push("");
    else if (!quoted && /[\r\n]/.test(character)) {
      if (character === "\r" && text[at + 1] === "\n") at += 1;
      records.push([""]);
    } else record[last] += character;
  }
  if (records.at(-1)?.join() === "") records.pop();
  return records;
}

const lineEnd = fc.constantFrom("\n", "\r\n", "\r");
const plainCell = fc.array(fc.constantFrom(..."abé 1;'")).map((parts) => parts.join(""));
const quotedCell = fc.array(fc.constantFrom(..."a ,;\n\r\v\f", '""', "\r\n")).map((parts) => `"${parts.join("")}"`);
const line = fc.array(fc.oneof(plainCell, quotedCell), { minLength: 1, maxLength: 4 }).map((cells) => cells.join(","));
const file = fc.array(fc.tuple(line, lineEnd), { maxLength: 8 }).map((lines) => lines.flat().join(""));

test("any well-formed file gives what RFC 4180 says", () => {
  fc.assert(
    fc.property(file, (text) => {
      expect(parse(text)).toMatchObject({ records: parsePlainly(text), faults: [] });
    }),
    { numRuns: 1000 },
  );
});

describe("slices", () => {
  const record = '1,"a ""quoted"", cell\r\nwith lines",é\r\n';

  test("no record is split where a slice ends", () => {
    for (let shift = 0; shift < record.length; shift += 1) {
      const { records, faults } = parse(`${"x".repeat(shift)}\r\n${record.repeat(8000)}`);
      expect(records).toHaveLength(8001);
      expect(new Set(records.slice(1).map((cells) => cells.join("|"))).size).toBe(1);
      expect(faults).toEqual([]);
    }
  });

  test("a cell longer than many slices stays one cell", () => {
    const { records, faults } = parse(`a,"${"b\n".repeat(500_000)}"\nc,d\n`);
    expect(records.map((cells) => cells.map((cell) => cell.length))).toEqual([
      [1, 1_000_000],
      [1, 1],
    ]);
    expect(faults).toEqual([]);
  });

  test("shares rise to 1", () => {
    const { shares } = parse(record.repeat(20_000));
    expect(shares.length).toBeGreaterThan(4);
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});
