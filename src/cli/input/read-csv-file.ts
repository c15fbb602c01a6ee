// A CSV file to rows, through the reader and the mapping of the card; what the card would ask ends the command.
import { fieldKeys } from "../../contract/fields.ts";
import { toWireUser } from "../../contract/user.ts";
import { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
import type { MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import { readCsv } from "../../csv/read/read-csv.ts";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import { type RowOptions, toImportRows } from "../../csv/rows/import-rows.ts";
import { findEmptyTexts } from "../../csv/rows/null-texts.ts";
import type { CsvTable } from "../../csv/table.ts";
import { InputError } from "../terminal/cli-errors.ts";
import { excerpt } from "../terminal/printable.ts";
import { type Columns, chooseColumns, columnName } from "./columns.ts";
import { describeTable, toIssueText } from "./csv-text.ts";
import type { InputOptions } from "./input-options.ts";
import type { Input, InputRow } from "./input-row.ts";
import { type OpenFile, readWhole } from "./open-file.ts";
import { requireCertainty } from "./require-certainty.ts";

// The card's 10,000 are the limit of one request; a command sends many. Beyond these a file is better read line by line.
const mostRows = 1_000_000;
const mostBytes = 256 * 1024 * 1024;

/** The rows of a CSV file. @throws InputError for a file that can't be used, or not without being told how. */
export async function readCsvFile(file: OpenFile, options: InputOptions, signal: AbortSignal): Promise<Input> {
  const table = await readTable(file, options, signal);
  const suggestion = suggestMapping(table);
  const columns = chooseColumns(table, suggestion, options);
  requireCertainty(table, suggestion, columns, options);
  const rows = toImportRows(table, columns.mapping, toRowOptions(columns, options));
  const notes = [
    ...describeTable(table, columns),
    ...toDoubts(suggestion, columns),
    ...toOffers(table, suggestion, columns, options),
  ];
  return { format: "csv", unit: "row", total: rows.length, notes, rows: toInputRows(rows) };
}

async function readTable(file: OpenFile, options: InputOptions, signal: AbortSignal): Promise<CsvTable> {
  const { delimiter = "auto", encoding = "auto", headerRow = "auto", mend } = options;
  const bytes = await readWhole(file, mostBytes);
  if (bytes === "too_large") throw tooLarge(file.name, `more than ${mostBytes / 1024 / 1024} MiB`);
  const garbled = mend ? "mend" : "keep";
  const limits = { maxRows: mostRows, maxBytes: mostBytes, signal };
  const read = await readCsv(bytes, { delimiter, encoding, headerRow, garbled, ...limits });
  if (read.ok) return read.table;
  const { issue } = read;
  if (issue.code === "too_many_rows")
    throw tooLarge(file.name, `${issue.estimated ? "about " : ""}${issue.count} rows`);
  throw new InputError(issue.code, `${file.name} ${toIssueText(issue)}`);
}

function tooLarge(name: string, size: string): InputError {
  const limits = `${mostRows} rows or ${mostBytes / 1024 / 1024} MiB`;
  return new InputError(
    "file_too_large",
    `${name} has ${size}; a CSV file is read as a whole, up to ${limits}. Export it in several files, or as NDJSON, which has no limit.`,
  );
}

function toRowOptions({ nameColumns }: Columns, { dateFormat = {}, empty = [] }: InputOptions): RowOptions {
  return { nameColumns, dateFormats: dateFormat, emptyTexts: empty };
}

// Made one at a time: a second copy of a large file would not be read by anybody.
function toInputRows(rows: readonly ImportRow[]): Iterable<InputRow> {
  return {
    *[Symbol.iterator]() {
      for (const { number, user, input, issues } of rows) yield { number, user: user ?? toWireUser(input), issues };
    },
  };
}

// A name of the guide is taken even against its values, but not without a word.
function toDoubts({ fields }: MappingSuggestion, { mapping }: Columns): string[] {
  const doubted = fieldKeys.filter((key) => fields[key].column === mapping[key] && fields[key].how === "alias");
  return doubted
    .filter((key) => fields[key].confidence < 0.5)
    .map((key) => `${key}: its column has a known name, but other values than expected. Please check.`);
}

// What the card offers with a button.
function toOffers(
  table: CsvTable,
  { nameColumns }: MappingSuggestion,
  columns: Columns,
  options: InputOptions,
): string[] {
  const { map = {}, empty = [] } = options;
  const texts = findEmptyTexts(table, columns.mapping).filter(({ text }) => !empty.includes(text));
  const offers = texts.map(({ text, count, firstRow }) => {
    const rows = count === 1 ? `in row ${firstRow}` : `in ${count} rows, first row ${firstRow}`;
    return `"${excerpt(text)}" ${rows} may mean nothing: --empty "${excerpt(text)}" reads it so.`;
  });
  if (!nameColumns || map.name !== undefined) return offers;
  const parts = nameColumns.columns.map((column) => columnName(table, column)).join("+");
  return [...offers, `First and last name stand apart: --map "name=${parts}" joins them.`];
}
