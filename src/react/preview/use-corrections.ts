"use client";
// Manages cell corrections in the preview: saves a value, judges it, and moves focus to the next problem.
import { createContext, type RefObject, useContext, useLayoutEffect, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { correctCell as toCorrectedReview } from "../../importer/review/corrections.ts";
import { originalText } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { issueOf } from "../messages/issue-text.ts";
import type { DataTableHandle } from "../table/DataTable.tsx";

/** One cell of the preview. */
export interface CellPosition {
  /** The row number that a spreadsheet shows. */
  readonly row: number;
  readonly field: FieldKey;
}

/** The state and actions of cell corrections, as the cells of the preview use them. */
export interface CellCorrections {
  /** The cell that is edited or about to take focus; null for none. A new object requests focus again. */
  readonly active: (CellPosition & { readonly mode: "edit" | "focus" }) | null;
  canCorrect(row: ImportRow): boolean;
  /** True while nothing can be corrected. The buttons keep their space, so that no row moves. */
  readonly isLocked: boolean;
  isCorrected(cell: CellPosition): boolean;
  /** The text of the cell in the file. */
  originalOf(cell: CellPosition): string;
  edit(cell: CellPosition): void;
  /** Saves the text (null: no change) and edits the next problem, unless this cell still has one. */
  save(cell: CellPosition, text: string | null): void;
  /** Saves the text (null: no change) after focus has moved elsewhere. */
  saveOnBlur(cell: CellPosition, text: string | null): void;
  /** Closes the editor and focuses the cell. */
  close(cell: CellPosition): void;
  /** Reports that the requested focus has been set. */
  onFocused(): void;
  undo(cell: CellPosition): void;
}

export const CellCorrectionsContext = createContext<CellCorrections | null>(null);

/** The corrections of the surrounding preview. @throws Error outside of a preview. */
export function useCellCorrectionsContext(): CellCorrections {
  const corrections = useContext(CellCorrectionsContext);
  if (!corrections) throw new Error("This cell belongs inside <PreviewTable>.");
  return corrections;
}

interface CellCorrectionsOptions {
  readonly review: Review;
  /** The fields that have a column in the table, in its order. */
  readonly fields: readonly FieldKey[];
  readonly table: RefObject<DataTableHandle<ImportRow> | null>;
  readonly correctCell: ImporterActions["correctCell"];
  readonly canCorrect: (row: ImportRow) => boolean;
  readonly isLocked: boolean;
  /** True for the cells that Enter moves to. */
  readonly needsCorrection: (row: ImportRow, field: FieldKey) => boolean;
}

/** Creates the corrections of a preview. `goToFirst` focuses the first problem. */
export function useCellCorrections(options: CellCorrectionsOptions): CellCorrections & { goToFirst(): void } {
  const { review, fields, table, correctCell, canCorrect, isLocked, needsCorrection } = options;
  const [active, setActive] = useState<CellCorrections["active"]>(null);
  const [isFirstRequested, setFirstRequested] = useState(false);

  function goToNext(from: CellPosition | null, mode: "edit" | "focus", now: Review = review): void {
    const rows = table.current?.allRows() ?? [];
    const changed = new Map(
      now.rows.flatMap((row, index) => (row === review.rows[index] ? [] : [[row.number, row] as const])),
    );
    const next = nextCell(rows, fields, from, (row, field) => needsCorrection(changed.get(row.number) ?? row, field));
    if (next) table.current?.show(String(next.row));
    if (next) setActive({ ...next, mode });
    else setActive(from && { ...from, mode: "focus" });
  }

  // Runs after the table was rendered with its new rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request
  useLayoutEffect(() => {
    if (!isFirstRequested) return;
    setFirstRequested(false);
    goToNext(null, "focus");
  }, [isFirstRequested]);

  // Computes the corrected review at once, so that the next key press already reaches the next cell.
  function save(cell: CellPosition, text: string | null): void {
    const { row, field } = cell;
    const after = text === null ? review : toCorrectedReview(review, row, field, text);
    if (text !== null) correctCell(row, field, text);
    const corrected = after.rows.find(({ number }) => number === row);
    const isStillWrong = corrected && issueOf(corrected, field) !== null;
    // Enter without a change skips the problem.
    if (text === null || !isStillWrong) goToNext(cell, "edit", after);
  }

  // Called only for the few corrected cells on the screen, so an index of 10,000 rows would not pay off.
  const cellsOf = (row: number) => review.table.records.find(({ number }) => number === row)?.cells ?? [];

  return {
    active,
    canCorrect,
    isLocked,
    isCorrected: ({ row, field }) => review.corrections[row]?.[field] !== undefined,
    originalOf: ({ row, field }) => originalText(review, cellsOf(row), field),
    edit: (cell) => setActive({ ...cell, mode: "edit" }),
    save,
    saveOnBlur(cell, text) {
      if (text !== null) correctCell(cell.row, cell.field, text);
      setActive((now) => (now?.row === cell.row && now.field === cell.field ? null : now));
    },
    close: (cell) => setActive({ ...cell, mode: "focus" }),
    onFocused: () => setActive(null),
    undo(cell) {
      correctCell(cell.row, cell.field, null);
      setActive({ ...cell, mode: "focus" });
    },
    goToFirst: () => setFirstRequested(true),
  };
}

// The first matching cell after `from`, row by row, continuing at the top; null if there is no other.
function nextCell(
  rows: readonly ImportRow[],
  fields: readonly FieldKey[],
  from: CellPosition | null,
  matches: (row: ImportRow, field: FieldKey) => boolean,
): CellPosition | null {
  const start = from ? rows.findIndex(({ number }) => number === from.row) : -1;
  const after = from && start >= 0 ? fields.indexOf(from.field) + 1 : 0;
  const first = Math.max(start, 0);
  for (let step = 0; step <= rows.length; step += 1) {
    const row = rows[(first + step) % rows.length];
    // The first row is searched twice: at the start after the cell, at the end before it.
    const searched =
      step === 0 ? fields.slice(after) : step === rows.length ? fields.slice(0, Math.max(after - 1, 0)) : fields;
    const field = row && searched.find((key) => matches(row, key));
    if (row && field) return { row: row.number, field };
  }
  return null;
}
