// A start, its failures, and its report.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import type { ImportRun } from "../../../src/importer/state.ts";
import { chosen, events, everyState, failed, finished, follow, review, started } from "../states.ts";

describe("a start", () => {
  test("sends every row by default", async () => {
    const { run } = follow("importing", await review(), started);
    expect(sentRows(run)).toEqual([[2, 3, 4]]);
    expect(run.parts).toMatchObject([{ key: "key-00001", sourceName: "User Export 2026-05-03" }]);
    expect(run).toMatchObject({ startedAt: 1_000, saved: [], heldBack: [], retry: null });
  });

  test("holds rows with problems back when the host wants that", async () => {
    const { run } = follow("importing", await review(), { ...started, skipInvalid: true } as ImporterEvent);
    expect(sentRows(run)).toEqual([[2, 4]]);
    expect(run.heldBack.map(({ number }) => number)).toEqual([3]);
  });

  test("never sends a row whose cells may be shifted", async () => {
    const text = "user_id,email,name\n1,a@example.com,Ann Roe\n2,b@example.com,Chan, Bo\n3,,Cy\n";
    const { run } = follow("importing", await review(chosen("users.csv", text)), started);
    expect([sentRows(run), run.heldBack.map(({ number }) => number)]).toEqual([[[2, 4]], [3]]);
  });

  test("does nothing while something blocks it", async () => {
    const blank = follow("reviewing", await review(), { type: "sourceNamed", sourceName: " \u200B", edited: true });
    expect(transition(blank, started)).toBe(blank);
    const unmapped = follow("reviewing", await review(), { type: "columnAssigned", field: "email", column: null });
    expect(transition(unmapped, started)).toBe(unmapped);
  });
});

describe("a failure", () => {
  test("with an unknown outcome is remembered after every edit", async () => {
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
    expect(again.run.parts).toBe(importing.run.parts);
  });

  test("once the outcome is unknown it stays unknown, whatever the retry says", async () => {
    const again = follow("failed", (await everyState()).failed, { type: "retried" }, failed(false));
    expect(again.failure).toMatchObject({ code: "forbidden", outcomeUnknown: true });
  });

  test("by cancelling has an unknown outcome", async () => {
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
    expect(report).toMatchObject({ countsOnly: true, isAnswerLost: true, rows: [], counters, parts: [{ source }] });
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

function sentRows({ parts }: ImportRun): number[][] {
  return parts.map(({ sent }) => sent.map(({ number }) => number));
}
