// One check against the accounts: how it begins and ends, and what its results say about the rows as they are now.
import type { ImportOutcome } from "../../client/import-client.ts";
import { userFields } from "../../contract/fields.ts";
import type { ImportRequest, RowResult } from "../../contract/import.ts";
import { toBelievedResponse } from "../../contract/match-results.ts";
import { trimText } from "../../contract/text.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterEvent } from "../events.ts";
import type { Check, CheckResult, ConfirmedStart, Review, ReviewingState } from "../state.ts";
import { withStart } from "./import-report.ts";
import { sentRows, toSlices, toUsers } from "./import-run.ts";

/** The review while its rows are checked. `start` goes on with the import if every user has an account. */
export function beginCheck(review: Review, skipInvalid: boolean, start: ConfirmedStart | null = null): Review {
  const rows = sentRows(review, skipInvalid);
  const { result = null, changes = 0 } = review.check ?? {};
  return withCheck(review, {
    status: "running",
    rows,
    skipInvalid,
    start,
    retry: null,
    failure: null,
    result,
    changes,
  });
}

/** The review after an event of its check; the same one if no check is running. */
export function followCheck(review: Review, event: ImporterEvent): Review {
  const { check } = review;
  if (check?.status !== "running") return review;
  switch (event.type) {
    case "attemptFailed":
      return withCheck(review, { ...check, retry: event.retry });
    case "checkFinished": {
      const result = { checkedAt: event.finishedAt, rows: check.rows, results: event.results };
      return followRows(withCheck(review, { ...check, status: "done", retry: null, result }));
    }
    case "checkFailed":
      return withCheck(review, { ...check, status: "failed", start: null, retry: null, failure: event.failure });
    case "cancelled":
      return stopCheck(review);
    default:
      return review;
  }
}

/** The review without a running check. */
export function stopCheck(review: Review): Review {
  const { check } = review;
  if (check?.status !== "running") return review;
  return withCheck(review, { ...check, status: "stopped", start: null, retry: null });
}

// What was corrected before is announced no more: the check is news.
function withCheck(review: Review, check: Check): Review {
  return { ...review, lastCorrection: null, check };
}

/** True if the rows as they are now were neither checked, nor met a check that failed. */
export function needsCheck(review: Review): boolean {
  const { check } = review;
  if (check?.status === "failed") return countChanges(check.rows, sentRows(review, check.skipInvalid)) > 0;
  return !check?.result || check.changes > 0;
}

/** True if the check that a start waited for found an account for every row that is ready, so that the import may follow. */
export function mayFollowCheck(review: Review): ConfirmedStart | null {
  const { check } = review;
  if (check?.status !== "done" || !check.start || !check.result || check.changes > 0) return null;
  const { rows, results } = check.result;
  const isExpected = (result: RowResult, row: ImportRow | undefined) =>
    row?.user ? result.status === "imported" || result.status === "already_connected" : result.status === "invalid_row";
  return results.every((result, index) => isExpected(result, rows[index])) ? check.start : null;
}

/** The review with the number of rows that its check does not speak of any more. */
export function followRows(review: Review): Review {
  const { check } = review;
  if (!check?.result) return review;
  const changes = countChanges(check.result.rows, sentRows(review, check.skipInvalid));
  return changes === check.changes ? review : { ...review, check: { ...check, changes } };
}

// Counts the rows that are in one list only, or are not the same user in both.
function countChanges(before: readonly ImportRow[], now: readonly ImportRow[]): number {
  const isSameOrder = before.length === now.length && before.every(({ number }, at) => now[at]?.number === number);
  if (isSameOrder) return before.filter((row, at) => !isSameUser(row, now[at])).length;
  const known = new Map(before.map((row) => [row.number, row]));
  const kept = now.filter((row) => known.has(row.number));
  const changed = kept.filter((row) => !isSameUser(row, known.get(row.number)));
  return before.length - kept.length + (now.length - kept.length) + changed.length;
}

function isSameUser(one: ImportRow, other: ImportRow | undefined): boolean {
  if (one === other) return true;
  if (!other || (one.user === null) !== (other.user === null)) return false;
  return userFields.every(({ key }) => (one.input[key] ?? "") === (other.input[key] ?? ""));
}

/** The result that a row would get; null where it was not checked as it is now. */
export function checkedResult({ check }: Pick<Review, "check">): (row: ImportRow) => RowResult | null {
  if (!check?.result) return () => null;
  const { rows, results } = check.result;
  const places = placesOf(check.result);
  return (row) => {
    const place = places.get(row.number) ?? -1;
    const checked = rows[place];
    return checked && isSameUser(checked, row) ? (results[place] ?? null) : null;
  };
}

/** The row number at an index of the last check's request; null where it is unknown. */
export function checkedRowNumber({ check }: Pick<Review, "check">): (index: number | undefined) => number | null {
  return (index) => (index === undefined ? null : (check?.result?.rows[index]?.number ?? null));
}

const placesOfResults = new WeakMap<CheckResult, ReadonlyMap<number, number>>();

function placesOf(result: CheckResult): ReadonlyMap<number, number> {
  const known = placesOfResults.get(result);
  if (known) return known;
  const places = new Map(result.rows.map(({ number }, place) => [number, place]));
  placesOfResults.set(result, places);
  return places;
}

/** The requests of a running check: several if one takes only some of the users. */
export function toCheckRequests({ sourceName, review }: ReviewingState): ImportRequest[] {
  const slices = toSlices(review.check?.rows ?? [], review.maxUsers);
  return slices.map((rows) => ({ sourceName: trimText(sourceName), users: toUsers(rows) }));
}

/**
 * The results of several requests as those of one. A dry run writes nothing, so that a later request does not know whom an
 * earlier one would have connected.
 */
export function joinCheckResults(answers: readonly (readonly RowResult[])[]): RowResult[] {
  const joined: RowResult[] = [];
  const connected = new Set<string>();
  for (const results of answers) {
    const start = joined.length;
    for (const result of results) {
      const isConnected = result.status === "imported" && connected.has(result.email);
      joined.push(withStart(isConnected ? { ...result, status: "already_connected" } : result, start));
    }
    for (const { status, email } of results) if (status === "imported" && email !== "") connected.add(email);
  }
  return joined;
}

/** The results of a check, one for each user; null unless each belongs to a user, or if the server saved a source. */
export function toCheckResults(
  request: ImportRequest,
  { source, results }: ImportOutcome,
): readonly RowResult[] | null {
  const believed = source ? null : toBelievedResponse(request, { source, results });
  return believed && believed.results.length === request.users.length ? believed.results : null;
}
