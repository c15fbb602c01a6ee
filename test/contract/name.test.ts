// Names that are compared as equal or different.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameName, toComparableName } from "../../src/contract/field-values.ts";

describe("D18: names that are the same", () => {
  const cases: [why: string, one: string | null | undefined, other: string | null | undefined][] = [
    ["equal", "User One", "User One"],
    ["case", "USER ONE", "user one"],
    ["white space", "  User \t One ", "User One"],
    ["a no-break space", "User\u00A0One", "User One"],
    ["accents", "José Nuñez", "Jose Nunez"],
    ["accents written in two ways", "Jose\u0301", "Jos\u00E9"],
    ["sharp s", "Groß", "GROSS"],
    ["a ligature", "ﬁnn", "Finn"],
    ["full width", "Ｕｓｅｒ", "User"],
    ["dots and commas", "Dr. A. Roe, Jr.", "Dr A Roe Jr"],
    ["apostrophes", "O'Neil", "ONeil"],
    ["a curly apostrophe", "O’Neil", "O'Neil"],
    ["hyphens", "Anne-Marie", "Anne Marie"],
    ["a long hyphen", "Anne\u2010Marie", "Anne-Marie"],
    ["final sigma", "ΝΙΚΟΣ", "Νικος"],
    ["an empty side", "", "User One"],
    ["an absent side", null, "User One"],
    ["both absent", undefined, null],
    ["a side of blanks", "  ", "User One"],
  ];
  for (const [why, one, other] of cases) {
    test(`${why}: ${one} = ${other}`, () => {
      expect(isSameName(one, other)).toBe(true);
      expect(isSameName(other, one)).toBe(true);
    });
  }
});

describe("D18: names that differ", () => {
  const cases: [why: string, one: string, other: string][] = [
    ["another name", "User One", "User Two"],
    ["word order", "Roe Ann", "Ann Roe"],
    ["a part is missing", "Ann", "Ann Roe"],
    ["an umlaut is no two letters", "Mueller", "Müller"],
    ["no gap", "AnnRoe", "Ann Roe"],
    ["another script", "Анна", "Anna"],
  ];
  for (const [why, one, other] of cases) {
    test(`${why}: ${one} ≠ ${other}`, () => expect(isSameName(one, other)).toBe(false));
  }
});

test("a comparable name stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const comparable = toComparableName(name);
      expect(toComparableName(comparable)).toBe(comparable);
    }),
  );
});
