// Emails with something around them.
import { describe, expect, test } from "vitest";
import { normalizeEmail } from "../../../src/contract/field-values.ts";
import { repairEmail } from "../../../src/csv/text/email-repair.ts";
import { startWork } from "../../worked-time.ts";

describe("a text with one certain address is repaired", () => {
  const ada = "ada@example.com";
  const cases: [text: string, repaired: string][] = [
    ["“ada@example.com”", ada],
    ['"ada@example.com"', ada],
    ["'ada@example.com'", ada],
    ["ada@example.com’", ada],
    ["„ada@example.com“", ada],
    ["« ada@example.com »", ada],
    ["「ada@example.com」", ada],
    ["<ada@example.com>", ada],
    ["b'ada@example.com'", ada],
    ['u"ada@example.com"', ada],
    ["(ada@example.com)", ada],
    ["Ada Lovelace <ada@example.com>", ada],
    ['"Lovelace, Ada" <ada@example.com>', ada],
    ["Ada\tLovelace\r\n<ada@example.com>", ada],
    ["'Müller, Jörg' <ada@example.com>;", ada],
    ["Ada Lovelace (ada@example.com)", ada],
    ["Ada [ada@example.com]", ada],
    ["ada@example.com <ada@example.com>", ada],
    ["Ada@example.com <mailto:ada@example.com>", "Ada@example.com"],
    ["[ada@example.com](mailto:ada@example.com)", ada],
    ['<a href="mailto:ada@example.com">ada@example.com</a>', ada],
    ["ada@example.com; ada@example.com", ada],
    ["mailto:ada@example.com", ada],
    ["MAILTO: ada@example.com?subject=Hello", ada],
    ["mailto:ada%40example.com", ada],
    ["SMTP:Ada@Example.com", "Ada@Example.com"],
    ["E-Mail: ada@example.com", ada],
    ["ada@example.com.", ada],
    ["ada@example.com,", ada],
    ["ada@example.com;;", ada],
    [";ada@example.com;", ada],
    ["ada@example.com…", ada],
    ["ada @ example.com", ada],
    ["ada@ example.com", ada],
    ["ada\u00A0@example.com", ada],
    ["ada at example.com", ada],
    ["ada AT example DOT com", ada],
    ["ada (at) example.com", ada],
    ["ada[at]mail[dot]example[dot]com", "ada@mail.example.com"],
    ["ada{ät}example.com", ada],
    ["ada arroba example punto com", ada],
    ["ada[@]example.com", ada],
    ["ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ", ada],
    ["ada＠example.com", ada],
    ["ada@example。com", ada],
    ["ada@exam\u00ADple.com", ada],
    ["ada\u200B@example.com", ada],
    ["o'neil@example.com'", "o'neil@example.com"],
    ["ada@müller.de,", "ada@müller.de"],
    ["<анна@пример.рф>", "анна@пример.рф"],
  ];
  test.each(cases)("%j", (text, repaired) => {
    expect(normalizeEmail(text)).toBeNull();
    expect(repairEmail(text)).toBe(repaired);
  });
});

describe("nothing is repaired", () => {
  const cases: [why: string, text: string][] = [
    ["a valid email", "ada@example.com"],
    ["a valid email with blanks around it", " Ada@Example.com\u00A0\n"],
    ["two addresses", "ada@example.com, bo@example.com"],
    ["two people", "Ada <ada@example.com>, Bo <bo@example.com>"],
    ["a link to another address", "ada@example.com <mailto:bo@example.com>"],
    ["words before it, or a blank inside it", "de la cruz@example.com"],
    ["words after it", "ada@example.com (old)"],
    ["a sentence", "ada@example.com. Thanks"],
    ["a blank in the domain", "ada@exa mple.com"],
    ["a symbol that may stand for a letter", "ada@exa€mple.com"],
    ["a symbol at its end", "ada@example.com™"],
    ["no domain", "ada at home"],
    ["no domain with a dot", "<ada@example>"],
    ["no local part", "<@example.com>"],
    ["a comma for a dot", "ada@example,com"],
    ["two signs", "ada@@example.com"],
    ["two words for the sign", "look at me at example.com"],
    ["a lost character", "<ad\uFFFD@example.com>"],
    ["a NUL", "<ada\0@example.com>"],
    ["a null text", "n/a"],
    ["an empty text", ""],
    ["a long text", `<${"a".repeat(600)}@example.com>`],
  ];
  test.each(cases)("%s: %j", (_, text) => expect(repairEmail(text)).toBeNull());

  test("in little time, however long the text", () => {
    const worked = startWork();
    for (const part of ["<", "@", " at ", '"', "a@b.c ", "(dot)", "mailto:"])
      repairEmail(part.repeat(500 / part.length));
    expect(worked()).toBeLessThan(200);
  });
});
