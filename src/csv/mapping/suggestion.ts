// Types of a suggested mapping: which column feeds which field, how certain that is, and why.
import type { FieldKey } from "../../contract/fields.ts";

/** The column (counted from 0) that feeds each field; null for none. One column feeds at most one field. */
export type ColumnMapping = Readonly<Record<FieldKey, number | null>>;

/** Additional headers per field, preferred to the guide's; case, accents and separators do not matter. */
export type ExtraAliases = Readonly<Partial<Record<FieldKey, readonly string[]>>>;

/** Why a field has its column, or none. */
export type MappingReason =
  /** The header is an alias of the guide or the host; `alternatives` are further columns with a known name of this field. */
  | { readonly code: "alias"; readonly header: string; readonly alternatives: readonly number[] }
  /** The header is the name of this field in another system or language. */
  | { readonly code: "known_name"; readonly header: string; readonly alternatives: readonly number[] }
  /** The header has a similar meaning, and the values fit. */
  | { readonly code: "similar_name"; readonly header: string }
  /** Of `of` cells that are not empty, `matching` look like this field. */
  | { readonly code: "values"; readonly matching: number; readonly of: number }
  /** The header is not a known id, but the column looks like one: all `of` values are unique. */
  | { readonly code: "unique_values"; readonly of: number }
  /** In `matching` of `of` rows this date is the earlier or the later one of the two. */
  | { readonly code: "date_order"; readonly matching: number; readonly of: number }
  /** No column is an id; these columns hold usernames, which could be used as one. */
  | { readonly code: "usernames"; readonly columns: readonly number[] }
  /** The columns are in the order of the guide's own file. */
  | { readonly code: "guide_order" }
  /**
   * These columns hold emails, but perhaps another person's: the header does not say whose they are (`header`), only `matching` of
   * `of` addresses are different (`repeated`), or only `matching` of `of` cells are emails (`few`).
   */
  | {
      readonly code: "doubtful_emails";
      readonly doubt: "header" | "repeated" | "few";
      readonly columns: readonly number[];
      readonly matching: number;
      readonly of: number;
    }
  /** The header is a known name of this field, but the cells of its column hold something else. */
  | { readonly code: "unfit_values"; readonly header: string; readonly column: number }
  /** No column is known to be this field. */
  | { readonly code: "no_match" }
  /** Several columns fit equally well. */
  | { readonly code: "ambiguous"; readonly columns: readonly number[] };

/** One field's part of a suggestion. */
export interface FieldSuggestion {
  readonly column: number | null;
  /** `alias`: certain; `guess`: by its values or by similarity, to be checked by a person; `none`: not found. */
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
  /** First and last name, to be joined where no column holds the full name; null without such columns. */
  readonly nameColumns: NameColumns | null;
}

/** The columns whose cells make up the name, in their order, for `RowOptions.nameColumns`. */
export interface NameColumns {
  readonly columns: readonly number[];
  /** The text between them: empty in Chinese, else a space. For `RowOptions.nameSeparator`. */
  readonly separator: string;
}

/** Options of `suggestMapping`. */
export interface MappingOptions {
  readonly aliases?: ExtraAliases;
}
