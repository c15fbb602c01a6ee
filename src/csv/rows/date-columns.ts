// Detects the date format of each date column, with converted rows as proof.
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import {
  type Calendar,
  type CalendarFormat,
  calendarOfYear,
  convertDate,
  type DateFormat,
  hasShortYear,
  numberFormats,
  writtenFormats,
} from "../text/date-format.ts";
import { finishSteps, inSteps, rowsInStep, type Steps } from "./steps.ts";

/** A field that holds dates. */
export type DateField = "registrationDate" | "lastLoginDate";

/** One row of a date column, before and after conversion. */
export interface DateProof {
  /** The row a spreadsheet shows. */
  readonly row: number;
  readonly from: string;
  readonly to: string;
}

/** The date format of one column. */
export interface DateColumn {
  readonly column: number;
  /** Null when no known format fits most of the cells, the column is empty or `ambiguous`. `iso` needs no conversion. */
  readonly format: DateFormat | null;
  /**
   * True when every date can be read day first and month first, when a number of two digits may be the year or the day, when
   * most years are those of another calendar (2567), or when Excel's numbers may count from 1904: a person has to choose among
   * `candidates`.
   */
  readonly ambiguous: boolean;
  /** The formats that fit most of the cells, best first. */
  readonly candidates: readonly DateFormat[];
  /** 0 to 1. */
  readonly confidence: number;
  /** Of `of` cells that are not empty, `matching` are in `format` (or in the first candidate). */
  readonly matching: number;
  readonly of: number;
  /** `matching` in `of`, 0 to 1. */
  readonly share: number;
  /** A few converted rows, first those that no other format could read. */
  readonly proof: readonly DateProof[];
  /** The format of the cells that `format` leaves unread; null where there are none, or no format fits most of them. */
  readonly rest: DateColumn | null;
}

/** The result of `detectDateFormats`: each date field that has a column. */
export type DateColumns = Readonly<Partial<Record<DateField, DateColumn>>>;

const dateFields: readonly DateField[] = ["registrationDate", "lastLoginDate"];
// Of equally good formats the first one wins.
const formats = [...writtenFormats, ...numberFormats];
// The share of cells that a format must convert; a format that converts fewer fits by chance.
const minMatchingShare = 0.5;
const maxProofRows = 3;
const maxSampledCells = 100;
const dayLength = 86_400_000;

/** Detects the formats of the mapped date columns, over all rows. `now` is milliseconds since 1970. */
export function detectDateFormats(table: CsvTable, mapping: ColumnMapping, now = Date.now()): DateColumns {
  return finishSteps(searchDateFormats(table, mapping, now));
}

/** The same in short steps. */
export function* searchDateFormats(table: CsvTable, mapping: ColumnMapping, now = Date.now()): Steps<DateColumns> {
  const found: Partial<Record<DateField, DateColumn>> = {};
  for (const field of dateFields) {
    const column = mapping[field];
    if (column !== null) found[field] = yield* detectColumn(table, column, now);
  }
  const [one, other] = [found.registrationDate, found.lastLoginDate];
  if (one && other) {
    found.registrationDate = yield* resolveByOtherColumn(table, one, other, now);
    found.lastLoginDate = yield* resolveByOtherColumn(table, other, one, now);
  }
  return found;
}

/** A few rows of a column as a format converts them, to look at before choosing. */
export function toDateProof(table: CsvTable, column: number, format: DateFormat): DateProof[] {
  return finishSteps(findProof(table, column, format));
}

function* findProof({ records }: CsvTable, column: number, format: DateFormat): Steps<DateProof[]> {
  const proof: { decisive: DateProof[]; others: DateProof[] } = { decisive: [], others: [] };
  const twin = swapDayAndMonth(format);
  for (const [place, { number, cells }] of records.entries()) {
    if (place % rowsInStep === rowsInStep - 1) yield;
    const from = cells[column] ?? "";
    const to = convertDate(from, format);
    if (to === null) continue;
    const list = twin !== null && convertDate(from, twin) === null ? proof.decisive : proof.others;
    if (list.length < maxProofRows) list.push({ row: number, from, to });
    // Without a twin, no row is decisive.
    if ((twin === null ? proof.others : proof.decisive).length === maxProofRows) break;
  }
  return [...proof.decisive, ...proof.others].slice(0, maxProofRows).sort((a, b) => a.row - b.row);
}

interface Count {
  readonly format: DateFormat;
  readonly matching: number;
}

const unknownFormat = {
  format: null,
  ambiguous: false,
  candidates: [],
  confidence: 0,
  matching: 0,
  share: 0,
  proof: [],
  rest: null,
};

function* detectColumn(table: CsvTable, column: number, now: number): Steps<DateColumn> {
  const found = yield* detectFormat(table, column, now);
  if (found.format === null || found.matching === found.of) return found;
  return { ...found, rest: yield* searchRest(table, column, [found.format], now) };
}

