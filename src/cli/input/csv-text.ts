// How a CSV file was read, why one was refused, and what was noticed, in words.
import { fieldKeys } from "../../contract/fields.ts";
import type { CsvTable, FileIssue, FileNotice, ForeignFormat } from "../../csv/table.ts";
import { plural } from "../terminal/numbers.ts";
import { excerpt } from "../terminal/printable.ts";
import type { Columns } from "./columns.ts";

/** How a table was read: one line each for the file, the columns, and what was noticed. */
export function describeTable(table: CsvTable, { mapping, nameColumns }: Columns): string[] {
  const { headers, dialect, records, notices } = table;
  const nameOf = (column: number) => (dialect.hasHeader ? excerpt(headers[column] ?? "", 40) : `column ${column + 1}`);
  const delimiter = delimiterNames[dialect.delimiter] ?? dialect.delimiter;
  const header = dialect.headerRow === null ? "no header" : `header in row ${dialect.headerRow}`;
  const fields = fieldKeys.flatMap((key) => {
    const columns = key === "name" && nameColumns.length > 0 ? nameColumns : [mapping[key]];
    const names = columns.flatMap((column) => (column === null ? [] : nameOf(column)));
    return names.length === 0 ? [] : `${key} = ${names.join(" + ")}`;
  });
  return [
    `CSV: ${plural(records.length, "row")}, ${dialect.encoding}, ${delimiter}, ${header}`,
    `Columns: ${fields.join(", ")}`,
    ...notices.map(toNoticeText),
  ];
}

const delimiterNames: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

/** Why a file was refused, to stand behind its name. */
export function toIssueText(issue: FileIssue): string {
  switch (issue.code) {
    case "empty_file":
      return "is empty.";
    case "no_rows":
      return "has a header, but no rows below it.";
    case "not_csv":
      return `is ${foreignNames[issue.found]}, not CSV. ${toAdvice(issue.found)}`;
    case "unclosed_quote":
      return `has a quote in row ${issue.row} that is never closed: close it, or double it where it is part of the text.`;
    case "unreadable":
      return `can't be read: ${issue.reason}.`;
    case "too_many_rows":
      return `has ${issue.count} rows; the limit is ${issue.limit}.`;
    case "file_too_large":
      return `has ${issue.bytes} bytes; the limit is ${issue.limit}.`;
  }
}

const foreignNames: Readonly<Record<ForeignFormat, string>> = {
  xlsx: "an Excel workbook",
  xls: "an old Excel workbook",
  ods: "an OpenDocument spreadsheet",
  numbers: "an Apple Numbers spreadsheet",
  zip: "a ZIP archive",
  gzip: "a compressed file",
  pdf: "a PDF document",
  image: "an image",
  json: "JSON",
  html: "a web page",
  xml: "XML",
  binary: "a binary file",
};

function toAdvice(found: ForeignFormat): string {
  if (["xlsx", "xls", "ods", "numbers"].includes(found)) return 'Open it and save it as "CSV UTF-8".';
  if (found === "gzip") return "Unpack it: gunzip -c file.gz | import-existing-users sync -";
  if (found === "zip") return "Unpack it first.";
  return found === "json" ? "Say --format json or --format ndjson." : "Export your users as CSV, JSON or NDJSON.";
}

/** What was done to a file, or noticed in it. */
function toNoticeText(notice: FileNotice): string {
  if (notice.code === "encoding_guessed")
    return `The encoding is a guess: ${notice.encoding}. --encoding says another.`;
  if (notice.code === "added_columns")
    return `${plural(notice.headers.length, "column")} of an earlier download left out: ${notice.headers.join(", ")}.`;
  const { count } = notice;
  if (notice.code === "rows_over_limit") return `Only the first ${notice.limit} of ${count} rows are read.`;
  const { firstRow } = notice;
  if (notice.code === "rows_skipped") return `${plural(count, "row")} above the header left out.`;
  return `${noticeTexts[notice.code](count)}${firstRow === null ? "" : `, first in row ${firstRow}`}.`;
}

type Counted = Exclude<FileNotice["code"], "encoding_guessed" | "added_columns" | "rows_over_limit" | "rows_skipped">;

const noticeTexts: Readonly<Record<Counted, (count: number) => string>> = {
  characters_damaged: (count) => `${plural(count, "character")} could not be decoded (--encoding says another)`,
  rows_short: (count) => `${plural(count, "row")} with fewer cells than the header, filled up with empty ones`,
  rows_long: (count) => `${plural(count, "row")} with more cells than the header, the others left out`,
  quotes_malformed: (count) => `${plural(count, "row")} with quotes that are not doubled, read as text`,
  apostrophes_removed: (count) => `Apostrophes in front of values taken off in ${plural(count, "row")}`,
  lines_unwrapped: (count) => `${plural(count, "row")} in quotes as a whole, divided`,
  text_garbled: (count) => `${plural(count, "character")} encoded twice (--mend reads them right)`,
  text_mended: (count) => `${plural(count, "character")} that were encoded twice, mended`,
  formulas_unwrapped: (count) => `${plural(count, "cell")} written as a formula (="00123") read as the text in it`,
  zeros_ignored: (count) => `NUL characters left out in ${plural(count, "row")}`,
};
