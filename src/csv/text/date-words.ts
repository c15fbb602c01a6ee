// Rewrites a written-out date in the words and digits of other languages: 10 января 2024 г., 21:05 becomes 10 Jan 2024 21:05.
import { type Calendar, calendarOfYear } from "./date-format.ts";
import { isZone, toKnownOffset } from "./time-zones.ts";

export { toGregorian } from "./calendars.ts";
export { hasDateWords } from "./rare-dates.ts";
export { withZone, zoneInHeader } from "./time-zones.ts";

/** The months as `toPlainDate` writes them. */
export const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Not Croatian, whose listopad is October: in Polish and Czech it is November.
const languages = {
  latin: "en de fr es pt it nl pl sv da nb fi cs sk hu ro tr vi id sl lt lv et ca ms is",
  other: "ru uk bg el ar he ko ja zh-Hant th hi fa",
};
// Looked at only for words that none of those has, as building their words takes a tenth of a second.
const furtherLanguages: readonly (readonly [script: RegExp, tags: string])[] = [
  [/\p{Script=Latin}/u, "sr-Latn gl eu ga cy sq az uz tk sw fil af lb mt gd fy br rm so zu ku eo"],
  [/\p{Script=Cyrillic}/u, "sr mk be kk ky mn tg tt uz-Cyrl"],
  [/\p{Script=Arabic}/u, "ur ps ckb ug sd ar-IQ ar-DZ ar-MA"],
  [/\p{Script=Devanagari}/u, "mr ne"],
  [/\p{Script=Georgian}|\p{Script=Armenian}|\p{Script=Ethiopic}/u, "ka hy am ti"],
  [/\p{L}/u, "bn as gu pa ta te kn ml or si km lo my"],
];
// Other calendars: the languages that write their months, the first day of a year, and the usual length of a month.
const otherCalendars = {
  jalali: { name: "persian", tags: "fa fa-AF ps en", first: Date.UTC(2024, 2, 20), days: 30.4 },
  hijri: { name: "islamic-umalqura", tags: "ar en fa ur id ms tr", first: Date.UTC(2024, 6, 7), days: 29.5 },
} as const;
// Filler words beside a date, such as "at" or "year", in addition to those in the platform's own dates.
const fillers =
  "à as le el ore alle den di om o ob w r rok g gg год года році в ч час klo kello kl saat tarih uhr h hrs hours clock tgl a las les ngày năm u në e ko a";
// Day periods that the platform does not write, but other programs do.
const halfDays = {
  am: "am pd 上午 凌晨 早上 清晨 午前 오전 πμ öö fm de dop ap sa pg ص قظ",
  pm: "pm md 下午 中午 晚上 傍晚 午後 오후 μμ ös em du odp ip ch ptg م بظ",
};

type Half = "am" | "pm";

interface Words {
  readonly months: Map<string, number>;
  readonly weekdays: Set<string>;
  readonly halves: Map<string, Half>;
  readonly fillers: Set<string>;
}

// One for Latin, one for other scripts; each is built when its first word is looked up, as that takes time.
const words: Partial<Record<string, Words>> = {};

const droppedMarks = /[\u0300-\u036F\u0654]/g;

// The few words of a column come back in every row.
const keys = new Map<string, string>();
const maxKeys = 1000;

function toKey(word: string): string {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = normalizeWord(word);
  if (keys.size < maxKeys && word.length < 20) keys.set(word, key);
  return key;
}

function normalizeWord(word: string): string {
  const lower = word.normalize("NFKD").toLowerCase();
  return lower
    .replace(/[^\p{L}\p{M}]+/gu, "")
    .replace(droppedMarks, "")
    .replace(/ς/g, "σ")
    .replace(/ı/g, "i");
}

function wordsFor(key: string): Words {
  const script = /^\p{Script=Latin}/u.test(key) ? "latin" : "other";
  return createdOnce(languages[script]);
}

function furtherWordsFor(key: string): Words {
  const [, tags = "en"] = furtherLanguages.find(([script]) => script.test(key)) ?? [];
  return createdOnce(tags);
}

function createdOnce(tags: string): Words {
  words[tags] ??= createWords(tags.split(" "));
  return words[tags];
}

function calendarWords(calendar: Calendar): Words | null {
  if (calendar === "buddhist") return null;
  words[calendar] ??= createWords(otherCalendars[calendar].tags.split(" "), calendar);
  return words[calendar];
}

