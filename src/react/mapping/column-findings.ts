"use client";
// Looks for repairs, mistyped domains and damaged ids in the mapped columns, once the preview was painted.
import { useEffect, useMemo, useState } from "react";
import { type DamagedIds, findDamagedIds } from "../../csv/rows/damaged-ids.ts";
import { createDomainSearch, type NearDomain } from "../../csv/rows/near-domains.ts";
import { type ColumnRepairs, createRepairSearch } from "../../csv/rows/repairs.ts";
import { inSteps, type Steps } from "../../csv/rows/steps.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { Review } from "../../importer/state.ts";
import { searchAfterPaint } from "../hooks/search-after-paint.ts";

/** The notices and offers beside the columns of ids, emails and names. */
export interface ColumnFindings {
  readonly repairs: ColumnRepairs;
  readonly domains: readonly NearDomain[];
  readonly damagedIds: DamagedIds | null;
}

// Everything the findings depend on.
type Searched = Pick<Review, "table" | "mapping" | "repairs">;

interface Found extends ColumnFindings {
  readonly table: CsvTable;
  readonly columns: string;
}

const nothing: ColumnFindings = { repairs: {}, domains: [], damagedIds: null };

/** The findings of a review, none until it was painted, and whether there are any or any are to be expected. */
export function useColumnFindings(review: Review): { readonly findings: ColumnFindings; readonly isExpected: boolean } {
  const { table, mapping, repairs: decided } = review;
  // While other columns are searched, an unchanged file keeps its findings.
  const columns = `${mapping.externalUserId} ${mapping.email} ${mapping.name}`;
  const isRepaired = Boolean(decided.email);
  const [found, setFound] = useState<Found | null>(null);
  const isFound = found?.table === table && found.columns === columns;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the columns stand for the mapping, as far as it is searched
  useEffect(() => {
    return searchAfterPaint(
      () => search({ table, mapping, repairs: decided }),
      (findings) => setFound({ table, columns, ...findings }),
    );
  }, [table, columns, isRepaired]);
  const expected = useExpectedFindings(review, isFound);
  const { repairs, domains, damagedIds } = isFound ? found : expected;
  const isExpected = Object.keys(repairs).length > 0 || domains.length > 0 || damagedIds !== null;
  return { findings: isFound ? found : nothing, isExpected };
}

function* search(review: Searched): Steps<ColumnFindings> {
  const searches = toSearches(review);
  yield* inSteps(review.table.records, searches.add);
  return searches.found();
}

function toSearches({ table, mapping, repairs: decided }: Searched) {
  const { email } = mapping;
  const repairs = createRepairSearch(mapping);
  const domains = email === null ? null : createDomainSearch(email, decided.email ?? false);
  return {
    add(record: CsvTable["records"][number]) {
      repairs.add(record);
      domains?.add(record);
    },
    found: (): ColumnFindings => ({
      repairs: repairs.found(),
      domains: domains?.found() ?? [],
      damagedIds: findDamagedIds(table, mapping),
    }),
  };
}

// Enough for one frame, and for the mapping not to unfold once all rows were looked at.
const expectedFromRows = 50;

// A guess from the first rows, and from the first emails that are not valid, until all rows were looked at.
function useExpectedFindings({ table, mapping, rows, repairs }: Review, isFound: boolean): ColumnFindings {
  return useMemo(() => {
    if (isFound) return nothing;
    const isWrong = (index: number) => rows[index]?.issues.some(({ field }) => field === "email") === true;
    const wrong = table.records.filter((_, index) => index >= expectedFromRows && isWrong(index));
    const records = [...table.records.slice(0, expectedFromRows), ...wrong.slice(0, expectedFromRows)];
    const searches = toSearches({ table: { ...table, records }, mapping, repairs });
    for (const record of records) searches.add(record);
    return searches.found();
  }, [table, mapping, rows, repairs, isFound]);
}
