// Builds the review of a file, carries decisions over when the same file is re-read with other settings, and assigns columns to fields.
import type { FieldKey } from "../../contract/fields.ts";
import { maxUsersPerImport } from "../../contract/import.ts";
import type { ColumnMapping, NameColumns } from "../../csv/mapping/suggestion.ts";
import type { DateField } from "../../csv/rows/date-columns.ts";
import {
  type Corrections,
  type DateFormats,
  type ImportRow,
  type RowOptions,
  toImportRows,
} from "../../csv/rows/import-rows.ts";
import type { RepairField, Repairs } from "../../csv/rows/repairs.ts";
import { rereadFields } from "../../csv/rows/reread-fields.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { ImporterEvent } from "../events.ts";
import type { ChosenColumn, ReadingState, Review } from "../state.ts";
import { emptyFields } from "./review-counts.ts";

type FileRead = Extract<ImporterEvent, { type: "fileRead" }>;
type FieldColumns = ReadonlyMap<FieldKey, number | null>;

/**
 * The review of a file just read. If it is the same file as before, the columns chosen by hand, the conversions and the
 * corrections are kept where they still apply. Any other file starts with the mapping remembered for its header, or with
 * the suggested one.
 */
export function toReview(reading: ReadingState, read: FileRead): Review {
  const { table, suggestion, remembered = null, maxUsers = maxUsersPerImport } = read;
  const { file, choices, previous, imported = previous } = reading;
  const before = imported?.file === file ? imported : null;
  const chosen = before?.chosen ?? {};
  const columns = findChosenColumns(chosen, table);
  const mapping = withColumns(remembered?.mapping ?? suggestion.mapping, columns);
  const decisions = carryOver(before, { table, mapping });
  const isNewlyRemembered = before?.remembered?.signature !== remembered?.signature;
  const rememberedNames = isNewlyRemembered && !columns.has("name") ? (remembered?.nameColumns ?? null) : null;
  const isIdRemembered = isNewlyRemembered && remembered?.idFromEmail === true && hasEmailOnly(mapping);
  const decided = {
    table,
    mapping,
    ...decisions,
    nameColumns: decisions.nameColumns ?? rememberedNames,
    idFromEmail: decisions.idFromEmail || isIdRemembered,
  };
  return {
    ...decided,
    file,
    choices,
    maxUsers,
    suggestion,
    remembered,
    manual: [...columns.keys()],
    chosen,
    taken: null,
    lastCorrection: null,
    replaced: [],
    rows: toRows(decided),
    // Its results stay with the rows that are read as before.
    check: before?.check ?? null,
  };
}

/** The review with these changes, and the rows that follow from them. */
export function withChanges(review: Review, changes: Partial<Omit<Review, "rows">>): Review {
  const changed = { ...review, lastCorrection: null, ...changes };
  const fields = rereadOf(review, changed);
  if (!fields) return { ...changed, rows: toRows(changed) };
  const { table, mapping } = changed;
  return { ...changed, rows: rereadFields(review.rows, fields, table, mapping, toRowOptions(changed)) };
}

// The fields whose texts follow from what differs; null for all of them.
function rereadOf(before: RowSource, after: RowSource): FieldKey[] | null {
  const whole = ["table", "mapping", "corrections", "nameColumns", "idFromEmail"] as const;
  if (whole.some((key) => before[key] !== after[key])) return null;
  const isEmptied = before.emptyTexts !== after.emptyTexts;
  const { repairs, dateFormats } = before;
  const fields: FieldKey[] = [];
  if (before.domains !== after.domains || repairs.email !== after.repairs.email) fields.push("email");
  if (isEmptied || repairs.name !== after.repairs.name) fields.push("name");
  for (const field of ["registrationDate", "lastLoginDate"] as const) {
    if (isEmptied || dateFormats[field] !== after.dateFormats[field]) fields.push(field);
  }
  return fields;
}

// Everything the rows depend on.
type RowSource = Pick<
  Review,
  | "table"
  | "mapping"
  | "corrections"
  | "dateFormats"
  | "nameColumns"
  | "emptyTexts"
  | "repairs"
  | "domains"
  | "idFromEmail"
  | "leftOut"
>;

/** The rows that follow from the records, the mapping, the corrections and the conversions. */
export function toRows(source: RowSource): ImportRow[] {
  return toImportRows(source.table, source.mapping, toRowOptions(source));
}

