// Remembers confirmed mappings for the next file with the same header, under a hash of its column names.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { toBase36Hash } from "../../contract/hash.ts";
import { maxSourceNameLength } from "../../contract/import.ts";
import { trimText } from "../../contract/text.ts";
import type { ColumnMapping, NameColumns } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import { isAddedHeader, toComparableHeader } from "../../csv/text/headers.ts";
import type { RememberedMapping, Review } from "../state.ts";

/** The most mappings that are remembered. The oldest ones are dropped. */
export const maxRemembered = 20;

/** The signature of a table's header; null without a header, as the first row is then the data of a user. */
export function toSignature({ dialect, headers }: Pick<CsvTable, "dialect" | "headers">): string | null {
  return dialect.hasHeader ? toBase36Hash(JSON.stringify(toOwnHeaders(headers).map(toComparableHeader))) : null;
}

// Without the columns that an export added at the end: a corrected file has the signature of the original.
function toOwnHeaders(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => !isAddedHeader(header));
  return headers.slice(0, last + 1);
}

/** The mapping that an import confirms; null if every column was recognised by its name, so that there is nothing to remember. */
export function toRemembered(review: Review, sourceName: string, confirmedAt: number): RememberedMapping | null {
  const signature = toSignature(review.table);
  if (signature === null || !isDecided(review)) return null;
  const { mapping, nameColumns, table, idFromEmail } = review;
  const name = trimText(sourceName).slice(0, maxSourceNameLength);
  const width = toOwnHeaders(table.headers).length;
  const id = idFromEmail ? { idFromEmail } : {};
  return { signature, width, mapping, nameColumns, ...id, confirmedAt, sourceName: name };
}

function isDecided({ manual, nameColumns, idFromEmail, remembered, mapping, suggestion }: Review): boolean {
  if (manual.length > 0 || nameColumns !== null || idFromEmail || remembered !== null) return true;
  return fieldKeys.some((key) => mapping[key] !== null && suggestion.fields[key].how === "guess");
}

/** The mapping for exactly this header, if there is one. */
export function findRemembered(entries: readonly RememberedMapping[], table: CsvTable): RememberedMapping | null {
  const signature = toSignature(table);
  const isSame = (entry: RememberedMapping) =>
    entry.signature === signature && entry.width === toOwnHeaders(table.headers).length;
  return entries.find(isSame) ?? null;
}

/** Puts an entry first, and drops an older one with the same header. */
export function withRemembered(entries: readonly RememberedMapping[], entry: RememberedMapping): RememberedMapping[] {
  return [entry, ...entries.filter(({ signature }) => signature !== entry.signature)].slice(0, maxRemembered);
}

/** Formats the entries as a text to store. */
export function formatRemembered(entries: readonly RememberedMapping[]): string {
  return JSON.stringify({ version: 1, mappings: entries });
}

// The texts we write are far shorter.
const maxTextLength = 100_000;

/** Parses a stored text. Anybody may have written it, so every entry that is not exactly as we write it is ignored. */
export function parseRemembered(text: string | null): RememberedMapping[] {
  if (text === null || text.length > maxTextLength) return [];
  const stored = toObject(parseJson(text));
  if (stored?.version !== 1 || !Array.isArray(stored.mappings)) return [];
  const entries = stored.mappings.map(readEntry).filter((entry) => entry !== null);
  const signatures = entries.map(({ signature }) => signature);
  return entries.filter(({ signature }, place) => signatures.indexOf(signature) === place).slice(0, maxRemembered);
}

// The latest time of a Date: https://tc39.es/ecma262/#sec-time-values-and-time-range
const maxTime = 8.64e15;

function readEntry(value: unknown): RememberedMapping | null {
  const stored = toObject(value) ?? {};
  const { signature, width, mapping: columns, nameColumns: names, confirmedAt, sourceName } = stored;
  if (typeof signature !== "string" || !/^[0-9a-z]{1,16}$/.test(signature)) return null;
  if (!isCount(width) || !isCount(confirmedAt) || confirmedAt > maxTime) return null;
  if (typeof sourceName !== "string" || sourceName.length > maxSourceNameLength) return null;
  const mapping = readMapping(columns, width);
  const nameColumns = names === null ? null : readNameColumns(names, width);
  if (!mapping || nameColumns === undefined) return null;
  const id = stored.idFromEmail === true ? { idFromEmail: true as const } : {};
  return { signature, width, mapping, nameColumns, ...id, confirmedAt, sourceName };
}

function readMapping(value: unknown, width: number): ColumnMapping | null {
  const columns = toObject(value);
  const entries = fieldKeys.map((key): [FieldKey, unknown] => [key, columns?.[key]]);
  const isColumn = (column: unknown) => column === null || (isCount(column) && column < width);
  const used = entries.map(([, column]) => column).filter((column) => column !== null);
  if (!entries.every(([, column]) => isColumn(column)) || new Set(used).size < used.length) return null;
  return Object.fromEntries(entries) as ColumnMapping;
}

function readNameColumns(value: unknown, width: number): NameColumns | undefined {
  const { columns, separator } = toObject(value) ?? {};
  if (!Array.isArray(columns) || columns.length < 2 || new Set(columns).size < columns.length) return undefined;
  const isThere = columns.every((column) => isCount(column) && column < width);
  return isThere && (separator === "" || separator === " ") ? { columns: [...columns], separator } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

// Own members only, without those of a prototype.
function toObject(value: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return Object.assign(Object.create(null), value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
