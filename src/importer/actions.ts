// What a person can do, as the view calls it. Each call is safe in every state: what does not belong changes nothing.

import type { FieldKey, Rollback, RowResult, RowStatus, Source } from "../contract/index.ts";
import type { DateField } from "../csv/rows/date-columns.ts";
import type { DateFormat } from "../csv/text/date-format.ts";
import type { MergeDecision } from "./events.ts";
import type { ReadChoices } from "./state.ts";

/** What a person can do with a file and its import. */
export interface ImporterActions {
  /** Reads a file; several, or none, are refused in words. The screen before stays until the file is read. */
  chooseFiles(files: readonly File[]): void;
  /** Reads the same file again with these choices; manual columns that still apply stay. */
  changeDialect(choices: ReadChoices): void;
  /** Reads the refused file after all: `{ overflow: "first" }` takes its first rows. */
  overruleRefusal(choices: ReadChoices): void;
  assignColumn(field: FieldKey, column: number | null): void;
  /** Reads a date column in this format; `"iso"` leaves it as it is written, null undoes either. */
  convertDates(field: DateField, format: DateFormat | null): void;
  /** Joins these columns, or the first and last name that the file offers, to the name; false undoes. */
  joinNames(joined: boolean, columns?: readonly number[]): void;
  /** Reads these texts as empty in name and dates; an empty list undoes. */
  emptyTexts(texts: readonly string[]): void;
  /** Forgets what is remembered of one header, or of all (null). A file under review goes back to what is recognised. */
  forgetMapping(signature: string | null): void;
  /** `row` is the spreadsheet's number; null undoes. */
  correctCell(row: number, field: FieldKey, text: string | null): void;
  undoCorrections(): void;
  /** Answers what a dropped file with rows of the review is: corrections of it, a file of its own, or nothing. */
  decideMerge(decision: MergeDecision): void;
  nameSource(name: string): void;
  /** Sends the users: one key, at most one source, however often it is called. */
  start(): void;
  /** Stops reading or waiting. What the server already has it keeps. */
  cancel(): void;
  /** The same run with the same key. */
  retry(): void;
  resumeReview(): void;
  restart(): void;
}

/** What a person can do with the saved sources. */
export interface SourceListActions {
  refresh(): void;
  loadMore(): void;
  /** Asks the server what deleting would do, where it offers that; otherwise only shows the source's own counters. */
  askDelete(source: Source): void;
  keep(): void;
  confirmDelete(): void;
  dismissNotice(): void;
  /** Shows the rows of a source below it, or hides them; another one that is open is closed. */
  toggleResults(source: Source): void;
  /** Reads the rows of this status alone; null for all of them. */
  filterResults(status: RowStatus | null): void;
  /** Reads the next page of the rows. */
  moreResults(): void;
  /** Reads what could not be read once more. */
  retryResults(): void;
}

/** The delete dialog, while it is open. */
export interface DeletePrompt {
  readonly source: Source;
  /** The server's dry run: null while unknown or not offered. */
  readonly effect: Rollback | null;
  readonly phase: "asking" | "ready" | "deleting" | "failed";
  /** The code of the failure: of the view's `errors`. */
  readonly failure: string | null;
  /** True when the source may be gone although deleting failed. */
  readonly outcomeUnknown?: boolean;
}

/** The source whose rows are shown. */
export interface OpenedSource {
  readonly source: Source;
  /** "more" while a further page loads; "none" where the server has no rows of this source. */
  readonly status: "loading" | "more" | "ready" | "failed" | "none";
  readonly filter: RowStatus | null;
  /** As far as they are read; of the filter before while `status` is "loading". */
  readonly results: readonly RowResult[];
  readonly nextCursor: string | null;
  /** The code of the failure that `status: "failed"` is about. */
  readonly failure: string | null;
}

/** The saved sources as far as they are known, and the dialog over them. */
export interface SourceListState {
  /** "more" while a further page loads. */
  readonly status: "loading" | "ready" | "more" | "failed";
  readonly sources: readonly Source[];
  readonly nextCursor: string | null;
  /** What the server offers beyond the guides, as far as the client can ask for it. */
  readonly extensions: readonly string[];
  /** The code of the failure that `status: "failed"` is about. */
  readonly failure: string | null;
  readonly deleting: DeletePrompt | null;
  readonly opened: OpenedSource | null;
  /** The last rollback, until it is dismissed. */
  readonly rolledBack: Rollback | null;
}
