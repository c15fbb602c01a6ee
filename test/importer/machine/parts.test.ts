// Imports of more users than one request takes: parts, the pause between them, their report, and the rest of a file.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { joinCheckResults, toCheckRequests } from "../../../src/importer/machine/check-run.ts";
import { canStart, countParts, startBlockers, toImportRequest } from "../../../src/importer/machine/import-run.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import type { ReadChoices } from "../../../src/importer/state.ts";
import {
  chosen,
  events,
  failed,
  finished,
  follow,
  readFact,
  result,
  review,
  reviewOfMany,
  started,
} from "../states.ts";

/** Rows 2 to 6; row 4 has no email. */
const fiveUsers = chosen(
  "users.csv",
  "user_id,email\n1,a@example.com\n2,b@example.com\n3,\n4,a@example.com\n5,e@example.com\n",
);

const importing = async () => follow("importing", await reviewOfMany(2, fiveUsers), started);
const skipping = { ...started, skipInvalid: true } as ImporterEvent;

describe("the parts of a start", () => {
  test("are as many as the users need, each with a name and a key of its own", async () => {
    const { run } = await importing();
    expect(run.parts.map(({ key, sourceName, sent }) => [key, sourceName, sent.map(({ number }) => number)])).toEqual([
      ["key-00001-1", "User Export 2026-05-03 (1 of 3)", [2, 3]],
      ["key-00001-2", "User Export 2026-05-03 (2 of 3)", [4, 5]],
      ["key-00001-3", "User Export 2026-05-03 (3 of 3)", [6]],
    ]);
  });

  test("count only rows that are sent", async () => {
    const { run } = follow("importing", await reviewOfMany(4, fiveUsers), skipping);
    expect(run.parts).toMatchObject([{ key: "key-00001", sourceName: "User Export 2026-05-03" }]);
    const { review: long } = await reviewOfMany(4, fiveUsers);
    expect([countParts(long, false), countParts(long, true)]).toEqual([2, 1]);
  });

  test("leave room for their place in the name", async () => {
    const state = await reviewOfMany(2, fiveUsers);
    const named = (length: number) => ({ ...state, sourceName: "n".repeat(length) });
    expect(canStart(named(191))).toBe(true);
    expect(startBlockers(named(192))).toEqual([{ code: "source_name_too_long", length: 192, limit: 191 }]);
    expect(canStart({ ...named(200), review: (await review(fiveUsers)).review })).toBe(true);
  });

  test("are sent one after another", async () => {
    const first = await importing();
    const second = follow("importing", first, events.attemptFailed, finished("imported", "not_found"));
    expect(second.run).toMatchObject({ retry: null, sentAt: 4_000, startedAt: 1_000 });
    expect([first, second].map(toImportRequest).map(({ sourceName, users }) => [sourceName, users.length])).toEqual([
      ["User Export 2026-05-03 (1 of 3)", 2],
      ["User Export 2026-05-03 (2 of 3)", 2],
    ]);
  });
});

describe("a pause", () => {
  const two = finished("imported", "not_found");

  test("begins once the current part is saved", async () => {
    const paused = follow("paused", await importing(), events.pauseChosen, two);
    expect(paused.run).toMatchObject({ isPausing: false, saved: { length: 1 } });
    expect(follow("importing", paused, events.continued).run).toMatchObject({ saved: { length: 1 }, sentAt: 5_000 });
  });

  test("can be taken back before", async () => {
    const state = follow("importing", await importing(), events.pauseChosen, {
      type: "pauseChosen",
      isPausing: false,
    });
    expect(transition(state, two).status).toBe("importing");
  });

  test("is not offered in the last part", async () => {
    const last = follow("importing", await importing(), two, two);
    expect(transition(last, events.pauseChosen)).toBe(last);
  });

  test("can end the import: the report names what is saved, and the rest", async () => {
    const paused = follow("paused", await importing(), events.pauseChosen, two);
    const { report } = follow("finished", paused, events.importEnded);
    expect(report).toMatchObject({
      partCount: 3,
      parts: [{ sourceName: "User Export 2026-05-03 (1 of 3)", counters: { total: 2 } }],
      counters: { total: 2, imported: 1, not_found: 1 },
      rest: { count: 3, estimated: false, firstRow: 4, lastRow: 6 },
      duration: 5_000,
    });
    expect(report.rows.map(({ row }) => row.number)).toEqual([2, 3]);
  });
});

describe("a part that fails", () => {
  test("is sent again alone; what is saved stays so", async () => {
    const broken = follow("failed", await importing(), finished("imported", "imported"), failed(true));
    const again = follow("importing", broken, events.retried);
    expect(again.run).toMatchObject({ saved: { length: 1 }, outcomeUnknown: true });
    expect(toImportRequest(again).sourceName).toBe("User Export 2026-05-03 (2 of 3)");
    const third = follow("importing", again, finished("imported", "imported"));
    expect(third.run.outcomeUnknown).toBeUndefined();
  });

  test("leaves nothing to edit once a part is saved", async () => {
    const broken = follow("failed", await importing(), finished("imported", "imported"), failed(true));
    for (const edit of [events.columnAssigned, events.cellCorrected, events.fileChosen, events.reviewResumed]) {
      expect(transition(broken, edit)).toBe(broken);
    }
    const { report } = follow("finished", broken, events.importEnded);
    expect(report).toMatchObject({ rest: { count: 3, firstRow: 4 }, unconfirmed: "User Export 2026-05-03 (2 of 3)" });
    const refused = follow("failed", await importing(), finished("imported", "imported"), failed(false));
    expect(follow("finished", refused, events.importEnded).report.unconfirmed).toBeNull();
  });

  test("can't end an import of which nothing is saved", async () => {
    const broken = follow("failed", await importing(), failed(true));
    expect(transition(broken, events.importEnded)).toBe(broken);
    expect(follow("reviewing", broken, events.reviewResumed).unconfirmed).toBe("User Export 2026-05-03 (1 of 3)");
  });
});

