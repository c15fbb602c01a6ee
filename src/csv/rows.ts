// Records seen as users: cells under their fields, corrected, checked, compared with each other.
import { type FieldKey, fieldKeys } from "../contract/fields.ts";
import { checkUser, type ImportUser, type RowIssue, type UserInput } from "../contract/user.ts";
import type { DateField } from "./date-columns.ts";
import { convertDate, type DateFormat } from "./date-format.ts";
import type { ColumnMapping } from "./mapping.ts";
import type { CsvRecord, CsvTable } from "./table.ts";

/** What a person typed over the file: row number, then field, then the text that counts instead. */
export type Corrections = Readonly<Record<number, Readonly<UserInput>>>;

/** Options of `toImportRows`. */
export interface RowOptions {
  readonly corrections?: Corrections;
  /** Columns whose cells, joined by `nameSeparator`, are the name, instead of `mapping.name`: first and last name. */
  readonly nameColumns?: readonly number[];
  /** @default " " */
  readonly nameSeparator?: string;
  /** How the date columns are written, as `detectDateFormats` finds it; what does not fit stays as it is. @default ISO */
  readonly dateFormats?: DateFormats;
}

/** The format of each date field's column; a field left out is taken as it is. */
export type DateFormats = Readonly<Partial<Record<DateField, DateFormat>>>;

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
  /** The texts of the mapped fields, corrections included, dates of `dateFormats` converted, nothing else changed. */
  readonly input: UserInput;
  /** The user to send; null when there are issues. */
  readonly user: ImportUser | null;
  readonly issues: readonly RowIssue[];
  readonly warnings: readonly RowWarning[];
}

/** Sees each record as a user: takes the mapped cells, lets corrections overrule them, checks, and looks for duplicates. */
export function toImportRows(table: CsvTable, mapping: ColumnMapping, options: RowOptions = {}): ImportRow[] {
  const findWarnings = createDuplicateSearch();
  const sources = fieldKeys.map((key) => toSource(key, mapping[key], options));
  return table.records.map((record) => {
    const input = toInput(record, sources, options.corrections?.[record.number]);
    const { user, issues } = checkUser(input);
    return { number: record.number, input, user, issues, warnings: user ? findWarnings(user, record.number) : none };
  });
}

const none: readonly RowWarning[] = [];

/** Where a field's text comes from in every record; undefined for a field that no column feeds: absent is not empty. */
interface Source {
  readonly key: FieldKey;
  readonly read: ((cells: readonly string[]) => string) | undefined;
  readonly convert: ((text: string) => string) | undefined;
}

function toSource(key: FieldKey, column: number | null, options: RowOptions): Source {
  const { nameColumns = [], nameSeparator = " ", dateFormats } = options;
  const format = key === "registrationDate" || key === "lastLoginDate" ? dateFormats?.[key] : undefined;
  const convert = format && format !== "iso" ? (text: string) => convertDate(text, format) ?? text : undefined;
  if (key === "name" && nameColumns.length > 0) {
    const parts = (cells: readonly string[]) => nameColumns.map((part) => cells[part]?.trim()).filter(Boolean);
    return { key, read: (cells) => parts(cells).join(nameSeparator), convert };
  }
  return { key, read: column === null ? undefined : (cells) => cells[column] ?? "", convert };
}

function toInput(
  { cells }: CsvRecord,
  sources: readonly Source[],
  corrected: Readonly<UserInput> | undefined,
): UserInput {
  const input: UserInput = {};
  for (const { key, read, convert } of sources) {
    const text = corrected?.[key] ?? read?.(cells);
    if (text !== undefined) input[key] = convert ? convert(text) : text;
  }
  return input;
}

// Only among valid rows, as the server counts them: an invalid row takes nobody's place.
function createDuplicateSearch(): (user: ImportUser, number: number) => readonly RowWarning[] {
  const emails = new Map<string, number>();
  const ids = new Map<string, number>();
  const emailOfId = new Map<number, string>();
  return ({ email, externalUserId }, number) => {
    const sameEmail = emails.get(email);
    const sameId = ids.get(externalUserId);
    if (sameEmail === undefined) emails.set(email, number);
    if (sameId === undefined) {
      ids.set(externalUserId, number);
      emailOfId.set(number, email);
      if (sameEmail === undefined) return none;
    }
    const warnings: RowWarning[] = [];
    if (sameEmail !== undefined) warnings.push({ code: "duplicate_email", firstRow: sameEmail });
    if (sameId !== undefined && emailOfId.get(sameId) !== email) {
      warnings.push({ code: "duplicate_user_id", firstRow: sameId });
    }
    return warnings;
  };
}
