// One import run: what blocks its start, its parts, and what each of them sends.
import type { ImportOutcome } from "../../client/import-client.ts";
import { type FieldKey, userFields } from "../../contract/fields.ts";
import { type ImportRequest, maxSourceNameLength } from "../../contract/import.ts";
import { toBelievedResponse } from "../../contract/match-results.ts";
import { trimText } from "../../contract/text.ts";
import { toWireUser, type UserInput } from "../../contract/user.ts";
import { type ImportRow, isShifted } from "../../csv/rows/import-rows.ts";
import type { ConfirmedStart, ImportingState, ImportPart, ImportRun, Review } from "../state.ts";
import { toPartName } from "./source-name.ts";

/** One reason why Start is disabled. */
export type StartBlocker =
  | { readonly code: "source_name_blank" }
  | { readonly code: "source_name_too_long"; readonly length: number; readonly limit: number }
  | { readonly code: "file_undecided"; readonly fileName: string }
  | { readonly code: "field_unmapped"; readonly field: FieldKey }
  /** The column of a required field is only a guess, which nobody has confirmed. */
  | { readonly code: "field_unconfirmed"; readonly field: FieldKey; readonly column: number }
  | { readonly code: "no_rows_to_send" };

/** The part of a state that decides whether an import may start. */
export interface Startable {
  readonly sourceName: string;
  readonly review: Review;
  /** A dropped file with rows of the review, about which nothing is decided yet. */
  readonly dropped?: Review | null;
}

/** Every reason why the rows can't be sent yet, in the order of the screen; empty if the import may start. */
export function startBlockers(state: Startable, skipInvalid = false): StartBlocker[] {
  const { length } = trimText(state.sourceName);
  const limit = maxNameLength(countParts(state.review, skipInvalid));
  const blockers: StartBlocker[] = [];
  if (length === 0) blockers.push({ code: "source_name_blank" });
  if (length > limit) blockers.push({ code: "source_name_too_long", length, limit });
  // Starting now would silently drop what the file says.
  if (state.dropped) blockers.push({ code: "file_undecided", fileName: state.dropped.file.name });
  for (const field of missingFields(state.review)) blockers.push({ code: "field_unmapped", field });
  blockers.push(...unconfirmedFields(state.review));
  const { rows, leftOut } = state.review;
  if (!rows.some((row) => !leftOut.has(row.number) && isSent(row, skipInvalid)))
    blockers.push({ code: "no_rows_to_send" });
  return blockers;
}

// The place of a part, as in " (10 of 12)", is added to the name.
function maxNameLength(parts: number): number {
  return maxSourceNameLength - toPartName("", parts, parts).length;
}

/** The required fields without a column, or another one to read them from. Every row would have the same problem. */
export function missingFields({ mapping, idFromEmail }: Pick<Review, "mapping" | "idFromEmail">): FieldKey[] {
  const isRead = (key: FieldKey) => mapping[key] !== null || (key === "externalUserId" && idFromEmail);
  return userFields.filter(({ key, required }) => required && !isRead(key)).map(({ key }) => key);
}

// A guess counts once a person chose the same column or confirmed it, now or in an earlier import.
function unconfirmedFields({ mapping, suggestion, manual, remembered }: Review): StartBlocker[] {
  return userFields.flatMap(({ key, required }): StartBlocker[] => {
    const column = mapping[key];
    if (!required || column === null || suggestion.fields[key].how !== "guess") return [];
    const isConfirmed = manual.includes(key) || remembered?.mapping[key] === column;
    return isConfirmed ? [] : [{ code: "field_unconfirmed", field: key, column }];
  });
}

/** True if nothing blocks the start. */
export function canStart(state: Startable, skipInvalid = false): boolean {
  return startBlockers(state, skipInvalid).length === 0;
}

