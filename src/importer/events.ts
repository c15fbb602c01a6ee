// What can happen: facts in the past tense, each with only its own data.

import type { ImportOutcome } from "../client/import-client.ts";
import type { FieldKey } from "../contract/fields.ts";
import type { MappingSuggestion } from "../csv/mapping/suggestion.ts";
import type { DateField } from "../csv/rows/date-columns.ts";
import type { CsvTable } from "../csv/table.ts";
import type { DateFormat } from "../csv/text/date-format.ts";
import type { RememberedMapping } from "./remembered-mapping.ts";
import type { ChosenFile, ImportFailure, ReadChoices, Refusal, Run } from "./state.ts";

/** What a person does with a file that holds corrected rows of the one on the screen. */
export type MergeDecision = "apply" | "replace" | "dismiss";

/** Everything that can happen to an import. What does not belong to a state changes nothing. */
export type ImporterEvent =
  | { readonly type: "fileChosen"; readonly file: ChosenFile }
  | { readonly type: "readProgressed"; readonly share: number }
  | {
      readonly type: "fileRead";
      readonly table: CsvTable;
      readonly suggestion: MappingSuggestion;
      readonly remembered?: RememberedMapping | null;
    }
  | { readonly type: "fileRefused"; readonly refusal: Refusal }
  /** Delimiter, encoding, header row or overflow were set by hand: the same file is read again. */
  | { readonly type: "dialectChanged"; readonly choices: ReadChoices }
  /** The refused file is to be read after all, with these choices ("import the first 10,000"). */
  | { readonly type: "refusalOverruled"; readonly choices: ReadChoices }
  /** null: the field is not in this file. */
  | { readonly type: "columnAssigned"; readonly field: FieldKey; readonly column: number | null }
  /** `iso` leaves the column as it is written; null undoes the decision. */
  | { readonly type: "datesConverted"; readonly field: DateField; readonly format: DateFormat | null }
  /** First and last name, in `columns` or as the suggestion offers them; `joined` is false when that is undone. */
  | { readonly type: "namesJoined"; readonly joined: boolean; readonly columns?: readonly number[] }
  /** Texts like NULL are read as empty in name and dates; none undoes the decision. */
  | { readonly type: "textsEmptied"; readonly texts: readonly string[] }
  /** What was remembered of this header, or of all (null), is forgotten. */
  | { readonly type: "mappingForgotten"; readonly signature: string | null }
  /** null undoes the correction. */
  | { readonly type: "cellCorrected"; readonly row: number; readonly field: FieldKey; readonly text: string | null }
  | { readonly type: "correctionsUndone" }
  /** What becomes of a dropped file with rows of the review: its corrections are taken, it replaces the review, or neither. */
  | { readonly type: "mergeDecided"; readonly decision: MergeDecision }
  /** `edited` is false when a default name was made free of names already taken. */
  | { readonly type: "sourceNamed"; readonly sourceName: string; readonly edited: boolean }
  | { readonly type: "importStarted"; readonly key: string; readonly startedAt: number; readonly skipInvalid: boolean }
  | { readonly type: "attemptFailed"; readonly retry: NonNullable<Run["retry"]> }
  | { readonly type: "importFinished"; readonly response: ImportOutcome; readonly finishedAt: number }
  | { readonly type: "importFailed"; readonly failure: ImportFailure }
  /** Reading or importing was stopped by hand. */
  | { readonly type: "cancelled" }
  /** The same run again, with the same key. */
  | { readonly type: "retried" }
  /** After a failure: back to the preview. */
  | { readonly type: "reviewResumed" }
  | { readonly type: "restarted"; readonly sourceName: string };