/** The format of the cells that these formats leave unread; null where there are none, or no format fits most of them. */
export function detectRest(
  table: CsvTable,
  column: number,
  chosen: readonly DateFormat[],
  now = Date.now(),
): DateColumn | null {
  return finishSteps(searchRest(table, column, chosen, now));
}

function* searchRest(
  table: CsvTable,
  column: number,
  chosen: readonly DateFormat[],
  now: number,
): Steps<DateColumn | null> {
  const tried: DateFormat[] = ["iso", ...chosen];
  const records: CsvRecord[] = [];
  yield* inSteps(table.records, (record) => {
    if (tried.every((format) => convertDate(record.cells[column] ?? "", format) === null)) records.push(record);
  });
  const rest = yield* detectFormat({ ...table, records }, column, now);
  return rest.candidates.length > 0 ? rest : null;
}

// 1 for each cell that the test holds for.
type Marks = Uint8Array;

function* markCells(cells: readonly string[], test: (cell: string) => boolean): Steps<Marks> {
  const marks = new Uint8Array(cells.length);
  yield* inSteps(cells, (cell, place) => {
    if (test(cell)) marks[place] = 1;
  });
  return marks;
}

function countMarks(marks: Marks): number {
  return marks.reduce((count, mark) => count + mark, 0);
}

/** Which cells a format converts. Asking for the same format again takes no time. */
type Readings = (format: DateFormat) => Steps<Marks>;

function createReadings(cells: readonly string[]): Readings {
  const known = new Map<DateFormat, Marks>();
  return function* read(format) {
    const marks = known.get(format) ?? (yield* markCells(cells, (cell) => convertDate(cell, format) !== null));
    known.set(format, marks);
    return marks;
  };
}

function* detectFormat(table: CsvTable, column: number, now: number): Steps<DateColumn> {
  const cells = table.records.map((record) => record.cells[column] ?? "").filter((cell) => !isBlank(cell));
  const readings = createReadings(cells);
  const sample = sampleCells(cells);
  const tried = formats.filter((format) => sample.some((cell) => convertDate(cell, format) !== null));
  yield;
  // Most users may have no date: 0, -1 and Never say nothing about the format of the others.
  const dated = countMarks(yield* markCells(cells, (cell) => mayHoldDate.test(cell)));
  const counts: Count[] = [];
  for (const format of tried) counts.push({ format, matching: countMarks(yield* readings(format)) });
  const fitting = counts
    .filter(({ matching }) => matching > 0 && matching >= dated * minMatchingShare)
    .sort((a, b) => b.matching - a.matching || toRank(a.format, sample) - toRank(b.format, sample));
  const [best] = fitting;
  const of = cells.length;
  if (!best) return { ...unknownFormat, column, of };
  const rivals = yield* findRivals(cells, readings, best.format, now);
  const calendarFormats = findCalendarFormats(sample, best.format);
  // Of 01/02/1445 both orders are asked. 05/06/67 may also be Gregorian.
  if (!sample.some(hasShortYear))
    calendarFormats.push(...rivals.flatMap((rival) => findCalendarFormats(sample, rival)));
  const ambiguous = rivals.length > 0 || calendarFormats.length > 0;
  const share = best.matching / of;
  return {
    column,
    format: ambiguous ? null : best.format,
    ambiguous,
    candidates: [...new Set([...calendarFormats, ...fitting.map(({ format }) => format), ...rivals])],
    confidence: ambiguous ? 0 : share,
    matching: best.matching,
    of,
    share,
    proof: yield* findProof(table, column, calendarFormats[0] ?? best.format),
    rest: null,
  };
}

// A digit other than zero, in any script, but not "-1".
const mayHoldDate = /^(?!\s*-1\s*$).*(?=\p{Nd})[^0]/su;

const calendarFormats: Readonly<Partial<Record<DateFormat, CalendarFormat>>> = {
  iso: "year_month_day",
  year_month_day: "year_month_day",
  day_month_year: "day_month_year",
  month_day_year: "month_day_year",
  month_name: "month_name",
};

const endsWithShortYear = /\p{L}\.?\s\d{2}\s*$/u;

// The format in another calendar, if most years of the sample belong to it: 2567 is 2024 in Thailand.
function findCalendarFormats(sample: readonly string[], format: DateFormat): DateFormat[] {
  const base = calendarFormats[format];
  if (!base) return [];
  const found = new Map<Calendar, number>();
  const years = sample
    .map((cell) => convertDate(cell, format)?.slice(0, 4))
    .filter((year) => year !== undefined)
    .map(Number);
  const isShort = sample.some((cell) => hasShortYear(cell) || endsWithShortYear.test(cell));
  for (const year of years) {
    // 67 is 2567 in Thailand, and 2067 nowhere.
    const calendar = isShort && year > 2050 && year < 2069 ? "buddhist" : calendarOfYear(year);
    if (calendar) found.set(calendar, (found.get(calendar) ?? 0) + 1);
  }
  return [...found]
    .filter(([, count]) => count >= years.length * minMatchingShare)
    .map(([calendar]): DateFormat => `${calendar}_${base}`);
}

