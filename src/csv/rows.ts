// Records seen as users: cells under their fields, corrected, checked, compared with each other.
import { type FieldKey, fieldKeys } from "../contract/fields.ts";
import { checkUser, type ImportUser, type RowIssue, type UserInput } from "../contract/user.ts";
import type { ColumnMapping } from "./mapping.ts";
import type { CsvRecord, CsvTable } from "./table.ts";

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

/** Sees each record as a user: takes the mapped cells, lets corrections overrule them, checks, and looks for duplicates. */
export function toImportRows(table: CsvTable, mapping: ColumnMapping, options: RowOptions = {}): ImportRow[] {
  const findWarnings = createDuplicateSearch();
  return table.records.map((record) => {
    const input = toInput(record, mapping, options);
    const { user, issues } = checkUser(input);
    return { number: record.number, input, user, issues, warnings: user ? findWarnings(user, record.number) : [] };
  });
}

function toInput({ number, cells }: CsvRecord, mapping: ColumnMapping, options: RowOptions): UserInput {
  const input: UserInput = {};
  for (const key of fieldKeys) {
    const text = options.corrections?.[number]?.[key] ?? textOf(key, cells, mapping[key], options.nameColumns);
    if (text !== undefined) input[key] = text;
  }
  return input;
}

// Undefined for a field that no column feeds: absent is not empty.
function textOf(
  key: FieldKey,
  cells: readonly string[],
  column: number | null,
  nameColumns: readonly number[] = [],
): string | undefined {
  if (key === "name" && nameColumns.length > 0) {
    return nameColumns
      .map((part) => cells[part]?.trim())
      .filter(Boolean)
      .join(" ");
  }
  return column === null ? undefined : (cells[column] ?? "");
}

// Only among valid rows, as the server counts them: an invalid row takes nobody's place.
function createDuplicateSearch(): (user: ImportUser, number: number) => RowWarning[] {
  const emails = new Map<string, number>();
  const ids = new Map<string, { number: number; email: string }>();
  return ({ email, externalUserId }, number) => {
    const warnings: RowWarning[] = [];
    const sameEmail = emails.get(email);
    const sameId = ids.get(externalUserId);
    if (sameEmail === undefined) emails.set(email, number);
    else warnings.push({ code: "duplicate_email", firstRow: sameEmail });
    if (!sameId) ids.set(externalUserId, { number, email });
    else if (sameId.email !== email) warnings.push({ code: "duplicate_user_id", firstRow: sameId.number });
    return warnings;
  };
}
