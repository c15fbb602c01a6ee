// The importer's events: everything that can happen to an import, as facts that lead from one state to the next.

import type { ImportOutcome } from "../client/import-client.ts";
import type { FieldKey, RowResult } from "../contract/index.ts";
import type { MappingSuggestion } from "../csv/mapping/suggestion.ts";
import type { DateField } from "../csv/rows/date-columns.ts";
import type { RepairField, TextRepair } from "../csv/rows/repairs.ts";
import type { CsvTable } from "../csv/table.ts";
import type { DateFormat } from "../csv/text/date-format.ts";
import type {
  ChosenFile,
  ConfirmedStart,
  ImportFailure,
  ImportRun,
  ReadChoices,
  Refusal,
  RememberedMapping,
  TextSearch,
} from "./state.ts";

/** The decision about a dropped file that holds rows of the review: take its corrections, replace the review, or ignore the file. */
export type MergeDecision = "apply" | "replace" | "dismiss";

/** Everything that can happen to an import, as facts in the past tense. An event that a state does not expect changes nothing. */
export type ImporterEvent =
  | { readonly type: "fileChosen"; readonly file: ChosenFile }
  | { readonly type: "readProgressed"; readonly share: number }
  | {
      readonly type: "fileRead";
      readonly table: CsvTable;
      readonly suggestion: MappingSuggestion;
      readonly remembered?: RememberedMapping | null;
      /** The most users of one import. @default 10,000 */
      readonly maxUsers?: number;
    }
  | { readonly type: "fileRefused"; readonly refusal: Refusal }
  /** Delimiter, encoding, header row or overflow was set by hand. The same file is read again. */
  | { readonly type: "dialectChanged"; readonly choices: ReadChoices }
  /** The refused file is read after all, with these choices ("Use the first 10,000 rows", "Import in 2 parts"). */
  | { readonly type: "refusalOverruled"; readonly choices: ReadChoices }
  /** null: the field is not in this file. */
  | { readonly type: "columnAssigned"; readonly field: FieldKey; readonly column: number | null }
  /** `iso` leaves the column as written; null undoes the decision. */
  | {
      readonly type: "datesConverted";
      readonly field: DateField;
      readonly format: DateFormat | readonly DateFormat[] | null;
    }
  /** First and last name are joined, from `columns` or as suggested; `joined: false` undoes it. */
  | { readonly type: "namesJoined"; readonly joined: boolean; readonly columns?: readonly number[] }
  /** Null texts are read as empty in names and dates; an empty list undoes the decision. */
  | { readonly type: "textsEmptied"; readonly texts: readonly string[] }
  /** The texts of a field are repaired, or left as written; null undoes the decision. */
  | { readonly type: "textsRepaired"; readonly field: RepairField; readonly repair: TextRepair | false | null }
  /** The email is the user ID too, where no column holds one; `used: false` undoes it. */
  | { readonly type: "emailUsedAsId"; readonly used: boolean }
  /** A domain of emails is replaced, or left as written (false); null undoes the decision. */
  | { readonly type: "domainRepaired"; readonly from: string; readonly to: string | false | null }
  /** The mapping remembered for this header, or for all headers (null), is forgotten. */
  | { readonly type: "mappingForgotten"; readonly signature: string | null }
  /** null undoes the correction. */
  | { readonly type: "cellCorrected"; readonly row: number; readonly field: FieldKey; readonly text: string | null }
  | { readonly type: "correctionsUndone" }
  | { readonly type: "textsReplaced"; readonly search: TextSearch }
  /** The last replacement is undone. */
  | { readonly type: "replacementUndone" }
  /** Rows, by their number in a spreadsheet, are not sent; `leftOut: false` puts them back. */
  | { readonly type: "rowsLeftOut"; readonly rows: readonly number[]; readonly leftOut: boolean }
  | { readonly type: "mergeDecided"; readonly decision: MergeDecision }
  /** `edited: false` for a default name that was made unique. */
  | { readonly type: "sourceNamed"; readonly sourceName: string; readonly edited: boolean }
  /** `checkFirst`: rows that were not checked as they are now are checked first. */
  | ({ readonly type: "importStarted"; readonly checkFirst?: boolean } & ConfirmedStart)
  | { readonly type: "checkStarted"; readonly skipInvalid: boolean }
  | { readonly type: "checkFinished"; readonly results: readonly RowResult[]; readonly finishedAt: number }
  | { readonly type: "checkFailed"; readonly failure: ImportFailure }
  | { readonly type: "attemptFailed"; readonly retry: NonNullable<ImportRun["retry"]> }
  /** The current part is saved. After the last one the import is finished. */
  | { readonly type: "importFinished"; readonly response: ImportOutcome; readonly finishedAt: number }
  /** The run is to wait after the current part, or no longer. */
  | { readonly type: "pauseChosen"; readonly isPausing: boolean }
  /** A paused run goes on with the next part. */
  | { readonly type: "continued"; readonly continuedAt: number }
  /** A paused or failed run is ended with the parts that are saved. */
  | { readonly type: "importEnded"; readonly endedAt: number }
  /** After an import, the rows that remain of the file are read. */
  | { readonly type: "restChosen"; readonly sourceName: string }
  | { readonly type: "importFailed"; readonly failure: ImportFailure }
  /** Reading, checking or importing was stopped by hand. */
  | { readonly type: "cancelled" }
  /** The failed part is sent again, with the same key. */
  | { readonly type: "retried" }
  /** After a failure, the preview is shown again. */
  | { readonly type: "reviewResumed" }
  | { readonly type: "restarted"; readonly sourceName: string };
