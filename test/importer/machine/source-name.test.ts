// Default source names, and numbers for names that are taken.
import { expect, test } from "vitest";
import { toDefaultSourceName, toFreeName } from "../../../src/importer/machine/source-name.ts";

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
