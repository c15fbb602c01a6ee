// What may follow what: the whole table, then each rule in a sentence.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../src/importer/events.ts";
import type { ImporterState } from "../../src/importer/state.ts";
import { transition } from "../../src/importer/transition.ts";
import {
  chosen,
  everyState,
  failed,
  finished,
  follow,
  readFact,
  reread,
  review,
  started,
  usersFile,
} from "./states.ts";

// A dash: the event does not belong there, and the very same state comes back.
const table = `
                   idle     reading    reviewing  importing  failed     finished
  fileChosen       reading  reading    reading    -          reading    reading
  readProgressed   -        reading    -          -          -          -
  fileRead         -        reviewing  -          -          -          -
  fileRefused      idle     idle       reviewing  -          failed     finished
  dialectChanged   -        -          reading    -          reading    -
  refusalOverruled -        -          -          -          -          -
  columnAssigned   -        -          reviewing  -          reviewing  -
  cellCorrected    -        -          reviewing  -          reviewing  -
  sourceNamed      idle     reading    reviewing  -          reviewing  -
  importStarted    -        -          importing  -          -          -
  attemptFailed    -        -          -          importing  -          -
  importFinished   -        -          -          finished   -          -
  importFailed     -        -          -          failed     -          -
  cancelled        -        idle       -          failed     -          -
  retried          -        -          -          -          importing  -
  reviewResumed    -        -          -          -          reviewing  -
  restarted        -        -          -          -          -          idle
`;

const events: { readonly [Type in ImporterEvent["type"]]: ImporterEvent } = {
  fileChosen: { type: "fileChosen", file: chosen("other.csv", "id,mail\n1,a@example.com\n") },
  readProgressed: { type: "readProgressed", share: 0.5 },
  fileRead: await readFact(usersFile),
  fileRefused: { type: "fileRefused", refusal: { fileName: "a.csv", issue: { code: "several_files", count: 2 } } },
  dialectChanged: { type: "dialectChanged", choices: { delimiter: ";" } },
  refusalOverruled: { type: "refusalOverruled", choices: { overflow: "first" } },
  columnAssigned: { type: "columnAssigned", field: "name", column: null },
  cellCorrected: { type: "cellCorrected", row: 3, field: "email", text: "two@example.com" },
  sourceNamed: { type: "sourceNamed", sourceName: "May", edited: true },
  importStarted: started,
  attemptFailed: { type: "attemptFailed", retry: { attempt: 2, attempts: 4, at: 2_000 } },
  importFinished: finished("imported", "invalid_row", "already_connected"),
  importFailed: failed(false),
  cancelled: { type: "cancelled" },
  retried: { type: "retried" },
  reviewResumed: { type: "reviewResumed" },
  restarted: { type: "restarted", sourceName: "User Export 2026-05-04" },
};

const [header = [], ...lines] = table
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

const pairs = lines.flatMap(([event, ...cells]) =>
  cells.map((next, column) => ({ event: event as ImporterEvent["type"], state: header[column] ?? "", next })),
);

test("the table names every event and every state", async () => {
  expect(lines.map(([event]) => event)).toEqual(Object.keys(events));
  expect(header).toEqual(Object.keys(await everyState()));
});

test.each(pairs)("$state, $event: $next", async ({ state, event, next }) => {
  const before: ImporterState = (await everyState())[state as ImporterState["status"]];
  const after = transition(before, events[event]);
  if (next === "-") expect(after).toBe(before);
  else {
    expect(after.status).toBe(next);
    expect(after).not.toBe(before);
  }
});

