"use client";
// Correcting cells one after the other: saves, looks what came of it, and takes the keyboard to the next problem.
import { createContext, type RefObject, useContext, useLayoutEffect, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { correctCell as correctOne } from "../../importer/review/corrections.ts";
import { originalText } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { issueOf } from "../messages/code-text.ts";
import type { DataTableHandle } from "../table/DataTable.tsx";

interface CorrectingOptions {
  readonly review: Review;
  /** The fields that have a column in the table, in its order. */
  readonly fields: readonly FieldKey[];
  readonly table: RefObject<DataTableHandle<ImportRow> | null>;
  readonly correctCell: ImporterActions["correctCell"];
  readonly canCorrect: (row: ImportRow) => boolean;
  readonly isLocked: boolean;
  /** What Enter goes to. */
  readonly isWanted: (row: ImportRow, field: FieldKey) => boolean;
}

export function useCorrecting(options: CorrectingOptions): Correcting & { goToFirst(): void } {
  const { review, fields, table, correctCell, canCorrect, isLocked, isWanted } = options;
  const [at, setAt] = useState<Correcting["at"]>(null);
  const [isAtStart, setIsAtStart] = useState(false);

  function goToNext(from: Place | null, mode: "edit" | "focus", now: Review = review): void {
    const rows = table.current?.rows() ?? [];
    const changed = new Map(
      now.rows.flatMap((row, place) => (row === review.rows[place] ? [] : [[row.number, row] as const])),
    );
    const isWantedNow = (row: ImportRow, field: FieldKey) => isWanted(changed.get(row.number) ?? row, field);
    const next = nextPlace(rows, fields, from, isWantedNow);
    if (next) table.current?.show(String(next.row));
    if (next) setAt({ ...next, mode });
    else setAt(from && { ...from, mode: "focus" });
  }

  // Once the rows stand as they are listed by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish once
  useLayoutEffect(() => {
    if (!isAtStart) return;
    setIsAtStart(false);
    goToNext(null, "focus");
  }, [isAtStart]);

  // Looked ahead, so that the next key already belongs to the next cell.
  function save(place: Place, text: string | null): void {
    const { row, field } = place;
    const after = text === null ? review : correctOne(review, row, field, text);
    if (text !== null) correctCell(row, field, text);
    const judged = after.rows.find(({ number }) => number === row);
    const isStillWrong = judged && issueOf(judged, field) !== null;
    // A problem that was left as it is was seen.
    if (text === null || !isStillWrong) goToNext(place, "edit", after);
  }

  // Asked for the few cells that were corrected and are on the screen: no index of ten thousand rows is worth keeping for that.
  const cellsOf = (row: number) => review.table.records.find(({ number }) => number === row)?.cells ?? [];

  return {
    at,
    canCorrect,
    isLocked,
    isCorrected: ({ row, field }) => review.corrections[row]?.[field] !== undefined,
    originalOf: ({ row, field }) => originalText(review, cellsOf(row), field),
    edit: (place) => setAt({ ...place, mode: "edit" }),
    save,
    leave(place, text) {
      if (text !== null) correctCell(place.row, place.field, text);
      setAt((now) => (now?.row === place.row && now.field === place.field ? null : now));
    },
    close: (place) => setAt({ ...place, mode: "focus" }),
    settle: () => setAt(null),
    undo(place) {
      correctCell(place.row, place.field, null);
      setAt({ ...place, mode: "focus" });
    },
    goToFirst: () => setIsAtStart(true),
  };
}

/** The first wanted cell behind `from`, row by row as they are shown; null when there is no other. */
function nextPlace(
  rows: readonly ImportRow[],
  fields: readonly FieldKey[],
  from: Place | null,
  isWanted: (row: ImportRow, field: FieldKey) => boolean,
): Place | null {
  const start = from ? rows.findIndex(({ number }) => number === from.row) : -1;
  const after = from && start >= 0 ? fields.indexOf(from.field) + 1 : 0;
  const first = Math.max(start, 0);
  for (let step = 0; step <= rows.length; step += 1) {
    const row = rows[(first + step) % rows.length];
    // The row it began with is looked at twice: behind the cell, and at last before it.
    const seen =
      step === 0 ? fields.slice(after) : step === rows.length ? fields.slice(0, Math.max(after - 1, 0)) : fields;
    const field = row && seen.find((key) => isWanted(row, key));
    if (row && field) return { row: row.number, field };
  }
  return null;
}

/** One cell of the preview. */
export interface Place {
  /** The row a spreadsheet shows. */
  readonly row: number;
  readonly field: FieldKey;
}

export interface Correcting {
  /** The cell that is edited, or that is to get the focus; null for none. A new object asks for the focus again. */
  readonly at: (Place & { readonly mode: "edit" | "focus" }) | null;
  canCorrect(row: ImportRow): boolean;
  /** Nothing can be corrected now; the buttons keep their room, so that no row moves. */
  readonly isLocked: boolean;
  isCorrected(place: Place): boolean;
  /** What the file has there. */
  originalOf(place: Place): string;
  edit(place: Place): void;
  /** Puts the text there, or nothing where it is null, and goes on: to the next problem, unless this one is still there. */
  save(place: Place, text: string | null): void;
  /** The same, and the keyboard is already elsewhere. */
  leave(place: Place, text: string | null): void;
  /** Closes the editor, or takes the focus as given; the cell keeps the keyboard. */
  close(place: Place): void;
  /** The focus has arrived. */
  settle(): void;
  undo(place: Place): void;
}

export const CorrectingContext = createContext<Correcting | null>(null);

/** The correcting of the preview around this cell. @throws Error outside of one. */
export function useCorrectingHere(): Correcting {
  const correcting = useContext(CorrectingContext);
  if (!correcting) throw new Error("This cell belongs inside <PreviewTable>.");
  return correcting;
}
