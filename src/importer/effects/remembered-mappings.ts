// A confirmed mapping, kept for the next file with the same header: where its columns are, under a hash of their names.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import { toBase36Hash } from "../../contract/hash.ts";
import { maxSourceNameLength } from "../../contract/import.ts";
import { trimText } from "../../contract/text.ts";
import type { ColumnMapping, NameColumns } from "../../csv/mapping/suggestion.ts";
import type { CsvTable } from "../../csv/table.ts";
import { isAddedHeader, toComparableHeader } from "../../csv/text/headers.ts";
import type { RememberedMapping } from "../remembered-mapping.ts";
import type { Review } from "../state.ts";

/** Most mappings that are remembered; the oldest make room. */
export const mostRemembered = 20;

/** The signature of a table's header; null where it has none: what stands there instead may be somebody's data. */
export function toSignature({ dialect, headers }: Pick<CsvTable, "dialect" | "headers">): string | null {
  return dialect.hasHeader ? toBase36Hash(JSON.stringify(toOwnHeaders(headers).map(toComparableHeader))) : null;
}

// Without what a download of ours added behind them: a file that comes back with our remarks is the same file.
function toOwnHeaders(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => !isAddedHeader(header));
  return headers.slice(0, last + 1);
}

/** What a start confirms; null where every column was known by its name, so that there is nothing to remember. */
export function toRemembered(review: Review, sourceName: string, confirmedAt: number): RememberedMapping | null {
  const signature = toSignature(review.table);
  if (signature === null || !isDecided(review)) return null;
  const { mapping, nameColumns, table } = review;
  const name = trimText(sourceName).slice(0, maxSourceNameLength);
  const width = toOwnHeaders(table.headers).length;
  return { signature, width, mapping, nameColumns, confirmedAt, sourceName: name };
}

function isDecided({ manual, nameColumns, remembered, mapping, suggestion }: Review): boolean {
  if (manual.length > 0 || nameColumns !== null || remembered !== null) return true;
  return fieldKeys.some((key) => mapping[key] !== null && suggestion.fields[key].how === "guess");
}

/** The mapping of exactly this header, if it is among them. */
export function findRemembered(entries: readonly RememberedMapping[], table: CsvTable): RememberedMapping | null {
  const signature = toSignature(table);
  const isSame = (entry: RememberedMapping) =>
    entry.signature === signature && entry.width === toOwnHeaders(table.headers).length;
  return entries.find(isSame) ?? null;
}

/** The entries with this one in front, in the place of an older one of the same header. */
export function withRemembered(entries: readonly RememberedMapping[], entry: RememberedMapping): RememberedMapping[] {
  return [entry, ...entries.filter(({ signature }) => signature !== entry.signature)].slice(0, mostRemembered);
}

/** The entries as a text to store. */
export function formatRemembered(entries: readonly RememberedMapping[]): string {
  return JSON.stringify({ version: 1, mappings: entries });
}

// What we write stays far below this.
const longestText = 100_000;

/** The entries of a stored text. Anybody may have written it: what is not exactly as we write it is left out. */
export function parseRemembered(text: string | null): RememberedMapping[] {
  if (text === null || text.length > longestText) return [];
  const stored = toObject(parseJson(text));
  if (stored?.version !== 1 || !Array.isArray(stored.mappings)) return [];
  const entries = stored.mappings.map(readEntry).filter((entry) => entry !== null);
  const signatures = entries.map(({ signature }) => signature);
  return entries.filter(({ signature }, place) => signatures.indexOf(signature) === place).slice(0, mostRemembered);
}

// No date is later: https://tc39.es/ecma262/#sec-time-values-and-time-range
const lastTime = 8.64e15;

function readEntry(value: unknown): RememberedMapping | null {
  const { signature, width, mapping: columns, nameColumns: names, confirmedAt, sourceName } = toObject(value) ?? {};
  if (typeof signature !== "string" || !/^[0-9a-z]{1,16}$/.test(signature)) return null;
  if (!isCount(width) || !isCount(confirmedAt) || confirmedAt > lastTime) return null;
  if (typeof sourceName !== "string" || sourceName.length > maxSourceNameLength) return null;
  const mapping = readMapping(columns, width);
  const nameColumns = names === null ? null : readNameColumns(names, width);
  if (!mapping || nameColumns === undefined) return null;
  return { signature, width, mapping, nameColumns, confirmedAt, sourceName };
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

// By its own members alone.
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
