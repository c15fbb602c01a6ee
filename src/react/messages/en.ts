// The English texts of the card, in the order in which a person meets them. Every language has the same keys in this order.

import type { FieldKey } from "../../contract/fields.ts";
import type { RowStatus } from "../../contract/status.ts";
import type { RowIssueCode } from "../../contract/user.ts";
import type { Delimiter, Encoding, ForeignFormat } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import type { ImportFailure } from "../../importer/state.ts";
import type { Format } from "./format.ts";

/** What happened, and the next step. */
export interface FailureWords {
  readonly title: string;
  readonly advice: string;
}

const retryLater = "Wait a moment, then retry. Your file and your choices are kept.";
const tellSupport = "Retry once; if it happens again, tell the support what is shown here.";

const failures: Record<ImportFailure["code"], FailureWords> = {
  unauthenticated: {
    title: "You are signed out",
    advice: "Sign in again in another tab, then come back here and retry. Your file stays here.",
  },
  forbidden: {
    title: "You have no permission for this application",
    advice: "Ask an owner of the application for the right to import users, then retry.",
  },
  "application-not-found": {
    title: "The application was not found",
    advice: "Check that the right project is selected in the portal.",
  },
  "source-not-found": {
    title: "The source was not found",
    advice: "It may have been deleted elsewhere. Look at Saved sources.",
  },
  "import-in-progress": {
    title: "Another import of this application is running",
    advice: "Wait until it has ended, then retry.",
  },
  "source-deleted": {
    title: "The source of this import was deleted",
    advice: "Go back to the preview and start again: that is a new import.",
  },
  "payload-too-large": {
    title: "The file is too large for the server",
    advice: "Split it into smaller files here, and import them one after the other.",
  },
  "too-many-users": {
    title: "Too many users for one import",
    advice: "Split the file into smaller ones here, and import them one after the other.",
  },
  "invalid-request": {
    title: "The server did not accept the request",
    advice: "Check the source name and the columns, then start again.",
  },
  malformed: { title: "The server could not read the request", advice: tellSupport },
  "unsupported-media-type": { title: "The server does not take the form of the request", advice: tellSupport },
  "idempotency-key-reused": {
    title: "The server knows this start with other content",
    advice: "Go back to the preview and start again: that is a new import.",
  },
  "rate-limited": { title: "Too many requests at the moment", advice: "The server asks to wait, then retry." },
  internal: { title: "The server had a problem", advice: retryLater },
  unavailable: { title: "The server is not available right now", advice: retryLater },
  network: {
    title: "The server could not be reached",
    advice: "Check your internet connection, then retry. Your file and your choices are kept.",
  },
  timeout: { title: "No answer in time", advice: "The server may still be working on it." },
  unexpected_answer: {
    title: "The answer was not what was expected",
    advice: "Often a login page or a proxy answered instead. Check that you are signed in, then retry.",
  },
  http: { title: "The server refused the request", advice: tellSupport },
  dry_run_not_offered: {
    title: "The server offers no trial run",
    advice: "Nothing was changed.",
  },
  cancelled: {
    title: "You cancelled the import",
    advice: "Waiting for the answer was stopped.",
  },
  unexpected: { title: "Something unexpected happened", advice: tellSupport },
};