/** The options, beside the mapping, for reading rows. */
export function toRowOptions({
  corrections,
  dateFormats,
  nameColumns,
  emptyTexts,
  repairs,
  domains,
  idFromEmail,
  leftOut,
}: Omit<RowSource, "table" | "mapping">): RowOptions {
  const joined = nameColumns ? { nameColumns: nameColumns.columns, nameSeparator: nameColumns.separator } : {};
  return { corrections, dateFormats, emptyTexts, repairs, domains, idFromEmail, leftOut, ...joined };
}

/** The text of a field as it is in the file, before corrections and conversions. */
export function originalText(
  { mapping, nameColumns }: Pick<RowSource, "mapping" | "nameColumns">,
  cells: readonly string[],
  field: keyof typeof mapping,
): string {
  if (field === "name" && nameColumns) {
    const parts = nameColumns.columns.map((column) => cells[column]?.trim()).filter(Boolean);
    return parts.join(nameColumns.separator);
  }
  const column = mapping[field];
  return column === null ? "" : (cells[column] ?? "");
}

/** Assigns a column, or none, to a field. A field that had the column loses it. Returns the same review if nothing changes. */
export function assignColumn(review: Review, field: FieldKey, column: number | null): Review {
  if (column !== null && !(column in review.table.headers)) return review;
  const isReplaced = field === "externalUserId" && review.idFromEmail;
  if (review.mapping[field] === column && review.manual.includes(field) && !isReplaced) return review;
  const from = column === null ? null : otherFieldOf(review.mapping, column, field);
  const mapping = withColumns(review.mapping, new Map([...restoredColumn(review, field), [field, column]]));
  const moved = movedFields(review.mapping, mapping);
  return withMovedFields(review, field === "name" ? [...moved, field] : moved, {
    mapping,
    manual: [...review.manual.filter((key) => key !== field && key !== from), field],
    chosen: { ...review.chosen, [field]: toChosenColumn(review.table, column) },
    taken: from ? { from, by: field } : null,
    nameColumns: field === "name" ? null : review.nameColumns,
    idFromEmail: review.idFromEmail && field !== "externalUserId" && hasEmailOnly(mapping),
  });
}

/**
 * Joins first and last name, from these columns or from the suggested ones, or separates them again. Returns the same
 * review if nothing changes.
 */
export function joinNames(review: Review, joined: boolean, columns?: readonly number[]): Review {
  const nameColumns = joined ? toNameColumns(review, columns) : null;
  if ((joined && !nameColumns) || isSameJoin(nameColumns, review.nameColumns)) return review;
  const { name: _, ...chosen } = review.chosen;
  return withMovedFields(review, ["name"], {
    nameColumns,
    mapping: { ...review.mapping, name: null },
    manual: review.manual.filter((field) => field !== "name"),
    chosen,
    taken: null,
  });
}

/**
 * Reads the user ID from the email, or no longer: then the suggested column returns. Returns the same review if nothing changes,
 * or a column holds the ID.
 */
export function takeIdFromEmail(review: Review, isTaken: boolean): Review {
  if (review.idFromEmail === isTaken || (isTaken && !canTakeIdFromEmail(review))) return review;
  const { externalUserId: _, ...chosen } = review.chosen;
  const suggested = review.suggestion.mapping.externalUserId;
  const isFree = suggested !== null && otherFieldOf(review.mapping, suggested, "externalUserId") === null;
  return withMovedFields(review, ["externalUserId"], {
    idFromEmail: isTaken,
    mapping: { ...review.mapping, externalUserId: isTaken || !isFree ? null : suggested },
    // As a decision, so that an empty column does not return when the file is read again.
    chosen: isTaken ? { ...chosen, externalUserId: null } : chosen,
    manual: review.manual.filter((field) => field !== "externalUserId"),
    taken: null,
  });
}

/** True if the file has emails, and no column with values for the user ID. */
export function canTakeIdFromEmail(review: Pick<Review, "mapping" | "rows">): boolean {
  const { externalUserId, email } = review.mapping;
  return email !== null && (externalUserId === null || emptyFields(review).includes("externalUserId"));
}

function hasEmailOnly({ externalUserId, email }: ColumnMapping): boolean {
  return externalUserId === null && email !== null;
}

