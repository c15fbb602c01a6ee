"use client";
// What the cells of the preview know about correcting: where the keyboard is, and what a person can do there.
import { createContext, useContext } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { ImportRow } from "../../csv/rows/import-row.ts";

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