// Taken from the platform: a table of our own would be large.
function createWords(tags: readonly string[], calendar: OtherCalendar | null = null): Words {
  const found: Words = { months: new Map([["sept", 8]]), weekdays: new Set(), halves: new Map(), fillers: new Set() };
  for (const half of ["am", "pm"] as const)
    for (const word of halfDays[half].split(" ")) found.halves.set(toKey(word), half);
  for (const word of fillers.split(" ")) found.fillers.add(toKey(word));
  for (const tag of tags) for (const length of ["long", "short"] as const) addWords(found, tag, length, calendar);
  found.weekdays.delete("");
  return found;
}

// A day in each month of 2024; together they are all days of the week.
const days = [1, 6, 6, 4, 3, 1, 7, 5, 3, 2, 7, 6] as const;
const dayLength = 86_400_000;

type OtherCalendar = keyof typeof otherCalendars;

function addWords(found: Words, language: string, length: "long" | "short", calendar: OtherCalendar | null): void {
  const tag = `${language}-u-ca-${calendar === null ? "gregory" : otherCalendars[calendar].name}`;
  const short = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric" } as const;
  const whole = createFormat(tag, {
    hour12: true,
    ...(length === "long" ? { dateStyle: "full", timeStyle: "short" } : short),
  });
  const alone = createFormat(tag, { month: length });
  for (let month = 0; month < 12; month += 1) {
    const moment = toMoment(month, calendar);
    for (const part of whole.formatToParts(moment)) addWord(found, part, month);
    for (const part of alone.formatToParts(moment)) addWord(found, part, month);
  }
}

// In the middle of this month (0 to 11), in the morning of one month and in the evening of the next.
function toMoment(month: number, calendar: OtherCalendar | null): number {
  const hour = month % 2 === 0 ? 9 : 21;
  if (calendar === null) return Date.UTC(2024, month, days[month], hour);
  const { first, days: length } = otherCalendars[calendar];
  return first + Math.round(month * length + length / 2) * dayLength + hour * 3_600_000;
}

function addWord(
  { months, weekdays, halves, fillers }: Words,
  { type, value }: Intl.DateTimeFormatPart,
  month: number,
): void {
  const key = /\p{N}/u.test(value) ? "" : toKey(value);
  if (key === "") return;
  // Beside a day (января) and alone (январь). The first of two languages that disagree wins.
  if (type === "month" && !months.has(key)) months.set(key, month);
  if (type === "dayPeriod" && !halves.has(key)) halves.set(key, month % 2 === 0 ? "am" : "pm");
  if (type === "weekday") for (const part of value.split(/[\s-]+/)) weekdays.add(toKey(part));
  if (type === "literal" || type === "era") for (const part of value.split(/[\s,]+/)) fillers.add(toKey(part));
}

function createFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
}

/** A date with plain digits, English month names, `am` or `pm`, and the time behind the day. */
export interface PlainDate {
  readonly text: string;
  /** The zone for `withZone`; empty without one. */
  readonly zone: string;
}

let last: { readonly text: string; readonly plain: PlainDate | null } = { text: "", plain: null };

/** Rewrites a date; null when it holds a word that is not known. `hr` knows Croatian months only. */
export function toPlainDate(text: string, language?: "hr"): PlainDate | null {
  if (language) return rewrite(text, createdOnce("hr"));
  // The same cell is tried in several formats, one after the other.
  if (last.text !== text) last = { text, plain: rewrite(text) };
  return last.plain;
}

// A time; with dots only between blanks, where it is not part of the day.
const clock =
  /(?<![\d./-])\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?![\d:])|(?<=\p{L}\.?\s|\d{4},?\s)\d{1,2}\.\d{2}(?:\.\d{2})?(?=$|\s)/u;

function rewrite(text: string, only?: Words): PlainDate | null {
  const plain = toPlainCharacters(text);
  const found = clock.exec(plain);
  if (!found) {
    const day = toPlainDay(plain, only);
    return day === null ? null : { text: day, zone: "" };
  }
  const before = takeHalfBefore(plain.slice(0, found.index).trim());
  const after = takeHalfAfter(plain.slice(found.index + found[0].length).trim());
  const zoned = takeZone(after.rest);
  const day = toPlainDay(`${before.rest} ${zoned.rest}`, only);
  if (day === null || (before.half && after.half)) return null;
  const time = `${found[0].replace(/h/, ":")} ${before.half ?? after.half ?? ""}`;
  return { text: `${day} ${time}`.trim(), zone: zoned.zone };
}

