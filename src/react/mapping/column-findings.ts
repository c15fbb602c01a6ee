"use client";
// Looks for repairs and damaged ids in the mapped columns, once the preview was painted.
import { useEffect, useMemo, useState } from "react";
import { type DamagedIds, findDamagedIds } from "../../csv/rows/damaged-ids.ts";
import { type ColumnRepairs, findRepairs } from "../../csv/rows/repairs.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";
import { afterPaint } from "../hooks/after-paint.ts";

/** The notices and offers beside the columns of ids, emails and names. */
export interface ColumnFindings {
  readonly repairs: ColumnRepairs;
  readonly damagedIds: DamagedIds | null;
}

interface Found extends ColumnFindings {
  readonly table: CsvTable;
  readonly columns: string;
}

const nothing: ColumnFindings = { repairs: {}, damagedIds: null };

/** The findings of a review, none until it was painted, and whether there are any or any are to be expected. */
export function useColumnFindings(review: Review): { readonly findings: ColumnFindings; readonly isExpected: boolean } {
  const { table, mapping } = review;
  const columns = `${mapping.externalUserId} ${mapping.email} ${mapping.name}`;
  const [found, setFound] = useState<Found | null>(null);
  const isFound = found?.table === table && found.columns === columns;
  useEffect(() => {
    if (isFound) return;
    return afterPaint(() => setFound({ table, columns, ...find(table, mapping) }));
  }, [isFound, table, columns, mapping]);
  const expected = useExpectedFindings(review);
  const { repairs, damagedIds } = isFound ? found : expected;
  const isExpected = Object.keys(repairs).length > 0 || damagedIds !== null;
  return { findings: isFound ? found : nothing, isExpected };
}

function find(table: CsvTable, mapping: Review["mapping"]): ColumnFindings {
  return { repairs: findRepairs(table, mapping), damagedIds: findDamagedIds(table, mapping) };
}

// Enough for one frame, and for the mapping not to unfold once all rows were looked at.
const expectedFromRows = 50;

// A guess from the first rows, and from the first emails that are not valid.
function useExpectedFindings({ table, mapping, rows }: Review): ColumnFindings {
  return useMemo(() => {
    const isWrong = (index: number) => rows[index]?.issues.some(({ field }) => field === "email") === true;
    const wrong = table.records.filter((_, index) => index >= expectedFromRows && isWrong(index));
    const records = [...table.records.slice(0, expectedFromRows), ...wrong.slice(0, expectedFromRows)];
    return find({ ...table, records }, mapping);
  }, [table, mapping, rows]);
}
