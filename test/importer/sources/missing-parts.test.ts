// Parts of an import that are not saved.
import { expect, test } from "vitest";
import { findMissingParts } from "../../../src/importer/sources/missing-parts.ts";

const cases: [saved: readonly string[], missing: Readonly<Record<string, readonly number[]>>][] = [
  [["May"], { May: [] }],
  [["May (2)"], { "May (2)": [] }],
  [["May (1 of 3)"], { "May (1 of 3)": [2, 3] }],
  [["May (2 of 3)", "May (1 of 3)"], { "May (2 of 3)": [3], "May (1 of 3)": [] }],
  [["May (3 of 3)", "May (1 of 3)"], { "May (3 of 3)": [], "May (1 of 3)": [] }],
  [
    ["May (1 of 2)", "June (2 of 2)", "May (2 of 3)"],
    { "May (1 of 2)": [2], "June (2 of 2)": [], "May (2 of 3)": [3] },
  ],
];

test.each(cases)("of %j", (saved, missing) => {
  const sources = saved.map((name) => ({ name }));
  expect(Object.fromEntries(sources.map((source) => [source.name, findMissingParts(source, sources)]))).toEqual(
    missing,
  );
});
