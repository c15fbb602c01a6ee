// Which column feeds which field, and why.
import { type FieldKey, fieldKeys, userFields } from "../contract/fields.ts";
import { toComparableHeader } from "./aliases.ts";
import { guessFields } from "./guess.ts";
import type { CsvTable } from "./table.ts";

/** The column (counted from 0) that feeds each field; null for none. One column feeds at most one field. */
export type ColumnMapping = Readonly<Record<FieldKey, number | null>>;

/** Further header names per field, beside the guide's; case, accents and separators do not matter. They come first. */
export type ExtraAliases = Readonly<Partial<Record<FieldKey, readonly string[]>>>;

/** Why a field has its column, or none. */
export type MappingReason =
  /** The header is a known name; `alternatives` are further columns whose headers are known names of this field. */
  | { readonly code: "alias"; readonly header: string; readonly alternatives: readonly number[] }
  /** Of `of` cells that are not empty, `matching` look like this field. */
  | { readonly code: "values"; readonly matching: number; readonly of: number }
  /** The columns stand as in the guide's own file. */
  | { readonly code: "guide_order" }
  /** No column is known to be this field. */
  | { readonly code: "no_match" }
  /** Several columns look alike; nothing tells them apart. */
  | { readonly code: "ambiguous"; readonly columns: readonly number[] };

/** One field's part of a suggestion. */
export interface FieldSuggestion {
  readonly column: number | null;
  /** `alias`: certain; `guess`: by its values, to be looked at; `none`: not found. */
  readonly how: "alias" | "guess" | "none";
  readonly reason: MappingReason;
}

/** A mapping to start from. */
export interface MappingSuggestion {
  readonly mapping: ColumnMapping;
  readonly fields: Readonly<Record<FieldKey, FieldSuggestion>>;
  /** The columns that feed no field. */
  readonly ignored: readonly number[];
}

/** Options of `suggestMapping`. */
export interface MappingOptions {
  readonly aliases?: ExtraAliases;
}

/**
 * Suggests which column feeds which field: by known header names, and in a table without header by what its cells hold.
 *
 * A header that only shares a word with a field stays unmapped: "Company Name" is nobody's name.
 */
export function suggestMapping(table: CsvTable, options: MappingOptions = {}): MappingSuggestion {
  const found = table.dialect.hasHeader ? matchHeaders(table.headers, options.aliases ?? {}) : guessFields(table);
  const fields = toRecord((key) => found.get(key) ?? notFound);
  const mapping = toRecord((key) => fields[key].column);
  const used = new Set(Object.values(mapping));
  return { mapping, fields, ignored: [...table.headers.keys()].filter((column) => !used.has(column)) };
}

const notFound: FieldSuggestion = { column: null, how: "none", reason: { code: "no_match" } };

interface Candidate {
  readonly key: FieldKey;
  readonly column: number;
  /** Place of the header among the field's aliases. */
  readonly rank: number;
}

// Over all columns at once, best alias first, so that neither the order of the columns nor that of the fields decides.
function matchHeaders(headers: readonly string[], extra: ExtraAliases): Map<FieldKey, FieldSuggestion> {
  const candidates = findCandidates(headers, extra).sort((a, b) => a.rank - b.rank || a.column - b.column);
  const found = new Map<FieldKey, FieldSuggestion>();
  const taken = new Set<number>();
  for (const { key, column } of candidates) {
    if (found.has(key) || taken.has(column)) continue;
    const others = candidates.filter((candidate) => candidate.key === key && candidate.column !== column);
    const alternatives = others.map((candidate) => candidate.column);
    const reason = { code: "alias", header: headers[column] ?? "", alternatives } as const;
    found.set(key, { column, how: "alias", reason });
    taken.add(column);
  }
  return found;
}

function findCandidates(headers: readonly string[], extra: ExtraAliases): Candidate[] {
  const names = headers.map(toComparableHeader);
  return userFields.flatMap(({ key, aliases }) => {
    const accepted = [...(extra[key] ?? []), ...aliases].map(toComparableHeader).filter((alias) => alias !== "");
    return names.flatMap((name, column) => {
      const rank = accepted.indexOf(name);
      return rank < 0 ? [] : [{ key, column, rank }];
    });
  });
}

function toRecord<Value>(choose: (key: FieldKey) => Value): Record<FieldKey, Value> {
  return Object.fromEntries(fieldKeys.map((key) => [key, choose(key)])) as Record<FieldKey, Value>;
}
