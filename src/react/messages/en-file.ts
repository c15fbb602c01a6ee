// The English texts for a file without anything to ask: how it was read, its columns, its rows, and Start. They load with the file reader.
import type { FieldKey } from "../../contract/fields.ts";
import type { Delimiter, Encoding } from "../../csv/table.ts";
import { columns, firstWords, rows } from "./en-first.ts";
import { type Format, toPlainText } from "./format.ts";

export const fileWords = {
  ...firstWords,
  fields: {
    externalUserId: "User ID",
    email: "Email",
    name: "Name",
    registrationDate: "Registration date",
    lastLoginDate: "Last login date",
  } satisfies Record<FieldKey, string> as Record<FieldKey, string>,
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
          `${format.list(headers)}: only ${format.count(matching, { one: "# email address", other: "# different email addresses" })} in ${format.number(of)} rows, perhaps another person's`,
        few: (headers: readonly string[], matching: number, of: number, format: Format) =>
          `${format.list(headers)}: ${format.number(matching)} of ${format.number(of)} values are email addresses`,
      },
      unfit_values: {
        externalUserId: (header: string) => `${header} is a known column name, but its values are not IDs`,
        email: (header: string) => `${header} is a known column name, but its values are not email addresses`,
        name: (header: string) => `${header} is a known column name, but its values are not names of people`,
        registrationDate: (header: string) => `${header} is a known column name, but its dates can't be read`,
        lastLoginDate: (header: string) => `${header} is a known column name, but its dates can't be read`,
      } satisfies Record<FieldKey, (header: string) => string>,
      left: "left empty",
      empty: "the column is empty",
    },
  },
  names: {
    option: (parts: readonly string[]) => parts.join(" + "),
    several: "Join several columns…",
    reason: "joined from several columns",
  },
  emailId: {
    option: "The email",
    reason: "the email, chosen by you",
  },
  preview: {
    heading: "Preview and column mapping",
    lead: "Check that each field is matched to the right column.",
    knownLater: (format: Format) =>
      `Whether each user has an account (${format.code("not_found")}), and under the same name (${format.code("name_mismatch")}), is known only after the import.`,
    knownByCheck: (format: Format) =>
      `Whether each user has an account (${format.code("not_found")}), and under the same name (${format.code("name_mismatch")}), is known only after a check or the import.`,
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
    ...firstWords.table,
    row: "Row",
    noRows: "No rows match.",
    search: "Search rows",
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
  replace: {
    open: "Find and replace",
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
  start: {
    ...firstWords.start,
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
      ...firstWords.start.blockers,
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
  memory: {
    tag: "remembered",
    reason: (day: string) => `as you confirmed it on ${day}`,
  },
  check: {
    button: "Check against accounts",
  },
  progress: {
    ...firstWords.progress,
    read: (rows: number, problems: number | null, format: Format) =>
      `File read: ${format.count(rows, { one: "# row", other: "# rows" })}${
        problems === null ? "" : `, ${format.number(problems)} with problems`
      }`,
  },
};

// "Email" becomes "email", and "User ID" becomes "user ID".
export function inSentence(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
