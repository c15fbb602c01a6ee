// The deltas of one day are one entry of the list of sources.
import { expect, test } from "vitest";
import type { Source } from "../../../src/contract/source.ts";
import { countDay, foldDeltas, isDeltaDay } from "../../../src/importer/sources/delta-days.ts";

function source(name: string, imported: number | null = 1): Source {
  const counters = imported === null ? null : { total: imported + 1, imported, already_connected: 0, not_found: 1 };
  return {
    id: name,
    name,
    createdAt: "2026-05-03T08:00:00.000Z",
    counters: counters && { ...counters, name_mismatch: 0, invalid_row: 0 },
    reactivated: null,
  };
}

const cases: readonly [string, string[], string[]][] = [
  [
    "no deltas stay as they are",
    ["User Export 2026-05-03", "User Export 2026-05-03 (2)"],
    ["User Export 2026-05-03", "User Export 2026-05-03 (2)"],
  ],
  ["a single delta stays for itself", ["Deltas 2026-05-03"], ["Deltas 2026-05-03"]],
  [
    "deltas of a day are one entry",
    ["Deltas 2026-05-03 (3)", "Deltas 2026-05-03 (2)", "Deltas 2026-05-03"],
    ["Deltas 2026-05-03: 3"],
  ],
  [
    "an import between them does not divide them",
    ["Deltas 2026-05-03 (2)", "May", "Deltas 2026-05-03"],
    ["Deltas 2026-05-03: 2", "May"],
  ],
  [
    "each day has its own entry",
    ["Deltas 2026-05-04 (2)", "Deltas 2026-05-04", "Deltas 2026-05-03 (2)", "Deltas 2026-05-03"],
    ["Deltas 2026-05-04: 2", "Deltas 2026-05-03: 2"],
  ],
  [
    "a name that only begins like it is another",
    ["Deltas 2026-05-03 of Acme", "Deltas 2026-05-03"],
    ["Deltas 2026-05-03 of Acme", "Deltas 2026-05-03"],
  ],
];

test.for(cases)("%s", ([, names, expected]) => {
  const entries = foldDeltas(names.map((name) => source(name)));
  expect(entries.map((entry) => (isDeltaDay(entry) ? `${entry.name}: ${entry.sources.length}` : entry.name))).toEqual(
    expected,
  );
});

test("a day has the sums of its sources, unless one of them is unknown", () => {
  const [day] = foldDeltas([source("Deltas 2026-05-03 (2)", 3), source("Deltas 2026-05-03", 4)]);
  expect(day && isDeltaDay(day) && countDay(day)).toMatchObject({ total: 9, imported: 7, not_found: 2 });
  const [doubtful] = foldDeltas([source("Deltas 2026-05-03 (2)", 3), source("Deltas 2026-05-03", null)]);
  expect(doubtful && isDeltaDay(doubtful) && countDay(doubtful)).toBeNull();
});