// Spread over the file: its first rows may come from an older system.
function sampleCells(cells: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(cells.length / maxSampledCells));
  return cells.filter((_, index) => index % step === 0);
}

// The format that reads the same texts with day and month swapped; null for a format without such a twin.
function swapDayAndMonth(format: DateFormat): DateFormat | null {
  if (format === "day_month_year") return "month_day_year";
  return format === "month_day_year" ? "day_month_year" : null;
}

// Of equally good formats the first one, but the year last where it has two digits.
function toRank(format: DateFormat, sample: readonly string[]): number {
  return format === "year_month_day" && sample.some(hasShortYear) ? 1 : 0;
}

const numericFormats: readonly DateFormat[] = ["day_month_year", "month_day_year", "year_month_day"];
// Words that are another month in Croatian than in Polish or Czech.
const sharedMonth = /lip|lis|srp/i;

// The formats that read the same texts as other days, and that no row disproves.
function* findRivals(
  cells: readonly string[],
  readings: Readings,
  format: DateFormat,
  now: number,
): Steps<DateFormat[]> {
  if (format === "excel_serial") return (yield* isAfter(cells, "excel_serial_1904", now)) ? [] : ["excel_serial_1904"];
  const twin = swapDayAndMonth(format);
  const rivals: DateFormat[] = [];
  if (twin !== null && !(yield* isProven(cells, readings, format, twin))) rivals.push(twin);
  if (numericFormats.includes(format)) {
    const short = yield* markCells(cells, hasShortYear);
    if (!short.includes(1)) return rivals;
    const others = numericFormats.filter((other) => other !== format && other !== twin);
    for (const other of others) if (!(yield* isProven(cells, readings, format, other, short))) rivals.push(other);
    return rivals;
  }
  const other = otherMonths(format);
  if (other === null || !cells.some((cell) => sharedMonth.test(cell))) return rivals;
  return (yield* isProven(cells, readings, format, other)) ? rivals : [other];
}

// True where a cell would be a day after tomorrow: in some time zone, tomorrow has begun.
function* isAfter(cells: readonly string[], format: DateFormat, now: number): Steps<boolean> {
  const tomorrow = new Date(now + dayLength).toISOString().slice(0, 10);
  return (yield* markCells(cells, (cell) => (convertDate(cell, format)?.slice(0, 10) ?? "") > tomorrow)).includes(1);
}

function otherMonths(format: DateFormat): DateFormat | null {
  if (format === "month_name") return "croatian_month_name";
  return format === "croatian_month_name" ? "month_name" : null;
}

// False where a cell is another day in the other format, and none with the same sign between its numbers is a date in this
// format only, as one with a day above 12 is; or some of them are dates in the other one only. Cells with another sign prove
// nothing: 12/31/2025 does not tell what 01.02.2026 is.
function* isProven(
  cells: readonly string[],
  readings: Readings,
  format: DateFormat,
  rival: DateFormat,
  among: Marks | null = null,
): Steps<boolean> {
  const [read, byRival] = [yield* readings(format), yield* readings(rival)];
  const found = new Set<string>();
  yield* inSteps(cells, (cell, place) => {
    if (among?.[place] === 0 || (read[place] === 0 && byRival[place] === 0)) return;
    const sign = signIn(cell);
    if (read[place] !== byRival[place]) found.add(`${sign}${read[place] === 0 ? "there" : "here"}`);
    else if (!found.has(`${sign}both`) && convertDate(cell, format) !== convertDate(cell, rival))
      found.add(`${sign}both`);
  });
  const isOpen = (sign: string) => found.has(`${sign}both`) && (!found.has(`${sign}here`) || found.has(`${sign}there`));
  return !["-", "/", ".", ""].some(isOpen);
}

function signIn(cell = ""): string {
  return /[-/.]/.exec(cell)?.[0] ?? "";
}

// One program wrote both columns: the order that one of them proves holds for the other too.
function* resolveByOtherColumn(table: CsvTable, column: DateColumn, other: DateColumn, now: number): Steps<DateColumn> {
  const { format } = other;
  if (!column.ambiguous || format === null || !column.candidates.includes(format)) return column;
  if (separatorOf(column.proof) !== separatorOf(other.proof)) return column;
  const proof = yield* findProof(table, column.column, format);
  const rest = yield* searchRest(table, column.column, [format], now);
  return { ...column, format, ambiguous: false, confidence: column.share * 0.9, proof, rest };
}

function separatorOf([first]: readonly DateProof[]): string {
  return signIn(first?.from);
}
