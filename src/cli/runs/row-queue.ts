// Rows on their way, in the order of the file: which row an outcome belongs to, and which rows were held back between them.
import type { UserOutcome } from "../../sync/report/outcome.ts";
import type { InputRow } from "../input/input-row.ts";

/** A row whose fate is known: told by the run, or held back by the command. */
export interface SettledRow {
  readonly row: InputRow;
  /** Null for one that was held back. */
  readonly outcome: UserOutcome | null;
}

/** Rows between being read and being settled. */
export interface RowQueue {
  /** Rows held back so far, those of earlier parts of a run included. */
  readonly heldBack: number;
  /** A row was read. @param isSent whether it is handed to the run. */
  add(row: InputRow, isSent: boolean): void;
  /** The user at this place among the sent ones was settled; gives it and the rows held back before it. */
  settle(position: number, outcome: UserOutcome): SettledRow[];
  /** What was held back behind the last user. */
  rest(): SettledRow[];
}

/** Creates the queue. @param isAnswered true for a place that an earlier part of the run has dealt with. */
export function createRowQueue(isAnswered: (position: number) => boolean): RowQueue {
  const waiting: { readonly row: InputRow; readonly position: number; readonly isSent: boolean }[] = [];
  let next = 0;
  let heldBack = 0;
  return {
    get heldBack() {
      return heldBack;
    },
    add(row, isSent) {
      const position = next;
      if (isSent) next += 1;
      else heldBack += 1;
      if (!isAnswered(position)) waiting.push({ row, position, isSent });
    },
    settle(position, outcome) {
      const settled: SettledRow[] = [];
      for (let first = waiting[0]; first && first.position <= position; first = waiting[0]) {
        waiting.shift();
        settled.push({ row: first.row, outcome: first.isSent ? outcome : null });
        if (first.isSent) break;
      }
      return settled;
    },
    rest: () => waiting.splice(0).flatMap(({ row, isSent }) => (isSent ? [] : { row, outcome: null })),
  };
}
