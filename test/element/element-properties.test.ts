// The element's attributes, and the props that the card gets from them.
import { expect, test } from "vitest";
import { type attributes, readAttributes } from "../../src/element/element-properties.ts";

const cases: readonly [attribute: string, text: string, prop: keyof typeof attributes, value: unknown][] = [
  ["app-id", " app_123 ", "appId", "app_123"],
  ["app-id", "", "appId", undefined],
  ["app-name", "Acme <b>Portal</b>", "appName", "Acme <b>Portal</b>"],
  ["base-url", "https://api.example.com", "baseUrl", "https://api.example.com"],
  ["check-before-start", "", "checkBeforeStart", true],
  ["check-before-start", "false", "checkBeforeStart", false],
  ["default-source-name", "Nightly", "defaultSourceName", "Nightly"],
  ["heading-level", "3", "headingLevel", 3],
  ["heading-level", "7", "headingLevel", undefined],
  ["heading-level", "two", "headingLevel", undefined],
  ["invalid-rows", "skip", "invalidRows", "skip"],
  ["invalid-rows", "drop", "invalidRows", undefined],
  ["locale", "de-at", "locale", "de-AT"],
  ["locale", "not a language", "locale", undefined],
  ["locale", "", "locale", undefined],
  ["max-rows", "500", "maxRows", 500],
  ["max-rows", "-1", "maxRows", undefined],
  ["max-rows", "1e3", "maxRows", undefined],
  ["persist", "", "persist", true],
  ["persist", "false", "persist", false],
  ["theme", "dark", "theme", "dark"],
  ["theme", "constructor", "theme", undefined],
];

test.for(cases)('%s="%s" is %s: %s', ([attribute, text, prop, value]) => {
  const read = readAttributes({ getAttribute: (name) => (name === attribute ? text : null) });
  expect(read[prop]).toBe(value);
});

test("an attribute that is not there leaves the card's default", () => {
  expect(Object.values(readAttributes({ getAttribute: () => null })).filter((value) => value !== undefined)).toEqual(
    [],
  );
});
