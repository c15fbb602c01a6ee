// The actions on a file and its import, and the events they dispatch. Each action is safe in every state: one that does not apply changes nothing.

import type { FieldKey } from "../contract/fields.ts";
import type { DateField } from "../csv/rows/date-columns.ts";
import type { RepairField, TextRepair } from "../csv/rows/repairs.ts";
import type { DateFormat } from "../csv/text/date-format.ts";
import type { ReadWorkbook } from "../csv/workbook.ts";
import type { ImporterEvent, MergeDecision } from "./events.ts";
import type { ReadChoices, TextSearch } from "./state.ts";

/** The actions on a file and its import. */
export interface ImporterActions {
  /** Reads a file. Several files, or none, are refused with a notice. The previous screen stays until the file is read. */
  chooseFiles(files: readonly File[]): void;
  /** Reads the same file again with these choices. Columns chosen by hand are kept where they still apply. */
  changeDialect(choices: ReadChoices): void;
  /** Reads the refused file after all; `{ overflow: "first" }` reads its first rows, "all" all of them, for an import in parts. */
  overruleRefusal(choices: ReadChoices): void;
  assignColumn(field: FieldKey, column: number | null): void;
  /** Reads a date column in this format; `"iso"` leaves it as written, null undoes the choice. */
  convertDates(field: DateField, format: DateFormat | readonly DateFormat[] | null): void;
  /** Joins these columns, or else the suggested first and last name, into the name; false undoes it. */
  joinNames(joined: boolean, columns?: readonly number[]): void;
  /** Reads these null texts as empty in names and dates; an empty list undoes it. */
  emptyTexts(texts: readonly string[]): void;
  /** Repairs the texts of a field, as `findRepairs` found it; false leaves them as written, null undoes the choice. */
  repairTexts(field: RepairField, repair: TextRepair | false | null): void;
  /** Reads the user ID from the email, where no column holds one; false undoes it. */
  takeIdFromEmail(isTaken: boolean): void;
  /** Replaces a domain of emails, as `findNearDomains` found it; false leaves it as written, null undoes the choice. */
  repairDomain(from: string, to: string | false | null): void;
  /** Forgets the mapping remembered for one header, or for all (null). A file under review returns to the suggested mapping. */
  forgetMapping(signature: string | null): void;
  /** `row` is the row number in a spreadsheet; null undoes the correction. */
  correctCell(row: number, field: FieldKey, text: string | null): void;
  undoCorrections(): void;
  /** Replaces a text in the column of one field; every changed cell is a correction. `findTexts` counts them before. */
  replaceTexts(search: TextSearch): void;
  /** Undoes the last replacement, except in cells that were corrected since. */
  undoReplacement(): void;
  /** Leaves rows, by their number in a spreadsheet, out of the import, or puts them back (`false`). */
  leaveOutRows(rows: readonly number[], isLeftOut?: boolean): void;
  /** Decides about a dropped file with rows of the review: take its corrections, replace the review, or ignore it. */
  decideMerge(decision: MergeDecision): void;
  nameSource(name: string): void;
  /** Has the users checked against the accounts, which writes nothing. Does nothing if the server lists no dry runs. */
  check(): void;
  /**
   * Sends the users. More than one import takes are sent in parts, one after another. Each part has one key: at most one source
   * is saved for it, however often this is called.
   */
  start(): void;
  /** Pauses once the current part is saved; false goes on with the next one. */
  pause(isPausing: boolean): void;
  /** Goes on with the next part after a pause. */
  resume(): void;
  /** Ends a paused or failed run of several parts: the report has the parts that are saved. */
  end(): void;
  /** Stops reading, checking or waiting. What the server has received is not undone. */
  cancel(): void;
  /** Sends the failed part again, with the same key. */
  retry(): void;
  resumeReview(): void;
  /** After an import, reads the rows of the same file that were not imported. Columns, conversions and corrections are kept. */
  importRest(): void;
  restart(): void;
}

/** Events that need the importer's clock, keys, names or remembered mappings. */
export interface EventSources {
  toStart(): ImporterEvent;
  readonly workbooks: ReadWorkbook | undefined;
  /** Null if the server lists no dry runs. */
  toCheck(): ImporterEvent | null;
  toContinued(): ImporterEvent;
  toEnd(): ImporterEvent;
  toRest(): ImporterEvent;
  toRestart(): ImporterEvent;
  toForgotten(signature: string | null): ImporterEvent;
}

/** Creates the actions; each one dispatches an event. */
export function createActions(dispatch: (event: ImporterEvent) => void, events: EventSources): ImporterActions {
  return {
    chooseFiles: (files) => dispatch(toFileEvent(files, events.workbooks)),
    changeDialect: (choices) => dispatch({ type: "dialectChanged", choices }),
    overruleRefusal: (choices) => dispatch({ type: "refusalOverruled", choices }),
    assignColumn: (field, column) => dispatch({ type: "columnAssigned", field, column }),
    convertDates: (field, format) => dispatch({ type: "datesConverted", field, format }),
    joinNames: (joined, columns) => dispatch({ type: "namesJoined", joined, ...(columns && { columns }) }),
    emptyTexts: (texts) => dispatch({ type: "textsEmptied", texts }),
    repairTexts: (field, repair) => dispatch({ type: "textsRepaired", field, repair }),
    takeIdFromEmail: (used) => dispatch({ type: "emailUsedAsId", used }),
    repairDomain: (from, to) => dispatch({ type: "domainRepaired", from, to }),
    forgetMapping: (signature) => dispatch(events.toForgotten(signature)),
    correctCell: (row, field, text) => dispatch({ type: "cellCorrected", row, field, text }),
    undoCorrections: () => dispatch({ type: "correctionsUndone" }),
    replaceTexts: (search) => dispatch({ type: "textsReplaced", search }),
    undoReplacement: () => dispatch({ type: "replacementUndone" }),
    leaveOutRows: (rows, leftOut = true) => dispatch({ type: "rowsLeftOut", rows, leftOut }),
    decideMerge: (decision) => dispatch({ type: "mergeDecided", decision }),
    nameSource: (sourceName) => dispatch({ type: "sourceNamed", sourceName, edited: true }),
    check() {
      const event = events.toCheck();
      if (event) dispatch(event);
    },
    start: () => dispatch(events.toStart()),
    pause: (isPausing) => dispatch({ type: "pauseChosen", isPausing }),
    resume: () => dispatch(events.toContinued()),
    end: () => dispatch(events.toEnd()),
    cancel: () => dispatch({ type: "cancelled" }),
    retry: () => dispatch({ type: "retried" }),
    resumeReview: () => dispatch({ type: "reviewResumed" }),
    importRest: () => dispatch(events.toRest()),
    restart: () => dispatch(events.toRestart()),
  };
}

function toFileEvent(files: readonly File[], workbooks: ReadWorkbook | undefined): ImporterEvent {
  const [first, ...others] = files;
  if (!first) return { type: "fileRefused", refusal: { fileName: "", issue: { code: "not_a_file" } } };
  if (others.length > 0) {
    const issue = { code: "several_files", count: files.length } as const;
    return { type: "fileRefused", refusal: { fileName: first.name, issue } };
  }
  const file = { name: first.name, size: first.size, content: first, ...(workbooks && { workbooks }) };
  return { type: "fileChosen", file };
}
