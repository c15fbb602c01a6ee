// Rewrites a written-out date in the words and digits of other languages: 10 января 2024 г., 21:05 becomes 10 Jan 2024 21:05.
import { isZone, toKnownOffset } from "./time-zones.ts";

export { toGregorian } from "./calendars.ts";
export { withZone, zoneInHeader } from "./time-zones.ts";

/** The months as `toPlainDate` writes them. */
export const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Not Croatian, whose listopad is October: in Polish and Czech it is November.
const languages = {
  latin: "en de fr es pt it nl pl sv da nb fi cs sk hu ro tr vi id sl lt lv et ca ms is",
  other: "ru uk bg el ar he ko ja zh-Hant th hi fa",
};
// Filler words beside a date, such as "at" or "year", in addition to those in the platform's own dates.
const fillers =
  "à as le el ore alle den di om o ob w r rok g gg год года році в ч час klo kello kl saat tarih uhr h hrs hours clock tgl a las les ngày năm";
// Day periods that the platform does not write, but other programs do.
const halfDays = {
  am: "am 上午 凌晨 早上 清晨 午前 오전 πμ öö fm de dop ap sa pg ص قظ",
  pm: "pm 下午 中午 晚上 傍晚 午後 오후 μμ ös em du odp ip ch ptg م بظ",
};

type Half = "am" | "pm";

interface Words {
  readonly months: Map<string, number>;
  readonly weekdays: Set<string>;
  readonly halves: Map<string, Half>;
  readonly fillers: Set<string>;
}

// One for Latin, one for other scripts; each is built when its first word is looked up, as that takes time.
const words: Partial<Record<keyof typeof languages, Words>> = {};

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
  words[script] ??= createWords(languages[script].split(" "));
  return words[script];
}

// Taken from the platform: a table of our own would be large.
function createWords(tags: readonly string[]): Words {
  const found: Words = { months: new Map([["sept", 8]]), weekdays: new Set(), halves: new Map(), fillers: new Set() };
  for (const half of ["am", "pm"] as const)
    for (const word of halfDays[half].split(" ")) found.halves.set(toKey(word), half);
  for (const word of fillers.split(" ")) found.fillers.add(toKey(word));
  for (const tag of tags) for (const length of ["long", "short"] as const) addWords(found, tag, length);
  found.weekdays.delete("");
  return found;
}

// A day in each month of 2024; together they are all days of the week.
const days = [1, 6, 6, 4, 3, 1, 7, 5, 3, 2, 7, 6] as const;

function addWords(found: Words, tag: string, length: "long" | "short"): void {
  const short = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "numeric" } as const;
  const whole = createFormat(tag, {
    hour12: true,
    ...(length === "long" ? { dateStyle: "full", timeStyle: "short" } : short),
  });
  const alone = createFormat(tag, { month: length });
  for (let month = 0; month < 12; month += 1) {
    const moment = Date.UTC(2024, month, days[month], month % 2 === 0 ? 9 : 21);
    for (const part of whole.formatToParts(moment)) addWord(found, part, month);
    for (const part of alone.formatToParts(moment)) addWord(found, part, month);
  }
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
  return new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { ...options, timeZone: "UTC" });
}

/**
 * True for a text that needs `toPlainDate`: letters, other digits, dots or brackets at the end, or the time first. False for
 * ids and addresses, before any word is looked up.
 */
export function hasDateWords(text: string): boolean {
  return rareText.test(text) && hasYearAndDay.test(text) && !idOrAddress.test(text);
}

const rareText = /[^\d\s:.,/+\-TZ]|\.$|\.,?\s+\d{1,2}[:.]|^\d{1,2}:\d\d|\d[+-]\d$/;
// A year beside another number, or digits of another script, which may be written without anything between them.
const hasYearAndDay = /(?<!\w)\d{4}(?!\w).*\d|\d.*(?<!\w)\d{4}(?!\w)|(?!\d)\p{Nd}/u;
const idOrAddress = /\S@|@\S|_\d|\d_|[\da-f]{8}-[\da-f]{4}-/i;

