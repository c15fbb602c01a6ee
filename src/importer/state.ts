// The importer's states, a union in which each state carries exactly its own data.

import type { ClientErrorCode } from "../client/errors.ts";
import type { ImportOutcome } from "../client/import-client.ts";
import type { Counters, FieldKey, RowResult, Source } from "../contract/index.ts";
import type { ColumnMapping, MappingSuggestion, NameColumns } from "../csv/mapping/suggestion.ts";
import type { Corrections, DateFormats, ImportRow } from "../csv/rows/import-rows.ts";
import type { Repairs } from "../csv/rows/repairs.ts";
import type { CsvTable, FileIssue, ReadOptions } from "../csv/table.ts";
import type { DomainRepairs } from "../csv/text/email-domain.ts";
import type { ReadWorkbook } from "../csv/workbook.ts";

/** A chosen file. Its content stays in the browser until Start. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Blob;
  /** Reads the file if it is an Excel workbook; without it such a file is refused. */
  readonly workbooks?: ReadWorkbook;
}

/** The settings for reading a file that can be set by hand. What is not set is detected. */
export type ReadChoices = Pick<
  ReadOptions,
  "delimiter" | "encoding" | "headerRow" | "overflow" | "fromRow" | "garbled" | "longRows" | "sheet" | "paddedNumbers"
>;

/** A file that was refused, and why. The previous screen stays. */
export interface Refusal {
  readonly fileName: string;
  /** The file and its settings, if it was read at all: it can be read again with other settings. */
  readonly file?: ChosenFile;
  readonly choices?: ReadChoices;
  readonly issue:
    | FileIssue
    | { readonly code: "several_files"; readonly count: number }
    | { readonly code: "not_a_file" }
    /** The code that reads files could not be loaded. Nothing is wrong with the file. */
    | { readonly code: "reader_not_loaded" };
}

/** A column chosen by hand, with its header at that time; null for "not in this file". */
export type ChosenColumn = { readonly column: number; readonly header: string } | null;

/** What was decided about corrections last, for the view to announce. */
export type CorrectionChange =
  | { readonly code: "corrected" | "undone"; readonly row: number; readonly field: FieldKey }
  | { readonly code: "all_undone"; readonly cells: number }
  /** Corrections taken from another file, made in a spreadsheet. */
  | { readonly code: "applied"; readonly fileName: string; readonly rows: number }
  /** A text was replaced in one column. */
  | { readonly code: "replaced"; readonly cells: number }
  /** Rows left out of the import, or put back. */
  | { readonly code: "left_out" | "put_back"; readonly rows: number };

/** A text to find in the column of one field, and the text that replaces it. Capitals count. */
export interface TextSearch {
  readonly field: FieldKey;
  readonly find: string;
  readonly replacement: string;
  /** Finds only cells that are this text, without blanks around it; "" finds empty cells. */
  readonly isWholeCell: boolean;
}

/** A replacement that was made. Each changed cell is a correction too. */
export interface Replacement extends TextSearch {
  /** Row number, then the text that was written. */
  readonly texts: ReadonlyMap<number, string>;
  /** Row number, then the correction before; null without one. */
  readonly before: ReadonlyMap<number, string | null>;
}

/** A confirmed mapping, remembered for the next file with the same header. It holds no text of the file, not even column names. */
export interface RememberedMapping {
  /** A hash of the column names, in order. */
  readonly signature: string;
  /** The number of columns, without those added by a download from the card. */
  readonly width: number;
  readonly mapping: ColumnMapping;
  /** The columns that were joined into the name, instead of `mapping.name`. */
  readonly nameColumns: NameColumns | null;
  /** The email was the user ID too. */
  readonly idFromEmail?: true;
  /** When an import last confirmed it, in milliseconds since 1970-01-01 UTC. */
  readonly confirmedAt: number;
  /** The source name of that import. */
  readonly sourceName: string;
}

