// Columns that are about something else than the user: only the other columns show it.
import { toComparableHeader } from "../text/normalize-header.ts";

interface Elsewhere {
  /** What the table has besides. */
  readonly beside: readonly RegExp[];
  /** The columns that then mean something else. */
  readonly columns: RegExp;
}

const cases: readonly Elsewhere[] = [
  // Users who have an id of their own beside their account's: the account is a company's.
  {
    beside: [/^account(?:id|no|number|name)$/, /^(?:user|member|contact|customer)s?(?:id|uuid|no|number)$/],
    columns: /^account/,
  },
  // In lists for sales and newsletters the last activity is a call, an order or an opened email.
  {
    beside: [
      /^(?:contact|lead|record|account|company)owner|leadstatus|leadsource|lifecyclestage|subscri(?:ber|ption)status|optout/,
    ],
    columns: /^last(?:contact)?activit/,
  },
];

/** Tells the headers of a table that mean something else beside the others. */
export function elsewhereIn(headers: readonly string[]): (header: string) => boolean {
  const names = headers.slice(0, 200).map((header) => toComparableHeader(header.slice(0, 100)));
  const found = cases.filter(({ beside }) => beside.every((pattern) => names.some((name) => pattern.test(name))));
  return (header) => found.some(({ columns }) => columns.test(toComparableHeader(header.slice(0, 100))));
}
