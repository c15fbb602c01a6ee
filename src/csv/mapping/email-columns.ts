// Finds the column of the user's own email addresses by what the cells hold, and settles between several.
import type { CsvTable } from "../table.ts";
import { toComparableHeader } from "../text/headers.ts";
import type { AddressHeader } from "./address-header.ts";
import { type Candidate, guess, type ValuesAt } from "./candidate.ts";
import { type ColumnSample, clearlyFits } from "./column-evidence.ts";
import { wordsInUse } from "./languages/words-in-use.ts";
import type { MappingReason } from "./suggestion.ts";

// Fewer different addresses belong to a few persons in many rows: teachers, parents, sellers.
const minUnique = 0.9;
// With fewer addresses than that, a column holds something else.
const minEmails = 0.5;
// How much fuller one of two columns must be.
const minFilledLead = 0.3;

interface EmailColumn extends AddressHeader {
  readonly column: number;
}

/** Columns that hold emails under a header that is not known. Those with a score of 0 are not decided. */
export function findEmailColumns(table: CsvTable, valuesAt: ValuesAt, maxColumns: number): Candidate[] {
  const all = table.headers.slice(0, maxColumns).flatMap((header, column): EmailColumn[] => {
    if (!mayHoldEmails(table, column) || valuesAt(column).emails < minEmails) return [];
    if (areTechnicalLogins(valuesAt(column))) return [];
    return [{ ...wordsInUse().judgeAddress(header), column }];
  });
  const own = all.filter(({ whose }) => whose === "user");
  const sure = own.filter(({ column }) => clearlyFits("email", valuesAt(column)) && isNearlyUnique(column, valuesAt));
  const second = all.filter(({ whose, isSecond, column }) => {
    const { filled, unique } = valuesAt(column);
    return whose === "further" && isSecond && filled >= 0.95 && unique >= 0.98;
  });
  const best = bestOf(sure, second);
  if (best.length > 0) return toGuesses(best, valuesAt);
  return [...own, ...all.filter(({ whose }) => whose === "unknown")].map((one) => toQuestion(one, valuesAt));
}

/** True when each row has an address of its own. */
export function isNearlyUnique(column: number, valuesAt: ValuesAt): boolean {
  return valuesAt(column).unique >= minUnique;
}

// Without a mailbox: accounts of a tenant, guests, generated names, and domains of an internal network.
const technicalLogin =
  /\.onmicrosoft\.(?:com|us|de|cn)\s*$|#ext#|^\s*[\da-f]{8}-?[\da-f]{4}-|^\s*[\da-f]{20,}@|\.(?:local|lan|internal|corp|intra|localdomain)\s*$/i;

/** True for names of accounts that have the form of emails, but no mailbox. */
export function areTechnicalLogins({ cells, count }: ColumnSample): boolean {
  return cells.filter((cell) => technicalLogin.test(cell)).length > count * 0.2;
}

// In fewer rows addresses may repeat by chance.
const minShared = 5;

/** True when less than half of the addresses are different: under a known header, a person has a look at that too. */
export function areShared({ count, unique, emails }: ColumnSample): boolean {
  return count >= minShared && unique < 0.5 && emails >= minEmails;
}

/** The reason that says how many of the addresses are different. */
export function toRepeatedReason(column: number, { count, unique }: ColumnSample): MappingReason {
  const matching = Math.round(count * unique);
  return { code: "doubtful_emails", doubt: "repeated", columns: [column], matching, of: count };
}

// Headers that name an email before those that don't, and those before further addresses.
function bestOf(sure: readonly EmailColumn[], second: readonly EmailColumn[]): readonly EmailColumn[] {
  const named = sure.filter(({ isEmail }) => isEmail);
  const plain = named.filter(({ isSorted }) => !isSorted);
  return [plain, named, sure, second].find((columns) => columns.length > 0) ?? [];
}

function toGuesses(columns: readonly EmailColumn[], valuesAt: ValuesAt): Candidate[] {
  const leading = leadingColumn(
    columns.map(({ column }) => column),
    valuesAt,
  );
  return columns.map(({ column }) => {
    const { count, emails } = valuesAt(column);
    const reason = { code: "values", matching: Math.round(count * emails), of: count } as const;
    return guess("email", column, column === leading ? 50 : 0, 0.7, reason);
  });
}