/** A file that was read, and everything decided about it. */
export interface Review {
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  readonly table: CsvTable;
  /** The most users of one import. More rows are imported in parts. */
  readonly maxUsers: number;
  readonly suggestion: MappingSuggestion;
  readonly mapping: ColumnMapping;
  /** The remembered mapping that `mapping` started from: confirmed by an earlier import with the same header. Null if there is none. */
  readonly remembered: RememberedMapping | null;
  /** The fields whose column was chosen by hand. */
  readonly manual: readonly FieldKey[];
  /** The columns chosen by hand, with their headers, including those missing from the file as it is read now. */
  readonly chosen: Readonly<Partial<Record<FieldKey, ChosenColumn>>>;
  /** The last review of this file that held decisions for columns missing now. They are restored when the columns return. */
  readonly earlier: Review | null;
  /** The last assignment moved a column from one field to another. `from` gets it back if `by` is assigned a different one. */
  readonly taken: { readonly from: FieldKey; readonly by: FieldKey } | null;
  readonly corrections: Corrections;
  /** The replacements that can be undone, the last one at the end. */
  readonly replaced: readonly Replacement[];
  /** The last change of corrections; null after any other decision. */
  readonly lastCorrection: CorrectionChange | null;
  /** The format chosen for each date column; `iso` leaves the column as written. */
  readonly dateFormats: DateFormats;
  /** The columns that are joined into the name, instead of `mapping.name`. */
  readonly nameColumns: NameColumns | null;
  /** Null texts: read as empty in names and dates, such as NULL or Never. */
  readonly emptyTexts: readonly string[];
  /** The repairs of emails and names; false leaves a field as written, a field left out is not decided. */
  readonly repairs: Repairs;
  /** The domains of emails that are replaced; false leaves one as written, a domain left out is not decided. */
  readonly domains: DomainRepairs;
  /** True if the email is the user ID too, because no column holds one. */
  readonly idFromEmail: boolean;
  /** The numbers of the rows that a person left out: they are not sent. */
  readonly leftOut: ReadonlySet<number>;
  /** Derived from table, mapping, corrections and conversions. */
  readonly rows: readonly ImportRow[];
  /** The last check against the accounts; null before the first one. It may be out of date. */
  readonly check: Check | null;
}

/**
 * A check against the accounts: a dry run, which writes nothing. `stopped`: by hand, or because the import was started
 * meanwhile. After a failed or stopped check, `result` is that of an earlier one.
 */
export interface Check {
  readonly status: "running" | "done" | "failed" | "stopped";
  /** The rows that it sends, as they were when it began. */
  readonly rows: readonly ImportRow[];
  /** True if it does not send rows with problems. */
  readonly skipInvalid: boolean;
  /** The start that waits for the check, and goes on if every user has an account; null if only the check was asked for. */
  readonly start: ConfirmedStart | null;
  /** The next attempt after a failed one; null during the first. */
  readonly retry: ImportRun["retry"];
  /** Why it failed, if `status` is "failed". */
  readonly failure: ImportFailure | null;
  readonly result: CheckResult | null;
  /** How many rows were changed, left out or put back since `result`, which is out of date unless this is 0. */
  readonly changes: number;
}

/** What a check found: the result that each row would get. */
export interface CheckResult {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly checkedAt: number;
  /** The rows that were checked, as they were then. */
  readonly rows: readonly ImportRow[];
  /** One for each row, in the same order. */
  readonly results: readonly RowResult[];
}

/** A start that a person confirmed. */
export interface ConfirmedStart {
  /** The key of the import. */
  readonly key: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  readonly skipInvalid: boolean;
}

/** One part of a run: one request under one key, at most one source. */
export interface ImportPart {
  readonly key: string;
  /** The name of its source, with its place if there are several: "May (1 of 2)". */
  readonly sourceName: string;
  /** The rows that are sent, in the order of `users`. */
  readonly sent: readonly ImportRow[];
}

/** One confirmed start: parts that are sent one after another. There are several only where one import can't take all users. */
export interface ImportRun {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  /** When the current part was first sent, in milliseconds since 1970. */
  readonly sentAt: number;
  readonly parts: readonly ImportPart[];
  /** The outcomes of the first parts, which are saved. The part after them is the current one. */
  readonly saved: readonly ImportOutcome[];
  /** True to pause once the current part is saved. */
  readonly isPausing: boolean;
  readonly heldBack: readonly ImportRow[];
  /** The number of rows that a person left out. */
  readonly leftOut: number;
  /** True if an earlier attempt of the current part may have been saved. A later failure does not reset it. */
  readonly outcomeUnknown?: boolean;
  /** The next attempt after a failed one; null during the first. */
  readonly retry: {
    readonly attempt: number;
    readonly attempts: number;
    /** Milliseconds since 1970. */
    readonly at: number;
    /** Why the previous attempt failed. */
    readonly code?: ClientErrorCode;
  } | null;
}

/** Why the current part of a run failed. */
export interface ImportFailure {
  readonly code: ClientErrorCode | "cancelled" | "unexpected";
  /** HTTP status; null without a response. */
  readonly status: number | null;
  /** The time from which the server allows another attempt, in milliseconds since 1970; null if it names none. */
  readonly retryAt: number | null;
  /** A time more than an hour away until which the server asks to wait, in milliseconds since 1970; another attempt is possible at once. */
  readonly askedToWaitUntil: number | null;
  /** True if the source may have been saved nevertheless. */
  readonly outcomeUnknown: boolean;
  readonly cause: unknown;
}

