// Scores which columns may feed which fields: by their headers first, then by their cells.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { CsvTable } from "../table.ts";
import { ownColumns, toComparableHeader } from "../text/headers.ts";
import { type Candidate, guess, type ValuesAt } from "./candidate.ts";
import { type ColumnSample, clearlyFits, type EvidenceKind, sampleColumn, weighEvidence } from "./column-evidence.ts";
import {
  areShared,
  areTechnicalLogins,
  findEmailColumns,
  isNearlyUnique,
  settleEmails,
  toRepeatedReason,
} from "./email-columns.ts";
import { settleIds } from "./id-columns.ts";
import { commonPrefix, type KnownHeader, knownHeader, withoutPrefix } from "./known-headers.ts";
import { findFullNames, findOtherHalf } from "./names-in-emails.ts";
import { similarFields } from "./similar-headers.ts";
import type { ExtraAliases } from "./suggestion.ts";

// In wider tables only the headers are looked at, not the cells.
const maxColumns = 1000;
// Of so many columns with headers of one kind, a further one is not the best. A hostile file has forty thousand.
const maxSameKind = 200;

/** All candidates, best first. `halves` are columns that hold half a name under the header of a full one. */
export function findCandidates(table: CsvTable, aliases: ExtraAliases, halves: readonly number[]): Candidate[] {
  const found: Candidate[] = [];
  const cache = new Map<number, ColumnSample>();
  const valuesAt = (column: number) => {
    const values = cache.get(column) ?? sampleColumn(table, column);
    cache.set(column, values);
    return values;
  };
  const own = ownColumns(table.headers);
  // Our downloads hold the rows that had issues, so their cells are no evidence against a header.
  const isOurDownload = own.length < table.headers.length;
  const prefix = commonPrefix(own.map(({ header }) => header));
  const hosts = fieldKeys.map((key) => [key, (aliases[key] ?? []).map(toComparableHeader)] as const);
  const isUnrelated = findUnrelatedHeaders(table.headers);
  const context = { table, halves, valuesAt, isOurDownload };
  const counts = new Map<KnownHeader["kind"], number>();
  for (const { column, header } of own) {
    const wanted = hosts.flatMap(([key, names]) => byHostAlias(key, column, header, names));
    const known =
      knownHeader(header) ?? knownHeader(withoutPrefix(header, prefix)) ?? knownDate(header, () => valuesAt(column));
    found.push(...wanted);
    if (isUnrelated(header)) continue;
    if (known) {
      const count = counts.get(known.kind) ?? 0;
      counts.set(known.kind, count + 1);
      if (count < maxSameKind) found.push(...byKnownHeader(known, column, header, context));
    } else if (column < maxColumns) found.push(...bySimilarHeader(column, header, valuesAt));
  }
  if (!found.some(({ key, score }) => key === "email" && score > 100)) {
    found.push(...findEmailColumns(table, valuesAt, maxColumns));
  }
  if (!found.some(({ key, reason }) => key === "name" && reason.code !== "unfit_values")) {
    found.push(...findFullNames(table, valuesAt));
  }
  const logins = own
    .slice(0, maxColumns)
    .flatMap(({ header, column }) => (knownHeader(header)?.kind === "loginEmail" ? [column] : []));
  const settled = settleIds(table, settleEmails(table, found, logins, valuesAt), valuesAt);
  return settled.sort((a, b) => b.score - a.score || a.column - b.column);
}

const remark = /\s*[([（【].{1,40}[)\]）】]\s*$/;

// "Created (Eastern time)": of a column with dates, a remark in brackets may be anything.
function knownDate(header: string, values: () => ColumnSample): KnownHeader | null {
  if (header.length > 100 || !remark.test(header)) return null;
  const known = knownHeader(header.replace(remark, ""));
  const isDate = known && (known.kind === "registrationDate" || known.kind === "lastLoginDate");
  return isDate && clearlyFits(known.kind as FieldKey, values()) ? { ...known, guide: false } : null;
}

