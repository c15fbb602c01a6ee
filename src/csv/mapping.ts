// Which column feeds which field, and why.
import type { FieldKey } from "../contract/fields.ts";

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
