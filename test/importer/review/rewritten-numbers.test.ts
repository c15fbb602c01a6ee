// Numbers that a spreadsheet rewrote are distinguished from corrections.
import { expect, test } from "vitest";
import { isRewritten } from "../../../src/importer/review/corrected-file.ts";

test.each([
  ["00123", "123"],
  ["1234567890123456", "1.23457E+15"],
  ["1234567890123456", "1,23457E+15"],
  ["12345678901234567890", "1.23456789012346E+019"],
  ["12345678901234567", "12345678901234500"],
  // Ids of letters and digits that happen to be a number.
  ["1E5", "1.00E+05"],
  ["8e4", "8,00E+04"],
  ["12e30", "1.20E+31"],
  ["1E5", "100000"],
  ["12.50", "12,5"],
])("a spreadsheet saves %s as %s", (before, text) => expect(isRewritten(before, text)).toBe(true));

test.each([
  ["00123", "124"],
  ["007", "07"],
  ["1234567890123456", "9.99999E+15"],
  ["12345678901234567", "12345678901234568"],
  ["1E5", "1E6"],
  ["1E5", "1.01E+05"],
  ["a1", "1"],
  ["123", ""],
  ["", "0"],
])("a person makes %s %s", (before, text) => expect(isRewritten(before, text)).toBe(false));