function byHostAlias(key: FieldKey, column: number, header: string, names: readonly string[]): Candidate[] {
  const rank = names.indexOf(toComparableHeader(header));
  if (rank < 0 || names[rank] === "") return [];
  const reason = { code: "alias", header, alternatives: [] } as const;
  return [{ key, column, how: "alias", score: 1000 - rank, confidence: 1, reason }];
}

// The guide promises its aliases, so they are used even against the cells, unless another column fits better.
const guideLoss: Readonly<Record<EvidenceKind, number>> = { for: 0, unknown: 20, empty: 150, against: 370 };
const guideConfidence: Readonly<Record<EvidenceKind, number>> = { for: 1, unknown: 0.9, empty: 0.8, against: 0.3 };
const knownConfidence: Readonly<Record<EvidenceKind, number>> = { for: 0.95, unknown: 0.7, empty: 0.6, against: 0 };

interface HeaderContext {
  readonly table: CsvTable;
  readonly halves: readonly number[];
  readonly valuesAt: ValuesAt;
  readonly isOurDownload: boolean;
}

function byKnownHeader(
  { kind, guide, rank, bare }: KnownHeader,
  column: number,
  header: string,
  { table, halves, valuesAt, isOurDownload }: HeaderContext,
): Candidate[] {
  if (kind === "username") return byUsername(column, header, valuesAt(column));
  if (kind === "loginEmail") return byLoginEmail(column, header, valuesAt(column));
  if (kind === "key") return isId(valuesAt(column)) ? [unique(column, valuesAt(column), 40)] : [];
  if (kind === "firstName" || kind === "lastName" || (bare && halves.includes(column))) return [];
  const values = valuesAt(column);
  const { kind: found, quality } = weighEvidence(kind, values);
  const evidence = isOurDownload && found === "against" ? "unknown" : found;
  if (evidence === "against" && kind === "email" && mayBeWrappedEmails(values)) {
    return [unread(kind, column, header, guide ? 300 : 200, guide ? "alias" : "known_name")];
  }
  if (evidence === "against" && !guide) {
    return [mayBeUnreadDates(kind, values) ? unread(kind, column, header, 5) : unfit(kind, column, header)];
  }
  const sparse = values.count > 0 && values.filled < 0.5 ? 20 : 0;
  const score = (guide ? 400 - rank : 300 - rank / 4) + quality * 10 - guideLoss[evidence] - sparse;
  const confidence = (guide ? guideConfidence : knownConfidence)[evidence];
  const half = kind === "name" && bare && !guide ? findOtherHalf(table, values, valuesAt) : null;
  if (half !== null) {
    const reason = { code: "ambiguous", columns: [column, half].sort((a, b) => a - b) } as const;
    return [{ key: kind, column, how: "none", score: 0, confidence: 0, reason }];
  }
  if (kind === "email" && areShared(values)) return [guess(kind, column, score, 0.4, toRepeatedReason(column, values))];
  const reason = { code: guide ? "alias" : "known_name", header, alternatives: [] } as const;
  return [{ key: kind, column, how: "alias", score, confidence, reason }];
}

// Dates that no format reads, and emails with something around them, are kept with a lower score, unless another column fits.
function unread(
  key: FieldKey,
  column: number,
  header: string,
  score: number,
  code: "alias" | "known_name" = "known_name",
): Candidate {
  const reason = { code, header, alternatives: [] } as const;
  return { key, column, how: "alias", score, confidence: knownConfidence.against, reason };
}

function mayBeUnreadDates(key: FieldKey, { cells }: ColumnSample): boolean {
  return isDateField(key) && cells.filter((cell) => mayBeDate.test(cell)).length >= cells.length / 2;
}

// Angle brackets, a name, quotes or words around an address: a repair may be offered for the whole column.
function mayBeWrappedEmails({ cells }: ColumnSample): boolean {
  return cells.filter((cell) => mayBeEmail.test(cell)).length >= cells.length / 2;
}

const mayBeEmail = /^(?=.{6,120}$).*[^\s@].*(?:[@＠]|[\s([{<_](?:at|ät)[\s)\]}>_]).*[^\s@]\p{L}/isu;