describe("the report of all parts", () => {
  test("adds the counters up and joins the results with the rows of the file", async () => {
    const { report } = follow(
      "finished",
      await importing(),
      finished("imported", "not_found"),
      finished("invalid_row", "already_connected"),
      finished("imported"),
    );
    expect(report.counters).toMatchObject({
      total: 5,
      imported: 2,
      not_found: 1,
      invalid_row: 1,
      already_connected: 1,
    });
    expect(report.rows.map(({ row, result }) => [row.number, result?.index, result?.status])).toEqual([
      [2, 0, "imported"],
      [3, 1, "not_found"],
      [4, 2, "invalid_row"],
      [5, 3, "already_connected"],
      [6, 4, "imported"],
    ]);
    expect(report).toMatchObject({ sourceName: "User Export 2026-05-03", rest: null, countsOnly: false, partCount: 3 });
    expect(report.parts).toHaveLength(3);
  });

  test("counts the rows that a warning of the server names over all parts", async () => {
    const warning = { code: "duplicate_in_request", firstIndex: 0 };
    const response = {
      source: null,
      results: [result(0, "imported"), { ...result(1, "already_connected"), warnings: [warning] }],
    };
    const second: ImporterEvent = { type: "importFinished", response, finishedAt: 4_000 };
    const { report } = follow(
      "finished",
      await importing(),
      finished("imported", "imported"),
      second,
      finished("imported"),
    );
    expect(report.rows[3]?.result?.warnings).toEqual([{ ...warning, firstIndex: 2 }]);
  });

  test("has no rows of a part of which only counts are known", async () => {
    const counters = { total: 2, imported: 2, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 0 };
    const source = { id: "src_1", name: "May (2 of 3)", createdAt: "", counters, reactivated: null };
    const response = { source, results: [], adopted: true };
    const found: ImporterEvent = { type: "importFinished", response, finishedAt: 4_000 };
    const { report } = follow(
      "finished",
      await importing(),
      finished("imported", "not_found"),
      found,
      finished("imported"),
    );
    expect(report).toMatchObject({ countsOnly: true, isAnswerLost: true, counters: { total: 5, imported: 4 } });
    expect(report.rows.map(({ row }) => row.number)).toEqual([2, 3, 6]);
    expect(report.parts.map(({ countsOnly }) => countsOnly)).toEqual([false, true, false]);
  });
});

describe("a check of more users than one request takes", () => {
  test("is several requests, whose answers are joined as if the users came one by one", async () => {
    const checking = follow("reviewing", await reviewOfMany(2, fiveUsers), events.checkStarted);
    expect(toCheckRequests(checking).map(({ users }) => users.length)).toEqual([2, 2, 1]);
    const of = (index: number, status: string, email: string) => ({ ...result(index, status), email });
    const joined = joinCheckResults([
      [of(0, "imported", "a@example.com"), of(1, "not_found", "b@example.com")],
      [of(0, "invalid_row", ""), of(1, "imported", "a@example.com")],
      [of(0, "imported", "e@example.com")],
    ]);
    expect(joined.map(({ index, status }) => [index, status])).toEqual([
      [0, "imported"],
      [1, "not_found"],
      [2, "invalid_row"],
      [3, "already_connected"],
      [4, "imported"],
    ]);
  });
});

describe("the rest of a file", () => {
  const first: ReadChoices = { overflow: "first" };

  async function firstTwo() {
    const { content, name, size } = fiveUsers;
    const file = { content, name, size };
    const reading = follow("reading", await review(file), { type: "dialectChanged", choices: first });
    const read = await readFact(file, { ...first, maxRows: 2 } as ReadChoices);
    return follow("reviewing", reading, { ...read, maxUsers: 2 } as ImporterEvent);
  }

  test("is named by its rows", async () => {
    const { report } = follow("finished", await firstTwo(), started, finished("imported", "imported"));
    expect(report.rest).toEqual({ count: 3, estimated: false, firstRow: 4, lastRow: 6 });
  });

  test("is read from its first row on, with the columns chosen by hand", async () => {
    const named = follow("reviewing", await firstTwo(), { type: "columnAssigned", field: "name", column: 1 });
    const mapped = follow("reviewing", named, { type: "columnAssigned", field: "email", column: 0 });
    const done = follow("finished", await firstTwo(), started, finished("imported", "imported"));
    const reading = follow("reading", { ...done, review: mapped.review }, events.restChosen);
    expect(reading).toMatchObject({
      choices: { overflow: "first", fromRow: 4 },
      sourceName: "User Export 2026-05-03 (2)",
    });
    const rest = follow("reviewing", reading, await readFact(reading.file, reading.choices));
    expect(rest.review.rows.map(({ number }) => number)).toEqual([4, 5, 6]);
    expect(rest.review.mapping).toMatchObject({ name: 1, email: 0 });
  });

  test("does not bring the imported rows back when its reading is cancelled", async () => {
    const done = follow("finished", await firstTwo(), started, finished("imported", "imported"));
    follow("idle", done, events.restChosen, events.cancelled);
  });
});
