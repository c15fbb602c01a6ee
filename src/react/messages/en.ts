// The English texts of the card, in the order in which a person meets them. Every language has the same keys in this order.

import type { FieldKey } from "../../contract/fields.ts";
import type { RowStatus } from "../../contract/status.ts";
import type { DamagedIds } from "../../csv/rows/damaged-ids.ts";
import type { ImportRowIssue } from "../../csv/rows/import-rows.ts";
import type { NearDomain } from "../../csv/rows/near-domains.ts";
import type { ColumnRepair } from "../../csv/rows/repairs.ts";
import type { EmailCause } from "../../csv/rows/value-causes.ts";
import type { Delimiter, Encoding, ForeignFormat } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import type { WorkbookNotice } from "../../csv/workbook.ts";
import type { ProblemCause } from "../../importer/review/problem-causes.ts";
import type { ImportFailure } from "../../importer/state.ts";
import { type Format, toPlainText } from "./format.ts";

// A notice about numbers that a workbook shows with leading zeros.
type PaddedNumbersNotice = Extract<WorkbookNotice, { code: "numbers_padded" }>;

/** Rows by their numbers in a spreadsheet; the last one is null if unknown. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number | null;
}

/** What happened, and the next step. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

const retryLater = "Wait a moment, then try again. Your file and your choices are kept.";
const tellSupport = "Try again. If it happens again, send this message to support.";

const failures: Record<ImportFailure["code"], FailureWords> = {
  unauthenticated: {
    title: "You are signed out",
    advice: "Sign in again in another tab, then come back and try again. Your file stays here.",
  },
  forbidden: {
    title: "You do not have permission for this application",
    advice: "Ask an owner of the application for permission to import users, then try again.",
  },
  "application-not-found": {
    title: "The application was not found",
    advice: "Check that the right project is selected in the portal.",
  },
  "source-not-found": {
    title: "The source was not found",
    advice: "It may have been deleted elsewhere. Check Saved sources.",
  },
  "request-timeout": {
    title: "The upload took too long",
    advice: "Nothing was saved. Try again, with a faster connection if you can.",
  },
  "import-in-progress": {
    title: "Another import for this application is running",
    advice: "Wait until it has finished, then try again.",
  },
  "source-deleted": {
    title: "The source of this import was deleted",
    advice: "Go back to the preview and start again. That will be a new import.",
  },
  "payload-too-large": {
    title: "The file is too large for the server",
    advice: "Split it into smaller files here and import them one after another.",
  },
  "too-many-users": {
    title: "Too many users for one import",
    advice: "Split the file here and import the parts one after another.",
  },
  "invalid-request": {
    title: "The server did not accept the request",
    advice: "Check the source name and the columns, then start again.",
  },
  malformed: { title: "The server could not read the request", advice: tellSupport },
  "unsupported-media-type": { title: "The server does not accept this request format", advice: tellSupport },
  "idempotency-key-reused": {
    title: "The server already has a different import under this request",
    advice: "Go back to the preview and start again. That will be a new import.",
  },
  "rate-limited": {
    title: "Too many requests right now",
    advice: "The server asked us to wait. Try again after that.",
  },
  internal: { title: "The server had a problem", advice: retryLater },
  unavailable: { title: "The server is not available right now", advice: retryLater },
  network: {
    title: "The server could not be reached",
    advice: "Check your internet connection, then try again. Your file and your choices are kept.",
  },
  timeout: { title: "The server did not answer in time", advice: "The server may still be working on it." },
  unexpected_answer: {
    title: "The server's answer was not what we expected",
    advice: "Often a sign-in page or a proxy answered instead. Check that you are signed in, then try again.",
  },
  http: { title: "The server refused the request", advice: tellSupport },
  not_confirmed: {
    title: "The server did not confirm the deletion",
    advice: "Look at Saved sources: as long as the source is listed, it is not deleted.",
  },
  dry_run_not_offered: {
    title: "The server does not offer a dry run",
    advice: "Nothing was changed.",
  },
  cancelled: {
    title: "You cancelled the import",
    advice: "We stopped waiting for the answer.",
  },
  unexpected: { title: "Something unexpected happened", advice: tellSupport },
};

const rows = (count: number, format: Format) => format.count(count, { one: "# row", other: "# rows" });
const columns = (count: number, format: Format) => format.count(count, { one: "# column", other: "# columns" });

const months = "January February March April May June July August September October November December".split(" ");

const exportAsText = "Export them again as text, from the system that gave them out and not through a spreadsheet.";
const exportWithoutFormat = "Export them again without a number format.";
const damagedIds: Record<DamagedIds["damage"], (id: string) => string> = {
  decimals: (id) => `were written as decimal numbers, like ${id}`,
  exponents: (id) => `were shortened by a spreadsheet or another program, like ${id}, so their last digits are lost`,
  groups: (id) => `are written with separators between thousands, like ${id}`,
  rounded: (id) => `were rounded by a spreadsheet or another program, like ${id}, so their last digits are lost`,
  dates: (id) => `were turned into dates by a spreadsheet, like ${id}`,
  errors: (id) => `were replaced by an error mark of a spreadsheet, like ${id}`,
};

export const english = {
  card: {
    title: "Import Existing Users",
    lead: "Bring your users over from a CSV export. They are matched by email with existing LoginSign accounts.",
    downloadTemplate: "Download template",
  },
  fields: {
    externalUserId: "User ID",
    email: "Email",
    name: "Name",
    registrationDate: "Registration date",
    lastLoginDate: "Last login date",
  } satisfies Record<FieldKey, string> as Record<FieldKey, string>,
  help: {
    heading: "Common errors and fixes",
    entries: {
      columns: (format: Format) =>
        `${format.strong("Missing columns.")} ${format.code("user_id")} and ${format.code("email")} are required. If your export names them differently, choose the columns in the preview.`,
      emails: (format: Format) =>
        `${format.strong("Invalid emails.")} Each row needs exactly one address, such as user.one@example.com.`,
      dates: (format: Format) =>
        `${format.strong("Dates that are not ISO.")} Write them like 2026-05-01 or 2026-05-01T12:00:00Z.`,
      project: (format: Format) =>
        `${format.strong("Wrong project.")} Check that the project selected in the portal is the one whose users you import.`,
      grant: (format: Format) =>
        `${format.strong("invalid_grant")} at login: restart the authorization and exchange a new code.`,
    },
  },
  file: {
    sourceName: "Source name",
    sourceNameHint: "How this import is listed under Saved sources.",
    drop: "Drop your CSV export here",
    dropNow: "Drop to read the file",
    upload: "Upload CSV",
    chooseAnother: "Choose another file",
    limits: (maxRows: number, format: Format) => `Up to ${rows(maxRows, format)}, separated by comma or semicolon`,
    required: (headers: readonly string[], format: Format) => `Required: ${headers.map(format.code).join(", ")}`,
    optional: (headers: readonly string[], format: Format) => `Optional: ${headers.map(format.code).join(", ")}`,
    dates: (format: Format) => `Dates like ${format.code("2026-05-01")} or ${format.code("2026-05-01T12:00:00Z")}`,
    privacy: "Your file is read in this browser. Nothing is sent before you start the import.",
    privacyWithCheck: "Your file is read in this browser. Nothing is sent before a check or the import.",
    size: (count: number, width: number, bytes: number, format: Format) =>
      `${rows(count, format)} · ${columns(width, format)} · ${format.bytes(bytes)}`,
    pasted: "pasted rows",
    facts: "How the file was read",
    notices: "Noticed in the file",
  },
  refusals: {
    empty_file: { title: "The file is empty", advice: "Export your users again, or start from the template." },
    no_rows: {
      title: "The file has a header but no rows",
      advice: "Check the filter of your export: there must be at least one user below the header.",
    },
    nothing_left: {
      title: "With these settings the file has no rows",
      advice: "Your last choice was undone. Choose another encoding, delimiter or header row.",
    },
    file_too_large: {
      title: (bytes: number, limit: number, format: Format) =>
        `The file is ${format.bytes(bytes)}. The limit is ${format.bytes(limit)}`,
      advice: (estimated: number, format: Format) =>
        `It holds about ${rows(estimated, format)}, too many for a browser. Import it with the command line: ${format.code("npx import-existing-users sync")}. Or use the first rows here.`,
    },
    too_many_rows: {
      title: (count: number, limit: number, estimated: boolean, format: Format) =>
        `The file has ${estimated ? "about " : ""}${rows(count, format)}. The limit is ${format.number(limit)}`,
      advice: "Import all of them in parts, one after another, or only the first rows. Or split the file.",
      parts: (count: number, estimated: boolean, format: Format) =>
        estimated
          ? format.count(count, { one: "Import in about # part", other: "Import in about # parts" })
          : format.count(count, { one: "Import in # part", other: "Import in # parts" }),
      action: (limit: number, format: Format) => `Use the first ${format.number(limit)} rows`,
    },
    not_csv: {
      title: (found: string) => `This is ${found}, not a CSV file`,
      found: {
        xlsx: "an Excel workbook",
        xls: "an old Excel workbook",
        ods: "an OpenDocument spreadsheet",
        numbers: "an Apple Numbers spreadsheet",
        zip: "a ZIP archive",
        gzip: "a compressed file",
        pdf: "a PDF document",
        image: "an image",
        json: "a JSON file",
        html: "a web page",
        xml: "an XML file",
        binary: "a binary file",
      } satisfies Record<ForeignFormat, string> as Record<ForeignFormat, string>,
      spreadsheet: "Open it and choose File › Save as › “CSV UTF-8 (comma delimited)”, then upload that file.",
      archive: "Unpack it first, then upload the CSV file inside.",
      other: "Export your users as CSV, or start from the template.",
    },
    unclosed_quote: {
      title: (row: number) => `A quote opens in row ${row} and is never closed`,
      advice: (row: number) => `Look at row ${row}: close the quote, or double it where it is part of the text.`,
    },
    unreadable: {
      title: "The file could not be read",
      advice: "It may have been moved, changed or be open elsewhere. Choose it again.",
    },
    workbook_unreadable: {
      damaged: {
        title: "The Excel workbook could not be read",
        advice:
          "It is damaged, protected by a password, or not an .xlsx file. Open it, and save it again as .xlsx or as CSV UTF-8.",
      },
      too_large: {
        title: "The Excel workbook is too large when unpacked",
        advice: "Delete sheets and columns that are not needed, or save the sheet with your users as CSV UTF-8.",
      },
      no_sheet: {
        title: "The Excel workbook has no sheet with rows",
        advice: "All visible sheets are empty. Check which sheet holds your users, and show it if it is hidden.",
      },
    },
    several_files: {
      title: (count: number, format: Format) => `You dropped ${format.number(count)} files`,
      advice: "Choose one file. Each import reads one file.",
    },
    reader_not_loaded: {
      title: "The file reader could not be loaded",
      advice: "Check your connection and choose the file again. If that does not help, reload the page.",
    },
    stillShown: (file: string) => `${toPlainText(file)} is still below, with your choices.`,
    not_a_file: { title: "That was not a file", advice: "Drop a CSV file here, or choose one." },
  },
  split: {
    action: (files: number, format: Format) =>
      format.count(files, { one: "Split into # file", other: "Split into # files" }),
    downloads: (files: number, format: Format) => format.count(files, { one: "# download", other: "# downloads" }),
    working: "Splitting the file…",
    done: (parts: number, format: Format) =>
      `${format.count(parts, { one: "# file was saved", other: "# files were saved" })} to your downloads. Import them one after another.`,
    failed: "The file could not be split. Choose it again.",
    partName: (file: string, part: number) => `${file} part ${part}`,
  },
  report: {
    copy: "Copy diagnostic report",
    hint: "For support: how the file was read. It contains no rows.",
    copied: "Copied",
    saved: "Copying is not allowed on this page, so the report was saved to your downloads.",
    fileName: (file: string) => `${file} diagnostic report`,
  },
  encoding: {
    label: "Encoding",
    names: {
      "utf-8": "UTF-8",
      "utf-16le": "UTF-16",
      "utf-16be": "UTF-16 (big endian)",
      "windows-1250": "Windows-1250, Central Europe",
      "windows-1251": "Windows-1251, Cyrillic",
      "windows-1252": "Windows-1252, Western Europe",
      "windows-1254": "Windows-1254, Turkish",
      "iso-8859-15": "ISO 8859-15, Western Europe",
      "windows-1253": "Windows-1253, Greek",
      "iso-8859-2": "ISO 8859-2, Central Europe",
      "windows-1255": "Windows-1255, Hebrew",
      "windows-1256": "Windows-1256, Arabic",
      "windows-1257": "Windows-1257, Baltic",
      "windows-1258": "Windows-1258, Vietnamese",
      "windows-874": "Windows-874, Thai",
      ibm437: "DOS 437, United States",
      ibm850: "DOS 850, Western Europe",
      ibm852: "DOS 852, Central Europe",
      ibm866: "DOS 866, Cyrillic",
      "koi8-r": "KOI8-R, Cyrillic",
      "koi8-u": "KOI8-U, Cyrillic",
      macintosh: "Mac Roman",
      "x-mac-cyrillic": "Mac Cyrillic",
      shift_jis: "Shift JIS, Japanese",
      "euc-jp": "EUC-JP, Japanese",
      gb18030: "GB 18030, Chinese",
      big5: "Big5, Chinese",
      "euc-kr": "EUC-KR, Korean",
    } satisfies Record<Encoding, string> as Record<Encoding, string>,
    reasons: {
      chosen: "chosen by you",
      text: "pasted or read as text",
      byte_order_mark: "declared at the start of the file",
      ascii: "only basic letters, any encoding works",
      valid_utf8: "every character is valid UTF-8",
      mostly_utf8: (characters: number, damaged: number, format: Format) =>
        `${format.count(characters, { one: "# character is", other: "# characters are" })} valid UTF-8, ${format.count(damaged, { one: "# byte is", other: "# bytes are" })} damaged`,
      letters_fit: (language: string, share: number, runnerUp: string, format: Format) =>
        `a guess: ${format.percent(share)} of the special letters fit ${language}, next most likely: ${runnerUp}`,
      zero_bytes: "a guess: every other byte is zero",
      not_utf8: (runnerUp: string | null) =>
        `not UTF-8, so this is a guess: check the accents${runnerUp === null ? "" : `, next most likely: ${runnerUp}`}`,
    },
    sample: (text: string, row: number) => `Row ${row}: “${text}”`,
    sampleDoubted: (text: string, row: number) => `Row ${row}: “${text}” – does this look right?`,
  },
  delimiter: {
    label: "Delimiter",
    names: { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar" } satisfies Record<
      Delimiter,
      string
    > as Record<Delimiter, string>,
    reasons: {
      chosen: "chosen by you",
      declared: "declared in the first line",
      all: (rows: number, width: number, format: Format) =>
        `${format.count(rows, { one: "the only row has", other: "all # rows have" })} ${columns(width, format)}`,
      most: (agreeing: number, count: number, width: number, format: Format) =>
        `${format.number(agreeing)} of ${rows(count, format)} have ${columns(width, format)}`,
      first: (agreeing: number, sampled: number, width: number, format: Format) =>
        agreeing === sampled
          ? `${format.count(sampled, { one: "the first row has", other: "the first # rows have" })} ${columns(width, format)}`
          : `${format.number(agreeing)} of the first ${rows(sampled, format)} have ${columns(width, format)}`,
      single_column: "no delimiter found: one column",
    },
    runnerUp: (reason: string, name: string) => `${reason}, next most likely: ${name}`,
  },
  sheet: {
    label: "Sheet",
    sheets: (count: number, format: Format) =>
      `of ${format.count(count, { one: "# sheet in this Excel workbook", other: "# sheets in this Excel workbook" })}`,
    hidden: (name: string) => `${name} (hidden)`,
  },
  headerRow: {
    label: "Header row",
    row: (row: number, sample: readonly string[]) =>
      sample.length === 0 ? `Row ${row}` : `Row ${row}: ${sample.join(", ")}`,
    none: "No header row",
    reasons: {
      chosen: "chosen by you",
      known_names: (names: readonly string[], format: Format) => `known column names: ${format.list(names)}`,
      unlike_rows_below: "words here, values below",
      words_only: "contains only words",
      holds_value: (value: string) => `row 1 is data, for example ${value}`,
    },
    runnerUp: (reason: string, row: number) => `${reason}, next most likely: row ${row}`,
  },
  notices: {
    extras_not_loaded: {
      languages:
        "Column names in other languages could not be recognised, because a part of this page could not be loaded. Match those columns yourself, or choose the file again when you are online.",
      encodings:
        "The encoding could not be detected, because a part of this page could not be loaded. Check the letters in the names, and choose another encoding if they are wrong.",
      dates:
        "Dates with words, time zones or years of other calendars can't be read now, because a part of this page could not be loaded. Choose the file again when you are online.",
    },
    characters_damaged: (count: number, firstRow: number | null, format: Format) =>
      `${format.count(count, { one: "# character", other: "# characters" })} could not be read${
        firstRow === null ? "" : `, first in row ${firstRow}`
      }. Try another encoding.`,
    added_columns: (headers: readonly string[], format: Format) =>
      `This file was saved here before. ${format.list(headers)} ${format.count(headers.length, { one: "was", other: "were" })} added then and ${format.count(headers.length, { one: "is", other: "are" })} ignored. The other columns are used.`,
    rows_skipped: (count: number, format: Format) =>
      format.count(count, {
        one: "# row above the header was skipped.",
        other: "# rows above the header were skipped.",
      }),
    headers_skipped: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row below the header is", other: "# rows below the header are" })} part of it and skipped, first row ${firstRow}.`,
    rows_over_limit: (
      count: number,
      limit: number,
      estimated: boolean,
      { firstRow, lastRow }: RowRange,
      format: Format,
    ) =>
      `Only ${format.number(limit)} of ${estimated ? "about " : ""}${rows(count, format)} are imported now. ${
        lastRow === null
          ? `All from row ${format.number(firstRow)} on`
          : lastRow === firstRow
            ? `Row ${format.number(firstRow)}`
            : `Rows ${format.number(firstRow)} to ${format.number(lastRow)}`
      } can be imported afterwards.`,
    rows_before: (count: number, fromRow: number, format: Format) =>
      `${format.count(count, { one: "# row", other: "# rows" })} above row ${format.number(fromRow)} ${format.count(count, { one: "is", other: "are" })} not part of this import.`,
    rows_short: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} fewer cells than the header, first in row ${firstRow}. The missing cells are read as empty.`,
    rows_long: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} more cells than the header, first in row ${firstRow}. A value there was probably split at a delimiter. Rows in which a field may be cut are marked as problems and held back.`,
    rows_joined: (count: number, firstRow: number, format: Format) =>
      `In ${rows(count, format)} the cells of a split value were joined, first in row ${firstRow}.`,
    rows_cut: (count: number, firstRow: number, format: Format) =>
      `In ${rows(count, format)} the cells beyond the header are ignored, first in row ${firstRow}.`,
    row_names: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} one cell more than the header, first in row ${firstRow}. Their first cells are read as a column without a name.`,
    quotes_malformed: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} quotes that are not doubled, first in row ${firstRow}. They are read as text.`,
    lines_unwrapped: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row was", other: "# rows were" })} quoted as a whole line, first row ${firstRow}, and ${format.count(count, { one: "has", other: "have" })} been split into cells.`,
    zeros_ignored: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} NUL characters, first in row ${firstRow}. They are ignored.`,
    text_garbled: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# character looks", other: "# characters look" })} double-encoded (like “Ã¼” for “ü”), first in row ${firstRow}.`,
    text_mended: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# double-encoded character was", other: "# double-encoded characters were" })} repaired, first in row ${firstRow}.`,
    entities_found: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} HTML codes (like “&#039;” for “'”), first in row ${firstRow}.`,
    entities_decoded: (count: number, firstRow: number, format: Format) =>
      `HTML codes were decoded in ${rows(count, format)}, first in row ${firstRow}.`,
    bytes_found: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} texts written as Python bytes (like “b'Ada'”), first in row ${firstRow}.`,
    bytes_decoded: (count: number, firstRow: number, format: Format) =>
      `Texts written as Python bytes were decoded in ${rows(count, format)}, first in row ${firstRow}.`,
    codes_found: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} codes in place of letters (like “J\\u00fcrgen” or “J%C3%BCrgen”), first in row ${firstRow}.`,
    codes_decoded: (count: number, firstRow: number, format: Format) =>
      `Codes in place of letters were decoded in ${rows(count, format)}, first in row ${firstRow}.`,
    letters_lost: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} question marks in place of letters (like “J?rgen”), first in row ${firstRow}. The letters were lost in the export: export again as UTF-8.`,
    formulas_unwrapped: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} values written as formulas (like ="00123"), first in row ${firstRow}. They are read as text.`,
    sheets_hidden: (names: readonly string[], format: Format) =>
      `${format.count(names.length, { one: "# hidden sheet was", other: "# hidden sheets were" })} not read: ${format.list(names.map(format.code))}.`,
    numbers_padded: ({ count, firstRow, shown, stored, read }: PaddedNumbersNotice, format: Format) =>
      `${format.count(count, { one: "# number is", other: "# numbers are" })} shown with leading zeros but stored without, first in row ${firstRow}: ${format.code(shown)} is stored as ${format.code(stored)}. They are read as ${read}.`,
    numbers_rounded: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# number has", other: "# numbers have" })} more than 15 digits, first in row ${firstRow}. Excel has changed the last digits. If they are user IDs, export them as text again.`,
    formulas_empty: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# formula has", other: "# formulas have" })} no stored value, first in row ${firstRow}, and read as empty. Open the workbook in Excel and save it again.`,
    apostrophes_removed: (count: number, firstRow: number, format: Format) =>
      `Leading apostrophes added by the export were removed in ${rows(count, format)}, first in row ${firstRow}.`,
  },
  text: {
    mend: "Repair them",
    keep: "Undo the repair",
    join: (rows: number, format: Format) =>
      `Join the cells in ${format.count(rows, { one: "# row", other: "# rows" })}`,
    cut: "Ignore the extra cells",
    ask: "Undo",
    padded: (isShown: boolean): string => (isShown ? "Read them as stored" : "Read them as shown"),
  },
  mapping: {
    label: "Columns",
    field: "Field",
    column: "Column in your file",
    values: "First values",
    how: "Why",
    required: "required",
    optional: "optional",
    notInFile: "Not in this file",
    choose: "Choose a column",
    unnamedColumn: (column: number, format: Format) => `Column ${format.number(column)} (no name)`,
    repeatedColumn: (header: string, column: number, format: Format) => `${header} (column ${format.number(column)})`,
    emptyValues: "no values",
    auto: "auto",
    guessed: "guessed",
    you: "set by you",
    recognised: (columns: number, left: number, format: Format) =>
      format.count(
        columns,
        left > 0
          ? { one: "Field recognised", other: "All # fields recognised" }
          : { one: "Column recognised", other: "All # columns recognised" },
      ),
    change: "Change",
    ignored: (headers: readonly string[], format: Format) => `Ignored: ${headers.map(format.code).join(", ")}`,
    ignoredMore: (count: number, format: Format) => format.count(count, { one: "and # more", other: "and # more" }),
    taken: (header: string, from: string, by: string) => `${header} is now used for ${by}. ${from} needs a column.`,
    missing: "Required columns are missing",
    missingField: (field: string) => `Choose the column for ${field}`,
    empty: "Required columns are empty",
    emptyField: (field: string, header: string) => `${field} is read from ${header}, which is empty`,
    reasons: {
      alias: "known column name",
      known_name: "known column name (other systems)",
      alternatives: (headers: readonly string[], format: Format) =>
        `known column name, also possible: ${format.list(headers)}`,
      doubted: (header: string) => `${header} is a known column name, but its values do not fit: please check`,
      unreadDates: (header: string) => `${header} is a known column name, but its dates can't be read: please check`,
      values: {
        externalUserId: (share: number, format: Format) => `${format.percent(share)} of the values look like IDs`,
        email: (share: number, format: Format) => `${format.percent(share)} of the values are email addresses`,
        name: (share: number, format: Format) => `${format.percent(share)} of the values look like names`,
        registrationDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
        lastLoginDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
      } satisfies Record<FieldKey, (share: number, format: Format) => string>,
      similar_name: (_header: string) => "similar name, and the values fit",
      unique_values: (of: number, format: Format) =>
        `no ID column, ${format.count(of, { one: "the value here is", other: "all # values here are" })} unique`,
      earlier: (share: number, format: Format) => `the earlier date in ${format.percent(share)} of the rows`,
      later: (share: number, format: Format) => `the later date in ${format.percent(share)} of the rows`,
      usernames: (headers: readonly string[], format: Format) => `no ID column found, could be ${format.list(headers)}`,
      guide_order: "same order as the template",
      no_match: "no matching column found",
      ambiguous: (headers: readonly string[], format: Format) => `several columns match: ${format.list(headers)}`,
      doubtful_emails: {
        header: (headers: readonly string[], _matching: number, _of: number, format: Format) =>
          `${format.list(headers)}: email addresses, but the name does not say whose`,
        repeated: (headers: readonly string[], matching: number, of: number, format: Format) =>
          `${format.list(headers)}: only ${format.number(matching)} different email addresses in ${format.number(of)} rows, perhaps another person's`,
        few: (headers: readonly string[], matching: number, of: number, format: Format) =>
          `${format.list(headers)}: ${format.number(matching)} of ${format.number(of)} values are email addresses`,
      },
      unfit_values: {
        externalUserId: (header: string) => `${header} is a known column name, but its values are no IDs`,
        email: (header: string) => `${header} is a known column name, but its values are no email addresses`,
        name: (header: string) => `${header} is a known column name, but its values are no names of persons`,
        registrationDate: (header: string) => `${header} is a known column name, but its dates can't be read`,
        lastLoginDate: (header: string) => `${header} is a known column name, but its dates can't be read`,
      } satisfies Record<FieldKey, (header: string) => string>,
      chosen: "chosen by you",
      left: "left empty by you",
      empty: "the column is empty",
    },
  },
  memory: {
    tag: "remembered",
    reason: (day: string) => `as you confirmed it on ${day}`,
    note: (day: string) => `Mapping remembered from ${day}`,
    forget: "Forget",
    heading: (count: number, format: Format) => `Remembered mappings (${format.number(count)})`,
    about:
      "Used for the next file with the same column names. Only column positions and the source name are kept, never column names, values or rows.",
    none: "Nothing is remembered yet. A mapping that you changed or confirmed is remembered when you start the import.",
    list: "Remembered mappings",
    entry: (name: string, day: string, format: Format) => `${format.strong(name)}, confirmed on ${day}`,
    column: (field: string, column: number, format: Format) => `${field}: column ${format.number(column)}`,
    joined: (field: string, columns: readonly number[], format: Format) =>
      `${field}: columns ${format.list(columns.map(format.number))}`,
    fromEmail: (field: string, email: string) => `${field}: ${inSentence(email)}`,
    forgetAll: "Forget all",
  },
  dates: {
    formats: {
      iso: "an ISO date",
      year_month_day: "year, month, day",
      day_month_year: "day, month, year",
      month_day_year: "month, day, year",
      month_name: "a date with a month name",
      croatian_month_name: "a date with a Croatian month name",
      compact: "year, month, day without separators",
      epoch_seconds: "seconds since 1970",
      epoch_milliseconds: "milliseconds since 1970",
      epoch_microseconds: "microseconds since 1970",
      epoch_nanoseconds: "nanoseconds since 1970",
      filetime: "a Windows time (FILETIME)",
      excel_serial: "an Excel date number",
      buddhist_year_month_day: "year, month, day, Thai calendar",
      buddhist_day_month_year: "day, month, year, Thai calendar",
      buddhist_month_name: "a date with a month name, Thai calendar",
      jalali_year_month_day: "year, month, day, Persian calendar",
      jalali_day_month_year: "day, month, year, Persian calendar",
      jalali_month_name: "a date with a month name, Persian calendar",
      hijri_year_month_day: "year, month, day, Islamic calendar",
      hijri_day_month_year: "day, month, year, Islamic calendar",
      hijri_month_name: "a date with a month name, Islamic calendar",
    } satisfies Record<DateFormat, string> as Record<DateFormat, string>,
    question: (value: string, formatName: string, matching: number, of: number, format: Format) =>
      `${format.code(value)} is read as ${formatName}. ${
        matching === of
          ? format.count(of, { one: "Convert the value?", other: "Convert all # values?" })
          : `Convert ${format.number(matching)} of ${format.number(of)} values? The rest stay as they are.`
      }`,
    ambiguous: (value: string, row: number, format: Format) =>
      `${format.code(value)} in row ${row} could be two dates, and no other row settles it. Which one is it?`,
    converted: (matching: number, formatName: string, format: Format) =>
      `${format.count(matching, { one: "# value", other: "# values" })} converted. Read as ${formatName}.`,
    left: "Left as they are. Dates that are not ISO will be reported as problems.",
    convert: "Convert",
    leave: "Leave as it is",
    undo: "Undo",
    proof: "Examples",
    proofRow: (row: number) => `Row ${row}`,
    becomes: "becomes",
    reading: (day: string, formatName: string) => `${day} (${formatName})`,
    about: "Dates in another format",
    convertBoth: "Convert both date columns",
    both: "The other date column is read the same way.",
    checks: {
      about: "Dates that stand for no date",
      placeholders: (texts: readonly string[], count: number, firstRow: number, format: Format) =>
        `${texts.map(format.code).join(", ")} ${format.count(texts.length, { one: "appears", other: "appear" })} in ${format.count(count, { one: "# cell", other: "# cells" })}, first in row ${firstRow}. Programs write it where no date is known. Treat as empty?`,
      future: (field: string, value: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# date", other: "# dates" })} in the future in ${field}, first ${format.code(value)} in row ${firstRow}. Check the column and its format.`,
      early: (field: string, value: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# date", other: "# dates" })} before 1990 in ${field}, first ${format.code(value)} in row ${firstRow}. Check the column and its format.`,
      login_before_registration: (count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# row has", other: "# rows have" })} a last login before the registration, first row ${firstRow}. Check that the two columns are not swapped.`,
      zone_of_header: (field: string, zone: string) => `${field}: times are read as ${zone}, as the header says.`,
      no_zone: "Times without a time zone are read as UTC.",
    },
  },
  repairs: {
    email: {
      about: "Emails that can be repaired",
      offer: ({ count, of, firstRow }: ColumnRepair, format: Format) =>
        `${format.count(count, { one: "# email", other: "# emails" })} can be repaired, first in row ${firstRow}: each cell holds exactly one address.${
          of === count
            ? ""
            : ` ${format.count(of - count, { one: "# other problem stays", other: "# other problems stay" })} as in the file.`
        }`,
      done: (count: number, format: Format) =>
        `${format.count(count, { one: "# email", other: "# emails" })} repaired.`,
      left: "Left as they are. They will be reported as problems.",
    },
    name: {
      about: "Names with the last name first",
      offer: ({ count, of }: ColumnRepair, format: Format) =>
        `${
          count === of
            ? format.count(of, { one: "The name is written", other: "All # names are written" })
            : `${format.number(count)} of ${format.number(of)} names are written`
        } “Last, First”. Accounts have the first name in front, so these names would not match. Turn them?`,
      done: (count: number, format: Format) =>
        `${format.count(count, { one: "# name", other: "# names" })} turned, first name in front.`,
      left: "Left as they are. Names in another order than in the account are reported as a mismatch.",
    },
    domain: {
      about: (from: string) => `Mistyped domain ${from}`,
      offer: ({ from, to, count, firstRow }: NearDomain, format: Format) =>
        `${format.count(count, { one: "# email ends", other: "# emails end" })} with ${format.code(from)}, first in row ${firstRow}. Probably ${format.code(to)} is meant. Replace the domain?`,
      done: (from: string, to: string, count: number, format: Format) =>
        `${format.code(from)} replaced by ${format.code(to)} in ${format.count(count, { one: "# email", other: "# emails" })}.`,
      left: (from: string, format: Format) => `${format.code(from)} is left as it is.`,
    },
    apply: "Apply",
    leave: "Leave as it is",
    undo: "Undo",
  },
  names: {
    offer: (parts: readonly string[], sample: string, format: Format) =>
      `No column contains the full name. ${joined(parts, format)} can be joined${
        sample === "" ? "" : `, as in ${format.code(sample)}`
      }.`,
    done: (parts: readonly string[], sample: string, format: Format) =>
      `Joined: ${joined(parts, format)}${sample === "" ? "" : `, as in ${format.code(sample)}`}.`,
    option: (parts: readonly string[]) => parts.join(" + "),
    about: "Joined names",
    several: "Join several columns…",
    part: (place: number) => `Part ${place} of the name`,
    noPart: "None",
    join: (parts: readonly string[], field: string) => `Join ${parts.join(" + ")} → ${field}`,
    undo: "Undo",
    reason: "joined from several columns",
  },
  usernames: {
    about: "User names as user IDs",
    offer: (headers: readonly string[], field: string, format: Format) =>
      `No ${field} column was found. If your system identifies people by ${joinedOr(headers, format)}, it can be used instead. Its values must never change.`,
    use: (header: string, field: string) => `Use ${header} as ${field}`,
    done: (header: string, field: string, format: Format) => `${format.code(header)} is used as ${field}.`,
    undo: "Undo",
  },
  emailId: {
    about: "Email as user ID",
    offer: (header: string, field: string, format: Format) =>
      `No ${field} column was found. ${format.code(header)} can be the ${field} too. It is stored once and stays: whoever changes the email later keeps the old one as ${field}.`,
    use: (header: string, field: string) => `Use ${header} as ${field} too`,
    done: (header: string, field: string, format: Format) =>
      `${format.code(header)} is used as ${field} too, in lower case. It stays as it is when the email changes later.`,
    option: "The email",
    reason: "the email, chosen by you",
    undo: "Undo",
  },
  damagedIds: {
    about: "Damaged user IDs",
    found: ({ damage, count, of, firstRow, text, equal }: DamagedIds, format: Format) =>
      `${format.number(count)} of ${format.number(of)} user IDs ${damagedIds[damage](format.code(text))}, first in row ${firstRow}.${
        equal === 0 ? "" : ` ${format.count(equal, { one: "# is", other: "# are" })} the same as an earlier one.`
      } They are kept as they are. ${damage === "groups" ? exportWithoutFormat : exportAsText}`,
  },
  emails: {
    about: "Column for the email",
    offer: (headers: readonly string[], format: Format) =>
      `Which column holds the user's own email address? Found: ${format.list(headers.map(format.code))}.`,
  },
  duplicates: {
    about: "Repeated emails",
    offer: (count: number, format: Format) =>
      `${format.count(count, { one: "# row repeats", other: "# rows repeat" })} the email of an earlier row. If the first is imported, the second counts as already connected: only its dates can change anything.`,
    done: (count: number, format: Format) =>
      format.count(count, { one: "# duplicate left out.", other: "# duplicates left out." }),
    left: (count: number, format: Format) =>
      `${format.count(count, { one: "# duplicate is", other: "# duplicates are" })} sent too, and ${format.count(count, { one: "counts", other: "count" })} as already connected if the first row is imported.`,
    idsAbout: "Repeated user IDs",
    ids: (count: number, format: Format) =>
      `${format.count(count, { one: "# row repeats", other: "# rows repeat" })} the user ID of an earlier row with another email. Each is connected to its own account, with the same user ID.`,
  },
  empty: {
    about: "Placeholders for empty values",
    offer: (texts: readonly string[], count: number, firstRow: number, format: Format) =>
      `${texts.map(format.code).join(", ")} ${format.count(texts.length, { one: "appears", other: "appear" })} in ${format.count(count, { one: "# cell", other: "# cells" })}, first in row ${firstRow}. Treat as empty?`,
    read: "Treat as empty",
    done: (texts: readonly string[], format: Format) => `Treated as empty: ${texts.map(format.code).join(", ")}.`,
    undo: "Undo",
  },
  preview: {
    heading: "Preview and column mapping",
    lead: "Check that each field is matched to the right column.",
    knownLater: (format: Format) =>
      `Whether each user has an account (not found, ${format.code("not_found")}), and under the same name (name mismatch, ${format.code("name_mismatch")}), is known only after the import.`,
    knownByCheck: (format: Format) =>
      `Whether each user has an account (not found, ${format.code("not_found")}), and under the same name (name mismatch, ${format.code("name_mismatch")}), is known only after a check or the import.`,
    caption: "Preview of the rows",
    rawCaption: "First rows of the file",
    filter: "Show rows",
    causes: "Show rows by problem",
    all: "All",
    ready: "Ready",
    problems: "With problems",
    duplicates: "Duplicates",
    leftOut: "Left out",
    downloadProblems: (rows: number, format: Format) =>
      format.count(rows, { one: "Download # row with problems", other: "Download # rows with problems" }),
    downloadThese: (rows: number, format: Format) =>
      format.count(rows, { one: "Download this row", other: "Download these # rows" }),
    problemsFile: (file: string) => `${file} rows with problems`,
    theseFile: (file: string, filter: string) => `${file} ${filter}`,
  },
  table: {
    row: "Row",
    noRows: "No rows match.",
    search: "Search rows",
    region: (caption: string) => `${caption}, scrollable`,
    range: (from: number, to: number, total: number, format: Format) =>
      `Rows ${format.number(from)}–${format.number(to)} of ${format.number(total)}`,
    noRange: "No rows",
    pageSize: "Rows per page",
    page: (page: number, pages: number, format: Format) => `Page ${format.number(page)} of ${format.number(pages)}`,
    pages: "Pages",
    firstPage: "First page",
    previousPage: "Previous page",
    nextPage: "Next page",
    lastPage: "Last page",
  },
  issues: {
    required: (field: string) => `${field} is missing`,
    too_long: (field: string) => `${field} is too long`,
    damaged: (field: string) => `${field} is damaged: letters were lost before or in the export`,
    control_character: (field: string) => `${field} holds a character that can't be printed`,
    invalid_email: () => "Not a valid email address. Example: user.one@example.com",
    invalid_date: () => "Unclear date. Write it as 2026-05-01",
    invalid_type: (field: string) => `${field} is not a text`,
    shifted: (field: string) => `More cells than the header. ${field} may be cut or belong to another column`,
    not_an_object: () => "Not a user",
  } satisfies Record<ImportRowIssue["code"] | "damaged", (field: string) => string> as Record<
    ImportRowIssue["code"] | "damaged",
    (field: string) => string
  >,
  valueCauses: {
    email: (why: string) => `Not a valid email address: ${why}`,
    emails: {
      several_addresses: "more than one address",
      no_at: "the @ is missing",
      several_ats: "more than one @",
      nothing_before_at: "nothing is before the @",
      nothing_after_at: "nothing is after the @",
      blank: "it contains a space",
      no_ending: "the domain has no ending",
      dot: "a dot is in the wrong place",
      too_long: "it is too long",
      domain_character: "the domain has a character that is not allowed",
    } satisfies Record<EmailCause, string> as Record<EmailCause, string>,
    noSuchDay: (month: number, year: number, days: number) =>
      `${months[month - 1]}${month === 2 ? ` ${year}` : ""} has ${days} days`,
    noSuchMonth: (month: number) => `There is no month ${month}`,
    noSuchHour: (hour: number) => `There is no hour ${hour}`,
    noDigits: "Not a date. Write it as 2026-05-01",
  },
  corrections: {
    hint: (format: Format) =>
      `Wrong cells can be corrected here: ${format.strong("Enter")} saves and goes on to the next problem, ${format.strong("Escape")} cancels. Your file stays as it is.`,
    correct: (field: string, row: number) => `Correct ${inSentence(field)} in row ${row}`,
    input: (field: string, row: number) => `${field} in row ${row}`,
    original: "In the file:",
    empty: "empty",
    corrected: "corrected",
    undo: "Undo",
    undoCell: (field: string, row: number) => `Undo the correction of ${inSentence(field)} in row ${row}`,
    undoAll: "Undo all corrections",
    count: (cells: number, format: Format) =>
      format.count(cells, { one: "# cell corrected", other: "# cells corrected" }),
    ready: (row: number) => `Row ${row} is ready`,
    stillWrong: (row: number, field: string, reason: string) => `Row ${row}, ${inSentence(field)}: ${reason}`,
    undone: (row: number, field: string) => `Correction of ${inSentence(field)} in row ${row} undone`,
    allUndone: (cells: number, format: Format) =>
      format.count(cells, { one: "# correction undone", other: "# corrections undone" }),
    applied: (file: string, rows: number, format: Format) =>
      `${format.count(rows, { one: "# row", other: "# rows" })} corrected from ${file}`,
    replaced: (cells: number, format: Format) =>
      `Replaced in ${format.count(cells, { one: "# cell", other: "# cells" })}`,
    leftOut: (rows: number, format: Format) => format.count(rows, { one: "# row left out", other: "# rows left out" }),
    putBack: (rows: number, format: Format) => format.count(rows, { one: "# row put back", other: "# rows put back" }),
    left: (problems: number, format: Format) =>
      problems === 0
        ? "No problems left"
        : format.count(problems, { one: "# row with problems left", other: "# rows with problems left" }),
  },
  replace: {
    open: "Find and replace",
    column: "In column",
    find: "Find",
    replacement: "Replace with",
    wholeCell: "Whole cells only",
    hint: "The text is found as you type it, capitals included.",
    found: (count: number, format: Format) =>
      count === 0
        ? "No cell would change."
        : format.count(count, { one: "# cell would change.", other: "# cells would change." }),
    apply: (count: number, format: Format) =>
      count === 0 ? "Replace" : format.count(count, { one: "Replace in # cell", other: "Replace in # cells" }),
    done: (find: string, replacement: string, count: number, format: Format) =>
      `${find === "" ? "Empty cells" : format.code(find)} replaced by ${replacement === "" ? "nothing" : format.code(replacement)} in ${format.count(count, { one: "# cell", other: "# cells" })}`,
    undo: "Undo",
  },
  leftOut: {
    tag: "left out",
    leaveOut: (row: number) => `Leave out row ${row}`,
    putBack: (row: number) => `Put back row ${row}`,
    leaveOutThese: (rows: number, format: Format) =>
      format.count(rows, { one: "Leave out this row", other: "Leave out these # rows" }),
    leaveOutDuplicates: (rows: number, format: Format) =>
      format.count(rows, { one: "Leave out # duplicate", other: "Leave out # duplicates" }),
    leaveOutTheseDuplicates: (rows: number, format: Format) =>
      format.count(rows, { one: "Leave out this duplicate", other: "Leave out these # duplicates" }),
    putBackThese: (rows: number, format: Format) =>
      format.count(rows, { one: "Put back this row", other: "Put back these # rows" }),
    putBackAll: (rows: number, format: Format) =>
      format.count(rows, { one: "Put back the row left out", other: "Put back all # rows left out" }),
  },
  merge: {
    title: (dropped: string, file: string) => `${dropped} contains rows from ${file}`,
    changes: (rows: number, format: Format) =>
      format.count(rows, {
        one: "It differs from the preview in # row.",
        other: "It differs from the preview in # rows.",
      }),
    noChanges: "It contains no changes.",
    strangers: (rows: readonly number[], more: number, format: Format) =>
      `${format.count(rows.length + more, { one: "# of its rows is", other: "# of its rows are" })} not in the preview and would be ignored: ${format.list(
        [...rows.map((row) => `row ${row}`), ...(more > 0 ? [`${format.number(more)} more`] : [])],
      )}. Row number plus user ID or email must match.`,
    kept: (cells: number, format: Format) =>
      format.count(cells, {
        one: "# value would stay as it is, because the new one is not valid.",
        other: "# values would stay as they are, because the new ones are not valid.",
      }),
    apply: (file: string, rows: number, format: Format) =>
      `Apply the corrections of this file to ${file} (${format.count(rows, { one: "# row", other: "# rows" })})`,
    replace: "Import it as its own file",
    dismiss: (file: string) => `Keep ${file} as it is`,
  },
  start: {
    skip: "Skip to Start import",
    button: "Start import",
    willBeSent: (users: number, appName: string | null, format: Format, file: string) =>
      `${format.count(users, { one: "# user", other: "# users" })} of ${toPlainText(file)} will be sent` +
      (appName ? ` to ${format.strong(appName)}` : ""),
    willBeInvalid: (rows: number, format: Format) =>
      format.count(rows, { one: "# has a problem", other: "# have problems" }) +
      ` and will be reported as ${format.code("invalid_row")}`,
    heldBack: (rows: number, format: Format) =>
      format.count(rows, { one: "# row with problems is held back", other: "# rows with problems are held back" }),
    leftOut: (rows: number, format: Format) => `${format.number(rows)} left out`,
    inParts: (parts: number, format: Format) =>
      format.count(parts, {
        one: "in # part, saved as a source of its own",
        other: "in # parts, each saved as a source of its own",
      }),
    sentence: (parts: readonly string[]) => parts.join("; "),
    blocked: "Before you start",
    blockers: {
      source_name_blank: "Give the source a name.",
      source_name_too_long: (length: number, limit: number, format: Format) =>
        `The source name has ${format.number(length)} characters. The limit is ${format.number(limit)}.`,
      file_undecided: (file: string) => `Choose above what to do with ${file}.`,
      field_unmapped: (field: string) => `Choose the column for ${field}.`,
      field_unconfirmed: (field: string) => `Confirm the column for ${field}, which is a guess.`,
      no_rows_to_send: "There are no rows to send.",
    },
    readFrom: (field: string, header: string) => `${field} is read from ${header}`,
    confirm: (columns: readonly string[], format: Format) => `${format.list(columns)}: correct`,
    unconfirmed: (name: string, format: Format) =>
      `An earlier import named ${format.strong(name)} may have been saved. Check Saved sources before you start again. This would be a new import.`,
  },
  causes: {
    email: (rows: number, format: Format) => format.count(rows, { one: "# email", other: "# emails" }),
    date: (rows: number, format: Format) => format.count(rows, { one: "# date", other: "# dates" }),
    noUserId: (rows: number, format: Format) => `${format.number(rows)} without user ID`,
    noEmail: (rows: number, format: Format) => `${format.number(rows)} without email`,
    shifted: (rows: number, format: Format) => `${format.number(rows)} with too many cells`,
    tooLong: (rows: number, format: Format) => `${format.number(rows)} with a value that is too long`,
    damaged: (rows: number, format: Format) => `${format.number(rows)} with damaged text`,
    other: (rows: number, format: Format) => `${format.number(rows)} with another problem`,
  } satisfies Record<ProblemCause, (rows: number, format: Format) => string>,
  likely: {
    emptyColumn: (header: string, field: string, format: Format) =>
      `Likely cause: ${format.code(header)}, the column for ${field}, is empty. Choose another column.`,
    missing: (header: string, field: string, row: number, format: Format) =>
      `Likely cause: ${field} is missing in the column ${format.code(header)}, first in row ${row}. Check the export.`,
    email: (header: string, value: string, row: number, format: Format) =>
      `Likely cause: ${format.code(header)} holds values that are no email addresses, for example ${format.code(value)} in row ${row}. Check the column for Email.`,
    date: (header: string, value: string, row: number, format: Format) =>
      `Likely cause: dates in ${format.code(header)} can't be read, for example ${format.code(value)} in row ${row}. Choose their format or another column.`,
    shifted: (row: number) =>
      `Likely cause: rows have more cells than the header, first row ${row}. Check the delimiter, or join the cells.`,
    other: (header: string, row: number, format: Format) =>
      `Likely cause: the values in ${format.code(header)}, first in row ${row}. Check the column.`,
  },
  doubt: {
    many: (share: number, causes: readonly string[], format: Format) =>
      `${format.strong(`${format.percent(share)} of the rows have problems`)}: ${format.list(causes)}.`,
    all: (rows: number, causes: readonly string[], format: Format) =>
      `${format.count(rows, { one: "The only row has a problem", other: "All # rows have problems" })}: ${format.list(causes)}.`,
    nobody: (users: number, format: Format) =>
      format.count(users, { one: "The user would not be imported.", other: "None of the # users would be imported." }),
    found: (parts: readonly string[], format: Format) => `The check found ${format.list(parts)}.`,
    question: "Start an import that imports nobody?",
    back: "Back to preview",
    start: "Start all the same",
  },
  check: {
    button: "Check against accounts",
    again: "Check again",
    running: (users: number, format: Format) =>
      format.count(users, {
        one: "Checking # user against the accounts",
        other: "Checking # users against the accounts",
      }),
    nothingIsWritten: "Nothing is written.",
    stop: "Stop the check",
    stopped: "Check stopped. Nothing was written.",
    done: (time: string) => `Checked ${time}, nothing was written`,
    found: (parts: readonly string[], format: Format) => `An import would give: ${format.list(parts)}`,
    changed: (rows: number, format: Format) =>
      format.count(rows, {
        one: "Out of date: # row was changed since then. Check again.",
        other: "Out of date: # rows were changed since then. Check again.",
      }),
    notStarted: (parts: readonly string[], format: Format) =>
      `Not started yet: ${format.list(parts)}. Start again to import all the same.`,
    failed: "The check failed",
    startAnyway: "Nothing was written. You can start the import without a check.",
    maybeSaved: "The users may have been saved all the same. Check Saved sources before you start.",
    filter: "An import would give",
    meanings: {
      imported: "Would be newly connected.",
      already_connected: "Already connected. Details would be refreshed.",
      name_mismatch:
        "The account has a different name. If it is the same person, correct the name or leave it out, then check again.",
      invalid_row: (reason: string | null) =>
        reason === null ? "The server would refuse this row." : `${reason}. The server would refuse this row.`,
    },
  },
  progress: {
    heading: (users: number, format: Format) =>
      format.count(users, { one: "Sending # user", other: "Sending # users" }),
    reading: (file: string) => `Reading ${file}`,
    readingShare: (share: number, format: Format) => `${format.percent(share)} read`,
    read: (rows: number, problems: number | null, format: Format) =>
      `File read: ${format.count(rows, { one: "# row", other: "# rows" })}${
        problems === null ? "" : `, ${format.number(problems)} with problems`
      }`,
    sending: "Sending to the server",
    waiting: "Waiting for the server's answer",
    waited: (seconds: number, format: Format) => `· ${format.number(seconds)} s`,
    tryReasons: {
      "rate-limited": "The server asked us to wait",
      "import-in-progress": "Another import for this application is running",
    } as Record<string, string>,
    tryingAgain: (reason: string | undefined, attempt: number, attempts: number, format: Format) =>
      `${reason ?? "The server did not answer as expected"}: trying again (${format.number(attempt)} of ${format.number(attempts)})`,
    inSeconds: (seconds: number, format: Format) => `in ${format.number(seconds)} s`,
    kept: "Your file and your choices are kept. Please leave this page open.",
    cancel: "Cancel",
    cancelNote:
      "Cancel only stops waiting. The server may already have the users: if the import was saved, delete it under Saved sources.",
    finished: (summary: string) => `Import finished: ${summary}`,
  },
  parts: {
    line: (part: number, count: number, sent: number, users: number, format: Format) =>
      `Part ${format.number(part)} of ${format.number(count)}: ${format.number(sent)} of ${format.count(users, { one: "# user", other: "# users" })} sent`,
    pause: "Pause after this part",
    willPause: "The import pauses after this part.",
    doNotPause: "Do not pause",
    heading: (part: number, count: number, format: Format) =>
      `Paused after part ${format.number(part)} of ${format.number(count)}`,
    saved: (users: number, names: readonly string[], format: Format) =>
      `${format.count(users, { one: "# user is", other: "# users are" })} saved as ${format.list(names.map(format.strong))}.`,
    waiting: (users: number, format: Format) =>
      format.count(users, { one: "# user is not sent yet.", other: "# users are not sent yet." }),
    leaving: "If you leave this page, they are not sent. What is saved stays under Saved sources.",
    resume: (part: number, format: Format) => `Continue with part ${format.number(part)}`,
    end: "Stop here and show the result",
    failed: (part: number, count: number, title: string, format: Format) =>
      `Part ${format.number(part)} of ${format.number(count)}: ${title}`,
    retry: (part: number, format: Format) => `Try part ${format.number(part)} again`,
    sources: (count: number, format: Format) =>
      format.count(count, { one: "Saved as # source", other: "Saved as # sources" }),
    sourcesOf: (saved: number, count: number, format: Format) =>
      `${format.number(saved)} of ${format.count(count, { one: "# part was", other: "# parts were" })} imported`,
    users: (users: number, format: Format) => format.count(users, { one: "# user", other: "# users" }),
    countsOnly: "only counts known",
    deleted: "deleted",
    missing: (parts: readonly number[], format: Format) =>
      `${format.count(parts.length, { one: "Part", other: "Parts" })} ${format.list(parts.map(format.number))} of this import ${format.count(parts.length, { one: "is", other: "are" })} not saved. Import the file again to add the rows.`,
  },
  rest: {
    title: (count: number, estimated: boolean, format: Format) =>
      `${estimated ? "About " : ""}${format.count(count, { one: "# row was not imported", other: "# rows were not imported" })}`,
    rows: ({ firstRow, lastRow }: RowRange, format: Format) => {
      if (lastRow === null) return `All rows from ${format.number(firstRow)} on.`;
      return lastRow === firstRow
        ? `Row ${format.number(firstRow)}.`
        : `Rows ${format.number(firstRow)} to ${format.number(lastRow)}.`;
    },
    next: (count: number, format: Format) =>
      format.count(count, { one: "Import the next row", other: "Import the next #" }),
    download: (count: number, format: Format) =>
      format.count(count, { one: "Download this row", other: "Download these # rows" }),
    fileName: (file: string, firstRow: number) => `${file} from row ${firstRow}`,
    unconfirmed: (name: string, format: Format) =>
      `The first of them may have been saved as ${format.strong(name)}. Check Saved sources.`,
    commandLine: (format: Format) =>
      `The file is too large to read them here. Import it with the command line: ${format.code("npx import-existing-users sync")}.`,
    failed: "The rows could not be read. Choose the file again.",
  },
  failures,
  failure: {
    status: (status: number, format: Format) => `HTTP ${format.code(String(status))}`,
    repeatSafe: "The users may still have been saved. Trying again is safe: nothing is imported twice.",
    checkFirst: "The users may still have been saved. Check Saved sources before you try again.",
    nothingSaved: "Nothing was saved.",
    retry: "Try again",
    retryIn: (seconds: number, format: Format) =>
      `You can try again in ${seconds > 120 ? `${format.number(Math.ceil(seconds / 60))} min` : `${format.number(seconds)} s`}`,
    retryNow: "You can try again now.",
    askedToWait: (time: string, format: Format) =>
      `The server asks to wait until ${format.dateTime(time)}. You can still try again at any time.`,
    back: "Back to preview",
    checkSources: "Check Saved sources",
  },
  result: {
    heading: "Import result",
    facts: (name: string, rows: number, duration: string, format: Format) =>
      `${format.strong(name)} · ${format.count(rows, { one: "# row", other: "# rows" })} · finished in ${duration}`,
    connected: (imported: number, format: Format) =>
      format.count(imported, { one: "# user newly connected", other: "# users newly connected" }),
    noneConnected: "No users newly connected",
    filter: "Show results",
    all: "All",
    heldBack: "held back",
    leftOut: "left out",
    caption: "Results per row",
    bar: (parts: readonly string[], format: Format) => format.list(parts),
    statusColumn: "Status",
    downloadResults: (rows: number | null, format: Format) =>
      rows === null
        ? "Download results"
        : `Download results (${format.count(rows, { one: "# row", other: "# rows" })})`,
    downloadFixes: (rows: number, format: Format) =>
      format.count(rows, { one: "Download # row to correct", other: "Download # rows to correct" }),
    resultsFile: (name: string) => `${name} results`,
    fixesFile: (name: string) => `${name} rows to correct`,
    undo: "Undo this import",
    undone: "This import was undone.",
    undoneHint: "The results below are from before it was undone.",
    restart: "Import another file",
    found: "The server's answer was lost, but the import was found under Saved sources: it was saved.",
    countsOnly:
      "The server's answer was lost, but the import was found under Saved sources. Only its counts are known, not the result of each row.",
    resultsUnclear:
      "The import was saved, but the server's answer does not say reliably which row got which result. Only its counts are known.",
    notCounted: (rows: number, format: Format) =>
      format.count(rows, {
        one: "# row has a status that this version does not know. It is shown as the server sent it.",
        other: "# rows have a status that this version does not know. They are shown as the server sent them.",
      }),
    hints: {
      not_found: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of your users were not found`)} (${format.code("not_found")}). Usually they signed up with another address or have no LoginSign account yet. Import them again later to match them.`,
      name_mismatch: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of the names do not match`)} (${format.code("name_mismatch")}). Often the export writes names in another order, such as “Last, First”, or the wrong column is used for Name. Without a name column, users are matched by email alone.`,
      invalid_row: (share: number, causes: readonly string[], likely: string, format: Format) =>
        `${format.strong(`${format.percent(share)} of the rows are invalid`)} (${format.code("invalid_row")})${causes.length === 0 ? "" : `: ${format.list(causes)}`}. ${likely}${likely === "" ? "" : " "}Correct the rows and import them again: users who are already connected stay connected.`,
    },
  },
  statuses: {
    imported: "imported",
    already_connected: "already connected",
    not_found: "not found",
    name_mismatch: "name mismatch",
    invalid_row: "invalid row",
  } satisfies Record<RowStatus, string> as Record<RowStatus, string>,
  meanings: {
    imported: "Connected to your application.",
    already_connected: "Already connected. Details refreshed, connection active.",
    not_found: "No LoginSign account has this email yet.",
    name_mismatch:
      "The account has a different name. If it is the same person, correct the name or leave it out, then import the row again.",
    invalid_row: (reason: string | null) =>
      reason === null
        ? "The row is not valid. Correct it and import it again."
        : `${reason}. Correct it and import the row again.`,
    invalidField: (field: string, reason: string) => `${field}: ${reason}`,
    unknown: "A status this version does not know.",
    heldBack: (reasons: readonly string[]) =>
      `Held back because it has problems: ${reasons.join(", ")}. Correct it and import the row again.`,
    leftOut: (reasons: readonly string[]) =>
      `Left out in the preview and not sent.${reasons.length === 0 ? "" : ` It has problems: ${reasons.join(", ")}.`}`,
    noResult: "The server gave no result for this row.",
    serverIssue: (field: string | null, code: string) => (field ? `${field}: ${code}` : code),
    warnings: {
      duplicate_in_request: (row: number | null) =>
        row === null ? "An earlier row has the same email." : `Row ${row} has the same email.`,
      external_user_id_repeated: () => "Another row has the same user ID with another email.",
      external_user_id_on_other_connection: () =>
        "This user ID belongs to another account's connection, which stays as it is.",
      external_user_id_differs: () => "The connection keeps its existing user ID, which differs.",
    } as Record<string, (row: number | null) => string>,
  },
  warnings: {
    duplicate_email: (row: number) => `Same email as row ${row}`,
    duplicate_user_id: (row: number) => `Same user ID as row ${row}, with another email`,
  },
  sources: {
    heading: "Saved sources",
    count: (shown: number, more: boolean, format: Format) =>
      more
        ? format.count(shown, { one: "#+ source", other: "#+ sources" })
        : format.count(shown, { one: "# source", other: "# sources" }),
    caption: "Saved sources, newest first",
    name: "Name",
    date: "Imported on",
    rows: "Rows",
    result: "Result",
    actions: "Actions",
    unnamed: "(no name)",
    noCounters: "No counts available",
    ofDay: (count: number, format: Format) =>
      format.count(count, { one: "# source of this day", other: "# sources of this day" }),
    loading: "Loading saved sources…",
    empty: "Nothing imported yet. Every import is listed here and can be undone.",
    failed: "The saved sources could not be loaded.",
    stale: "The list could not be refreshed and may be out of date.",
    retry: "Load again",
    page: (page: number, format: Format) => `Page ${format.number(page)}`,
    pages: "Pages of saved sources",
    previousPage: "Newer sources",
    nextPage: "Older sources",
    delete: "Delete source",
    rolledBack: (name: string | null, removed: number | null, format: Format) =>
      `${name ? `${format.strong(name)} was deleted` : "The source was deleted"}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
    alreadyGone: (count: number, format: Format) =>
      format.count(count, { one: "# had already been removed.", other: "# had already been removed." }),
    reactivatedKept: (count: number, format: Format) =>
      format.count(count, {
        one: "# reactivated connection stays active.",
        other: "# reactivated connections stay active.",
      }),
    alreadyDeleted: "It had already been deleted.",
    dismiss: "Dismiss",
    severalDeleted: (count: number, removed: number | null, format: Format) =>
      `${format.count(count, { one: "# source was deleted", other: "# sources were deleted" })}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
  },
  sourceRows: {
    toggle: "Row results",
    region: (name: string) => `Row results of ${name}`,
    caption: (name: string) => `Rows of ${name}`,
    filter: "Show results",
    place: "No.",
    loading: "Loading the rows…",
    loaded: (rows: number, format: Format) =>
      format.count(rows, { one: "# row is loaded", other: "# rows are loaded" }),
    part: (rows: number, format: Format) =>
      `The first ${format.count(rows, { one: "row is", other: "# rows are" })} loaded. Search, sorting and downloads load the others.`,
    loadingAll: (rows: number, format: Format) =>
      format.count(rows, { one: "Loading: # row so far…", other: "Loading: # rows so far…" }),
    more: "Load more rows",
    empty: "The server kept no rows for this import.",
    none: "The server has no rows for this import. It was made before rows were kept, or it was deleted elsewhere.",
    failed: "The rows could not be loaded.",
    retry: "Load the rows again",
    refresh: "Load the list again",
  },
  deletion: {
    heading: (name: string) => `Delete source “${name}”?`,
    application: (appName: string, format: Format) => `Application: ${format.strong(appName)}`,
    checking: "Asking the server what would be removed…",
    removes: (count: number | null, format: Format) =>
      count === null
        ? "Removes the connections created by this import."
        : `Removes ${format.strong(format.count(count, { one: "# connection", other: "# connections" }))} created by this import.`,
    stays: (count: number | null, format: Format) =>
      count === null
        ? "Connections that existed before stay."
        : format.count(count, { one: "# that existed before stays.", other: "# that existed before stay." }),
    gone: (count: number, format: Format) =>
      format.count(count, {
        one: "# connection of this import has already been removed.",
        other: "# connections of this import have already been removed.",
      }),
    final: "Users keep their LoginSign accounts. This cannot be undone.",
    keep: "Keep source",
    delete: "Delete source",
    failed: "The source could not be deleted",
    forbidden: "You do not have permission to delete sources of this application.",
    mayBeGone: "The source may still have been deleted. Close this dialog to refresh the list.",
    notDeleted: "Nothing was removed. You can try again.",
    deleting: "Deleting…",
    several: {
      heading: (count: number, format: Format) =>
        format.count(count, { one: "Delete # source?", other: "Delete # sources?" }),
      order: (names: readonly string[], format: Format) => `One after another: ${format.list(names)}.`,
      deleted: (deleted: number, count: number, format: Format) =>
        `${format.number(deleted)} of ${format.count(count, { one: "# source is", other: "# sources are" })} deleted.`,
      keep: "Keep sources",
      delete: "Delete sources",
    },
  },
};

// "Email" becomes "email", and "User ID" becomes "user ID".
function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function joinedOr(headers: readonly string[], format: Format): string {
  return headers.map(format.code).join(" / ");
}

function joined(parts: readonly string[], format: Format): string {
  return parts.map(format.code).join(" + ");
}
