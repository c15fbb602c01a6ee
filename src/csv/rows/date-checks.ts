// Finds dates that are valid but implausible: placeholders such as 1970-01-01, days in the future, a login before the registration.
import { parseDate } from "../../contract/field-values.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { type AffectedRows, addRow } from "../text/cells.ts";
import { inZone, zoneOfHeader } from "../text/date-format.ts";
import type { DateField } from "./date-columns.ts";
import { convertWith, type RowOptions, toFormats } from "./import-rows.ts";
import { finishSteps, inSteps, type Steps } from "./steps.ts";

/** A text that programs write in place of an unknown date. `RowOptions.emptyTexts` reads it as empty. */
interface Placeholder extends AffectedRows {
  readonly field: DateField;
  readonly text: string;
}

/** A notice about dates. */
export type DateNotice = AffectedRows &
  (
    | { readonly code: "future" | "early"; readonly field: DateField; readonly value: string }
    /** The last login is before the registration. */
    | { readonly code: "login_before_registration" }
    /** The times have the zone that the header names. */
    | { readonly code: "zone_of_header"; readonly field: DateField; readonly zone: string }
    /** Times without a zone, which are read as UTC. */
    | { readonly code: "no_zone" }
  );

/** The result of `checkDates`. */
export interface DateChecks {
  readonly placeholders: readonly Placeholder[];
  readonly notices: readonly DateNotice[];
}

const dateFields: readonly DateField[] = ["registrationDate", "lastLoginDate"];
const dayLength = 86_400_000;
const hourLength = 3_600_000;
// No web application is older.
const firstYear = "1990";

// The first and last days that programs and databases can represent, or the day beside them in another time zone.
const placeholderDays = new Set(
  "0001-01-01 0001-01-02 0001-01-03 1600-12-31 1601-01-01 1752-12-31 1753-01-01 1858-11-17 1899-12-30 1899-12-31 1900-01-01 1901-12-13 1903-12-31 1904-01-01 1969-12-31 1970-01-01 1979-12-31 1980-01-01 2038-01-19 2079-06-06 2099-12-31 2100-01-01 2199-12-31 2999-12-31 3000-01-01 9998-12-31 9999-01-01 9999-12-30 9999-12-31".split(
    " ",
  ),
);
// The same as numbers, and the day before the first that Excel writes for an empty cell.
const placeholderText =
  /^(?:-1|0+(?:[.,]0+)?|\\?\/Date\(-\d+\)\\?\/|-62135\d{6}(?:000)?|-2208988800(?:000)?|25340\d{7}(?:\d{3})?|2147483647|4294967295|9223372036854775807|2958465(?:[.,]\d+)?|1900[-/.]0?1[-/.]00|0?[01][-/.]0?[01][-/.]1900)(?:[ T]0?0:00(?::00)?)?$/;
const minRepeats = 3;

/** Checks the dates of the mapped columns, as these options read them. `now` is milliseconds since 1970. */
export function checkDates(table: CsvTable, mapping: ColumnMapping, options: RowOptions, now: number): DateChecks {
  return finishSteps(searchDates(table, mapping, options, now));
}

/** The same in short steps. */
export function* searchDates(
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions,
  now: number,
): Steps<DateChecks> {
  const readers = dateFields.map((field) => createDateReader(table, mapping, field, options));
  const [registration, login] = readers;
  const collected: CollectedDates[] = [];
  for (const reader of readers) if (reader) collected.push(yield* collectDates(table, reader, options, now));
  const notices = collected.flatMap((found) => found.notices);
  const disorder = registration && login ? yield* findDisorder(table, registration, login, options) : null;
  const noZone = collected.reduce<AffectedRows | null>((sum, { withoutZone }) => joinRows(sum, withoutZone), null);
  return {
    placeholders: collected.flatMap(({ placeholders }) => placeholders),
    notices: [
      ...notices,
      ...(disorder ? [{ code: "login_before_registration" as const, ...disorder }] : []),
      ...(noZone ? [{ code: "no_zone" as const, ...noZone }] : []),
    ],
  };
}

interface DateReader {
  readonly field: DateField;
  readonly zone: string | null;
  /** The cell, trimmed. */
  readonly cellOf: (record: CsvRecord) => string;
  /** The date in its wire form, in no zone but its own, or the cell as it is. */
  readonly convert: (cell: string) => string;
}

function createDateReader(
  { headers, dialect }: CsvTable,
  mapping: ColumnMapping,
  field: DateField,
  { dateFormats = {}, corrections = {} }: RowOptions,
): DateReader | null {
  const column = mapping[field];
  if (column === null) return null;
  const formats = toFormats(dateFormats[field]).filter((format) => format !== "iso");
  const zone = dialect.hasHeader ? zoneOfHeader(headers[column] ?? "") : null;
  return {
    field,
    zone,
    cellOf: ({ number, cells }) => (corrections[number]?.[field] ?? cells[column] ?? "").trim(),
    convert: (cell) => convertWith(cell, formats) ?? cell,
  };
}

interface CollectedDates {
  readonly placeholders: readonly Placeholder[];
  readonly notices: readonly DateNotice[];
  readonly withoutZone: AffectedRows | null;
}

