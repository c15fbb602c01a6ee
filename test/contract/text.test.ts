// Emails are masked in texts for people.
import { expect, test } from "vitest";
import { maskEmails } from "../../src/contract/text.ts";

test.each([
  ["ann.lee@example.com", "a***@e***.com"],
  ["to <ann@example.com>, bob@mail.example.org;", "to <a***@e***.com>, b***@m***.org;"],
  ["mailto:ann@localhost", "mailto:a***@l***"],
  ["ann@", "ann@"],
  ["@example.com", "@example.com"],
  ["", ""],
])("%j is masked as %j", (text, masked) => {
  expect(maskEmails(text)).toBe(masked);
});

test("a very long text is scanned once, not once per character", () => {
  const text = "a".repeat(300_000);
  expect(maskEmails(text)).toBe(text);
});
