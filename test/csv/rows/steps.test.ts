// Work in steps: a long file is searched in short tasks, with the result of a search at once.
import { afterEach, describe, expect, test, vi } from "vitest";
import { suggestMapping } from "../../../src/csv/mapping/suggest-mapping.ts";
import { readCsv } from "../../../src/csv/read/read-csv.ts";
import { checkDates, searchDates } from "../../../src/csv/rows/date-checks.ts";
import { detectDateFormats, searchDateFormats } from "../../../src/csv/rows/date-columns.ts";
import { findEmptyTexts, searchEmptyTexts } from "../../../src/csv/rows/null-texts.ts";
import { finishSteps, inSteps, rowsInStep, type Steps, stepsInTasks } from "../../../src/csv/rows/steps.ts";
import type { CsvTable } from "../../../src/csv/table.ts";
import { readTable } from "../reading.ts";

function* count(rows: number): Steps<number> {
  let counted = 0;
  yield* inSteps(Array.from({ length: rows }), () => {
    counted += 1;
  });
  return counted;
}

describe("rows in steps", () => {
  test.each([0, 1, rowsInStep - 1, rowsInStep, rowsInStep + 1, 5 * rowsInStep + 3])(
    "are all read, %s of them",
    (rows) => {
      expect(finishSteps(count(rows))).toBe(rows);
    },
  );

  test("come in order, with their places", () => {
    const seen: [string, number][] = [];
    finishSteps(inSteps(["a", "b"], (row, place) => seen.push([row, place])));
    expect(seen).toEqual([
      ["a", 0],
      ["b", 1],
    ]);
  });

  test("are read in several tasks once the first has taken long", async () => {
    let time = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => {
      time += 10;
      return time;
    });
    const tasks = vi.fn(async () => {});
    vi.stubGlobal("scheduler", { yield: tasks });
    expect(await stepsInTasks(count(3 * rowsInStep))).toBe(3 * rowsInStep);
    expect(tasks).toHaveBeenCalledTimes(3);
    const abort = new AbortController();
    tasks.mockImplementationOnce(async () => abort.abort());
    expect(await stepsInTasks(count(3 * rowsInStep), abort.signal)).toBeNull();
    clock.mockRestore();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const now = Date.parse("2026-01-01T00:00:00Z");
const rows = 4 * rowsInStep;
const kinds = {
  "dates in order": ["2024-01-02,2024-02-03", "2024-05-06,2024-05-07"],
  "dates day first": ["03.04.2025,05.04.2025", "25.12.2024,26.12.2024"],
  "dates that may be read in two ways": ["03/04/2025,05/04/2025", "05/06/2025,NULL"],
  "dates in two formats": ["03.04.2025,2025-04-05", "25.12.2024,1970-01-01"],
  "dates with years of two digits": ["03/04/25,05/04/25", "05/06/24,Never"],
};

async function toTable(lines: readonly string[]): Promise<CsvTable> {
  const all = Array.from(
    { length: rows },
    (_, at) => `${at},p${at}@example.com,Person ${at},${lines[at % lines.length]}`,
  );
  return readTable(["user_id,email,name,registration_date,last_login_date", ...all].join("\n"));
}

test.each(Object.entries(kinds))(
  "a column of %s is searched in steps, with what a search at once finds",
  async (_, lines) => {
    const table = await toTable(lines);
    const { mapping } = suggestMapping(table);
    const searches: [Steps<unknown>, unknown][] = [
      [searchDateFormats(table, mapping), detectDateFormats(table, mapping)],
      [searchEmptyTexts(table, mapping), findEmptyTexts(table, mapping)],
      [searchDates(table, mapping, {}, now), checkDates(table, mapping, {}, now)],
    ];
    for (const [steps, expected] of searches) {
      let rests = 0;
      let step = steps.next();
      for (; !step.done; step = steps.next()) rests += 1;
      // Two columns of dates at least.
      expect(rests).toBeGreaterThanOrEqual((2 * rows) / rowsInStep);
      expect(step.value).toEqual(expected);
    }
  },
);

test("a file of many rows is read with a rest between its stages, a short one without", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const tasksFor = async (lines: number) => {
    const rest = vi.fn(async () => {});
    vi.stubGlobal("scheduler", { yield: rest });
    const text = Array.from({ length: lines }, (_, at) => `${at},p${at}@example.com`).join("\n");
    expect((await readCsv(`user_id,email\n${text}`, { overflow: "all" })).ok).toBe(true);
    return rest.mock.calls.length;
  };
  expect(await tasksFor(1_000)).toBe(0);
  expect(await tasksFor(20_001)).toBe(3);
  clock.mockRestore();
});
