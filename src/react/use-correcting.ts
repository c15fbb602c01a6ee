"use client";
// Correcting cells one after the other: saves, looks what came of it, and takes the keyboard to the next problem.
import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import type { FieldKey } from "../contract/fields.ts";
import type { ImportRow } from "../csv/rows.ts";
import type { ImporterActions } from "../importer/actions.ts";
import { ownText } from "../importer/derive.ts";
import type { Review } from "../importer/state.ts";
import type { Correcting, Place } from "./correcting.ts";
import type { DataTableHandle } from "./DataTable.tsx";
import { issueOf } from "./issue-words.ts";
import { nextPlace } from "./next-place.ts";

export interface CorrectingOptions {
  readonly review: Review;
  /** The fields that have a column in the table, in its order. */
  readonly fields: readonly FieldKey[];
  readonly table: RefObject<DataTableHandle<ImportRow> | null>;
  readonly correctCell: ImporterActions["correctCell"];
  readonly canCorrect: (row: ImportRow) => boolean;
  /** What Enter goes to. */
  readonly isWanted: (row: ImportRow, field: FieldKey) => boolean;
}

interface Saved extends Place {
  /** False where the text was as before: then the person has seen its problem, and goes on. */
  readonly isChanged: boolean;
}

export function useCorrecting(options: CorrectingOptions): Correcting & { goToNext(from: Place | null): void } {
  const { review, fields, table, correctCell, canCorrect, isWanted } = options;
  const [at, setAt] = useState<Correcting["at"]>(null);
  const [saved, setSaved] = useState<Saved | null>(null);

  function goToNext(from: Place | null, mode: "edit" | "focus" = "focus"): void {
    const next = nextPlace(table.current?.rows() ?? [], fields, from, isWanted);
    if (next) table.current?.show(String(next.row));
    if (next) setAt({ ...next, mode });
    else setAt(from && { ...from, mode: "focus" });
  }

  // What came of it is known once the table shows it. Before the next key: what is typed then belongs to the next cell.
  useLayoutEffect(() => {
    if (!saved) return;
    setSaved(null);
    const row = review.rows.find(({ number }) => number === saved.row);
    const isStillWrong = row && issueOf(row, saved.field) !== null;
    if (!saved.isChanged || !isStillWrong) goToNext(saved, "edit");
  });

  function put({ row, field }: Place, text: string | null): void {
    if (text !== null) correctCell(row, field, text);
  }

  const records = useMemo(() => {
    return new Map(review.table.records.map(({ number, cells }) => [number, cells]));
  }, [review.table]);

  return {
    at,
    canCorrect,
    isCorrected: ({ row, field }) => review.corrections[row]?.[field] !== undefined,
    originalOf: ({ row, field }) => ownText(review, records.get(row) ?? [], field),
    edit: (place) => setAt({ ...place, mode: "edit" }),
    save(place, text) {
      put(place, text);
      setSaved({ ...place, isChanged: text !== null });
    },
    leave(place, text) {
      put(place, text);
      setAt((now) => (now?.row === place.row && now.field === place.field ? null : now));
    },
    close: (place) => setAt({ ...place, mode: "focus" }),
    settle: () => setAt(null),
    undo(place) {
      correctCell(place.row, place.field, null);
      setAt({ ...place, mode: "focus" });
    },
    goToNext: (from) => goToNext(from),
  };
}