describe("choosing a file", () => {
  test("replaces the file that is being read", async () => {
    const { reading } = await everyState();
    const next = follow("reading", reading, { type: "readProgressed", share: 0.4 }, events.fileChosen);
    expect(next).toMatchObject({ file: { name: "other.csv" }, share: 0 });
    expect(next.choices).not.toBe(reading.choices);
  });

  test("keeps the earlier review until the new file is read, and returns to it when the file is refused", async () => {
    const before = await review();
    const reading = follow("reading", before, events.fileChosen);
    expect(reading.previous).toBe(before.review);
    const after = follow("reviewing", reading, await readFact(chosen("empty.csv", "")));
    expect(after.review).toBe(before.review);
    expect(after.refusal).toMatchObject({ fileName: "empty.csv", issue: { code: "empty_file" } });
  });

  test("or when reading is cancelled, and then without a word", async () => {
    const before = await review();
    expect(follow("reviewing", before, events.fileChosen, { type: "cancelled" })).toEqual(before);
  });

  test("ends an earlier refusal", async () => {
    const refused = follow("reviewing", await review(), events.fileRefused);
    const after = follow("reviewing", refused, { type: "fileChosen", file: usersFile }, events.fileRead);
    expect(after.refusal).toBeNull();
  });

  test("keeps the source name", async () => {
    const named = follow("reviewing", await review(), events.sourceNamed);
    expect(follow("reading", named, events.fileChosen)).toMatchObject({ sourceName: "May", sourceNameEdited: true });
  });

  test("drops the columns and corrections of another file, also of one with the same name", async () => {
    const edited = follow("reviewing", await review(), events.columnAssigned, events.cellCorrected);
    const again = chosen("users.csv", await usersFile.content.text());
    const { review: after } = follow("reviewing", edited, { type: "fileChosen", file: again }, await readFact(again));
    expect(after).toMatchObject({ manual: [], corrections: {}, mapping: { name: 2 } });
  });

  test("progress never falls", async () => {
    const half = follow("reading", (await everyState()).reading, { type: "readProgressed", share: 0.5 });
    expect(transition(half, { type: "readProgressed", share: 0.4 })).toBe(half);
  });
});

describe("a refused file can be read after all", () => {
  const long = chosen("long.csv", "user_id,email\n1,a@example.com\n2,b@example.com\n3,c@example.com\n");
  const refused: ImporterEvent = {
    type: "fileRefused",
    refusal: { fileName: "long.csv", file: long, choices: {}, issue: { code: "too_many_rows", count: 3, limit: 2 } },
  };

  test("as the only file", async () => {
    const idle = follow("idle", (await everyState()).idle, refused);
    const reading = follow("reading", idle, events.refusalOverruled);
    expect(reading).toMatchObject({ file: long, choices: { overflow: "first" }, previous: null });
    expect(follow("reading", idle, { type: "dialectChanged", choices: { overflow: "first" } })).toEqual(reading);
  });

  test("while another one is on the screen, whose own choices stay its own", async () => {
    const reviewing = follow("reviewing", await review(), refused);
    expect(follow("reading", reviewing, events.refusalOverruled).file).toBe(long);
    expect(follow("reading", reviewing, events.dialectChanged).file).toBe(usersFile);
  });
});

describe("reading the same file again", () => {
  test("keeps the choices made before", async () => {
    const first = await reread(await review(), { encoding: "windows-1252" });
    const second = await reread(first, { headerRow: 1 });
    expect(second.review.choices).toEqual({ encoding: "windows-1252", headerRow: 1 });
  });

  test("keeps a column chosen by hand, also the choice of none", async () => {
    const edited = follow(
      "reviewing",
      await review(),
      { type: "columnAssigned", field: "externalUserId", column: 2 },
      { type: "columnAssigned", field: "name", column: null },
    );
    const { review: after } = await reread(edited, { encoding: "windows-1252" });
    expect(after.mapping).toMatchObject({ externalUserId: 2, email: 1, name: null });
    expect(after.manual).toEqual(["externalUserId", "name"]);
  });

  test("finds it under its name when it moved", async () => {
    const file = chosen("moved.csv", "title,mail,code\n,,\nemail,code,mail\na@example.com,7,x\n");
    const first = await reread(await review(file), { headerRow: 1 });
    const edited = follow("reviewing", first, { type: "columnAssigned", field: "externalUserId", column: 2 });
    const { review: after } = await reread(edited, { headerRow: 3 });
    expect(after.table.headers).toEqual(["email", "code", "mail"]);
    expect(after.mapping.externalUserId).toBe(1);
  });

  test("forgets it when the file has no such column any more", async () => {
    const edited = follow("reviewing", await review(), { type: "columnAssigned", field: "externalUserId", column: 2 });
    const { review: after } = await reread(edited, { delimiter: ";" });
    expect(after.manual).toEqual([]);
  });

  test("gives a kept column to no second field", async () => {
    const edited = follow("reviewing", await review(), { type: "columnAssigned", field: "name", column: 1 });
    const { mapping } = (await reread(edited, { encoding: "windows-1252" })).review;
    expect(mapping).toMatchObject({ email: null, name: 1 });
  });

  test("keeps the corrections of rows and columns that are still there", async () => {
    const corrected = follow("reviewing", await review(), events.cellCorrected);
    const same = await reread(corrected, { encoding: "windows-1252" });
    expect(same.review.corrections).toEqual({ 3: { email: "two@example.com" } });
    expect(same.review.rows[1]?.user).toMatchObject({ email: "two@example.com" });
    const other = await reread(corrected, { delimiter: ";" });
    expect(other.review.corrections).toEqual({});
  });
});

