// Records seen as users: cells under their fields, corrected, checked, compared with each other.
import type { ImportUser, RowIssue, UserInput } from "../contract/user.ts";

/** What a person typed over the file: row number, then field, then the text that counts instead. */
export type Corrections = Readonly<Record<number, Readonly<UserInput>>>;

/** Options of `toImportRows`. */
export interface RowOptions {
  readonly corrections?: Corrections;
  /** Columns whose cells, joined by a space, are the name, instead of `mapping.name`: first and last name. */
  readonly nameColumns?: readonly number[];
}

/** An earlier valid row of the file says the same: worth a look, never an issue. `firstRow` is that row's number. */
export interface RowWarning {
  /** `duplicate_user_id`: the same user_id with another email. */
  readonly code: "duplicate_email" | "duplicate_user_id";
  readonly firstRow: number;
}

/** One row of the file, seen as a user. */
export interface ImportRow {
  /** The row a spreadsheet shows. */
  readonly number: number;
  /** The texts of the mapped fields, corrections included, nothing else changed. */
  readonly input: UserInput;
  /** The user to send; null when there are issues. */
  readonly user: ImportUser | null;
  readonly issues: readonly RowIssue[];
  readonly warnings: readonly RowWarning[];
}
