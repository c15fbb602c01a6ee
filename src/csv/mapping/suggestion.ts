// What a suggested mapping says: which column feeds which field, how sure that is, and why.
import type { FieldKey } from "../../contract/fields.ts";

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

/** The columns whose cells make up the name, in their order, for `RowOptions.nameColumns`. */
export interface NameColumns {
  readonly columns: readonly number[];
  /** What stands between them: nothing in Chinese, else a space. For `RowOptions.nameSeparator`. */
  readonly separator: string;
}

/** Options of `suggestMapping`. */
export interface MappingOptions {
  readonly aliases?: ExtraAliases;
}
