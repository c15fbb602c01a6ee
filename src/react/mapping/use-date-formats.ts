"use client";
// How the date columns of a file are written: looked for after the preview is on the screen, as it takes its time.
import { useEffect, useMemo, useState } from "react";
import { type DateColumns, detectDateFormats } from "../../csv/rows/date-columns.ts";
import type { CsvTable } from "../../csv/table.ts";
import { mayConvertDates } from "../../importer/review/conversions.ts";
import type { Review } from "../../importer/state.ts";
import { afterPaint } from "../hooks/use-after-paint.ts";

interface Found {
  readonly table: CsvTable;
  readonly columns: string;
  readonly dates: DateColumns;
}

/** Empty when no date is better read otherwise than as it is; null until it is known. */
export function useDates(review: Review): DateColumns | null {
  const { table, mapping } = review;
  const isNeeded = useMemo(() => mayConvertDates(review), [review]);
  // Other fields may change their columns: that says nothing new about the dates.
  const columns = `${mapping.registrationDate} ${mapping.lastLoginDate}`;
  const [found, setFound] = useState<Found | null>(null);
  const isFound = found?.table === table && found.columns === columns;
  useEffect(() => {
    if (!isNeeded || isFound) return;
    const find = () => setFound({ table, columns, dates: detectDateFormats(table, mapping) });
    return afterPaint(find);
  }, [isNeeded, isFound, table, columns, mapping]);
  if (!isNeeded) return nothing;
  return isFound ? found.dates : null;
}

const nothing: DateColumns = {};

// Enough to tell a column of another format from single bad dates, and read within a frame.
const firstRows = 50;

/** What the first rows let expect, until the whole is known: so that nothing folds or unfolds a moment later. */
export function useExpectedDates({ table, mapping }: Review): DateColumns {
  return useMemo(
    () => detectDateFormats({ ...table, records: table.records.slice(0, firstRows) }, mapping),
    [table, mapping],
  );
}