function toPlainCharacters(text: string): string {
  const plain = isAscii.test(text) ? text : toAsciiForms(text);
  return plain
    .replace(
      /^([RHS])(\d{1,2})(?=[./-]\d{1,2}[./-]\d)/,
      (_, era: string, year: string) => `${(eras[era] ?? 0) + Number(year)}`,
    )
    .replace(/\b([ap])\.?\s?m\b\.?/gi, "$1m")
    .replace(/(^|\s)(\d{1,2})\s?([ap]m)\b/gi, "$1$2:00 $3")
    .replace(/\b(?:tháng|thg)\s?(\d{1,2})\b/gi, (_, month: string) => monthNames[Number(month) - 1] ?? "?")
    .replace(/\s@\s/, " ")
    .replace(/(\d)T(?=\d)/, "$1 ");
}

const isAscii = /^[\0-\x7F]*$/;

// The years before the first one of an era in Japan and Taiwan.
const eras: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民国: 1911,
  民國: 1911,
  R: 2018,
  H: 1988,
  S: 1925,
};

// Digits and punctuation as in ASCII, and days and times without the words of Chinese, Japanese and Korean.
function toAsciiForms(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[،、]/g, ",")
    .replace(/(?!\d)\p{Nd}/gu, toPlainDigit);
  if (!/[\d元]\s?[年년月월]/.test(plain)) return plain;
  return plain
    .replace(/(令和|平成|昭和|民国|民國)\s?(\d{1,3}|元)\s?年/g, (_, era: string, year: string) => {
      return `${(eras[era] ?? 0) + (year === "元" ? 1 : Number(year))}年`;
    })
    .replace(/[年년月월]\s?(?=\d)/g, "-")
    .replace(/(?<=\d)\s?[日일]/g, " ")
    .replace(/(\d)\s?[時时点點시](?=\s?\d)/g, "$1:")
    .replace(/[分분](?=\s?\d)/g, ":")
    .replace(/(\d)\s?[秒초분分]/g, "$1")
    .replace(/(\d)\s?[時时点點시](?=\s|$)/g, "$1:00")
    .replace(/:\s?(?=\d(?!\d))/g, ":0")
    .replace(/:\s(?=\d)/g, ":");
}

// Digits of a script are in one row of sixteen, from its first or its seventh place.
function toPlainDigit(digit: string): string {
  const place = (digit.codePointAt(0) ?? 0) % 16;
  const isFromFirst = /\p{Nd}/u.test(String.fromCodePoint((digit.codePointAt(0) ?? 0) - place));
  return String(isFromFirst ? place : place - 6);
}

interface HalfTaken {
  readonly half: Half | undefined;
  readonly rest: string;
}

// The day period directly before the time: 오후 9:05. "Sa 9:05" is a Saturday.
function takeHalfBefore(text: string): HalfTaken {
  const word = /[\p{L}\p{M}.]+$/u.exec(text)?.[0] ?? "";
  const key = toKey(word);
  if (key === "" || wordsFor(key).weekdays.has(key)) return { half: undefined, rest: text };
  const half = wordsFor(key).halves.get(key);
  return { half, rest: half ? text.slice(0, -word.length) : text };
}

// The day period directly after the time, or after a word for "hours".
function takeHalfAfter(text: string): HalfTaken {
  const parts = /^([\p{L}\p{M}.׳״"']+)\s*([\p{L}\p{M}.]*)/u.exec(text) ?? [];
  const [, first = "", second = ""] = parts;
  for (const [word, length] of [
    [first + second, parts[0]?.length ?? 0],
    [first, first.length],
  ] as const) {
    const key = toKey(word);
    const half = key === "" ? undefined : wordsFor(key).halves.get(key);
    if (half) return { half, rest: text.slice(length) };
  }
  const key = toKey(first);
  const isFiller =
    key !== "" && second !== "" && wordsFor(key).fillers.has(key) && wordsFor(key).halves.has(toKey(second));
  return isFiller ? takeHalfAfter(text.slice(first.length).trim()) : { half: undefined, rest: text };
}

const offset = String.raw`[+-](?:\d{2}:?\d{2}|\d{1,2}(?:00)?)(?!\d)`;
const zoneBehind = new RegExp(
  String.raw`^\s*(?:([A-Z]{1,5})(?![\p{L}\p{M}.]))?\s?(${offset})?(?:\s?[([][^)\]]*[)\]])?(?:\s(?:UTC|GMT|Z)(?=$|\s))?`,
  "u",
);
const offsetAtEnd = new RegExp(String.raw`(?<=\d)\s(${offset})$`);

// Takes the zone after the time. Of an offset and a name in brackets, only the offset is certain.
function takeZone(text: string): { readonly zone: string; readonly rest: string } {
  const [named] = /^\s*[[(]?[A-Z]\w+\/[\w/+-]+[\])]?$/.exec(text) ?? [];
  const place = named?.replace(/[[\]()\s]/g, "");
  if (place && isZone(place)) return { zone: place, rest: "" };
  const [bracketed, inside = ""] = /^\s*[[(]([^\])]+)[\])]$/.exec(text) ?? [];
  if (bracketed && isZone(inside)) return { zone: inside, rest: "" };
  const [all = "", name, given] = zoneBehind.exec(text) ?? [];
  const isName = name !== undefined && toKnownOffset(name) !== null;
  if (isName || (given && !name)) {
    if (isName && given && toKnownOffset(name) !== "Z" && toKnownOffset(name) !== given) return { zone: "?", rest: "" };
    return { zone: given ?? name ?? "", rest: text.slice(all.length) };
  }
  const [behind, zone = ""] = offsetAtEnd.exec(text) ?? [];
  return behind ? { zone, rest: text.slice(0, -behind.length) } : { zone: "", rest: text };
}

