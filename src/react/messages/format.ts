// Formats numbers, dates, sizes, lists and plurals for one locale.

/** The text of a count by plural category; `#` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

/** The formatters that a message can use. */
export interface Format {
  number(value: number): string;
  /** `share` from 0 to 1. */
  percent(share: number): string;
  /** `{ one: "# row", other: "# rows" }` with the number in place of `#`. */
  count(value: number, forms: PluralForms): string;
  /** A file size. */
  bytes(value: number): string;
  /** A time span, in milliseconds. */
  duration(milliseconds: number): string;
  /** Day and time of an ISO text; the text itself if it is not a date. */
  dateTime(iso: string): string;
  /** The local day of a time in milliseconds since 1970. */
  date(time: number): string;
  /** The local time of day of a time in milliseconds since 1970. */
  time(time: number): string;
  /** The day of an ISO text with the month's name, so that day and month can't be confused; the text itself if it is not a date. */
  day(iso: string): string;
  /** The name of a language (BCP 47). */
  language(tag: string): string;
  list(texts: readonly string[]): string;
  /** Shown bold. */
  strong(text: string): string;
  /** Shown as code. */
  code(text: string): string;
}

// Private use characters, which occur in no language; they mark parts of a message for RichText.
export const marks = { strong: ["\uE000", "\uE001"], code: ["\uE002", "\uE003"] } as const;
// Our marks, and the bidirectional controls, which would also reverse the sentence around a name.
const unsafeInSentence = /[\uE000-\uE003\u202A-\u202E\u2066-\u2069]/g;

/** The formatters of a locale; times are shown in `timeZone`, by default the browser's. */
export function createFormat(locale: string, timeZone?: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: "percent" });
  const finePercents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const plurals = new Intl.PluralRules(locale);
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const localDays = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const languages = new Intl.DisplayNames(locale, { type: "language" });
  const unit = (value: number, name: string, unitDisplay: "narrow" | "short" | "long" = "short") =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay, maximumFractionDigits: 1 }).format(value);
  return {
    number: (value) => numbers.format(value),
    // Rounded to whole percents, values near the ends would read as "none" or "all".
    percent: (share) => {
      const isFine = share > 0 && share < 1 && (share < 0.01 || share > 0.99);
      return isFine ? finePercents.format(Math.min(Math.max(share, 0.001), 0.999)) : percents.format(share);
    },
    count: (value, forms) => (forms[plurals.select(value)] ?? forms.other).replace("#", numbers.format(value)),
    bytes: (value) => {
      if (value < 1000) return unit(value, "byte", "long");
      return value < 1_000_000 ? unit(value / 1000, "kilobyte") : unit(value / 1_000_000, "megabyte");
    },
    duration: (milliseconds) => unit(milliseconds / 1000, "second", "narrow"),
    dateTime: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : dates.format(new Date(iso))),
    date: (time) => localDays.format(time),
    time: (time) => times.format(time),
    day: (iso) => (Number.isNaN(Date.parse(iso)) ? iso : days.format(new Date(iso.slice(0, 10)))),
    language: (tag) => languages.of(tag) ?? tag,
    list: (texts) => lists.format(texts),
    strong: (text) => mark("strong", text),
    code: (text) => mark("code", text),
  };
}

/** A name without characters that would break the sentence around it. */
export function toPlainText(text: string): string {
  return text.replace(unsafeInSentence, "");
}

function mark(kind: keyof typeof marks, text: string): string {
  return marks[kind][0] + toPlainText(text) + marks[kind][1];
}
