// Two settings by which a file is read alike, and two by which it is not.
import { expect, test } from "vitest";
import { isReadAlike } from "../../../src/importer/review/read-choices.ts";
import type { ReadChoices } from "../../../src/importer/state.ts";

const allMended = { codes: "mend", bytes: "mend", entities: "mend", mojibake: "mend" } as const;
const allCut = { extra: "cut", split: "cut" } as const;

test.each<[string, ReadChoices, ReadChoices, boolean]>([
  ["nothing was chosen", {}, {}, true],
  ["a damage is left as it is", {}, { garbled: { entities: "keep" } }, true],
  ["all damages are left as they are", { garbled: "keep" }, { garbled: {} }, true],
  ["a damage is repaired", {}, { garbled: { entities: "mend" } }, false],
  ["another damage is repaired", { garbled: { bytes: "mend" } }, { garbled: { codes: "mend" } }, false],
  ["all damages are repaired, named or not", { garbled: "mend" }, { garbled: allMended }, true],
  ["long rows are left as they are", {}, { longRows: { split: "ask", extra: "ask" } }, true],
  [
    "split values are joined, said for all rows or for these",
    { longRows: "join" },
    { longRows: { split: "join" } },
    true,
  ],
  ["extra cells are cut, said for all rows or for each kind", { longRows: "cut" }, { longRows: allCut }, true],
  ["extra cells of one kind are cut", { longRows: "cut" }, { longRows: { extra: "cut" } }, false],
  ["another header is chosen beside a damage that is left", {}, { headerRow: 2, garbled: { codes: "keep" } }, false],
  ["another encoding is chosen", { encoding: "utf-8" }, { encoding: "windows-1252" }, false],
])("a file in which %s", (_, one, other, isAlike) => {
  expect(isReadAlike(one, other)).toBe(isAlike);
  expect(isReadAlike(other, one)).toBe(isAlike);
});