/** A date with plain digits, English month names, `am` or `pm`, and the time behind the day. */
export interface PlainDate {
  readonly text: string;
  /** The zone for `withZone`; empty without one. */
  readonly zone: string;
}

let last: { readonly text: string; readonly plain: PlainDate | null } = { text: "", plain: null };

/** Rewrites a date; null when it holds a word that is not known. */
export function toPlainDate(text: string): PlainDate | null {
  // The same cell is tried in several formats, one after the other.
  if (last.text !== text) last = { text, plain: rewrite(text) };
  return last.plain;
}

// A time; with dots only between blanks, where it is not part of the day.
const clock =
  /(?<![\d./-])\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?![\d:])|(?<=\p{L}\.?\s|\d{4}\s)\d{1,2}\.\d{2}(?:\.\d{2})?(?=$|\s)/u;

function rewrite(text: string): PlainDate | null {
  const plain = toPlainCharacters(text);
  const found = clock.exec(plain);
  if (!found) {
    const day = toPlainDay(plain);
    return day === null ? null : { text: day, zone: "" };
  }
  const before = takeHalfBefore(plain.slice(0, found.index).trim());
  const after = takeHalfAfter(plain.slice(found.index + found[0].length).trim());
  const zoned = takeZone(after.rest);
  const day = toPlainDay(`${before.rest} ${zoned.rest}`);
  if (day === null || (before.half && after.half)) return null;
  const time = `${found[0].replace(/h/, ":")} ${before.half ?? after.half ?? ""}`;
  return { text: `${day} ${time}`.trim(), zone: zoned.zone };
}

function toPlainCharacters(text: string): string {
  const plain = isAscii.test(text) ? text : toAsciiForms(text);
  return plain
    .replace(/\b([ap])\.?\s?m\b\.?/gi, "$1m")
    .replace(/(^|\s)(\d{1,2})\s?([ap]m)\b/gi, "$1$2:00 $3")
    .replace(/\b(?:tháng|thg)\s?(\d{1,2})\b/gi, (_, month: string) => monthNames[Number(month) - 1] ?? "?")
    .replace(/\s@\s/, " ")
    .replace(/(\d)T(?=\d)/, "$1 ");
}

const isAscii = /^[\0-\x7F]*$/;

// Digits and punctuation as in ASCII, and days and times without the words of Chinese, Japanese and Korean.
function toAsciiForms(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/[،、]/g, ",")
    .replace(/(?!\d)\p{Nd}/gu, toPlainDigit);
  if (!/\d\s?[年년月월]/.test(plain)) return plain;
  return plain
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
function toPlainDay(text: string): string | null {
  const tidy = text.replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?=[\s,.]|$)/gi, "$1").trim();
  const found = (tidy.match(/[\p{L}\p{M}][\p{L}\p{M}.'’׳״"]*/gu) ?? []).map(toKey);
  const numeric = tidy
    .replace(/[^\d\s./-]+\.?/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (found.length === 0) return numeric;
  const named = found.filter((key) => monthOf(key) !== undefined);
  const isKnown = (key: string) =>
    named.includes(key) || wordsFor(key).weekdays.has(key) || wordsFor(key).fillers.has(key);
  if (named.length > 2 || !found.every(isKnown)) return null;
  // "mar. 12 mar. 2024": the first is a Tuesday.
  const [first = "", second = first] = named;
  const month = monthOf(wordsFor(first).weekdays.has(first) ? second : first);
  if (month === undefined) return numeric;
  const numbers: string[] = tidy.match(/\d+/g) ?? [];
  const [year, day] = [numbers.find(({ length }) => length === 4), numbers.find(({ length }) => length < 3)];
  return numbers.length === 2 && year && day ? `${day} ${monthNames[month]} ${year}` : null;
}

// Hebrew joins "in" to the name: בינואר.
function monthOf(key: string): number | undefined {
  if (key === "") return undefined;
  const { months } = wordsFor(key);
  return months.get(key) ?? (key.startsWith("ב") ? months.get(key.slice(1)) : undefined);
}