describe("a column", () => {
  test("feeds one field: taking it from another says so", async () => {
    const assigned: ImporterEvent = { type: "columnAssigned", field: "name", column: 1 };
    const { review: after } = follow("reviewing", await review(), assigned);
    expect(after.mapping).toMatchObject({ email: null, name: 1 });
    expect(after.taken).toEqual({ from: "email", by: "name" });
    expect(after.manual).toEqual(["name"]);
    expect(after.rows.map(({ user }) => user)).toEqual([null, null, null]);
  });

  test("that is not in the file is no choice", async () => {
    const before = await review();
    expect(transition(before, { type: "columnAssigned", field: "name", column: 7 })).toBe(before);
  });

  test("chosen as it was suggested counts as chosen, once", async () => {
    const assigned: ImporterEvent = { type: "columnAssigned", field: "email", column: 1 };
    const after = follow("reviewing", await review(), assigned);
    expect(after.review.manual).toEqual(["email"]);
    expect(transition(after, assigned)).toBe(after);
  });

  test("takes the corrections of its field with it, for they were typed over other cells", async () => {
    const corrected = follow("reviewing", await review(), events.cellCorrected);
    const moved = follow("reviewing", corrected, { type: "columnAssigned", field: "email", column: 2 });
    expect(moved.review.corrections).toEqual({});
    const kept = follow("reviewing", corrected, { type: "columnAssigned", field: "email", column: 1 });
    expect(kept.review.corrections).toEqual(corrected.review.corrections);
  });
});

describe("a correction", () => {
  test("is judged at once, duplicates included", async () => {
    const before = await review();
    expect(before.review.rows[2]?.warnings).toEqual([{ code: "duplicate_email", firstRow: 2 }]);
    const unique: ImporterEvent = { type: "cellCorrected", row: 4, field: "email", text: "three@example.com" };
    const after = follow("reviewing", before, events.cellCorrected, unique);
    expect(after.review.rows.map(({ user, warnings }) => [user?.email, warnings.length])).toEqual([
      ["one@example.com", 0],
      ["two@example.com", 0],
      ["three@example.com", 0],
    ]);
  });

  test("is undone by null, or by typing what the file has", async () => {
    const corrected = follow("reviewing", await review(), events.cellCorrected);
    for (const text of [null, ""]) {
      const undone = follow("reviewing", corrected, { type: "cellCorrected", row: 3, field: "email", text });
      expect(undone.review.corrections).toEqual({});
      expect(undone.review.rows[1]?.user).toBeNull();
    }
  });

  test("that changes nothing, or of a row that is not there, is none", async () => {
    const before = await review();
    expect(transition(before, { type: "cellCorrected", row: 3, field: "email", text: null })).toBe(before);
    expect(transition(before, { type: "cellCorrected", row: 99, field: "email", text: "x" })).toBe(before);
  });
});

describe("a start", () => {
  test("sends every row by default", async () => {
    const { run } = follow("importing", await review(), started);
    expect(run.sent.map(({ number }) => number)).toEqual([2, 3, 4]);
    expect(run).toMatchObject({ key: "key-00001", startedAt: 1_000, heldBack: [], retry: null });
  });

  test("holds rows with problems back when the host wants that", async () => {
    const { run } = follow("importing", await review(), { ...started, skipInvalid: true } as ImporterEvent);
    expect(run.sent.map(({ number }) => number)).toEqual([2, 4]);
    expect(run.heldBack.map(({ number }) => number)).toEqual([3]);
  });

  test("is none while something blocks it", async () => {
    const blank = follow("reviewing", await review(), { type: "sourceNamed", sourceName: " \u200B", edited: true });
    expect(transition(blank, started)).toBe(blank);
    const unmapped = follow("reviewing", await review(), { type: "columnAssigned", field: "email", column: null });
    expect(transition(unmapped, started)).toBe(unmapped);
  });
});

