// Reads a CSV file as rows, with the reader and the mapping of the card; questions of the card end the command.
import { fieldKeys } from "../../contract/fields.ts";
import { toWireUser } from "../../contract/user.ts";
import { suggestMapping } from "../../csv/mapping/suggest-mapping.ts";
import type { MappingSuggestion } from "../../csv/mapping/suggestion.ts";
import { readCsv } from "../../csv/read/read-csv.ts";
import { toImportRows } from "../../csv/rows/import-rows.ts";
import { findEmptyTexts } from "../../csv/rows/null-texts.ts";
import type { CsvTable } from "../../csv/table.ts";
import type { InputOptions } from "../commands/options.ts";
import { excerpt, InputError, printable } from "../terminal/terminal.ts";
import { type ChosenColumns, chooseColumns, columnName, describeColumns } from "./csv-columns.ts";
import { describeTable, doubtedColumnText, toNoticeText, tooManyRowsText, toRefusalText } from "./csv-text.ts";
import { type Input, type OpenFile, readWhole } from "./open-file.ts";

// Only one request is limited to 10,000 rows, and a command sends many. Larger files should be NDJSON.
const maxRows = 1_000_000;
const maxBytes = 256 * 1024 * 1024;

/** Reads the rows of a CSV file. @throws InputError for a file that can't be used, or needs further flags. */
export async function readCsvFile(file: OpenFile, options: InputOptions, signal: AbortSignal): Promise<Input> {
  const table = await readTable(file, options, signal);
  const suggestion = suggestMapping(table);
  const columns = chooseColumns(table, suggestion, options);
  const { dateFormat: dateFormats = {}, empty: emptyTexts = [] } = options;
  const rows = toImportRows(table, columns.mapping, { nameColumns: columns.nameColumns, dateFormats, emptyTexts });
  const notes = [
    describeTable(table),
    describeColumns(table, columns),
    ...table.notices.map(toNoticeText).map(printable),
    ...toDoubts(table, suggestion, columns),
    ...toOffers(table, suggestion, columns, options),
  ];
  return { format: "csv", unit: "row", total: rows.length, notes, rows: toInputRows(rows) };
}

async function readTable(file: OpenFile, options: InputOptions, signal: AbortSignal): Promise<CsvTable> {
  const { delimiter = "auto", encoding = "auto", headerRow = "auto", mend } = options;
  const bytes = await readWhole(file, maxBytes);
  if (bytes === "too_large") throw tooLarge(file.name, `The file is larger than ${maxBytes / 1024 / 1024} MiB`);
  const garbled = mend ? "mend" : "keep";
  const read = await readCsv(bytes, { delimiter, encoding, headerRow, garbled, maxRows, maxBytes, signal });
  if (read.ok) return read.table;
  const { issue } = read;
  if (issue.code === "too_many_rows") throw tooLarge(file.name, tooManyRowsText(issue));
  throw new InputError(issue.code, `${file.name}: ${toRefusalText(issue)}`);
}

function tooLarge(name: string, reason: string): InputError {
  const advice = "Export it in several files, or as NDJSON, which has no limit.";
  return new InputError("file_too_large", `${name}: ${reason}. ${advice}`);
}

// Lazily: a second copy of a large file would only take memory.
function toInputRows(rows: ReturnType<typeof toImportRows>): Input["rows"] {
  return {
    *[Symbol.iterator]() {
      for (const { number, user, input, issues } of rows) yield { number, user: user ?? toWireUser(input), issues };
    },
  };
}

// A header of the guide counts even if the values look different, but not without a warning.
function toDoubts(table: CsvTable, { fields }: MappingSuggestion, { mapping }: ChosenColumns): string[] {
  return fieldKeys.flatMap((key) => {
    const { column, how, confidence } = fields[key];
    const isDoubtful = column !== null && column === mapping[key] && how === "alias" && confidence < 0.5;
    return isDoubtful ? doubtedColumnText(key, excerpt(table.headers[column] ?? "", 40)) : [];
  });
}

// The offers that the card makes with a button.
function toOffers(
  table: CsvTable,
  { nameColumns }: MappingSuggestion,
  columns: ChosenColumns,
  options: InputOptions,
): string[] {
  const { map = {}, empty = [] } = options;
  const texts = findEmptyTexts(table, columns.mapping).filter(({ text }) => !empty.includes(text));
  const offers = texts.map(({ text, count, firstRow }) => {
    const place = count === 1 ? `appears in row ${firstRow}` : `appears in ${count} rows, first in row ${firstRow}`;
    return `"${excerpt(text)}" ${place}. To treat it as empty, add --empty "${excerpt(text)}".`;
  });
  if (!nameColumns || map.name !== undefined) return offers;
  const parts = nameColumns.columns.map((column) => columnName(table, column)).join("+");
  return [...offers, `First and last name are in separate columns. To join them, add --map "name=${parts}".`];
}
