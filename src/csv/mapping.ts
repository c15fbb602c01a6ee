// Which column feeds which field, and why.
import { type FieldKey, fieldKeys } from "../contract/fields.ts";
import { assignColumns } from "./assign.ts";
import { isBlank } from "./blank.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { guessFields } from "./guess.ts";
import { findNameParts, type NameColumns } from "./name-parts.ts";
import type { CsvTable } from "./table.ts";

/** The column (counted from 0) that feeds each field; null for none. One column feeds at most one field. */
export type ColumnMapping = Readonly<Record<FieldKey, number | null>>;

/** Further header names per field, beside the guide's; case, accents and separators do not matter. They come first. */
export type ExtraAliases = Readonly<Partial<Record<FieldKey, readonly string[]>>>;

/** Why a field has its column, or none. */
export type MappingReason =
  /** The header is an alias of the guide or the host; `alternatives` are further columns with a known name of this field. */
  | { readonly code: "alias"; readonly header: string; readonly alternatives: readonly number[] }
  /** The header is what a vendor or another language calls this field. */
  | { readonly code: "known_name"; readonly header: string; readonly alternatives: readonly number[] }
  /** The header says it in other words, and the values agree. */
  | { readonly code: "similar_name"; readonly header: string }
  /** Of `of` cells that are not empty, `matching` look like this field. */
  | { readonly code: "values"; readonly matching: number; readonly of: number }
  /** The column is no known id, but it looks like one: none of `of` values comes twice. */
  | { readonly code: "unique_values"; readonly of: number }
  /** In `matching` of `of` rows this date is the earlier or the later one of the two. */
  | { readonly code: "date_order"; readonly matching: number; readonly of: number }
  /** No column is an id; people's names to sign in with could be taken for it. */
  | { readonly code: "usernames"; readonly columns: readonly number[] }
  /** The columns stand as in the guide's own file. */
  | { readonly code: "guide_order" }
  /** No column is known to be this field. */
  | { readonly code: "no_match" }
  /** Several columns look alike; nothing tells them apart. */
  | { readonly code: "ambiguous"; readonly columns: readonly number[] };

/** One field's part of a suggestion. */
export interface FieldSuggestion {
  readonly column: number | null;
  /** `alias`: certain; `guess`: by its values or by similarity, to be looked at; `none`: not found. */
  readonly how: "alias" | "guess" | "none";
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: MappingReason;
}

/** A mapping to start from. */
export interface MappingSuggestion {
  readonly mapping: ColumnMapping;
  readonly fields: Readonly<Record<FieldKey, FieldSuggestion>>;
  /** The columns that feed no field. */
  readonly ignored: readonly number[];
  /** First and last name, to be joined where no column holds the full name; null where there is nothing to offer. */
  readonly nameColumns: NameColumns | null;
}

/** Options of `suggestMapping`. */
export interface MappingOptions {
  readonly aliases?: ExtraAliases;
}

/**
 * Suggests which column feeds which field, all columns at once: by known header names, by what the cells hold, and by similar
 * words only where the cells agree.
 *
 * A header that only shares a word with a field stays unmapped: "Company Name" is nobody's name.
 */
export function suggestMapping(table: CsvTable, options: MappingOptions = {}): MappingSuggestion {
  const { hasHeader } = table.dialect;
  const parts = hasHeader ? findNameParts(table) : null;
  const found = hasHeader ? matchHeaders(table, options.aliases ?? {}, parts?.halves ?? []) : guessFields(table);
  const fields = toRecord((key) => found.get(key) ?? notFound);
  const mapping = toRecord((key) => fields[key].column);
  const used = new Set(Object.values(mapping));
  const nameColumns = isEmpty(table, mapping.name) ? (parts?.columns ?? null) : null;
  return { mapping, fields, ignored: [...table.headers.keys()].filter((column) => !used.has(column)), nameColumns };
}

function isEmpty({ records }: CsvTable, column: number | null): boolean {
  return column === null || (records.length > 0 && records.every(({ cells }) => isBlank(cells[column] ?? "")));
}

const notFound: FieldSuggestion = { column: null, how: "none", confidence: 0, reason: { code: "no_match" } };

function matchHeaders(
  table: CsvTable,
  aliases: ExtraAliases,
  halves: readonly number[],
): Map<FieldKey, FieldSuggestion> {
  const candidates = findCandidates(table, aliases, halves);
  const found = new Map<FieldKey, FieldSuggestion>();
  for (const chosen of assignColumns(candidates)) {
    const { key, column, how, confidence } = chosen;
    found.set(key, { column, how, confidence, reason: withAlternatives(chosen, candidates) });
  }
  const offered = (key: FieldKey) => candidates.filter((other) => other.key === key).map(({ column }) => column);
  const [emails, ids] = [offered("email"), offered("externalUserId")];
  if (!found.has("email") && emails.length > 1) {
    found.set("email", { ...notFound, reason: { code: "ambiguous", columns: emails } });
  }
  if (!found.has("externalUserId") && ids.length > 0) {
    found.set("externalUserId", { ...notFound, reason: { code: "usernames", columns: ids } });
  }
  return found;
}

function withAlternatives({ key, column, reason }: Candidate, candidates: readonly Candidate[]): MappingReason {
  if (reason.code !== "alias" && reason.code !== "known_name") return reason;
  const others = candidates.filter((other) => other.key === key && other.how === "alias" && other.column !== column);
  return { ...reason, alternatives: [...new Set(others.map((other) => other.column))] };
}

function toRecord<Value>(choose: (key: FieldKey) => Value): Record<FieldKey, Value> {
  return Object.fromEntries(fieldKeys.map((key) => [key, choose(key)])) as Record<FieldKey, Value>;
}