const rows = (count: number, format: Format) => format.count(count, { one: "# row", other: "# rows" });
const columns = (count: number, format: Format) => format.count(count, { one: "# column", other: "# columns" });

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
        `${format.strong("invalid_grant")} at login: restart the authorization and exchange a fresh code.`,
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
    size: (count: number, width: number, bytes: number, format: Format) =>
      `${rows(count, format)} · ${columns(width, format)} · ${format.bytes(bytes)}`,
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
      title: "Read like this, the file has no rows",
      advice: "Your last choice was taken back. Choose another encoding, delimiter or header row.",
    },
    file_too_large: {
      title: (bytes: number, limit: number, format: Format) =>
        `The file has ${format.bytes(bytes)}; at most ${format.bytes(limit)} can be read`,
      advice: (estimated: number, format: Format) =>
        `It holds about ${rows(estimated, format)}. Import the first part now, or export it in several files.`,
    },
    too_many_rows: {
      title: (count: number, limit: number, estimated: boolean, format: Format) =>
        `The file has ${estimated ? "about " : ""}${rows(count, format)}; the limit is ${format.number(limit)}`,
      advice: "Import the first part now, or split the file and import the parts one after the other.",
      action: (limit: number, format: Format) => `Import the first ${format.number(limit)}`,
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
    several_files: {
      title: (count: number, format: Format) => `${format.number(count)} files at once`,
      advice: "Please choose one file: each import is one file.",
    },
    reader_not_loaded: {
      title: "The file reader could not be loaded",
      advice: "Check your connection and choose the file again. If that does not help, reload the page.",
    },
    not_a_file: { title: "That was not a file", advice: "Drop a CSV file here, or choose one." },
  },
  split: {
    action: (rows: number, format: Format) =>
      format.count(rows, { one: "Split into files of # row", other: "Split into files of # rows" }),
    working: "Splitting the file…",
    done: (parts: number, format: Format) =>
      `${format.count(parts, { one: "# file was saved", other: "# files were saved" })} to your downloads. Import them one after the other.`,
    failed: "The file could not be split. Choose it again.",
    partName: (file: string, part: number) => `${file} part ${part}`,
  },
  report: {
    copy: "Copy read report",
    hint: "For support: how the file was read, without any row of it.",
    copied: "Copied",
    saved: "Copying is not allowed here, so the report was saved to your downloads.",
    fileName: (file: string) => `${file} read report`,
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
      "koi8-r": "KOI8-R, Cyrillic",
      macintosh: "Mac Roman",
      shift_jis: "Shift JIS, Japanese",
      "euc-jp": "EUC-JP, Japanese",
      gb18030: "GB 18030, Chinese",
      big5: "Big5, Chinese",
      "euc-kr": "EUC-KR, Korean",
    } satisfies Record<Encoding, string> as Record<Encoding, string>,
    reasons: {
      chosen: "chosen by you",
      text: "it was text already",
      byte_order_mark: "the file says so at its start",
      ascii: "plain letters only: fits nearly every encoding",
      valid_utf8: "every character is valid UTF-8",
      mostly_utf8: (characters: number, damaged: number, format: Format) =>
        `${format.count(characters, { one: "# character is", other: "# characters are" })} valid UTF-8, ${format.count(damaged, { one: "# byte is", other: "# bytes are" })} damaged`,
      letters_fit: (language: string, share: number, runnerUp: string, format: Format) =>
        `a guess: ${format.percent(share)} of its special letters fit ${language}; the next likely is ${runnerUp}`,
      zero_bytes: "a guess: every other byte is zero",
      not_utf8: (runnerUp: string | null) =>
        `not UTF-8, so this is a guess: check the accents${runnerUp === null ? "" : `; the next likely is ${runnerUp}`}`,
    },
    sample: (text: string, row: number) => `Row ${row}: “${text}”`,
    sampleDoubted: (text: string, row: number) => `Row ${row}: “${text}” – does that read right?`,
  },
  delimiter: {
    label: "Delimiter",
    names: { ",": "Comma", ";": "Semicolon", "\t": "Tab", "|": "Vertical bar" } satisfies Record<
      Delimiter,
      string
    > as Record<Delimiter, string>,
    reasons: {
      chosen: "chosen by you",
      declared: "the first line says so",
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
    runnerUp: (reason: string, name: string) => `${reason}; the next likely is ${name}`,
  },
  headerRow: {
    label: "Header row",
    row: (row: number, sample: readonly string[]) =>
      sample.length === 0 ? `Row ${row}` : `Row ${row}: ${sample.join(", ")}`,
    none: "No header row",
    reasons: {
      chosen: "chosen by you",
      known_names: (names: readonly string[], format: Format) => `known names: ${format.list(names)}`,
      unlike_rows_below: "words here, values below",
      words_only: "only words, so taken for a header",
      holds_value: (value: string) => `the first row holds a value already: ${value}`,
    },
    runnerUp: (reason: string, row: number) => `${reason}; the next likely is row ${row}`,
  },
  notices: {
    characters_damaged: (count: number, firstRow: number | null, format: Format) =>
      `${format.count(count, { one: "# character", other: "# characters" })} could not be read${
        firstRow === null ? "" : `, first in row ${firstRow}`
      }. Try another encoding.`,
    added_columns: (headers: readonly string[], format: Format) =>
      `This file was saved here before: ${format.list(headers)}, added then, ${format.count(headers.length, { one: "is", other: "are" })} ignored. The other columns count.`,
    rows_skipped: (count: number, format: Format) =>
      format.count(count, {
        one: "# row above the header was skipped.",
        other: "# rows above the header were skipped.",
      }),
    rows_over_limit: (count: number, limit: number, estimated: boolean, format: Format) =>
      `Only the first ${format.number(limit)} of ${estimated ? "about " : ""}${rows(count, format)} are imported. Import the others with a file of their own.`,
    rows_short: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} fewer cells than the header, first row ${firstRow}; the missing ones are empty.`,
    rows_long: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row has", other: "# rows have" })} more cells than the header, first row ${firstRow}; the others are left out.`,
    quotes_malformed: (count: number, firstRow: number, format: Format) =>
      `${rows(count, format)} with quotes that are not doubled, first row ${firstRow}; they are read as text.`,
    lines_unwrapped: (count: number, firstRow: number, format: Format) =>
      `${rows(count, format)} stood in quotes as a whole, first row ${firstRow}; their cells are divided.`,
    zeros_ignored: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row holds", other: "# rows hold" })} NUL characters, first row ${firstRow}; they are left out.`,
    text_garbled: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# character looks", other: "# characters look" })} garbled (like “Ã¼” for “ü”), first in row ${firstRow}: they were encoded twice.`,
    text_mended: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# garbled character was", other: "# garbled characters were" })} mended, first in row ${firstRow}.`,
    formulas_unwrapped: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# row holds", other: "# rows hold" })} texts written as formulas (like ="00123"), first row ${firstRow}; they are read as texts.`,
    apostrophes_removed: (count: number, firstRow: number, format: Format) =>
      `Apostrophes in front of values, which the export put there, are taken off in ${rows(count, format)}, first in row ${firstRow}.`,
  },
  text: {
    mend: "Mend them",
    keep: "Keep them as they were",
  },
  mapping: {
    label: "Columns",
    field: "Field",
    column: "Column in your file",
    values: "First values",
    how: "How",
    required: "required",
    optional: "optional",
    notInFile: "Not in this file",
    choose: "Choose a column",
    unnamedColumn: (column: number, format: Format) => `Column ${format.number(column)} (no name)`,
    repeatedColumn: (header: string, column: number, format: Format) => `${header} (column ${format.number(column)})`,
    emptyValues: "no values",
    auto: "auto",
    guessed: "guessed",
    you: "you",
    recognised: (columns: number, left: number, format: Format) =>
      format.count(
        columns,
        left > 0
          ? { one: "The field is recognised", other: "All # fields recognised" }
          : { one: "The column is recognised", other: "All # columns recognised" },
      ),
    change: "Change",
    ignored: (headers: readonly string[], format: Format) => `Ignored: ${headers.map(format.code).join(", ")}`,
    ignoredMore: (count: number, format: Format) => format.count(count, { one: "and # more", other: "and # more" }),
    taken: (header: string, from: string, by: string) => `${header} now feeds ${by}; ${from} has no column any more.`,
    missing: "Required columns are missing",
    missingField: (field: string) => `Choose the column for ${field}`,
    reasons: {
      alias: "known column name",
      known_name: "a name that other systems use",
      alternatives: (headers: readonly string[], format: Format) =>
        `known name; also possible: ${format.list(headers)}`,
      doubted: (header: string) => `${header} is a known name, but its values look different: please check`,
      values: {
        externalUserId: (share: number, format: Format) => `${format.percent(share)} of the values look like ids`,
        email: (share: number, format: Format) => `${format.percent(share)} of the values are addresses`,
        name: (share: number, format: Format) => `${format.percent(share)} of the values look like names`,
        registrationDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
        lastLoginDate: (share: number, format: Format) => `${format.percent(share)} of the values are dates`,
      } satisfies Record<FieldKey, (share: number, format: Format) => string>,
      similar_name: (header: string) => `${header} sounds like it, and the values fit`,
      unique_values: (of: number, format: Format) =>
        `no column is called an id; here ${format.count(of, { one: "the value occurs", other: "all # values occur" })} only once`,
      earlier: (share: number, format: Format) => `the earlier date in ${format.percent(share)} of the rows`,
      later: (share: number, format: Format) => `the later date in ${format.percent(share)} of the rows`,
      usernames: (headers: readonly string[], format: Format) => `no id found; could be ${format.list(headers)}`,
      guide_order: "in the order of the guide's file",
      no_match: "no column looks like it",
      ambiguous: (headers: readonly string[], format: Format) => `several look alike: ${format.list(headers)}`,
      chosen: "chosen by hand",
      left: "left out by hand",
    },
  },
  memory: {
    tag: "remembered",
    reason: (day: string) => `as you confirmed it on ${day}`,
    note: (day: string) => `Mapping remembered from ${day}`,
    forget: "Forget",
    heading: (count: number, format: Format) => `Remembered mappings (${format.number(count)})`,
    about:
      "For the next file with the same column names. Kept are the positions of the columns and the source name; no column names, no values, no rows.",
    none: "Nothing is remembered. A mapping that you decide about is remembered when you start the import.",
    list: "Remembered mappings",
    entry: (name: string, day: string, format: Format) => `${format.strong(name)}, confirmed on ${day}`,
    column: (field: string, column: number, format: Format) => `${field}: column ${format.number(column)}`,
    joined: (field: string, columns: readonly number[], format: Format) =>
      `${field}: columns ${format.list(columns.map(format.number))}`,
    forgetAll: "Forget all",
  },
  dates: {
    formats: {
      iso: "an ISO date",
      year_month_day: "year, month, day",
      day_month_year: "day, month, year",
      month_day_year: "month, day, year",
      month_name: "a date with the month’s name",
      compact: "year, month, day without separators",
      epoch_seconds: "seconds since 1970",
      epoch_milliseconds: "milliseconds since 1970",
      excel_serial: "a day number of Excel",
    } satisfies Record<DateFormat, string> as Record<DateFormat, string>,
    question: (value: string, formatName: string, matching: number, of: number, format: Format) =>
      `${format.code(value)} is read as ${formatName}. ${
        matching === of
          ? format.count(of, { one: "Convert the value?", other: "Convert all # values?" })
          : `Convert ${format.number(matching)} of ${format.number(of)} values? The others stay as they are.`
      }`,
    ambiguous: (value: string, row: number, format: Format) =>
      `${format.code(value)} in row ${row} can be two days, and no other row tells which. Which one is it?`,
    converted: (matching: number, formatName: string, format: Format) =>
      `${format.count(matching, { one: "# value", other: "# values" })} converted from: ${formatName}.`,
    left: "Left as it is: dates that are not ISO will be reported as problems.",
    convert: "Convert",
    leave: "Leave as it is",
    undo: "Undo",
    proof: "Examples",
    proofRow: (row: number) => `Row ${row}`,
    becomes: "becomes",
    reading: (day: string, formatName: string) => `${day} (${formatName})`,
    about: "Dates in another format",
  },
  names: {
    offer: (parts: readonly string[], sample: string, format: Format) =>
      `No column holds the full name. ${joined(parts, format)} can be joined${
        sample === "" ? "" : `, as in ${format.code(sample)}`
      }.`,
    done: (parts: readonly string[], sample: string, format: Format) =>
      `Joined: ${joined(parts, format)}${sample === "" ? "" : `, as in ${format.code(sample)}`}.`,
    option: (parts: readonly string[]) => parts.join(" + "),
    about: "Joined names",
    several: "Join several columns…",
    part: (place: number) => `Part ${place} of the name`,
    noPart: "Nothing more",
    join: (parts: readonly string[], field: string) => `Join ${parts.join(" + ")} → ${field}`,
    undo: "Undo",
    reason: "joined from several columns",
  },
  usernames: {
    about: "User names as user IDs",
    offer: (headers: readonly string[], field: string, format: Format) =>
      `No column is known to be the ${field}. If your system knows people by ${joinedOr(headers, format)}, it can be taken; each has to stay the same for ever.`,
    use: (header: string, field: string) => `Use ${header} as ${field}`,
    done: (header: string, field: string, format: Format) => `${format.code(header)} is used as ${field}.`,
    undo: "Undo",
  },
  empty: {
    about: "Texts that mean nothing",
    offer: (texts: readonly string[], count: number, firstRow: number, format: Format) =>
      `${texts.map(format.code).join(", ")} ${format.count(count, { one: "stands in # cell", other: "stand in # cells" })} where nothing is known, first in row ${firstRow}. Read as empty?`,
    read: "Read as empty",
    done: (texts: readonly string[], format: Format) => `Read as empty: ${texts.map(format.code).join(", ")}.`,
    undo: "Undo",
  },
  preview: {
    heading: "Preview and column mapping",
    lead: "Check that each field gets the right column.",
    knownLater: (format: Format) =>
      `Only the import tells who has no account (not found, ${format.code("not_found")}) or another name there (name mismatch, ${format.code("name_mismatch")}).`,
    caption: "Preview of the rows",
    rawCaption: "First rows of the file",
    filter: "Show rows",
    all: "All",
    ready: "Ready",
    problems: "With problems",
    duplicates: "Duplicates",
    downloadProblems: "Download rows with problems",
    problemsFile: (file: string) => `${file} rows with problems`,
  },
  table: {
    row: "Row",
    noRows: "No row matches.",
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
    control_character: (field: string) => `${field} holds a character that can't be printed`,
    invalid_email: () => "Not an email address. Expected: one like user.one@example.com",
    invalid_date: () => "Not a date we can read. Expected: 2026-05-01 or 2026-05-01T12:00:00Z",
    invalid_type: (field: string) => `${field} is not a text`,
    not_an_object: () => "Not a user",
  } satisfies Record<RowIssueCode, (field: string) => string> as Record<RowIssueCode, (field: string) => string>,
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
    undone: (row: number, field: string) => `The correction of ${inSentence(field)} in row ${row} is undone`,
    allUndone: (cells: number, format: Format) =>
      format.count(cells, { one: "# correction is undone", other: "# corrections are undone" }),
    applied: (file: string, rows: number, format: Format) =>
      `${format.count(rows, { one: "# row is", other: "# rows are" })} corrected from ${file}`,
    left: (problems: number, format: Format) =>
      problems === 0
        ? "No row has problems any more"
        : format.count(problems, { one: "# row with problems left", other: "# rows with problems left" }),
  },
  merge: {
    title: (dropped: string, file: string) => `${dropped} holds rows of ${file}`,
    changes: (rows: number, format: Format) =>
      format.count(rows, {
        one: "It differs from the preview in # row.",
        other: "It differs from the preview in # rows.",
      }),
    noChanges: "It says nothing else than the preview below.",
    strangers: (rows: readonly number[], more: number, format: Format) =>
      `${format.count(rows.length + more, { one: "# of its rows is", other: "# of its rows are" })} no row of the preview and would be left out: ${format.list(
        [...rows.map((row) => `row ${row}`), ...(more > 0 ? [`${format.number(more)} more`] : [])],
      )}. Number and user ID or email have to be the same.`,
    kept: (cells: number, format: Format) =>
      format.count(cells, {
        one: "# value would stay as it is: it is valid, and the new one is not.",
        other: "# values would stay as they are: they are valid, and the new ones are not.",
      }),
    apply: (file: string, rows: number, format: Format) =>
      `Apply the corrections of this file to ${file} (${format.count(rows, { one: "# row", other: "# rows" })})`,
    replace: "Import it as its own file",
    dismiss: (file: string) => `Keep ${file} as it is`,
  },
  start: {
    button: "Start import",
    willBeSent: (users: number, appName: string | null, format: Format) =>
      format.count(users, { one: "# user will be sent", other: "# users will be sent" }) +
      (appName ? ` to ${format.strong(appName)}` : ""),
    willBeInvalid: (rows: number, format: Format) =>
      format.count(rows, { one: "# has problems", other: "# have problems" }) +
      ` and will be reported as ${format.code("invalid_row")}`,
    heldBack: (rows: number, format: Format) =>
      format.count(rows, { one: "# row with problems is held back", other: "# rows with problems are held back" }),
    sentence: (parts: readonly string[]) => parts.join("; "),
    blocked: "Start import is not possible yet",
    blockers: {
      source_name_blank: "Give the source a name.",
      source_name_too_long: (length: number, limit: number, format: Format) =>
        `The source name has ${format.number(length)} characters; at most ${format.number(limit)} are allowed.`,
      file_undecided: (file: string) => `Decide above what becomes of ${file}.`,
      field_unmapped: (field: string) => `Choose the column for ${field}.`,
      no_rows_to_send: "There is no row to send.",
    },
    unconfirmed: (name: string, format: Format) =>
      `An earlier start named ${format.strong(name)} may have been saved. Check Saved sources before you start again: this would be a new import.`,
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
    sending: "On the way to the server",
    waiting: "Waiting for the answer of the server",
    waited: (seconds: number, format: Format) => `· ${format.number(seconds)} s`,
    tryReasons: {
      "rate-limited": "The server asks to wait",
      "import-in-progress": "Another import of this application is running",
    } as Record<string, string>,
    tryingAgain: (reason: string | undefined, attempt: number, attempts: number, format: Format) =>
      `${reason ?? "The server did not answer as hoped"}: trying again (${format.number(attempt)} of ${format.number(attempts)})`,
    inSeconds: (seconds: number, format: Format) => `in ${format.number(seconds)} s`,
    kept: "Your file and your choices are kept. Please leave this page open.",
    cancel: "Cancel",
    cancelNote:
      "Cancel stops waiting here. It can't take back what the server already has: look under Saved sources and delete the source there.",
    finished: (summary: string) => `Import finished: ${summary}`,
  },
  failures,
  failure: {
    status: (status: number, format: Format) => `HTTP ${format.code(String(status))}`,
    repeatSafe: "The users may have been saved all the same. Retrying is safe: nothing is imported twice.",
    checkFirst: "The users may have been saved all the same: check Saved sources first, before you retry.",
    nothingSaved: "Nothing was saved.",
    retry: "Retry",
    retryIn: (seconds: number, format: Format) =>
      `Retry is possible in ${seconds > 120 ? `${format.number(Math.ceil(seconds / 60))} min` : `${format.number(seconds)} s`}`,
    retryNow: "You can retry now.",
    back: "Back to the columns",
    checkSources: "Check Saved sources",
  },
  result: {
    heading: "Import result",
    facts: (name: string, rows: number, duration: string, format: Format) =>
      `${format.strong(name)} · ${format.count(rows, { one: "# row", other: "# rows" })} · finished in ${duration}`,
    connected: (imported: number, format: Format) =>
      format.count(imported, { one: "# user is newly connected", other: "# users are newly connected" }),
    noneConnected: "No user was newly connected",
    filter: "Show results",
    all: "All",
    heldBack: "held back",
    caption: "Results per row",
    bar: (parts: readonly string[], format: Format) => format.list(parts),
    statusColumn: "Status",
    meaningColumn: "What it means",
    downloadResults: "Download results (CSV)",
    downloadFixes: "Download rows to fix",
    resultsFile: (name: string) => `${name} results`,
    fixesFile: (name: string) => `${name} rows to fix`,
    undo: "Undo this import",
    undone: "This import was undone.",
    undoneHint: "The results below show what it had done.",
    restart: "Import another file",
    countsOnly:
      "The answer was lost on the way, but the import was found among the saved sources. Only its numbers are known, not what became of each row.",
    notCounted: (rows: number, format: Format) =>
      format.count(rows, {
        one: "# row has a status this version does not know; it is shown as the server sent it.",
        other: "# rows have a status this version does not know; they are shown as the server sent them.",
      }),
    hints: {
      not_found: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of your users were not found`)} (${format.code("not_found")}). Usually they signed up with another address, or have no LoginSign account yet. They are matched when you import them again later.`,
      name_mismatch: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of the names do not match`)} (${format.code("name_mismatch")}). Often the export writes names in another order, such as “Last, First”, or the wrong column is mapped to Name. Without a name column, users are matched by email alone.`,
      invalid_row: (share: number, format: Format) =>
        `${format.strong(`${format.percent(share)} of the rows are invalid`)} (${format.code("invalid_row")}). Usually one column is mapped wrongly, or the dates are not written like 2026-05-01. Fix the file and import it again: rows that are connected already stay as they are.`,
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
    already_connected: "Was connected before; refreshed and active.",
    not_found: "No LoginSign account has this email yet.",
    name_mismatch: "The account with this email has another name. Check the person.",
    invalid_row: (reason: string | null) =>
      reason === null
        ? "The row is not valid. Fix it and import it again."
        : `${reason}. Fix it and import the row again.`,
    invalidField: (field: string, reason: string) => `${field}: ${reason}`,
    unknown: "A status this version does not know.",
    heldBack: (reasons: readonly string[]) =>
      `Not sent, because it has problems: ${reasons.join("; ")}. Fix it and import the row again.`,
    noResult: "The server gave no result for this row.",
    serverIssue: (field: string | null, code: string) => (field ? `${field}: ${code}` : code),
    warnings: {
      duplicate_in_request: (row: number | null) =>
        row === null ? "An earlier row has the same email." : `Row ${row} has the same email.`,
      external_user_id_repeated: () => "Another row has the same user ID with another email.",
      external_user_id_on_other_connection: () =>
        "This user ID belongs to another account's connection, which stays as it is.",
      external_user_id_differs: () => "The connection has another user ID and keeps it.",
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
        ? format.count(shown, { one: "#+ import", other: "#+ imports" })
        : format.count(shown, { one: "# import", other: "# imports" }),
    caption: "Saved sources, newest first",
    name: "Name",
    date: "Imported on",
    rows: "Rows",
    result: "Result",
    actions: "Actions",
    unnamed: "(no name)",
    noCounters: "Numbers are not known",
    loading: "Loading saved sources…",
    empty: "Nothing imported yet. Every import is listed here, and can be undone.",
    failed: "The saved sources could not be loaded.",
    stale: "The list could not be refreshed and may be out of date.",
    retry: "Load again",
    page: (page: number, format: Format) => `Page ${format.number(page)}`,
    pages: "Pages of saved sources",
    previousPage: "Newer sources",
    nextPage: "Older sources",
    delete: "Delete source",
    rolledBack: (name: string | null, removed: number | null, format: Format) =>
      `${name ? `${format.strong(name)} is deleted` : "The source is deleted"}${
        removed === null ? "." : `: ${format.count(removed, { one: "# connection", other: "# connections" })} removed.`
      }`,
    alreadyGone: (count: number, format: Format) =>
      format.count(count, { one: "# was gone before.", other: "# were gone before." }),
    reactivatedKept: (count: number, format: Format) =>
      format.count(count, {
        one: "# reactivated connection stays active.",
        other: "# reactivated connections stay active.",
      }),
    alreadyDeleted: "It had been deleted before.",
    dismiss: "Dismiss",
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
      `Only the first ${format.count(rows, { one: "row is", other: "# rows are" })} loaded: search and sorting know no others yet.`,
    more: "Load more rows",
    empty: "The server kept no rows of this import.",
    none: "The server has no rows of this import. It was made before rows were kept, or it was deleted elsewhere.",
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
        one: "# connection of this import is gone already.",
        other: "# connections of this import are gone already.",
      }),
    final: "Users keep their LoginSign accounts. This cannot be undone.",
    keep: "Keep source",
    delete: "Delete source",
    failed: "The source could not be deleted",
    forbidden: "You may not delete sources of this application.",
    mayBeGone: "The source may be gone all the same: close this, and the list is refreshed.",
    notDeleted: "Nothing was removed. You can try once more.",
    deleting: "Deleting…",
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
