// Decodes bytes to text.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../../src/csv/read/decode.ts";

describe("the encoding", () => {
  const cases: [name: string, bytes: number[], text: string, encoding: string, reason: object][] = [
    ["plain ASCII", [0x61, 0x2c], "a,", "utf-8", { code: "valid_utf8", ascii: true }],
    ["valid UTF-8", [0xc3, 0xa9], "é", "utf-8", { code: "valid_utf8", ascii: false }],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, 0x61], "a", "utf-8", { code: "byte_order_mark" }],
    ["a mark, then damage", [0xef, 0xbb, 0xbf, 0xe9], "\uFFFD", "utf-8", { code: "byte_order_mark" }],
    ["UTF-16, little end first", [0xff, 0xfe, 0x61, 0], "a", "utf-16le", { code: "byte_order_mark" }],
    ["UTF-16, big end first", [0xfe, 0xff, 0, 0x61], "a", "utf-16be", { code: "byte_order_mark" }],
    ["no UTF-8", [0x80, 0xe9, 0x9f], "€éŸ", "windows-1252", { code: "not_utf8" }],
    ["no byte", [], "", "utf-8", { code: "valid_utf8", ascii: true }],
  ];
  for (const [name, bytes, text, encoding, reason] of cases) {
    test(`${name}: ${encoding}`, () =>
      expect(decode(Uint8Array.from(bytes))).toMatchObject({ text, encoding, reason }));
  }

  test("UTF-8 is never mistaken for anything else", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
        expect(decode(new TextEncoder().encode(text))).toMatchObject({ text, encoding: "utf-8" });
      }),
    );
  });

  test("a character cut at the end of a sample is not damage", () => {
    expect(decode(Uint8Array.of(0x61, 0xc3), "auto", true)).toMatchObject({ text: "a", encoding: "utf-8" });
    expect(decode(Uint8Array.of(0x61, 0xc3))).toMatchObject({ encoding: "windows-1252" });
  });
});