// The day with an English month name, or its numbers as they are. Null with an unknown word.
function toPlainDay(text: string, only?: Words): string | null {
  const tidy = text.replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?=[\s,.]|$)/gi, "$1").trim();
  // A week (W04) or a quarter (Q1) is not a month.
  if (/\p{Script=Latin}\d/u.test(tidy)) return null;
  const found = (tidy.match(/[\p{L}\p{M}][\p{L}\p{M}.'’׳״"]*/gu) ?? []).map(toKey).filter((key) => key !== "");
  const numeric = tidy
    .replace(/[^\d\s./-]+\.?/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (found.length === 0) return only ? null : numeric;
  const numbers: string[] = tidy.match(/\d+/g) ?? [];
  const written = toWrittenDay(numbers);
  // Its months have names that are months in other languages too: Nisan is April in Turkish.
  if (written && hebrewYear.test(written.year)) return null;
  const meanings = found.map((key) => (only ? meaningIn(only, key) : toMeaning(key, written)));
  const named = meanings.flatMap((meaning) => (meaning?.month === undefined ? [] : meaning));
  if (named.length > 2 || meanings.some((meaning) => meaning === null)) return null;
  // "mar. 12 mar. 2024": the first is a Tuesday.
  const [first, second = first] = named;
  const month = (first?.isWeekday ? second : first)?.month;
  if (month === undefined) return only ? null : numeric;
  return written && `${written.day} ${monthNames[month]} ${written.year}`;
}

const hebrewYear = /^5[67]\d\d$/;

interface WrittenDay {
  readonly day: string;
  readonly year: string;
}

// Of two numbers the year is the one of four digits, or else the last one.
function toWrittenDay(numbers: readonly string[]): WrittenDay | null {
  const [one = "", two = ""] = numbers;
  if (numbers.length !== 2) return null;
  if (one.length === 4 && two.length < 3) return { day: two, year: one };
  return one.length < 3 && (two.length === 4 || two.length === 2) ? { day: one, year: two } : null;
}

/** What a word beside a date means: a month, a day of the week, or neither. */
interface Meaning {
  readonly month: number | undefined;
  readonly isWeekday: boolean;
}

function meaningIn(known: Words, key: string): Meaning | null {
  const month = monthIn(known, key);
  const isWeekday = known.weekdays.has(key);
  return month !== undefined || isWeekday || known.fillers.has(key) ? { month, isWeekday } : null;
}

// In other scripts, a word of one letter may mean "year".
const shortLatin = /^\p{Script=Latin}{1,2}$/u;

// Null for an unknown word. Further languages are searched only beside a day and a year that may be a registration's.
function toMeaning(key: string, written: WrittenDay | null): Meaning | null {
  const calendar = written && calendarOfYear(Number(written.year));
  const other = calendar && calendarWords(calendar);
  const found = (other && meaningIn(other, key)) ?? meaningIn(wordsFor(key), key);
  if (found || !written) return found;
  const isPlausible = written.year.length === 2 || /^(?:19[7-9]|20)/.test(written.year) || calendar !== null;
  return isPlausible && !shortLatin.test(key) ? meaningIn(furtherWordsFor(key), key) : null;
}

// Hebrew joins "in" to the name: בינואר.
function monthIn({ months }: Words, key: string): number | undefined {
  return months.get(key) ?? (key.startsWith("ב") ? months.get(key.slice(1)) : undefined);
}
