// Decisions about a file, and whether they are kept when another file is chosen or the same is re-read.
import { describe, expect, test } from "vitest";
import type { FieldKey } from "../../../src/contract/fields.ts";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { transition } from "../../../src/importer/machine/transition.ts";
import { chosen, events, everyState, follow, readFact, reread, review, usersFile } from "../states.ts";

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

  test("returns to it without a notice when reading is cancelled", async () => {
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

  test("while another one is on screen, which keeps its own choices", async () => {
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

  test("keeps a column chosen by hand, or the choice of none", async () => {
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

  test("finds it by its header if it moved", async () => {
    const file = chosen("moved.csv", "title,mail,code\n,,\nemail,code,mail\na@example.com,7,x\n");
    const first = await reread(await review(file), { headerRow: 1 });
    const edited = follow("reviewing", first, { type: "columnAssigned", field: "externalUserId", column: 2 });
    const { review: after } = await reread(edited, { headerRow: 3 });
    expect(after.table.headers).toEqual(["email", "code", "mail"]);
    expect(after.mapping.externalUserId).toBe(1);
  });

  test("drops it if the file no longer has the column", async () => {
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
  test("is assigned to one field; the field that loses it is known", async () => {
    const assigned: ImporterEvent = { type: "columnAssigned", field: "name", column: 1 };
    const { review: after } = follow("reviewing", await review(), assigned);
    expect(after.mapping).toMatchObject({ email: null, name: 1 });
    expect(after.taken).toEqual({ from: "email", by: "name" });
    expect(after.manual).toEqual(["name"]);
    expect(after.rows.map(({ user }) => user)).toEqual([null, null, null]);
  });

  test("that is not in the file can't be chosen", async () => {
    const before = await review();
    expect(transition(before, { type: "columnAssigned", field: "name", column: 7 })).toBe(before);
  });

  test("chosen as it was suggested counts as chosen, once", async () => {
    const assigned: ImporterEvent = { type: "columnAssigned", field: "email", column: 1 };
    const after = follow("reviewing", await review(), assigned);
    expect(after.review.manual).toEqual(["email"]);
    expect(transition(after, assigned)).toBe(after);
  });

  test("drops the corrections of its field, as they were made to other cells", async () => {
    const corrected = follow("reviewing", await review(), events.cellCorrected);
    const moved = follow("reviewing", corrected, { type: "columnAssigned", field: "email", column: 2 });
    expect(moved.review.corrections).toEqual({});
    const kept = follow("reviewing", corrected, { type: "columnAssigned", field: "email", column: 1 });
    expect(kept.review.corrections).toEqual(corrected.review.corrections);
  });
});

describe("a correction", () => {
  test("is checked at once, duplicates included", async () => {
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

  test("is undone by null, or by typing the original text", async () => {
    const corrected = follow("reviewing", await review(), events.cellCorrected);
    for (const text of [null, ""]) {
      const undone = follow("reviewing", corrected, { type: "cellCorrected", row: 3, field: "email", text });
      expect(undone.review.corrections).toEqual({});
      expect(undone.review.rows[1]?.user).toBeNull();
    }
  });

  test("that changes nothing, or names a missing row, is ignored", async () => {
    const before = await review();
    expect(transition(before, { type: "cellCorrected", row: 3, field: "email", text: null })).toBe(before);
    expect(transition(before, { type: "cellCorrected", row: 99, field: "email", text: "x" })).toBe(before);
  });
});

describe("arrowing through columns", () => {
  const assign = (field: FieldKey, column: number | null): ImporterEvent => ({ type: "columnAssigned", field, column });

  test("restores a column taken on the way", async () => {
    const over = follow("reviewing", await review(), assign("name", 1), assign("name", 2));
    expect(over.review.mapping).toMatchObject({ email: 1, name: 2 });
    expect(over.review.taken).toBeNull();
  });

  test("leaves it taken when another field is changed meanwhile", async () => {
    const over = follow(
      "reviewing",
      await review(),
      assign("name", 1),
      assign("externalUserId", 2),
      assign("name", null),
    );
    expect(over.review.mapping).toMatchObject({ email: null, name: null });
  });

  test("a chosen column that is missing for a while is remembered", async () => {
    const edited = follow("reviewing", await review(), assign("externalUserId", 2));
    const astray = await reread(edited, { delimiter: ";" });
    const { review: after } = await reread(astray, { delimiter: "," });
    expect(after.mapping.externalUserId).toBe(2);
    expect(after.manual).toEqual(["externalUserId"]);
  });
});