// Digits that are not a small number, network address or email.
const mayBeDate = /^(?!\s*-?(?:\d{1,3}|(?!19|20)\d{4})\s*$)(?!\s*\d+\.\d+\.\d+\.\d+)[^@]*\p{Nd}[^@]*$/u;

// A known name whose cells are something else feeds nothing, and is told.
function unfit(key: FieldKey, column: number, header: string): Candidate {
  return { key, column, how: "none", score: 0, confidence: 0, reason: { code: "unfit_values", header, column } };
}

// Names of accounts in a directory of Microsoft's look like emails, and mostly are.
function byLoginEmail(column: number, header: string, values: ColumnSample): Candidate[] {
  if (!clearlyFits("email", values) || areTechnicalLogins(values)) return [];
  const reason = { code: "known_name", header, alternatives: [] } as const;
  return [{ key: "email", column, how: "alias", score: 290, confidence: 0.9, reason }];
}

// A username is offered as an id, but used as one only if it looks like one. Some systems write full names or the date of the
// last login into such a column.
function byUsername(column: number, header: string, values: ColumnSample): Candidate[] {
  const similar = { code: "similar_name", header } as const;
  // Full names, or texts that were chosen freely: the emails tell.
  if (values.words > 0.9 && values.spaced > 0.6) return [];
  if (clearlyFits("lastLoginDate", values)) return [guess("lastLoginDate", column, 60, 0.5, similar)];
  if (values.emails > 0.5 || !clearlyFits("externalUserId", values)) return [];
  return [unique(column, values, isId(values) ? 40 : 0)];
}

function unique(column: number, { count }: ColumnSample, score: number): Candidate {
  return guess("externalUserId", column, score, 0.4, { code: "unique_values", of: count });
}

// Numbers and generated ids, which are not used to sign in.
function isId(values: ColumnSample): boolean {
  return clearlyFits("externalUserId", values) && values.cells.every((cell) => generatedId.test(cell));
}

const generatedId = /^(?:\d{3,}|[\da-f-]{16,}|(?=.*\d)[\w-]{20,})$/i;

function bySimilarHeader(column: number, header: string, valuesAt: ValuesAt): Candidate[] {
  return similarFields(header)
    .filter((key) => clearlyFits(key, valuesAt(column)) && (key !== "email" || isNearlyUnique(column, valuesAt)))
    .map((key, place) => guess(key, column, 100 - place, 0.6, { code: "similar_name", header }));
}

interface UnrelatedColumns {
  /** Headers that the table must have. */
  readonly beside: readonly RegExp[];
  /** The headers that then mean something else. */
  readonly columns: RegExp;
}

const unrelatedColumns: readonly UnrelatedColumns[] = [
  // Users with an id of their own beside an account id: the account belongs to a company.
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
  // In lists of tickets, orders or invoices the plain date is theirs.
  {
    beside: [
      /^(?:ticket|case|order|issue|invoice|deal|booking|bestell|auftrag|rechnung)\w{0,3}(?:id|nr|no|number|nummer|key)$|^(?:n\w{0,8}|id)(?:commande|facture|pedido|factura|ordine|fattura|заказа)$|^(?:注文|订单|주문)(?:id|番号|编号|번호)$|^номерзаказа$/,
    ],
    columns: /^(?:date|datede)?(?:created|creation|opened|erstellt|angelegt|cree|cread|criad|creat|作成|创建|созда)/,
  },
];

// Finds the headers that are about something other than the user, which only the other headers of the table show.
function findUnrelatedHeaders(headers: readonly string[]): (header: string) => boolean {
  const names = headers.slice(0, 200).map((header) => toComparableHeader(header.slice(0, 100)));
  const found = unrelatedColumns.filter(({ beside }) =>
    beside.every((pattern) => names.some((name) => pattern.test(name))),
  );
  return (header) => found.some(({ columns }) => columns.test(toComparableHeader(header.slice(0, 100))));
}
