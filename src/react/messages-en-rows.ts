// The English words about columns and rows: why a column was chosen, what is wrong with a cell, what a status means.
import type { FieldKey } from "../contract/fields.ts";
import type { RowStatus } from "../contract/status.ts";
import type { RowIssueCode } from "../contract/user.ts";
import type { Format } from "./format.ts";

export const englishRows = {
  mapping: {
    label: "Columns",
    field: "Field",
    column: "Column in your file",
    values: "First values",
    how: "How",
    required: "required",
    optional: "optional",
    notInFile: "Not in this file",
    choose: "Choose a column",
    unnamedColumn: (column: number, format: Format) => `Column ${format.number(column)} (no name)`,
    repeatedColumn: (header: string, column: number, format: Format) => `${header} (column ${format.number(column)})`,
    emptyValues: "no values",
    auto: "auto",
    guessed: "guessed",
    you: "you",
    recognised: (columns: number, left: number, format: Format) =>
      format.count(
        columns,
        left > 0
          ? { one: "The field is recognised", other: "All # fields recognised" }
          : { one: "The column is recognised", other: "All # columns recognised" },
      ),
    change: "Change",
    ignored: (headers: readonly string[], format: Format) => `Ignored: ${headers.map(format.code).join(", ")}`,
    ignoredMore: (count: number, format: Format) => format.count(count, { one: "and # more", other: "and # more" }),
    taken: (header: string, from: string, by: string) => `${header} now feeds ${by}; ${from} has no column any more.`,
    missing: "Required columns are missing",
    missingField: (field: string) => `Choose the column for ${field}`,
    reasons: {
      alias: "known column name",
      known_name: "a name that other systems use",
      alternatives: (headers: readonly string[], format: Format) =>
        `known name; also possible: ${format.list(headers)}`,
      doubted: (header: string) => `${header} is a known name, but its values look different: please check`,
      values: {
        externalUserId: (share: number, format: Format) => `${format.percent(share)} of the values look like ids`,
        email: (share: number, format: Format) => `${format.percent(share)} of the values are addresses`,
        name: (share: number, format: Format) => `${format.percent(share)} of the values look like names`,
        registrationDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
        lastLoginDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
      } satisfies Record<FieldKey, (share: number, format: Format) => string>,
      similar_name: (header: string) => `${header} sounds like it, and the values fit`,
      unique_values: (of: number, format: Format) =>
        `no column is called an id; here ${format.count(of, { one: "the value occurs", other: "all # values occur" })} only once`,
      earlier: (share: number, format: Format) => `the earlier date in ${format.percent(share)} of the rows`,
      later: (share: number, format: Format) => `the later date in ${format.percent(share)} of the rows`,
      usernames: (headers: readonly string[], format: Format) => `no id found; could be ${format.list(headers)}`,
      guide_order: "in the order of the guide's file",
      no_match: "no column looks like it",
      ambiguous: (headers: readonly string[], format: Format) => `several look alike: ${format.list(headers)}`,
      chosen: "chosen by hand",
      left: "left out by hand",
    },
  },
  issues: {
    required: (field: string) => `${field} is missing`,
    too_long: (field: string) => `${field} is too long`,
    control_character: (field: string) => `${field} holds a character that can't be printed`,
    invalid_email: () => "Not an email address. Expected: one like user.one@example.com",
    invalid_date: () => "Not a date we can read. Expected: 2026-05-01 or 2026-05-01T12:00:00Z",
    invalid_type: (field: string) => `${field} is not a text`,
    not_an_object: () => "Not a user",
  } satisfies Record<RowIssueCode, (field: string) => string> as Record<RowIssueCode, (field: string) => string>,
  warnings: {
    duplicate_email: (row: number) => `Same email as row ${row}`,
    duplicate_user_id: (row: number) => `Same user ID as row ${row}, with another email`,
  },
  statuses: {
    imported: "imported",
    already_connected: "already connected",
    not_found: "not found",
    name_mismatch: "name mismatch",
    invalid_row: "invalid row",
  } satisfies Record<RowStatus, string> as Record<RowStatus, string>,
  meanings: {
    imported: "Connected to your application.",
    already_connected: "Was connected before; refreshed and active.",
    not_found: "No LoginSign account has this email yet.",
    name_mismatch: "The account with this email has another name. Check the person.",
    invalid_row: (reason: string | null) =>
      reason === null
        ? "The row is not valid. Fix it and import it again."
        : `${reason}. Fix it and import the row again.`,
    invalidField: (field: string, reason: string) => `${field}: ${reason}`,
    unknown: "A status this version does not know.",
    heldBack: (reasons: readonly string[]) =>
      `Not sent, because it has problems: ${reasons.join("; ")}. Fix it and import the row again.`,
    noResult: "The server gave no result for this row.",
    serverIssue: (field: string | null, code: string) => (field ? `${field}: ${code}` : code),
    warnings: {
      duplicate_in_request: (row: number | null) =>
        row === null ? "An earlier row has the same email." : `Row ${row} has the same email.`,
      external_user_id_repeated: () => "Another row has the same user ID with another email.",
      external_user_id_on_other_connection: () =>
        "This user ID belongs to another account's connection, which stays as it is.",
      external_user_id_differs: () => "The connection has another user ID and keeps it.",
    } as Record<string, (row: number | null) => string>,
  },
};
