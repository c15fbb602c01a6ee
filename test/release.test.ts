// The rules of a release: which version may follow, and what becomes of the changelog.
import { describe, expect, test } from "vitest";
import { mayFollow, toNextPatch, toReleasedChangelog } from "../scripts/release.mjs";

describe("which version may follow which", () => {
  test.for([
    ["0.2.0", "0.1.0", true],
    ["0.1.1", "0.1.0", true],
    ["1.0.0", "0.9.9", true],
    ["0.10.0", "0.9.0", true],
    ["0.1.0", "0.1.0", false],
    ["0.1.9", "0.2.0", false],
    ["0.2", "0.1.0", false],
    ["v0.2.0", "0.1.0", false],
    ["", "0.1.0", false],
  ] as const)("%s after %s: %s", ([next, current, expected]) => {
    expect(mayFollow(next, current)).toBe(expected);
  });
});

test("the next version that is proposed may follow", () => {
  const versions = ["0.2.0", "0.2.9", "1.10.99"];
  expect(versions.map(toNextPatch)).toEqual(["0.2.1", "0.2.10", "1.10.100"]);
  expect(versions.every((version) => mayFollow(toNextPatch(version), version))).toBe(true);
});

const unreleased =
  "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- A door.\n\n## [0.1.0] - 2026-01-01\n\n- All of it.\n";

test("what is unreleased gets the version and the date, and a new place for what comes", () => {
  expect(toReleasedChangelog(unreleased, "0.2.0", "2026-12-01")).toBe(
    unreleased.replace("## [Unreleased]\n", "## [Unreleased]\n\n## [0.2.0] - 2026-12-01\n"),
  );
});

test("without an entry there is nothing to release", () => {
  expect(toReleasedChangelog(unreleased.replace("- A door.\n", ""), "0.2.0", "2026-12-01")).toBeNull();
  expect(toReleasedChangelog("# Changelog\n", "0.2.0", "2026-12-01")).toBeNull();
});
