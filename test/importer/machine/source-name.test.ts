// Default source names, and numbers for names that are taken.
import { expect, test } from "vitest";
import {
  createDefaultNames,
  parsePartName,
  toDefaultSourceName,
  toFreeName,
  toPartName,
} from "../../../src/importer/machine/source-name.ts";

test("a name that is taken gets the next number", () => {
  expect(toFreeName("May", [])).toBe("May");
  expect(toFreeName("May", ["June"])).toBe("May");
  expect(toFreeName("May", ["  mAY "])).toBe("May (2)");
  expect(toFreeName("May", ["May", "May (2)", "May (4)"])).toBe("May (3)");
});

test("the default name holds the local day", () => {
  expect(toDefaultSourceName(new Date(2026, 4, 3, 0, 0, 1).getTime())).toBe("User Export 2026-05-03");
  expect(toDefaultSourceName(new Date(2026, 11, 31, 23, 59, 59).getTime())).toBe("User Export 2026-12-31");
});

test("the name of a part holds its place, and can be read again", () => {
  expect([toPartName("May", 1, 1), toPartName("May", 2, 12)]).toEqual(["May", "May (2 of 12)"]);
  expect(parsePartName("May (2) (2 of 12)")).toEqual({ name: "May (2)", part: 2, count: 12 });
  for (const name of ["May", "May (2)", "May (0 of 2)", "May (3 of 2)", "May (1 of 1)", "May (1 of 2) x"]) {
    expect(parsePartName(name)).toBeNull();
  }
});

test("a default name is taken where parts are saved under it", () => {
  const names = createDefaultNames(() => "May");
  names.replace(["May (1 of 3)"]);
  expect([names.next(), names.isTaken("May")]).toEqual(["May (2)", true]);
  names.add("May (2) (1 of 2)");
  expect(names.next()).toBe("May (3)");
});