/** Returns to the suggested mapping, except for columns chosen by hand. Returns the same review if it was not remembered. */
export function forgetMapping(review: Review, signature: string | null): Review {
  const { remembered, suggestion, chosen, table } = review;
  if (!remembered || (signature !== null && remembered.signature !== signature)) return review;
  const mapping = withColumns(suggestion.mapping, findChosenColumns(chosen, table));
  const moved = movedFields(review.mapping, mapping);
  return withMovedFields(review, remembered.nameColumns ? [...moved, "name"] : moved, {
    mapping,
    nameColumns: remembered.nameColumns ? null : review.nameColumns,
    idFromEmail: review.idFromEmail && !remembered.idFromEmail,
    taken: null,
    remembered: null,
  });
}

// A correction, like a date format or a repair, was chosen for the old column. It would be wrong for the new one.
function withMovedFields(review: Review, moved: readonly FieldKey[], changes: Partial<Omit<Review, "rows">>): Review {
  const corrections = withoutFields(review.corrections, moved);
  const dateFormats = withoutKeys(review.dateFormats, moved);
  const repairs = withoutKeys(review.repairs, moved);
  const domains = moved.includes("email") ? {} : review.domains;
  const replaced = review.replaced.filter(({ field }) => !moved.includes(field));
  return withChanges(review, { ...changes, corrections, dateFormats, repairs, domains, replaced });
}

// Restores the column of a field that lost it while the options of another field's select were arrowed through.
function restoredColumn({ taken, mapping }: Review, field: FieldKey): FieldColumns {
  return taken?.by === field && mapping[taken.from] === null ? new Map([[taken.from, mapping[field]]]) : new Map();
}

function otherFieldOf(mapping: ColumnMapping, column: number, field: FieldKey): FieldKey | null {
  const entry = entriesOf(mapping).find(([key, assigned]) => key !== field && assigned === column);
  return entry?.[0] ?? null;
}

function movedFields(before: ColumnMapping, after: ColumnMapping): FieldKey[] {
  return entriesOf(after).flatMap(([field, column]) => (before[field] === column ? [] : [field]));
}

// These columns win: another field that has one of them loses it.
function withColumns(mapping: ColumnMapping, columns: FieldColumns): ColumnMapping {
  const wanted = new Set(columns.values());
  const result: Record<FieldKey, number | null> = { ...mapping };
  for (const [field, column] of entriesOf(mapping)) if (wanted.has(column)) result[field] = null;
  for (const [field, column] of columns) result[field] = column;
  return result;
}

function entriesOf(mapping: ColumnMapping): [FieldKey, number | null][] {
  return Object.entries(mapping) as [FieldKey, number | null][];
}

function toNameColumns({ suggestion, table }: Review, columns: readonly number[] | undefined): NameColumns | null {
  const suggested = suggestion.nameColumns;
  if (!columns) return suggested;
  const isThere = columns.length > 1 && columns.every((column) => column in table.headers);
  return isThere ? { columns, separator: suggested?.separator ?? " " } : null;
}

function isSameJoin(one: NameColumns | null, other: NameColumns | null): boolean {
  return `${one?.columns}` === `${other?.columns}`;
}

// The decisions beside the columns.
type Decisions = Pick<
  Review,
  "corrections" | "dateFormats" | "nameColumns" | "emptyTexts" | "repairs" | "domains" | "idFromEmail" | "leftOut"
>;

// The same file, read again.
type Reread = Pick<Review, "table" | "mapping">;

const noDecisions: Decisions = {
  corrections: {},
  dateFormats: {},
  nameColumns: null,
  emptyTexts: [],
  repairs: {},
  domains: {},
  idFromEmail: false,
  leftOut: new Set(),
};

// Decisions that no longer apply are not lost: the review that held them is kept as `earlier`, and they are restored when
// their columns return, for example after a detour over another delimiter or header row.
function carryOver(before: Review | null, reread: Reread): Decisions & Pick<Review, "earlier"> {
  if (!before) return { ...noDecisions, earlier: null };
  const kept = applicableDecisions(before, reread);
  if (countOf(kept) < countOf(before)) return { ...kept, earlier: { ...before, earlier: null, check: null } };
  const restored = before.earlier && applicableDecisions(before.earlier, reread);
  if (restored && countOf(restored) > countOf(kept)) return { ...restored, earlier: null };
  return { ...kept, earlier: before.earlier };
}

