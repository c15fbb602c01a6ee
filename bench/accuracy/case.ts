// Defines a case: a file, and the result that a careful person would want from it.

export const fieldKeys = ["externalUserId", "email", "name", "registrationDate", "lastLoginDate"] as const;
export type FieldKey = (typeof fieldKeys)[number];
export type DateField = "registrationDate" | "lastLoginDate";
export type Values = Partial<Record<FieldKey, string>>;

/** A field's columns: the one that is wanted (null: none is), and others a careful person would let pass as well. */
export interface Wanted {
  readonly column: number | null;
  readonly also: readonly number[];
}

export interface ExpectedTable {
  /** Left out where there is but one column. */
  readonly delimiter?: string;
  /** As a spreadsheet numbers it, null without header; left out where people would disagree. */
  readonly headerRow?: number | null;
  readonly mapping: Readonly<Record<FieldKey, Wanted>>;
  /** First and last name, where no column holds the full name and joining them should be offered. */
  readonly nameColumns: readonly number[] | null;
  /** Family names come first in the people's language, but the headers are English: both orders will do. */
  readonly eitherOrder: boolean;
  /** The data rows: the wanted columns' texts, as the file has them. */
  readonly rows: readonly Values[];
  /** Dates in another format than ISO: what the first row reads after the offered conversion; "ask" if only a person can know. */
  readonly converted: Partial<Record<DateField, string>>;
  /** All that a person should be told or asked, by code; left out where only the rest is judged. */
  readonly told?: readonly string[];
}

export interface Case {
  readonly name: string;
  readonly category: string;
  readonly bytes: Uint8Array;
  /** What the person chose in the dialogs, where the file alone can't tell. */
  readonly chosen?: { readonly encoding?: string; readonly delimiter?: string; readonly headerRow?: number | null };
  /** A table, or the codes with which refusing the file is right. */
  readonly expected: ExpectedTable | { readonly refusal: readonly string[] };
}

/** What a reader made of a file. `null` where it knows no such thing. */
export type Outcome =
  | { readonly refusal: string }
  | {
      readonly delimiter: string | null;
      readonly headerRow?: number | null;
      readonly mapping: Readonly<Record<FieldKey, number | null>>;
      readonly nameColumns: readonly number[] | null;
      readonly rows: readonly Values[];
      readonly converted: Partial<Record<DateField, string>>;
      readonly told: readonly string[];
    };

export interface Reader {
  readonly name: string;
  /** Offers (joined names, converted dates) and the way to the table are judged only where a reader has such things. */
  readonly judgeOffers: boolean;
  read(bytes: Uint8Array, chosen: Case["chosen"]): Promise<Outcome>;
}