// The column that is clearly fuller than the others; null when nothing decides.
function leadingColumn(columns: readonly number[], valuesAt: ValuesAt): number | null {
  const [best, second] = [...columns].sort((a, b) => valuesAt(b).filled - valuesAt(a).filled);
  if (best === undefined || second === undefined) return best ?? null;
  return valuesAt(best).filled - valuesAt(second).filled >= minFilledLead ? best : null;
}

function toQuestion({ column, whose }: EmailColumn, valuesAt: ValuesAt): Candidate {
  const values = valuesAt(column);
  const { count, emails, unique } = values;
  const doubt = emails < 0.9 ? "few" : "header";
  const matching = Math.round(count * emails);
  const reason: MappingReason =
    unique < minUnique
      ? toRepeatedReason(column, values)
      : { code: "doubtful_emails", doubt, columns: [column], matching, of: count };
  return guess("email", column, 0, whose === "user" ? 0.3 : 0.2, reason);
}

function mayHoldEmails({ records }: CsvTable, column: number): boolean {
  return records.slice(0, 50).some(({ cells }) => cells[column]?.includes("@"));
}

/**
 * Leaves undecided what only the order of the columns would decide: private and work addresses, one header twice, an empty column of
 * emails beside one of login names.
 */
export function settleEmails(
  table: CsvTable,
  candidates: readonly Candidate[],
  logins: readonly number[],
  valuesAt: ValuesAt,
): Candidate[] {
  const emails = candidates.filter(({ key, score }) => key === "email" && score > 0).sort((a, b) => b.score - a.score);
  const [best] = emails;
  if (!best || best.score >= 500) return [...candidates];
  const rivals = [
    ...emails.filter((one) => one !== best && areEqual(table, best, one, logins, valuesAt)),
    ...findOthers(table, best, emails, valuesAt),
  ];
  if (rivals.length === 0) return [...candidates];
  const open = new Set([best, ...rivals]);
  const added = rivals.filter((one) => !candidates.includes(one));
  return [...candidates, ...added].flatMap((one) => {
    if (one.key !== "email") return one;
    return open.has(one) ? { ...one, score: 0 } : [];
  });
}

// Further columns of addresses beside a guess, or beside one that names a kind of address: their headers may name another kind.
function findOthers(
  table: CsvTable,
  best: Candidate,
  emails: readonly Candidate[],
  valuesAt: ValuesAt,
): readonly Candidate[] {
  const { judgeAddress } = wordsInUse();
  const header = judgeAddress(table.headers[best.column] ?? "");
  if ((best.how === "alias" && !header.isSorted) || best.reason.code === "doubtful_emails") return [];
  return [...table.headers.slice(0, maxCompared).entries()].flatMap(([column, text]) => {
    if (emails.some((one) => one.column === column) || !mayHoldEmails(table, column)) return [];
    const { whose } = judgeAddress(text);
    const values = valuesAt(column);
    if (
      whose === "other" ||
      whose === "further" ||
      values.emails < minEmails ||
      values.unique < minUnique ||
      areTechnicalLogins(values)
    )
      return [];
    if (valuesAt(best.column).filled - values.filled >= minFilledLead) return [];
    return holdTheSame(table, best.column, column) ? [] : [guess("email", column, 0, 0.3, best.reason)];
  });
}

const maxCompared = 200;

function areEqual(
  table: CsvTable,
  best: Candidate,
  other: Candidate,
  logins: readonly number[],
  valuesAt: ValuesAt,
): boolean {
  const isLogin = logins.includes(best.column) !== logins.includes(other.column);
  const [one, two] = [best, other].map(({ column }) => valuesAt(column));
  if (!one || !two) return false;
  if (isLogin) return (logins.includes(best.column) ? two : one).count === 0 && one.count + two.count > 0;
  if (one.emails < minEmails || two.emails < minEmails) return false;
  if (Math.abs(one.filled - two.filled) >= minFilledLead || holdTheSame(table, best.column, other.column)) return false;
  const [header, otherHeader] = [best, other].map(({ column }) => table.headers[column] ?? "");
  if (toComparableHeader(header ?? "") === toComparableHeader(otherHeader ?? "")) return true;
  return [header, otherHeader].every((text) => wordsInUse().judgeAddress(text ?? "").isSorted);
}

function holdTheSame({ records }: CsvTable, one: number, other: number): boolean {
  return records.slice(0, 200).every(({ cells }) => {
    const [a = "", b = ""] = [cells[one], cells[other]];
    return a.trim() === "" || b.trim() === "" || a.trim().toLowerCase() === b.trim().toLowerCase();
  });
}
