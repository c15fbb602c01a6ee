// Finds what exactly is wrong with an email or a date, for the sentence beside it; null where nothing more is certain.
import { trimText } from "../../contract/text.ts";

/** What is wrong with an email. */
export type EmailCause =
  | "several_addresses"
  | "no_at"
  | "several_ats"
  | "nothing_before_at"
  | "nothing_after_at"
  | "blank"
  | "no_ending"
  | "dot"
  | "too_long"
  | "domain_character";

/** What is wrong with a date. */
export type DateCause =
  | { readonly code: "no_such_day"; readonly month: number; readonly year: number; readonly days: number }
  | { readonly code: "no_such_month"; readonly month: number }
  | { readonly code: "no_such_hour"; readonly hour: number }
  | { readonly code: "no_digits" };

/** What is wrong with a value, as a code. */
export type ValueCause = EmailCause | DateCause["code"];

/** The words for each cause, such as "the domain has no ending". */
export interface CauseWords {
  readonly emails: Readonly<Record<EmailCause, string>>;
  readonly noSuchDay: (month: number, year: number, days: number) => string;
  readonly noSuchMonth: (month: number) => string;
  readonly noSuchHour: (hour: number) => string;
  readonly noDigits: string;
}

interface Issue {
  readonly code: string;
  readonly value: string;
}

/** The cause of a problem, as a code; null where nothing more is certain. */
export function findCause(issue: Issue): ValueCause | null {
  const cause = toCause(issue);
  return typeof cause === "string" ? cause : (cause?.code ?? null);
}

/** The cause of a problem in words; null where nothing more is certain. */
export function toCauseText(issue: Issue, words: CauseWords): string | null {
  const cause = toCause(issue);
  if (typeof cause === "string") return words.emails[cause];
  switch (cause?.code) {
    case "no_such_day":
      return words.noSuchDay(cause.month, cause.year, cause.days);
    case "no_such_month":
      return words.noSuchMonth(cause.month);
    case "no_such_hour":
      return words.noSuchHour(cause.hour);
    case "no_digits":
      return words.noDigits;
    default:
      return null;
  }
}

function toCause({ code, value }: Issue): EmailCause | DateCause | null {
  if (value.trim() === "") return null;
  if (code === "invalid_email") return findEmailCause(value);
  return code === "invalid_date" ? findDateCause(value) : null;
}

// In this order: the first that applies.
const emailCauses: readonly (readonly [EmailCause, (email: EmailParts) => boolean])[] = [
  ["several_addresses", ({ text, ats }) => ats > 1 && /[,;/|\s]/.test(text)],
  ["no_at", ({ ats }) => ats === 0],
  ["several_ats", ({ ats }) => ats > 1],
  ["nothing_before_at", ({ local }) => local === ""],
  ["nothing_after_at", ({ domain }) => domain === ""],
  ["blank", ({ text }) => /\s/.test(text)],
  ["no_ending", ({ domain }) => !domain.includes(".")],
  ["dot", ({ text, local, domain }) => text.includes("..") || [local, domain].some((part) => /^\.|\.$/.test(part))],
  ["too_long", ({ text, local }) => local.length > 64 || text.length > 254],
  ["domain_character", ({ domain }) => /[^\p{L}\p{M}\p{N}.-]/u.test(domain)],
];

interface EmailParts {
  readonly text: string;
  readonly local: string;
  readonly domain: string;
  /** How many `@` there are. */
  readonly ats: number;
}

export function findEmailCause(value: string): EmailCause | null {
  const text = trimText(value);
  const at = text.lastIndexOf("@");
  const parts = {
    text,
    local: text.slice(0, Math.max(at, 0)),
    domain: text.slice(at + 1),
    ats: text.split("@").length - 1,
  };
  return emailCauses.find(([, applies]) => applies(parts))?.[0] ?? null;
}

const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?:[T ](\d{1,2}):\d{2}.*)?$/;
const yearLast = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:,? (\d{1,2}):\d{2}.*)?$/;

export function findDateCause(value: string): DateCause | null {
  const text = trimText(value);
  if (!/\d/.test(text)) return { code: "no_digits" };
  const first = yearFirst.exec(text);
  if (first) return findDayCause(toNumber(first[1]), toNumber(first[3]), toNumber(first[4])) ?? findHourCause(first[5]);
  const last = yearLast.exec(text);
  if (!last) return null;
  const [one, other, year] = [toNumber(last[1]), toNumber(last[3]), toNumber(last[4])];
  // Which of the two is the month is known only where the other one can't be.
  if (last[2] === "." || one > 12) return findDayCause(year, other, one);
  return other > 12 ? findDayCause(year, one, other) : null;
}

function findDayCause(year: number, month: number, day: number): DateCause | null {
  if (month < 1 || month > 12) return { code: "no_such_month", month };
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > days ? { code: "no_such_day", month, year, days } : null;
}

function findHourCause(hour: string | undefined): DateCause | null {
  return toNumber(hour) > 23 ? { code: "no_such_hour", hour: toNumber(hour) } : null;
}

function toNumber(digits: string | undefined): number {
  return Number(digits ?? 0);
}
