// Rows that a person leaves out: not sent, counted apart, kept over other decisions, and put back.
import { describe, expect, test } from "vitest";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { startBlockers } from "../../../src/importer/machine/import-run.ts";
import { toRows } from "../../../src/importer/review/review.ts";
import { reviewCounts } from "../../../src/importer/review/review-counts.ts";
import { chosen, events, finished, follow, readFact, reread, review, started } from "../states.ts";

const leaveOut = (...rows: readonly number[]): ImporterEvent => ({ type: "rowsLeftOut", rows, leftOut: true });
const putBack = (...rows: readonly number[]): ImporterEvent => ({ type: "rowsLeftOut", rows, leftOut: false });

describe("a row left out", () => {
  test("is not sent, and is in the report without a result", async () => {
    const importing = follow("importing", await review(), leaveOut(3), started);
    expect(importing.run.parts[0]?.sent.map(({ number }) => number)).toEqual([2, 4]);
    expect(importing.run).toMatchObject({ heldBack: [], leftOut: 1 });
    const { report } = follow("finished", importing, finished("imported", "already_connected"));
    expect(report).toMatchObject({ leftOut: 1, heldBack: 0, counters: { total: 2 } });
    expect(report.rows.map(({ row, result, isLeftOut }) => [row.number, result?.status, isLeftOut])).toEqual([
      [2, "imported", undefined],
      [3, undefined, true],
      [4, "already_connected", undefined],
    ]);
  });

  test("is neither ready nor a problem nor a duplicate", async () => {
    const after = follow("reviewing", await review(), leaveOut(3, 4));
    expect(reviewCounts(after.review)).toEqual({ all: 3, ready: 1, problems: 0, duplicates: 0, leftOut: 2 });
  });

  test("makes no other row a duplicate, and does again once it is put back", async () => {
    const after = follow("reviewing", await review(), leaveOut(2));
    expect(after.review.rows[2]?.warnings).toEqual([]);
    const back = follow("reviewing", after, putBack(2));
    expect(back.review.rows[2]?.warnings).toEqual([{ code: "duplicate_email", firstRow: 2 }]);
    expect(back.review.rows).toEqual((await review()).review.rows);
  });

  test("changes nothing a second time, nor with a number that the file does not have", async () => {
    const after = follow("reviewing", await review(), leaveOut(3));
    for (const event of [leaveOut(3), leaveOut(99), leaveOut(), putBack(4)]) {
      expect(follow("reviewing", after, event)).toBe(after);
    }
  });

  test("is announced with its count", async () => {
    const after = follow("reviewing", await review(), leaveOut(3, 4, 3));
    expect(after.review.lastCorrection).toEqual({ code: "left_out", rows: 2 });
    const back = follow("reviewing", after, putBack(4));
    expect(back.review.lastCorrection).toEqual({ code: "put_back", rows: 1 });
  });

  test("stays left out over corrections, their undoing, other columns and another delimiter", async () => {
    const out = follow("reviewing", await review(), leaveOut(3));
    const edits = [events.cellCorrected, events.correctionsUndone, events.columnAssigned, events.textsEmptied];
    const edited = follow("reviewing", out, ...edits);
    expect([...edited.review.leftOut]).toEqual([3]);
    expect(edited.review.rows).toEqual(toRows(edited.review));
    const back = await reread(await reread(edited, { delimiter: ";" }), { delimiter: "," });
    expect([...back.review.leftOut]).toEqual([3]);
  });

  test("stays left out when a corrected file is merged, also one that corrects it", async () => {
    const out = follow("reviewing", await review(), leaveOut(3));
    const corrected = chosen(
      "corrected.csv",
      "user_id,email,name,registration_date,import_row\nlegacy_2,two@example.com,User Two,,3\n",
    );
    const reading = follow("reading", out, { type: "fileChosen", file: corrected });
    const merged = follow("reviewing", reading, await readFact(corrected), { type: "mergeDecided", decision: "apply" });
    expect(merged.review.rows[1]?.user?.email).toBe("two@example.com");
    expect([...merged.review.leftOut]).toEqual([3]);
  });

  test("is left out of a run that starts again after a failure", async () => {
    const failure = follow("failed", await review(), leaveOut(3), started, events.importFailed);
    expect(follow("importing", failure, events.retried).run.parts[0]?.sent.map(({ number }) => number)).toEqual([2, 4]);
    expect(follow("reviewing", failure, putBack(3)).review.leftOut.size).toBe(0);
  });
});

test("with all rows left out there is nothing to send", async () => {
  const { review: after } = follow("reviewing", await review(), leaveOut(2, 3, 4));
  expect(startBlockers({ sourceName: "May", review: after })).toEqual([{ code: "no_rows_to_send" }]);
});

test("another file starts with all its rows", async () => {
  const out = follow("reviewing", await review(), leaveOut(3));
  const other = chosen("other.csv", "id,mail\n1,a@example.com\n2,b@example.com\n");
  const reading = follow("reading", out, { type: "fileChosen", file: other });
  expect(follow("reviewing", reading, await readFact(other)).review.leftOut.size).toBe(0);
});