function applicableDecisions(before: Review, reread: Reread): Decisions {
  return {
    corrections: applicableCorrections(before, reread),
    dateFormats: applicableDateFormats(before, reread),
    nameColumns: applicableNameColumns(before, reread),
    // A null text means the same in every column.
    emptyTexts: before.emptyTexts,
    repairs: applicableRepairs(before, reread),
    // A domain means the same in every column of emails.
    domains: before.domains,
    idFromEmail: before.idFromEmail && hasEmailOnly(reread.mapping),
    leftOut: rowsStillThere(before.leftOut, reread),
  };
}

function countOf({ corrections, dateFormats, nameColumns, repairs, domains, idFromEmail, leftOut }: Decisions): number {
  const byField = [corrections, dateFormats, repairs, domains].map((decisions) => Object.keys(decisions).length);
  return byField.reduce((sum, count) => sum + count, leftOut.size + (nameColumns ? 1 : 0) + (idFromEmail ? 1 : 0));
}

function rowsStillThere(rows: ReadonlySet<number>, { table }: Reread): ReadonlySet<number> {
  if (rows.size === 0) return rows;
  return new Set(table.records.flatMap(({ number }) => (rows.has(number) ? [number] : [])));
}

// Corrections of rows that still exist, in fields that still have their column.
function applicableCorrections(before: Review, reread: Reread): Corrections {
  const moved = (Object.keys(reread.mapping) as FieldKey[]).filter((field) => !hasSameColumn(before, reread, field));
  const numbers = new Set(reread.table.records.map(({ number }) => number));
  const corrections = Object.entries(before.corrections).filter(([row]) => numbers.has(Number(row)));
  return withoutFields(Object.fromEntries(corrections), moved);
}

// Date formats of fields that still have their column.
function applicableDateFormats(before: Review, reread: Reread): DateFormats {
  const entries = Object.entries(before.dateFormats) as [DateField, DateFormats[DateField]][];
  const kept = entries.filter(([field]) => reread.mapping[field] !== null && hasSameColumn(before, reread, field));
  return Object.fromEntries(kept);
}

// Repairs of fields that still have their column.
function applicableRepairs(before: Review, reread: Reread): Repairs {
  const entries = Object.entries(before.repairs) as [RepairField, Repairs[RepairField]][];
  const kept = entries.filter(([field]) => reread.mapping[field] !== null && hasSameColumn(before, reread, field));
  return Object.fromEntries(kept);
}

// The joined columns, if all of them still exist.
function applicableNameColumns({ nameColumns, table }: Review, { table: { headers } }: Reread): NameColumns | null {
  if (!nameColumns) return null;
  const columns = nameColumns.columns.flatMap((column) => {
    const chosen = toChosenColumn(table, column);
    const found = chosen ? findColumn(chosen, headers) : undefined;
    return found === undefined ? [] : [found];
  });
  return columns.length === nameColumns.columns.length ? { ...nameColumns, columns } : null;
}

function hasSameColumn(before: Review, { table, mapping }: Reread, field: FieldKey): boolean {
  const [old, column] = [before.mapping[field], mapping[field]];
  if (old === column) return true;
  const chosen = toChosenColumn(before.table, old);
  return chosen !== null && column !== null && findColumn(chosen, table.headers) === column;
}

// The columns chosen by hand, as far as the file still has them.
function findChosenColumns(chosen: Review["chosen"], { headers }: CsvTable): FieldColumns {
  const columns = new Map<FieldKey, number | null>();
  for (const [field, choice] of Object.entries(chosen) as [FieldKey, ChosenColumn][]) {
    const found = choice && findColumn(choice, headers);
    if (found === undefined || (found !== null && [...columns.values()].includes(found))) continue;
    columns.set(field, found);
  }
  return columns;
}

function toChosenColumn({ headers }: CsvTable, column: number | null): ChosenColumn {
  return column === null ? null : { column, header: headers[column] ?? "" };
}

// A column keeps its position, or is found by its header.
function findColumn({ column, header }: NonNullable<ChosenColumn>, headers: readonly string[]): number | undefined {
  if (headers[column] === header) return column;
  const found = header === "" ? -1 : headers.indexOf(header);
  return found === -1 ? undefined : found;
}

function withoutFields(corrections: Corrections, fields: readonly FieldKey[]): Corrections {
  if (fields.length === 0) return corrections;
  const rows = Object.entries(corrections).map(([row, cells]) => [row, withoutKeys(cells, fields)] as const);
  return Object.fromEntries(rows.filter(([, cells]) => Object.keys(cells).length > 0));
}

function withoutKeys<Values extends object>(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key))) as Values;
}
