// What a person does, as facts.
import type { ImporterActions } from "./actions.ts";
import type { ImporterEvent } from "./events.ts";

/** The facts that need a clock, a key, a name or a memory. */
export interface FreshFacts {
  toStart(): ImporterEvent;
  toRestart(): ImporterEvent;
  toForgotten(signature: string | null): ImporterEvent;
}

/** Binds the actions to a dispatch. */
export function createActions(dispatch: (event: ImporterEvent) => void, fresh: FreshFacts): ImporterActions {
  return {
    chooseFiles: (files) => dispatch(toFileEvent(files)),
    changeDialect: (choices) => dispatch({ type: "dialectChanged", choices }),
    overruleRefusal: (choices) => dispatch({ type: "refusalOverruled", choices }),
    assignColumn: (field, column) => dispatch({ type: "columnAssigned", field, column }),
    convertDates: (field, format) => dispatch({ type: "datesConverted", field, format }),
    joinNames: (joined, columns) => dispatch({ type: "namesJoined", joined, ...(columns && { columns }) }),
    emptyTexts: (texts) => dispatch({ type: "textsEmptied", texts }),
    forgetMapping: (signature) => dispatch(fresh.toForgotten(signature)),
    correctCell: (row, field, text) => dispatch({ type: "cellCorrected", row, field, text }),
    undoCorrections: () => dispatch({ type: "correctionsUndone" }),
    decideMerge: (decision) => dispatch({ type: "mergeDecided", decision }),
    nameSource: (sourceName) => dispatch({ type: "sourceNamed", sourceName, edited: true }),
    start: () => dispatch(fresh.toStart()),
    cancel: () => dispatch({ type: "cancelled" }),
    retry: () => dispatch({ type: "retried" }),
    resumeReview: () => dispatch({ type: "reviewResumed" }),
    restart: () => dispatch(fresh.toRestart()),
  };
}

function toFileEvent(files: readonly File[]): ImporterEvent {
  const [first, ...others] = files;
  if (!first) return { type: "fileRefused", refusal: { fileName: "", issue: { code: "not_a_file" } } };
  if (others.length > 0) {
    const issue = { code: "several_files", count: files.length } as const;
    return { type: "fileRefused", refusal: { fileName: first.name, issue } };
  }
  return { type: "fileChosen", file: { name: first.name, size: first.size, content: first } };
}
