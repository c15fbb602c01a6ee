// One row of a file as it was judged: its texts, its user, what is wrong with it and what looks odd.
import type { ImportUser, RowIssue, UserInput } from "../../contract/user.ts";

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
  /** The texts of the mapped fields, corrections included, dates of `dateFormats` converted, without NUL characters. */
  readonly input: UserInput;
  /** The user to send; null when there are issues. The same object as `input` where the texts are sent as they are. */
  readonly user: ImportUser | null;
  readonly issues: readonly RowIssue[];
  readonly warnings: readonly RowWarning[];
}
