// The widget's states: a union, each carrying exactly its own data, so that no state can exist without it.

import type { ClientErrorCode } from "../client/errors.ts";
import type { FieldKey } from "../contract/fields.ts";
import type { Counters, RowResult, Source } from "../contract/index.ts";
import type { ColumnMapping, MappingSuggestion, NameColumns } from "../csv/mapping/suggestion.ts";
import type { Corrections, DateFormats, ImportRow } from "../csv/rows/import-rows.ts";
import type { CsvTable, FileIssue, ReadOptions } from "../csv/table.ts";
import type { CorrectionChange } from "./correction-change.ts";
import type { RememberedMapping } from "./remembered-mapping.ts";

/** The file as it was chosen; its content stays in the browser until Start. */
export interface ChosenFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Blob;
}

/** What a person may decide about reading a file; the rest is detected. */
export type ReadChoices = Pick<ReadOptions, "delimiter" | "encoding" | "headerRow" | "overflow" | "garbled">;

/** A file that was not taken, and why. The screen before it stays. */
export interface Refusal {
  readonly fileName: string;
  /** The file and how it was read, when reading it was tried: it can be tried again with other choices. */
  readonly file?: ChosenFile;
  readonly choices?: ReadChoices;
  readonly issue:
    | FileIssue
    | { readonly code: "several_files"; readonly count: number }
    | { readonly code: "not_a_file" }
    /** The part of the program that reads files could not be loaded: the file is not at fault. */
    | { readonly code: "reader_not_loaded" };
}

/** A column as a person saw it when choosing it; null for "not in this file". */
export type ChosenColumn = { readonly column: number; readonly header: string } | null;

/** A file that was read, and all that was decided about it. */
export interface Review {
  readonly file: ChosenFile;
  readonly choices: ReadChoices;
  readonly table: CsvTable;
  readonly suggestion: MappingSuggestion;
  readonly mapping: ColumnMapping;
  /** What `mapping` began with, where a start confirmed it before for the very same header; null where nothing is remembered. */
  readonly remembered: RememberedMapping | null;
  /** The fields whose column a person chose. */
  readonly manual: readonly FieldKey[];
  /** The columns that a person chose, by name: also those which the file, as it is read now, does not have. */
  readonly chosen: Readonly<Partial<Record<FieldKey, ChosenColumn>>>;
  /** The last review of this file whose decisions this reading has no columns for; they come back with the columns. */
  readonly earlier: Review | null;
  /** The last assignment took its column from this field, which gets it back when the other moves on. */
  readonly taken: { readonly from: FieldKey; readonly by: FieldKey } | null;
  readonly corrections: Corrections;
  /** The last change of corrections; null once something else is decided. */
  readonly lastCorrection: CorrectionChange | null;
  /** How the person wants date columns read; `iso` for one that is left as it is written. */
  readonly dateFormats: DateFormats;
  /** The columns that are joined to the name, in place of `mapping.name`. */
  readonly nameColumns: NameColumns | null;
  /** Texts that are read as empty in name and dates: NULL, Never. */
  readonly emptyTexts: readonly string[];
  /** Derived from table, mapping, corrections and conversions. */
  readonly rows: readonly ImportRow[];
}

/** One confirmed start: one key, at most one source. */
export interface Run {
  readonly key: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  /** The rows that are sent, in the order of `users`. */
  readonly sent: readonly ImportRow[];
  readonly heldBack: readonly ImportRow[];
  /** True when an earlier try of this run may have been saved; no later failure takes that back. */
  readonly outcomeUnknown?: boolean;
  /** The attempt to come, after one failed; null while the first is under way. */
  readonly retry: {
    readonly attempt: number;
    readonly attempts: number;
    /** Milliseconds since 1970. */
    readonly at: number;
    /** Why the one before failed. */
    readonly code?: ClientErrorCode;
  } | null;
}

/** Why a run did not end with an answer. */
export interface ImportFailure {
  readonly code: ClientErrorCode | "cancelled" | "unexpected";
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  /** When the server asked to be tried again: milliseconds since 1970. */
  readonly retryAt: number | null;
  /** True when the source may have been saved all the same. */
  readonly outcomeUnknown: boolean;
  readonly cause: unknown;
}

/** One row of the file and what became of it; null for a row that was held back. */
export interface ReportRow {
  readonly row: ImportRow;
  readonly result: RowResult | null;
}

/** What an import did. */
export interface ImportReport {
  readonly source: Source | null;
  readonly sourceName: string;
  readonly fileName: string;
  /** Of the rows sent. */
  readonly counters: Counters;
  /** Every row of the file, in its order; empty when the server gave counts only. */
  readonly rows: readonly ReportRow[];
  readonly heldBack: number;
  /** True when the run was found among the saved sources after its answer was lost, without row results. */
  readonly countsOnly: boolean;
  /** Milliseconds from Start to the answer. */
  readonly duration: number;
}

interface Named {
  readonly sourceName: string;
  /** True once a person typed it: then it is never changed for them. */
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
  /** What to return to when the file is refused or reading is cancelled. */
  readonly previous: Review | null;
  readonly unconfirmed: string | null;
}

/** A file was read: its mapping and rows can be edited, and sent. */
export interface ReviewingState extends Named {
  readonly status: "reviewing";
  readonly review: Review;
  readonly refusal: Refusal | null;
  /** Another file with rows of this review, mended elsewhere: to be merged, or to take its place. */
  readonly dropped: Review | null;
  /** The name of an earlier start whose outcome is unknown: it may have been saved. */
  readonly unconfirmed: string | null;
}

/** A run is under way; nothing can be edited. */
export interface ImportingState extends Named {
  readonly status: "importing";
  readonly review: Review;
  readonly run: Run;
}

/** A run ended without an answer; everything it sent is still there. */
export interface FailedState extends Named {
  readonly status: "failed";
  readonly review: Review;
  readonly run: Run;
  readonly failure: ImportFailure;
  /** A drop that was no single file: the failure and its Retry stay on the screen. */
  readonly refusal?: Refusal | null;
}

/** A run was answered. */
export interface FinishedState {
  readonly status: "finished";
  readonly report: ImportReport;
  /** A drop that was no single file: the report stays on the screen. */
  readonly refusal?: Refusal | null;
}

/** Where the importer is. */
export type ImporterState = IdleState | ReadingState | ReviewingState | ImportingState | FailedState | FinishedState;
