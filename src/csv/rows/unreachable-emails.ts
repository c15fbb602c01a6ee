// Finds rows whose email is valid but belongs to nobody, so that they would end as not found without a word before.
import type { CsvTable } from "../table.ts";
import type { AffectedRows } from "../text/cells.ts";
import type { RowReader } from "./import-rows.ts";
import { finishSteps, inSteps, type Steps } from "./steps.ts";
import {
  findUnreachableReason,
  mayBeMasked,
  type UnreachableReason,
  unreachableReasons,
} from "./unreachable-reasons.ts";

/** Emails that belong to nobody, for one reason. Their rows are valid, and sent unless they are left out. */
export interface UnreachableEmails extends AffectedRows {
  readonly reason: UnreachableReason;
  /** The email of the first row, as it would be read. */
  readonly email: string;
  /** The numbers of all these rows, for `RowOptions.leftOut`. */
  readonly rows: readonly number[];
}

/** Finds the rows that are valid as `reader` reads them, and not left out, but whose email belongs to nobody, by reason. */
export function findUnreachableEmails(
  table: CsvTable,
  reader: RowReader,
  leftOut?: ReadonlySet<number>,
): UnreachableEmails[] {
  return finishSteps(searchUnreachableEmails(table, reader, leftOut));
}

interface FoundEmail {
  /** Null for an email that is masked only if most others of the file are. */
  readonly reason: UnreachableReason | null;
  readonly row: number;
  readonly email: string;
}

/** The same in short steps. */
export function* searchUnreachableEmails(
  { records }: CsvTable,
  { textOf, inputOf, judge }: RowReader,
  leftOut?: ReadonlySet<number>,
): Steps<UnreachableEmails[]> {
  const found: FoundEmail[] = [];
  let emails = 0;
  yield* inSteps(records, (record) => {
    const email = textOf(record, "email")?.trim() ?? "";
    if (email === "") return;
    emails += 1;
    const reason = findUnreachableReason(email);
    if (reason === null && !mayBeMasked(email)) return;
    // Any other row is a problem already, or is not sent.
    const isSent = !leftOut?.has(record.number) && judge(record, inputOf(record)).user !== null;
    if (isSent) found.push({ reason, row: record.number, email });
  });
  return toUnreachable(found, emails);
}

// Half of a file of three or more: then a program has masked all of it.
const minMasked = 3;

function toUnreachable(found: readonly FoundEmail[], emails: number): UnreachableEmails[] {
  const masked = found.filter(({ reason }) => reason === "masked" || reason === null);
  const isMasked = masked.length >= minMasked && masked.length * 2 >= emails;
  return unreachableReasons.flatMap((reason) => {
    const all = reason === "masked" && isMasked ? masked : found.filter((one) => one.reason === reason);
    const [first] = all;
    if (!first) return [];
    return [{ reason, count: all.length, firstRow: first.row, email: first.email, rows: all.map(({ row }) => row) }];
  });
}

/** The emails of two parts of a file together, the first one before the second. */
export function joinUnreachable(
  one: readonly UnreachableEmails[],
  other: readonly UnreachableEmails[],
): UnreachableEmails[] {
  return unreachableReasons.flatMap((reason) => {
    const both = [...one, ...other].filter((found) => found.reason === reason);
    const [first] = both;
    const rows = both.flatMap((found) => found.rows);
    return first ? [{ ...first, count: rows.length, rows }] : [];
  });
}