describe("a failure", () => {
  test("of which nobody knows whether it was saved is remembered by every edit", async () => {
    const { failed: before } = await everyState();
    for (const edit of [events.columnAssigned, events.cellCorrected, events.reviewResumed]) {
      expect(follow("reviewing", before, edit).unconfirmed).toBe("User Export 2026-05-03");
    }
    for (const edit of [events.fileChosen, events.dialectChanged]) {
      expect(follow("reading", before, edit).unconfirmed).toBe("User Export 2026-05-03");
    }
  });

  test("remembers the name that was sent, not the one typed afterwards", async () => {
    const after = follow("reviewing", (await everyState()).failed, events.sourceNamed);
    expect(after).toMatchObject({ sourceName: "May", unconfirmed: "User Export 2026-05-03" });
  });

  test("stays remembered when the next file is refused", async () => {
    const reading = follow("reading", (await everyState()).failed, events.fileChosen);
    expect(follow("reviewing", reading, events.fileRefused).unconfirmed).toBe("User Export 2026-05-03");
  });

  test("that saved nothing is forgotten by an edit", async () => {
    const { importing } = await everyState();
    expect(follow("reviewing", importing, failed(false), events.sourceNamed).unconfirmed).toBeNull();
  });

  test("stays on the screen when an edit changes nothing, or the name changes by itself", async () => {
    const { failed: before } = await everyState();
    expect(transition(before, { type: "cellCorrected", row: 3, field: "email", text: null })).toBe(before);
    expect(transition(before, { type: "sourceNamed", sourceName: "Export (2)", edited: false })).toBe(before);
  });

  test("is retried with the same key and the same rows, and a clean count of attempts", async () => {
    const { importing } = await everyState();
    const again = follow("importing", importing, events.attemptFailed, failed(true), { type: "retried" });
    expect(again.run).toEqual({ ...importing.run, outcomeUnknown: true });
    expect(again.run.sent).toBe(importing.run.sent);
  });

  test("once in doubt, a run stays in doubt, whatever its retry says", async () => {
    const again = follow("failed", (await everyState()).failed, { type: "retried" }, failed(false));
    expect(again.failure).toMatchObject({ code: "forbidden", outcomeUnknown: true });
  });

  test("by cancelling leaves open whether it was saved", async () => {
    const cancelled = follow("failed", (await everyState()).importing, { type: "cancelled" });
    expect(cancelled.failure).toMatchObject({ code: "cancelled", outcomeUnknown: true });
  });
});

describe("the report", () => {
  test("joins each row of the file with its result", async () => {
    const { report } = (await everyState()).finished;
    expect(report.rows.map(({ row, result }) => [row.number, result?.status])).toEqual([
      [2, "imported"],
      [3, "invalid_row"],
      [4, "already_connected"],
    ]);
    expect(report).toMatchObject({ fileName: "users.csv", heldBack: 0, countsOnly: false, duration: 3_000 });
    expect(report.counters).toMatchObject({ total: 3, imported: 1, invalid_row: 1, already_connected: 1 });
  });

  test("keeps rows that were held back in their place, without a result", async () => {
    const skipping = { ...started, skipInvalid: true } as ImporterEvent;
    const { report } = follow("finished", await review(), skipping, finished("imported", "already_connected"));
    expect(report.rows.map(({ row, result }) => [row.number, result?.status])).toEqual([
      [2, "imported"],
      [3, undefined],
      [4, "already_connected"],
    ]);
    expect(report).toMatchObject({ heldBack: 1, counters: { total: 2 } });
  });

  test("has counts only when the run was found saved without results", async () => {
    const counters = { total: 3, imported: 2, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 1 };
    const source = { id: "src_1", name: "May", createdAt: "", counters, reactivated: null };
    const response = { source, results: [], adopted: true };
    const adopted: ImporterEvent = { type: "importFinished", response, finishedAt: 2_000 };
    const { report } = follow("finished", await review(), started, adopted);
    expect(report).toMatchObject({ countsOnly: true, rows: [], counters, source });
  });

  test("does not survive the next import", async () => {
    const { finished: before } = await everyState();
    expect(follow("idle", before, events.restarted)).toEqual({
      status: "idle",
      sourceName: "User Export 2026-05-04",
      sourceNameEdited: false,
      refusal: null,
    });
  });
});
