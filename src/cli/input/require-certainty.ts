// What a person would be asked about a file; a command can't ask, so it names the flags that answer.
import { type FieldKey, fieldKeys, userFields } from "../../contract/fields.ts";
import type { FieldSuggestion, MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import { type DateField, detectDateFormats, toDateProof } from "../../csv/rows/date-columns.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import { InputError } from "../terminal/cli-errors.ts";
import { excerpt } from "../terminal/printable.ts";
import { type Columns, columnName, listColumns } from "./columns.ts";
import type { InputOptions } from "./input-options.ts";

/** One doubt: why, and the flags that would end it, one for each answer. */
interface Doubt {
  readonly why: string;
  readonly flags: readonly string[];
}

/**
 * Ends the command where a column or a date format is only a guess.
 *
 * @throws InputError with the flags to add.
 */
export function requireCertainty(
  table: CsvTable,
  suggestion: MappingSuggestion,
  columns: Columns,
  options: InputOptions,
): void {
  const doubts = [...columnDoubts(table, suggestion, columns, options), ...dateDoubts(table, columns, options)];
  if (doubts.length === 0) return;
  const reasons = doubts.map(({ why, flags }) => `${why}\n${flags.map((flag) => `    ${flag}`).join("\n")}`);
  const list = doubts.some(({ flags }) => flags[0]?.startsWith("--map")) ? `\nColumns:\n${listColumns(table)}` : "";
  throw new InputError(
    "unclear",
    `Not certain enough to go on. Add the flags that say what is right:\n${reasons.join("\n")}${list}`,
  );
}

function columnDoubts(
  table: CsvTable,
  { fields }: MappingSuggestion,
  { mapping, nameColumns }: Columns,
  { map = {} }: InputOptions,
): Doubt[] {
  const open = fieldKeys.filter((key) => map[key] === undefined && !(key === "name" && nameColumns.length > 0));
  return open.flatMap((key) => columnDoubt(table, key, fields[key], mapping[key]) ?? []);
}

function columnDoubt(table: CsvTable, key: FieldKey, field: FieldSuggestion, column: number | null): Doubt | null {
  const { how, reason } = field;
  const isRequired = userFields.some((known) => known.key === key && known.required);
  const flag = (value: string) => `--map ${key}=${quoted(value)}`;
  if (column !== null && how === "guess") {
    const no = isRequired ? [] : [flag("none")];
    return {
      why: `  ${key}: column ${describe(table, column)} is a guess.`,
      flags: [flag(columnName(table, column)), ...no],
    };
  }
  if (column !== null || !isRequired) return null;
  const offered = reason.code === "ambiguous" || reason.code === "usernames" ? reason.columns : [];
  if (offered.length === 0)
    return { why: `  ${key}: no column is known to hold it.`, flags: [`--map ${key}=<column>`] };
  return { why: `  ${key}: could be one of these.`, flags: offered.map((one) => flag(columnName(table, one))) };
}

function dateDoubts(table: CsvTable, { mapping }: Columns, { dateFormat = {} }: InputOptions): Doubt[] {
  const found = detectDateFormats(table, mapping);
  return (["registrationDate", "lastLoginDate"] as const).flatMap((field) => {
    const dates = found[field];
    if (!dates || dateFormat[field] !== undefined || (!dates.ambiguous && (dates.format ?? "iso") === "iso")) return [];
    const formats = dates.ambiguous ? dates.candidates : [dates.format ?? "iso"];
    const column = describe(table, dates.column);
    const why = dates.ambiguous
      ? `  ${field}: in column ${column} day and month can't be told apart.`
      : `  ${field}: column ${column} is not written in ISO form, and nothing is converted unasked.`;
    return [{ why, flags: formats.map((format) => dateFlag(table, field, dates.column, format)) }];
  });
}

function dateFlag(table: CsvTable, field: DateField, column: number, format: DateFormat): string {
  const [proof] = toDateProof(table, column, format);
  const example = proof ? `   # row ${proof.row}: ${excerpt(proof.from, 40)} is ${proof.to}` : "";
  return `--date-format ${field}=${format}${example}`;
}

function describe(table: CsvTable, column: number): string {
  const header = table.dialect.hasHeader ? excerpt(table.headers[column] ?? "", 40) : "";
  return header === "" ? String(column + 1) : `${column + 1} "${header}"`;
}

// For a shell: quoted where it would take the word apart.
function quoted(value: string): string {
  return /^[\w.@%,:-]+$/.test(value) ? value : `"${value}"`;
}
