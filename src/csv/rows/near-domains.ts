// Finds mistyped domains in the column of emails: one letter away from a well-known provider, or from a domain of most rows.
import { isPlainEmail } from "../../contract/field-values.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvTable } from "../table.ts";
import { withDomain } from "../text/email-domain.ts";
import { findProviderDomain, isEndingTypo, isNearName, isProviderDomain, split } from "../text/mail-domains.ts";
import { type ColumnSearch, maxProofRows, type RepairProof, type TextRepair } from "./repairs.ts";

/** A domain that was probably mistyped. `RowOptions.domains` replaces it. */
export interface NearDomain {
  readonly column: number;
  /** The domain as it is in the file, in lower case. */
  readonly from: string;
  /** The domain that it is probably meant to be. */
  readonly to: string;
  readonly count: number;
  readonly firstRow: number;
  /** Up to three rows, before and after. */
  readonly proof: readonly RepairProof[];
}

interface Seen {
  count: number;
  readonly rows: { readonly row: number; readonly email: string }[];
}

// Beyond these, the column is not one of emails that were typed.
const maxDomains = 20;

/**
 * Finds the domains of the mapped emails that are probably mistyped, most frequent first. `repair` is the repair of emails that
 * was chosen before: without it, only valid emails are looked at.
 */
export function findNearDomains(
  { records }: CsvTable,
  { email: column }: ColumnMapping,
  repair: TextRepair | false = false,
): NearDomain[] {
  if (column === null) return [];
  const search = createDomainSearch(column, repair);
  for (const record of records) search.add(record);
  return search.found();
}

/** The same search, row by row, so that it can be done in several tasks. */
export function createDomainSearch(column: number, repair: TextRepair | false): ColumnSearch<NearDomain[]> {
  const domains = new Map<string, Seen>();
  let emails = 0;
  return {
    add({ number, cells }) {
      const cell = cells[column] ?? "";
      const email = repair && !isPlainEmail(cell) ? repair(cell) : cell.trim();
      const domain = domainOf(email);
      if (domain === null) return;
      const seen = domains.get(domain) ?? (writtenDomain.test(domain) ? { count: 0, rows: [] } : null);
      if (!seen) return;
      if (seen.count === 0) domains.set(domain, seen);
      emails += 1;
      seen.count += 1;
      if (seen.rows.length < maxProofRows) seen.rows.push({ row: number, email });
    },
    found: () => toNearDomains(column, domains, emails),
  };
}

function toNearDomains(column: number, domains: ReadonlyMap<string, Seen>, emails: number): NearDomain[] {
  const suggest = createSuggestion(domains, emails);
  const found = [...domains].flatMap(([from, { count, rows }]): NearDomain[] => {
    const to = suggest(from, count);
    if (to === null) return [];
    const proof = rows.map(({ row, email }) => ({ row, from: email, to: withDomain(email, to) }));
    return [{ column, from, to, count, firstRow: rows[0]?.row ?? 0, proof }];
  });
  return found.sort((a, b) => b.count - a.count).slice(0, maxDomains);
}

// ASCII only, and commas or doubled dots where a dot should be.
const writtenDomain = /^[a-z0-9][a-z0-9.,;-]*[a-z0-9]$/;

function domainOf(email: string): string | null {
  const at = email.indexOf("@");
  if (at < 1 || email.lastIndexOf("@") !== at || email.includes(" ")) return null;
  return email.slice(at + 1).toLowerCase();
}

// A frequent domain is one of at least so many rows, and of such a share of all.
const minFrequent = 20;
const minFrequentShare = 0.05;
// How much rarer a mistyped domain must be.
const minRatio = 20;
// Shorter names are too close to other real ones.
const minNameLength = 5;

function createSuggestion(
  domains: ReadonlyMap<string, Seen>,
  emails: number,
): (domain: string, count: number) => string | null {
  const isFrequent = ({ count }: Seen) => count >= minFrequent && count >= emails * minFrequentShare;
  const frequent = [...domains].filter(([, seen]) => isFrequent(seen)).map(([domain]) => domain);
  const countOf = (domain: string) => domains.get(domain)?.count ?? 0;
  return (domain, count) => {
    if (isProviderDomain(domain)) return null;
    const known = findProviderDomain(domain);
    if (known !== null) return known;
    const { name, ending } = split(domain);
    const near = frequent.find((one) => countOf(one) >= count * minRatio && isNearDomain({ name, ending }, split(one)));
    return near ?? null;
  };
}

function isNearDomain(one: ReturnType<typeof split>, real: ReturnType<typeof split>): boolean {
  if (one.name === real.name) return isEndingTypo(one.ending, real.ending);
  if (one.ending !== real.ending || real.name.length < minNameLength) return false;
  // School 12 is not school 21, and a plural may be another company.
  const isNumbered = /\d/.test(one.name) || /\d/.test(real.name);
  const isPlural = one.name === `${real.name}s` || real.name === `${one.name}s`;
  return !isNumbered && !isPlural && isNearName(one.name, real.name);
}
