// Valid emails with their normal form, and invalid ones.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeEmail } from "../../src/contract/field-values.ts";

const longLocal = "a".repeat(64);
const longDomain = `${"d".repeat(61)}.${"e".repeat(61)}.${"f".repeat(61)}`;

describe("D17: an email that is one", () => {
  const cases: [name: string, text: string, email: string][] = [
    ["plain", "user.one@example.com", "user.one@example.com"],
    ["capitals", "User.One@EXAMPLE.Com", "user.one@example.com"],
    ["white space around", "\t user@example.com \r\n", "user@example.com"],
    ["a no-break space around", "\u00A0user@example.com\u00A0", "user@example.com"],
    ["zero-width characters around", "\u200Buser@example.com\u200D\u2060", "user@example.com"],
    ["a byte order mark in front", "\uFEFFuser@example.com", "user@example.com"],
    ["a plus tag stays", "user+news@example.com", "user+news@example.com"],
    ["dots stay", "u.s.e.r@gmail.com", "u.s.e.r@gmail.com"],
    ["an apostrophe", "o'neil@example.com", "o'neil@example.com"],
    ["every mark of an atom", "!#$%&'*+-/=?^_`{|}~@example.com", "!#$%&'*+-/=?^_`{|}~@example.com"],
    ["digits and hyphens in the domain", "a@1-2.ex-ample.de", "a@1-2.ex-ample.de"],
    ["a subdomain", "a@mail.sub.example.co.uk", "a@mail.sub.example.co.uk"],
    ["an umlaut domain", "a@müller.de", "a@xn--mller-kva.de"],
    ["an umlaut domain in capitals", "a@MÜLLER.DE", "a@xn--mller-kva.de"],
    ["a domain in its ASCII form", "a@xn--mller-kva.de", "a@xn--mller-kva.de"],
    ["a Japanese domain", "a@例え.jp", "a@xn--r8jz45g.jp"],
    ["a Cyrillic domain", "a@пример.рф", "a@xn--e1afmkfd.xn--p1ai"],
    ["a Devanagari domain with vowel signs", "a@उदाहरण.भारत", "a@xn--p1b6ci4b4b3a.xn--h2brj9c"],
    ["an apostrophe inside, capitals", "O'Neil@example.com", "o'neil@example.com"],
    ["another script before the @, capitals included", "Jürgen.Ä@example.com", "jürgen.Ä@example.com"],
    ["64 bytes before the @", `${longLocal}@example.com`, `${longLocal}@example.com`],
    ["254 bytes in all", `${longLocal}@${longDomain}.com`, `${longLocal}@${longDomain}.com`],
  ];
  for (const [name, text, email] of cases) {
    test(`${name}: ${JSON.stringify(text)}`, () => expect(normalizeEmail(text)).toBe(email));
  }
});

describe("D17: an email that is none", () => {
  const cases: [name: string, text: string][] = [
    ["nothing", ""],
    ["blanks", "   "],
    ["no @", "user.example.com"],
    ["nothing before the @", "@example.com"],
    ["nothing behind the @", "user@"],
    ["two @", "user@home@example.com"],
    ["two mailboxes", "a@example.com,b@example.com"],
    ["two mailboxes with a semicolon", "a@example.com;b@example.com"],
    ["a display name", "User One <user@example.com>"],
    ["angle brackets", "<user@example.com>"],
    ["a mailto link", "mailto:user@example.com"],
    ["white space inside", "user one@example.com"],
    ["white space in the domain", "user@exam ple.com"],
    ["a line break inside", "user@example.com\nbcc@example.com"],
    ["a control character", "us\u0000er@example.com"],
    ["a zero-width space inside", "us\u200Ber@example.com"],
    ["a dot in front", ".user@example.com"],
    ["a dot before the @", "user.@example.com"],
    ["two dots in a row", "us..er@example.com"],
    ["a domain of one label", "user@localhost"],
    ["an empty label", "user@example..com"],
    ["a dot behind the domain", "user@example.com."],
    ["a label that begins with a hyphen", "user@-example.com"],
    ["a label that ends with a hyphen", "user@example-.com"],
    ["an underscore in the domain", "user@ex_ample.com"],
    ["a port", "user@example.com:80"],
    ["a path", "user@example.com/x"],
    ["a query", "user@example.com?x"],
    ["a fragment", "user@example.com#x"],
    ["an escape", "user@ex%61mple.com"],
    ["an address in brackets", "user@[127.0.0.1]"],
    ["quotes", '"user one"@example.com'],
    ["apostrophes around", "'user@example.com'"],
    ["an apostrophe in front", "'user@example.com"],
    ["an apostrophe before the @", "user'@example.com"],
    ["curly quotes around", "“user@example.com”"],
    ["a curly quote in front", "“user@example.com"],
    ["a curly apostrophe inside", "o’neil@example.com"],
    ["low quotes", "„user@example.com“"],
    ["guillemets", "«user@example.com»"],
    ["a trademark sign in the domain", "user@example.com™"],
    ["a currency sign in the domain", "user@exa€mple.com"],
    ["a closing quote behind the domain", "user@example.com’"],
    ["a guillemet behind the domain", "user@example.com»"],
    ["a dash behind the domain", "user@example.com–"],
    ["an arrow behind the domain", "user@example.com→"],
    ["an envelope behind the domain", "user@example.com✉"],
    ["an ordinal in the domain", "user@exampleª.com"],
    ["a ligature in the domain", "user@ﬁrm.com"],
    ["an ideographic full stop in the domain", "user@例え。jp"],
    ["a control character behind the domain", "user@example.com\u0000"],
    ["a soft hyphen in the domain", "user@exam\u00ADple.com"],
    ["full-width letters", "ｕｓｅｒ@example.com"],
    ["full-width letters in the domain", "user@ｅｘａｍｐｌｅ.com"],
    ["a full-width @", "user＠example.com"],
    ["the replacement character", "us\uFFFDr@example.com"],
    ["the replacement character in the domain", "user@ex\uFFFDmple.com"],
    ["65 bytes before the @", `${longLocal}a@example.com`],
    ["65 bytes in fewer characters", `${"ä".repeat(33)}@example.com`],
    ["255 bytes in all", `${longLocal}@${longDomain}.info`],
    ["a label of 64 characters", `a@${"d".repeat(64)}.de`],
    ["a megabyte", `${"a".repeat(1_000_000)}@example.com`],
  ];
  for (const [name, text] of cases) {
    test(`${name}: ${JSON.stringify(text.slice(0, 60))}`, () => expect(normalizeEmail(text)).toBeNull());
  }
});

describe("D26: an invisible character in the local part", () => {
  const invisible = [
    0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200e, 0x202a, 0x2028, 0x2061, 0x2066, 0x2800, 0x3164,
  ];
  for (const code of [...invisible, 0xfe0f, 0xfeff, 0xffa0, 0xe000, 0xfff9, 0xe0041, 0xe0100]) {
    test(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`, () =>
      expect(normalizeEmail(`us${String.fromCodePoint(code)}er@example.com`)).toBeNull());
  }
});

test("normalising twice changes nothing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: "grapheme" })), (text) => {
      const email = normalizeEmail(text);
      if (email !== null) expect(normalizeEmail(email)).toBe(email);
    }),
  );
});
