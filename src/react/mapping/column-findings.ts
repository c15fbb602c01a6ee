"use client";
// Looks for repairs, mistyped domains and damaged ids in the mapped columns.
import { type DamagedIds, findDamagedIds } from "../../csv/rows/damaged-ids.ts";
import { createDomainSearch, type NearDomain } from "../../csv/rows/near-domains.ts";
import { type ColumnRepairs, createRepairSearch } from "../../csv/rows/repairs.ts";
import { inSteps, type Steps } from "../../csv/rows/steps.ts";
import type { Review } from "../../importer/state.ts";
import { type Searched, useSearched } from "./searched.tsx";

/** The notices and offers beside the columns of ids, emails and names. */
export interface ColumnFindings {
  readonly repairs: ColumnRepairs;
  readonly domains: readonly NearDomain[];
  readonly damagedIds: DamagedIds | null;
}

// Everything the findings depend on.
type Searchable = Pick<Review, "table" | "mapping" | "repairs">;

/** The findings of a review. */
export function useColumnFindings(review: Review): Searched<ColumnFindings> {
  const { mapping, repairs } = review;
  return useSearched({
    review,
    about: [mapping.externalUserId, mapping.email, mapping.name],
    depends: Boolean(repairs.email),
    search: (table) => search({ table, mapping, repairs }),
    isNothing: hasNoFindings,
  });
}

/** True where no column has anything to offer or to say. */
export function hasNoFindings({ repairs, domains, damagedIds }: ColumnFindings): boolean {
  return Object.keys(repairs).length === 0 && domains.length === 0 && damagedIds === null;
}

function* search({ table, mapping, repairs: decided }: Searchable): Steps<ColumnFindings> {
  const { email } = mapping;
  const repairs = createRepairSearch(mapping);
  const domains = email === null ? null : createDomainSearch(email, decided.email ?? false);
  yield* inSteps(table.records, (record) => {
    repairs.add(record);
    domains?.add(record);
  });
  return { repairs: repairs.found(), domains: domains?.found() ?? [], damagedIds: findDamagedIds(table, mapping) };
}