/** Creates the run for a confirmed start. */
export function toImportRun(
  { sourceName, review }: Startable,
  { key, startedAt, skipInvalid }: ConfirmedStart,
): ImportRun {
  const sent = sentRows(review, skipInvalid);
  const heldBack = withoutLeftOut(review).filter((row) => !isSent(row, skipInvalid));
  const slices = toSlices(sent, review.maxUsers);
  const parts = slices.map((rows, place): ImportPart => {
    const number = place + 1;
    return {
      key: slices.length === 1 ? key : `${key}-${number}`,
      sourceName: toPartName(trimText(sourceName), number, slices.length),
      sent: rows,
    };
  });
  return {
    startedAt,
    sentAt: startedAt,
    parts,
    saved: [],
    isPausing: false,
    heldBack,
    leftOut: review.leftOut.size,
    retry: null,
  };
}

/** Rows in slices that one request takes; one slice at least. */
export function toSlices(rows: readonly ImportRow[], maxUsers: number): (readonly ImportRow[])[] {
  const length = countSlices(rows.length, maxUsers);
  return Array.from({ length }, (_, place) => rows.slice(place * maxUsers, (place + 1) * maxUsers));
}

function countSlices(rows: number, maxUsers: number): number {
  return Math.max(1, Math.ceil(rows / maxUsers));
}

/** How many parts the users of a review are sent in. */
export function countParts(review: Pick<Review, "rows" | "leftOut" | "maxUsers">, skipInvalid: boolean): number {
  const { rows, leftOut, maxUsers } = review;
  return countSlices(rows.length - leftOut.size - countHeldBack(review, skipInvalid), maxUsers);
}

/** The part that is sent next, or now; null once all are saved. */
export function currentPart({ parts, saved }: ImportRun): ImportPart | null {
  return parts[saved.length] ?? null;
}

/** How many users the first parts of a run have; all of its users by default. */
export function countUsers({ parts }: ImportRun, count = parts.length): number {
  return parts.slice(0, count).reduce((sum, { sent }) => sum + sent.length, 0);
}

/**
 * How many of the rows that are not left out will not be sent: with `skipInvalid` all with problems, else those whose cells
 * may be shifted.
 */
export function countHeldBack({ rows, leftOut }: Pick<Review, "rows" | "leftOut">, skipInvalid: boolean): number {
  let count = 0;
  for (const row of rows) if (!isSent(row, skipInvalid) && !leftOut.has(row.number)) count += 1;
  return count;
}

function withoutLeftOut({ rows, leftOut }: Pick<Review, "rows" | "leftOut">): readonly ImportRow[] {
  return leftOut.size === 0 ? rows : rows.filter(({ number }) => !leftOut.has(number));
}

/** The rows that an import, or a check, sends. */
export function sentRows(review: Pick<Review, "rows" | "leftOut">, skipInvalid: boolean): ImportRow[] {
  return withoutLeftOut(review).filter((row) => isSent(row, skipInvalid));
}

function isSent(row: ImportRow, skipInvalid: boolean): boolean {
  return row.user !== null || (!skipInvalid && !isShifted(row));
}

/** The request of the current part. Rows with problems are sent unchanged: only the server decides about them, except shifted ones. */
export function toImportRequest({ run }: ImportingState): ImportRequest {
  const { sourceName = "", sent = [] } = currentPart(run) ?? {};
  return { sourceName, users: toUsers(sent) };
}

/** Rows as the users of a request. */
export function toUsers(rows: readonly ImportRow[]): UserInput[] {
  return rows.map((row) => row.user ?? toWireUser(row.input));
}

/** An outcome as far as it can be believed, its results in the order of the users sent; null without results and counts. */
export function toBelievedOutcome(state: ImportingState, outcome: ImportOutcome): ImportOutcome | null {
  if (outcome.adopted && outcome.results.length === 0) return outcome;
  const believed = toBelievedResponse(toImportRequest(state), outcome);
  if (!believed || (believed.results.length === 0 && !believed.source?.counters)) return null;
  return { ...outcome, ...believed };
}
