// The English words about the file: choosing, reading, refusing it, and what was noticed in it.
import type { Delimiter, Encoding, ForeignFormat } from "../csv/table.ts";
import type { Format } from "./format.ts";

const rows = (count: number, format: Format) => format.count(count, { one: "# row", other: "# rows" });
const columns = (count: number, format: Format) => format.count(count, { one: "# column", other: "# columns" });

export const englishFiles = {
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
};