/** One row of the file with its result; null for a row that was held back or left out. */
export interface ReportRow {
  readonly row: ImportRow;
  readonly result: RowResult | null;
  /** True if a person left the row out. */
  readonly isLeftOut?: true;
}

/** One saved part of a finished import. */
export interface ReportPart {
  /** Null if the server named no source. */
  readonly source: Source | null;
  readonly sourceName: string;
  readonly counters: Counters;
  /** True if the part was saved, but it is unknown which row got which result: `rows` of the report has none of its rows. */
  readonly countsOnly: boolean;
  /** True if the response was lost and the part was found among the saved sources. */
  readonly isAnswerLost: boolean;
}

/** The rows at the end of a file that were not imported, by their numbers in a spreadsheet. */
export interface RestOfFile {
  readonly count: number;
  /** True if the file is too large to be read to its end, so that `count` is an estimate. */
  readonly estimated: boolean;
  readonly firstRow: number;
  /** Null if unknown. */
  readonly lastRow: number | null;
}

/** The report of a finished import. */
export interface ImportReport {
  /** The saved parts, in order; one, unless the file has more users than one import takes. */
  readonly parts: readonly ReportPart[];
  /** How many parts the import has; more than `parts` if it was ended before the last one. */
  readonly partCount: number;
  readonly sourceName: string;
  readonly fileName: string;
  /** Counts of the rows that were sent, of all parts. */
  readonly counters: Counters;
  /** The rows of the file up to `rest`, in file order, without those of parts with counts only. `index` counts over all parts. */
  readonly rows: readonly ReportRow[];
  readonly heldBack: number;
  /** The number of rows up to `rest` that a person left out. */
  readonly leftOut: number;
  /** True if of a part only counts are known. */
  readonly countsOnly: boolean;
  /** True if the response of a part was lost and the part was found among the saved sources. */
  readonly isAnswerLost: boolean;
  /** The source name of a part that may have been saved, though the import was ended without its answer; null if there is none. */
  readonly unconfirmed: string | null;
  /** What remains of the file: rows beyond the first ones that were taken, or of parts that were not sent. Null if nothing does. */
  readonly rest: RestOfFile | null;
  /** Milliseconds from Start to the last response. */
  readonly duration: number;
}

interface Named {
  readonly sourceName: string;
  /** True once the name was typed by hand. It is never changed automatically after that. */
  readonly sourceNameEdited: boolean;
}

/** No file yet. */
export interface IdleState extends Named {
  readonly status: "idle";
  readonly refusal: Refusal | null;
}

/** A file is being read. */
export interface ReadingState extends Named {
  readonly status: "reading";
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  /** 0 to 1. */
  readonly share: number;
  /** The review to return to if the file is refused or reading is cancelled. */
  readonly previous: Review | null;
  /** The review of the same file that was imported; its decisions are kept for the rest of the file. */
  readonly imported?: Review;
  readonly unconfirmed: string | null;
}

/** A file was read: its mapping and rows can be edited and sent. */
export interface ReviewingState extends Named {
  readonly status: "reviewing";
  readonly review: Review;
  readonly refusal: Refusal | null;
  /** Another file with rows of this review, corrected in a spreadsheet: to be merged into the review, or to replace it. */
  readonly dropped: Review | null;
  /** The source name of an earlier run that may have been saved. */
  readonly unconfirmed: string | null;
}

/** A run is in progress. Nothing can be edited. */
export interface ImportingState extends Named {
  readonly status: "importing";
  readonly review: Review;
  readonly run: ImportRun;
}

/** A run waits between two parts until it is continued or ended. Nothing can be edited. */
export interface PausedState extends Named {
  readonly status: "paused";
  readonly review: Review;
  readonly run: ImportRun;
}

/** A run failed. Everything it sent is still there. Nothing can be edited if a part is saved already. */
export interface FailedState extends Named {
  readonly status: "failed";
  readonly review: Review;
  readonly run: ImportRun;
  readonly failure: ImportFailure;
  /** A drop of several files, or of no file. The failure and its Retry stay on screen. */
  readonly refusal?: Refusal | null;
}

/** A run succeeded. */
export interface FinishedState {
  readonly status: "finished";
  readonly report: ImportReport;
  /** What was sent. */
  readonly review: Review;
  /** A drop of several files, or of no file. The report stays on screen. */
  readonly refusal?: Refusal | null;
}

/** The state of the importer. */
export type ImporterState =
  | IdleState
  | ReadingState
  | ReviewingState
  | ImportingState
  | PausedState
  | FailedState
  | FinishedState;