function* collectDates(
  { records }: CsvTable,
  reader: DateReader,
  { emptyTexts = [] }: RowOptions,
  now: number,
): Steps<CollectedDates> {
  const { field, zone, cellOf, convert } = reader;
  const tomorrow = new Date(now + dayLength).toISOString();
  const known = new Map<string, AffectedRows>();
  const implausible = new Map<string, AffectedRows & { readonly code: "future" | "early" }>();
  const times: Record<"bare" | "zoned", AffectedRows | null> = { bare: null, zoned: null };
  yield* inSteps(records, (record) => {
    const cell = cellOf(record);
    if (cell === "") return;
    const date = convert(cell);
    const isBare = timeWithoutZone.test(date);
    if (isBare && zone === null) times.bare = addRow(times.bare, record.number);
    if (isBare && zone !== null && zone !== "UTC") times.zoned = addRow(times.zoned, record.number);
    const iso = isBare && zone !== null ? inZone(date, zone) : date;
    const code = judge(cell, iso, tomorrow);
    if (code === "placeholder") known.set(cell, addRow(known.get(cell) ?? null, record.number));
    else if (code !== null) implausible.set(cell, { ...addRow(implausible.get(cell) ?? null, record.number), code });
  });
  for (const [text, { count, firstRow }] of findRepeated(implausible)) {
    known.set(text, { count, firstRow });
    implausible.delete(text);
  }
  return {
    placeholders: [...known].map(([text, rows]) => ({ field, text, ...rows })),
    notices: [
      ...toNotices(field, implausible, emptyTexts),
      ...(zone !== null && times.zoned ? [{ code: "zone_of_header" as const, field, zone, ...times.zoned }] : []),
    ],
    withoutZone: times.bare,
  };
}

const timeWithoutZone = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d[\d:.]*$/;
const isoDay = /^\d{4}-\d\d-\d\d/;

function judge(cell: string, iso: string, tomorrow: string): "placeholder" | "future" | "early" | null {
  if (!isoDay.test(iso)) return placeholderText.test(cell) ? "placeholder" : null;
  // Compared as text, which is quick: nearly all dates are plausible.
  if (iso >= firstYear && iso <= tomorrow) return null;
  if (parseDate(iso) === null) return placeholderText.test(cell) ? "placeholder" : null;
  if (placeholderDays.has(iso.slice(0, 10)) || placeholderText.test(cell)) return "placeholder";
  return iso < firstYear ? "early" : "future";
}

// A date that makes up most of the implausible ones is a placeholder too, whatever its day.
function findRepeated(implausible: ReadonlyMap<string, AffectedRows>): [string, AffectedRows][] {
  const all = [...implausible.values()].reduce((sum, { count }) => sum + count, 0);
  return [...implausible].filter(([, { count }]) => count >= minRepeats && count > all / 2);
}

function toNotices(
  field: DateField,
  implausible: ReadonlyMap<string, AffectedRows & { readonly code: "future" | "early" }>,
  emptyTexts: readonly string[],
): DateNotice[] {
  return (["future", "early"] as const).flatMap((code) => {
    const found = [...implausible].filter(([text, one]) => one.code === code && !emptyTexts.includes(text));
    const [first] = found;
    const rows = found.reduce<AffectedRows | null>((sum, [, one]) => joinRows(sum, one), null);
    return first && rows ? [{ code, field, value: first[0], ...rows }] : [];
  });
}

function joinRows(one: AffectedRows | null, other: AffectedRows | null): AffectedRows | null {
  if (!one || !other) return one ?? other;
  return { count: one.count + other.count, firstRow: Math.min(one.firstRow, other.firstRow) };
}

function* findDisorder(
  { records }: CsvTable,
  registration: DateReader,
  login: DateReader,
  { emptyTexts = [] }: RowOptions,
): Steps<AffectedRows | null> {
  let found: AffectedRows | null = null;
  yield* inSteps(records, (record) => {
    const [one, other] = [registration.cellOf(record), login.cellOf(record)];
    if (one === "" || other === "") return;
    const [registered, loggedIn] = [toMoment(registration, one), toMoment(login, other)];
    if (loggedIn.slice(0, 10) > registered.slice(0, 10)) return;
    const isEmptied = emptyTexts.includes(one) || emptyTexts.includes(other);
    if (!isEmptied && !isPlaceholder(other, loggedIn) && isBefore(loggedIn, registered))
      found = addRow(found, record.number);
  });
  return found;
}

function toMoment({ convert, zone }: DateReader, cell: string): string {
  return zone === null ? convert(cell) : inZone(convert(cell), zone);
}

// Reported as a placeholder, so not also as implausible.
function isPlaceholder(cell: string, iso: string): boolean {
  return iso < firstYear && (placeholderDays.has(iso.slice(0, 10)) || placeholderText.test(cell));
}

// Without a zone, the clocks of two columns may differ by some hours, and with one by the seconds between two writes.
function isBefore(login: string, registration: string): boolean {
  const [one, other] = [parseDate(login), parseDate(registration)];
  if (!one || !other) return false;
  const isExact = zonedTime.test(login) && zonedTime.test(registration);
  return other.time - one.time >= (isExact ? hourLength : dayLength);
}

const zonedTime = /T.*(?:Z|[+-]\d\d:\d\d)$/;
