// The email as user ID, where a file has no column of ids: what is read, what ends it, and what is remembered.
import { expect, test } from "vitest";
import {
  findRemembered,
  formatRemembered,
  parseRemembered,
  toRemembered,
} from "../../../src/importer/effects/remembered-mappings.ts";
import type { ImporterEvent } from "../../../src/importer/events.ts";
import { missingFields, startBlockers } from "../../../src/importer/machine/import-run.ts";
import { toRows } from "../../../src/importer/review/review.ts";
import { chosen, follow, readFact, reread, review } from "../states.ts";

const bare = chosen("bare.csv", "email,name\nAda@Example.com,Ada\nnobody,Bo\ncy@example.com,Cy\n");
const used: ImporterEvent = { type: "emailUsedAsId", used: true };
const undone: ImporterEvent = { type: "emailUsedAsId", used: false };
const correct = (field: "email" | "externalUserId", text: string): ImporterEvent => {
  return { type: "cellCorrected", row: 2, field, text };
};

test("the email is read as user ID in one form, and the import may start", async () => {
  const before = await review(bare);
  expect(missingFields(before.review)).toEqual(["externalUserId"]);
  const after = follow("reviewing", before, used);
  expect(after.review.rows.map(({ input }) => input.externalUserId)).toEqual([
    "ada@example.com",
    "nobody",
    "cy@example.com",
  ]);
  expect(after.review.rows[0]?.user).toMatchObject({ externalUserId: "ada@example.com", email: "ada@example.com" });
  expect(startBlockers(after)).toEqual([]);
  expect(follow("reviewing", after, undone).review.rows).toEqual(before.review.rows);
});

test("a corrected or repaired email changes the user ID with it, unless the ID itself was corrected", async () => {
  const after = follow("reviewing", await review(bare), used, correct("email", "ada2@example.com"));
  expect(after.review.rows[0]?.user?.externalUserId).toBe("ada2@example.com");
  const other = follow("reviewing", after, correct("externalUserId", "7"));
  expect(other.review.rows[0]?.user).toMatchObject({ externalUserId: "7", email: "ada2@example.com" });
  expect(other.review.rows).toEqual(toRows(other.review));
});

test("a column for the user ID or none for the email ends it, and it is not possible beside a column", async () => {
  const after = follow("reviewing", await review(bare), used);
  const mapped = follow("reviewing", after, { type: "columnAssigned", field: "externalUserId", column: 1 });
  expect(mapped.review).toMatchObject({ idFromEmail: false, mapping: { externalUserId: 1 } });
  expect(follow("reviewing", mapped, used)).toBe(mapped);
  const without = follow("reviewing", after, { type: "columnAssigned", field: "email", column: null });
  expect(without.review.idFromEmail).toBe(false);
  const chosenNone = follow("reviewing", after, { type: "columnAssigned", field: "externalUserId", column: null });
  expect(missingFields(chosenNone.review)).toEqual(["externalUserId"]);
});

test("it stays when the same file is read again", async () => {
  const after = follow("reviewing", await review(bare), used);
  expect((await reread(after, { encoding: "windows-1252" })).review.idFromEmail).toBe(true);
});

test("it is remembered with the mapping, and forgotten with it", async () => {
  const { review: confirmed } = follow("reviewing", await review(bare), used);
  const entry = toRemembered(confirmed, "May", 1_000);
  expect(entry).toMatchObject({ idFromEmail: true, mapping: { externalUserId: null, email: 0 } });
  const entries = parseRemembered(formatRemembered(entry ? [entry] : []));
  const remembered = findRemembered(entries, confirmed.table);
  expect(remembered).toEqual(entry);
  const next = chosen("next.csv", "email,name\ndi@example.com,Di\n");
  const reading = follow("reading", await review(), { type: "fileChosen", file: next });
  const fact = await readFact(next);
  if (fact.type !== "fileRead") throw new Error("not read");
  const state = follow("reviewing", reading, { ...fact, remembered });
  expect(state.review.rows[0]?.user?.externalUserId).toBe("di@example.com");
  const forgotten = follow("reviewing", state, { type: "mappingForgotten", signature: null });
  expect(missingFields(forgotten.review)).toEqual(["externalUserId"]);
});

test("a column of ids without values gives way to the email, and returns", async () => {
  const empty = chosen("empty.csv", "user_id,email\n,ada@example.com\n,bo@example.com\n");
  const after = follow("reviewing", await review(empty), used);
  expect(after.review).toMatchObject({ idFromEmail: true, mapping: { externalUserId: null } });
  expect(after.review.rows[1]?.user?.externalUserId).toBe("bo@example.com");
  expect((await reread(after, { encoding: "windows-1252" })).review.rows[1]?.user?.externalUserId).toBe(
    "bo@example.com",
  );
  expect(follow("reviewing", after, undone).review.mapping.externalUserId).toBe(0);
  const partly = chosen("partly.csv", "user_id,email\n,ada@example.com\n7,bo@example.com\n");
  const before = await review(partly);
  expect(follow("reviewing", before, used)).toBe(before);
});
