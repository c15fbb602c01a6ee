// All English texts of the card; those that load earlier are in en-first.ts and en-file.ts. Every language has the same keys.

import type { DamagedIds } from "../../csv/rows/damaged-ids.ts";
import type { ImportRowIssue } from "../../csv/rows/import-rows.ts";
import type { NearDomain } from "../../csv/rows/near-domains.ts";
import type { ColumnRepair } from "../../csv/rows/repairs.ts";
import type { UnreachableReason } from "../../csv/rows/unreachable-reasons.ts";
import type { EmailCause } from "../../csv/rows/value-causes.ts";
import type { TextDamage } from "../../csv/table.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import type { WorkbookNotice } from "../../csv/workbook.ts";
import type { ProblemCause } from "../../importer/review/problem-causes.ts";
import { fileWords, inSentence } from "./en-file.ts";
import { rows } from "./en-first.ts";
import type { Format } from "./format.ts";

// A notice about numbers that a workbook shows with leading zeros.
type PaddedNumbersNotice = Extract<WorkbookNotice, { code: "numbers_padded" }>;

/** The name of a column as it is in the file, and as it is read. */
interface DecodedHeader {
  readonly written: string;
  readonly read: string;
}

/** Rows by their numbers in a spreadsheet; the last one is null if unknown. */
export interface RowRange {
  readonly firstRow: number;
  readonly lastRow: number | null;
}

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
  ...fileWords,
  sheet: {
    label: "Sheet",
    sheets: (count: number, format: Format) =>
      `of ${format.count(count, { one: "# sheet in this Excel workbook", other: "# sheets in this Excel workbook" })}`,
    hidden: (name: string) => `${name} (hidden)`,
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
    headers_decoded: (shown: readonly DecodedHeader[], count: number, format: Format) =>
      `${format.count(count, { one: "# damaged column name is", other: "# damaged column names are" })} read without the damage${count > shown.length ? ", such as" : ":"} ${format.list(shown.map(({ written, read }) => `“${written}” as “${read}”`))}. Downloads keep ${format.count(count, { one: "the name", other: "the names" })} of the file.`,
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
      `${format.count(count, { one: "# row contains", other: "# rows contain" })} letters that were encoded twice (like “Ã¼” for “ü”), first in row ${firstRow}.`,
    text_mended: (count: number, firstRow: number, format: Format) =>
      `Letters that were encoded twice were repaired in ${rows(count, format)}, first in row ${firstRow}.`,
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
    numbers_padded: ({ count, firstRow, examples: [first], read }: PaddedNumbersNotice, format: Format) =>
      `${format.count(count, { one: "# number is", other: "# numbers are" })} shown with leading zeros or other characters that are not stored, first in row ${firstRow}: ${format.code(first?.shown ?? "")} is stored as ${format.code(first?.stored ?? "")}. ${format.count(count, { one: "It is", other: "They are" })} read as ${read}.`,
    numbers_rounded: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# number has", other: "# numbers have" })} more than 15 digits, first in row ${firstRow}. Excel has changed the last digits. If they are user IDs, export them as text again.`,
    formulas_empty: (count: number, firstRow: number, format: Format) =>
      `${format.count(count, { one: "# formula has", other: "# formulas have" })} no stored value, first in row ${firstRow}, and read as empty. Open the workbook in Excel and save it again.`,
    apostrophes_removed: (count: number, firstRow: number, format: Format) =>
      `Leading apostrophes added by the export were removed in ${rows(count, format)}, first in row ${firstRow}.`,
    quotes_removed: (count: number, firstRow: number, format: Format) =>
      `Quotes around every value were removed in ${rows(count, format)}, first in row ${firstRow}.`,
  },
  memory: {
    ...fileWords.memory,
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
      excel_serial_1904: "an Excel date number, counted from 1904",
      buddhist_year_month_day: "year, month, day, Thai calendar",
      buddhist_day_month_year: "day, month, year, Thai calendar",
      buddhist_month_day_year: "month, day, year, Thai calendar",
      buddhist_month_name: "a date with a month name, Thai calendar",
      jalali_year_month_day: "year, month, day, Persian calendar",
      jalali_day_month_year: "day, month, year, Persian calendar",
      jalali_month_day_year: "month, day, year, Persian calendar",
      jalali_month_name: "a date with a month name, Persian calendar",
      hijri_year_month_day: "year, month, day, Islamic calendar",
      hijri_day_month_year: "day, month, year, Islamic calendar",
      hijri_month_day_year: "month, day, year, Islamic calendar",
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
        } “Last, First”. Accounts have the first name in front, so these names would not match. Swap the order?`,
      done: (count: number, format: Format) =>
        `${format.count(count, { one: "# name", other: "# names" })} swapped, first name in front.`,
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
    damage: {
      about: {
        mojibake: "Letters that were encoded twice",
        entities: "HTML codes in texts",
        bytes: "Texts written as Python bytes",
        codes: "Codes in place of letters",
      } satisfies Record<TextDamage, string>,
      columns: (names: readonly string[], count: number, format: Format) =>
        count > names.length
          ? `In ${format.number(count)} columns, such as ${format.code(names[0] ?? "")}.`
          : `In the columns ${format.list(names.map(format.code))}.`,
      left: "Left as they are. The texts are imported as written in the file.",
    },
    longRows: {
      about: { split: "Values split at the delimiter", extra: "Rows with extra cells" },
      offer: {
        split: (count: number, firstRow: number, format: Format) =>
          `${format.count(count, { one: "# row has", other: "# rows have" })} more cells than the header, first in row ${firstRow}. In each, only one value can have been split at the delimiter. Join its cells? Until then, rows in which a field may be cut are held back.`,
        extra: (count: number, firstRow: number, format: Format) =>
          `${format.count(count, { one: "# row has", other: "# rows have" })} more cells than the header, first in row ${firstRow}. Which value was split is not certain. Rows in which a field may be cut are held back.`,
      },
      join: "Join the cells",
      cut: "Ignore the extra cells",
      left: "Left as they are. Rows in which a field may be cut are marked as problems and held back.",
    },
    padded: {
      about: "Numbers shown in another form",
      stored: "Read as stored",
    },
    apply: "Apply",
    leave: "Leave as it is",
    undo: "Undo",
  },
  names: {
    ...fileWords.names,
    offer: (parts: readonly string[], format: Format) =>
      `No column contains the full name. ${joined(parts, format)} can be joined.`,
    done: (parts: readonly string[], sample: string, format: Format) =>
      `Joined: ${joined(parts, format)}${sample === "" ? "" : `, as in ${format.code(sample)}`}.`,
    about: "Joined names",
    part: (place: number) => `Part ${place} of the name`,
    noPart: "None",
    join: (parts: readonly string[], field: string) => `Join ${parts.join(" + ")} → ${field}`,
    left: (field: string) => `Left as they are. ${field} stays empty unless you choose a column.`,
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
    ...fileWords.emailId,
    about: "Email as user ID",
    offer: (header: string, field: string, format: Format) =>
      `No ${field} column was found. ${format.code(header)} can be the ${field} too. It is stored once and does not change: a user with another email later keeps the old one as ${field}.`,
    use: (header: string, field: string) => `Use ${header} as ${field} too`,
    done: (header: string, field: string, format: Format) =>
      `${format.code(header)} is used as ${field} too, in lower case, and does not change later.`,
    left: (field: string) => `The email is not used. Choose a column for ${field}.`,
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
  unreachable: {
    about: {
      masked: "Masked emails",
      no_mail: "Emails that receive no mail",
      mixed_letters: "Letters of two alphabets in one email",
      placeholder: "Placeholders in place of emails",
    } satisfies Record<UnreachableReason, string>,
    found: {
      masked: (email: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# email is", other: "# emails are" })} masked or anonymised, first ${format.code(email)} in row ${firstRow}.`,
      no_mail: (email: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# email receives", other: "# emails receive" })} no mail, first ${format.code(email)} in row ${firstRow}.`,
      mixed_letters: (email: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# email has", other: "# emails have" })} a word with letters of two alphabets that look alike, first ${format.code(email)} in row ${firstRow}.`,
      placeholder: (email: string, count: number, firstRow: number, format: Format) =>
        `${format.count(count, { one: "# email is a placeholder that belongs", other: "# emails are placeholders that belong" })} to nobody, first ${format.code(email)} in row ${firstRow}.`,
    } satisfies Record<UnreachableReason, unknown>,
    question: (count: number, format: Format) =>
      count === 1
        ? `No account is likely to have it, so the row would be reported as ${format.code("not_found")}. Correct it in the file, or leave the row out.`
        : `No account is likely to have one of them, so the rows would be reported as ${format.code("not_found")}. Correct them in the file, or leave the rows out.`,
    leaveOut: (rows: number, format: Format) =>
      format.count(rows, { one: "Leave out # row", other: "Leave out # rows" }),
    done: (rows: number, format: Format) => format.count(rows, { one: "# row left out.", other: "# rows left out." }),
    left: (rows: number, format: Format) =>
      `${format.count(rows, { one: "# row is", other: "# rows are" })} sent too, and probably reported as ${format.code("not_found")}.`,
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
    nothing: "empty",
    left: (texts: readonly string[], format: Format) =>
      `Left as written: ${texts.map(format.code).join(", ")}. In dates they will be reported as problems.`,
  },
  issues: {
    required: (field: string) => `${field} is missing`,
    too_long: (field: string) => `${field} is too long`,
    damaged: (field: string) => `${field} is damaged: letters were lost before or in the export`,
    control_character: (field: string) => `${field} contains a character that can't be printed`,
    invalid_email: () => "Not a valid email address. Example: user.one@example.com",
    invalid_date: () => "Unclear date. Write it as 2026-05-01",
    invalid_type: (field: string) => `${field} is not text`,
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
    ...fileWords.replace,
    column: "In column",
    find: "Find",
    replacement: "Replace with",
    wholeCell: "Whole cells only",
    hint: "Upper and lower case matter.",
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
      `Likely cause: ${format.code(header)} contains values that are not email addresses, for example ${format.code(value)} in row ${row}. Check the column for Email.`,
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
    start: "Start anyway",
  },
  check: {
    ...fileWords.check,
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
      `Not started yet: ${format.list(parts)}. Start again to import anyway.`,
    failed: "The check failed",
    startAnyway: "Nothing was written. You can start the import without a check.",
    maybeSaved: "The users may still have been saved. Check Saved sources before you start.",
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
    ...fileWords.progress,
    heading: (users: number, format: Format) =>
      format.count(users, { one: "Sending # user", other: "Sending # users" }),
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
    cancelNote:
      "Cancel only stops waiting. The server may already have the users: if the import was saved, delete it under Saved sources.",
    finished: (summary: string) => `Import finished: ${summary}`,
  },
  parts: {
    ...fileWords.parts,
    line: (part: number, count: number, sent: number, users: number, format: Format) =>
      `Part ${format.number(part)} of ${format.number(count)}: ${format.number(sent)} of ${format.count(users, { one: "# user", other: "# users" })} sent`,
    pause: "Pause after this part",
    willPause: "The import pauses after this part.",
    doNotPause: "Do not pause",
    heading: (part: number, count: number, format: Format) =>
      `Paused after part ${format.number(part)} of ${format.number(count)}`,
    saved: (users: number, names: readonly string[], format: Format) =>
      `${format.count(users, { one: "# user is", other: "# users are" })} saved as ${format.list(names.map(format.strong))}.`,
    inDoubt: (users: number, name: string, format: Format) =>
      `${format.count(users, { one: "# user was", other: "# users were" })} sent as ${format.strong(name)}, without an answer.`,
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
      `The file is too large to read these rows here. Import it with the command line: ${format.code("npx import-existing-users sync")}.`,
    failed: "The rows could not be read. Choose the file again.",
  },
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
  sourceRows: {
    ...fileWords.sourceRows,
    caption: (name: string) => `Rows of ${name}`,
    filter: "Show results",
    place: "No.",
    loaded: (rows: number, format: Format) =>
      format.count(rows, { one: "# row is loaded", other: "# rows are loaded" }),
    part: (rows: number, format: Format) =>
      `The first ${format.count(rows, { one: "row is", other: "# rows are" })} loaded. Search, sorting and downloads load the others.`,
    loadingAll: (rows: number, format: Format) =>
      format.count(rows, { one: "Loading: # row so far…", other: "Loading: # rows so far…" }),
    more: "Load more rows",
    empty: "The server kept no rows for this import.",
    none: "The server has no rows for this import. It was made before rows were kept, or it was deleted elsewhere.",
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

function joinedOr(headers: readonly string[], format: Format): string {
  return headers.map(format.code).join(" / ");
}

function joined(parts: readonly string[], format: Format): string {
  return parts.map(format.code).join(" + ");
}
