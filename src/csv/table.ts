// Types of reading a file: options, the table, the detected dialect, notices, and issues of files that can't be read.

import type { PaddedNumbers, ReadWorkbook, UnreadableWorkbook, WorkbookNotice, WorkbookSheet } from "./workbook.ts";

/** A lower-case WHATWG encoding label, as `TextDecoder` names it, or a code page of DOS: `ibm437`, `ibm850`, `ibm852`. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1250"
  | "windows-1251"
  | "windows-1252"
  | "windows-1253"
  | "windows-1254"
  | "windows-1255"
  | "windows-1256"
  | "windows-1257"
  | "windows-1258"
  | "windows-874"
  | "iso-8859-2"
  | "iso-8859-15"
  | "ibm437"
  | "ibm850"
  | "ibm852"
  | "ibm866"
  | "koi8-r"
  | "koi8-u"
  | "macintosh"
  | "x-mac-cyrillic"
  | "shift_jis"
  | "euc-jp"
  | "gb18030"
  | "big5"
  | "euc-kr";

/** The character between two cells. */
export type Delimiter = "," | ";" | "\t" | "|";

/** How to read a file; whatever is left out or `"auto"` is detected. */
export interface ReadOptions {
  readonly delimiter?: Delimiter | "auto";
  readonly encoding?: Encoding | "auto";
  /** The header's row as a spreadsheet numbers it (1 is the first), null for a file without header. */
  readonly headerRow?: number | null | "auto";
  /** Most data rows. @default 10,000 (guide: "Maximum 10,000 rows per import") */
  readonly maxRows?: number;
  /** Largest file in bytes; a larger one is refused with an estimate from its first 8 MiB. @default 64 MiB */
  readonly maxBytes?: number;
  /**
   * Beyond `maxRows` or `maxBytes`: refuse the file, or take the first rows with a notice. `all` takes every row of a file
   * within `maxBytes`, to import them in parts. @default "refuse"
   */
  readonly overflow?: "refuse" | "first" | "all";
  /** Rows above this one, as a spreadsheet numbers it, are left out (notice `rows_before`), but the header is not. @default 1 */
  readonly fromRow?: number;
  /**
   * Damaged text: mojibake ("MÃ¼ller", notice `text_garbled`), HTML entities (`entities_found`), byte texts of Python
   * (`bytes_found`) and codes of letters (`codes_found`): keep all as it is, repair all, or say it for each damage.
   * @default "keep"
   */
  readonly garbled?: "keep" | "mend" | Readonly<Partial<Record<TextDamage, "keep" | "mend">>>;
  /**
   * Rows with more cells than the header (notice `rows_long`): leave them as they are, so that `toImportRows` marks them as
   * problems; join the cells of the one value that can have been split ("Roe, Ann" without quotes); or drop the extra cells.
   * Either for all of them, where "join" leaves those that can't be joined, or for the two kinds apart.
   * @default "ask"
   */
  readonly longRows?: "ask" | "join" | "cut" | LongRowChoices;
  /** Reads Excel workbooks, which are refused without it: `xlsx` of `import-existing-users/xlsx`. */
  readonly workbooks?: ReadWorkbook;
  /** The sheet of a workbook, by its name. @default the first visible one with an email address, or else the first that is not empty */
  readonly sheet?: string;
  /** Numbers of a workbook with leading zeros or other characters by their format (notice `numbers_padded`). @default "shown" */
  readonly paddedNumbers?: PaddedNumbers;
  /** Aborts reading: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called from time to time with the share that is read, 0 to 1, never decreasing. */
  readonly onProgress?: (share: number) => void;
}

/** Damage that an export did to texts. `mojibake`: encoded twice; the others: written for a page, Python, JSON or a mail. */
export type TextDamage = "mojibake" | "entities" | "bytes" | "codes";

/** What is done with rows that have more cells than the header. @default "ask" for both */
export interface LongRowChoices {
  /** Rows in which only one value can have been split. */
  readonly split?: "ask" | "join" | "cut";
  /** All other rows. */
  readonly extra?: "ask" | "cut";
}

/** A table, or the issue why there is none. Nothing is thrown: a file that can't be read is an expected outcome. */
export type ReadResult =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly issue: FileIssue };

/** A file as records, before its columns are mapped to fields. */
export interface CsvTable {
  /**
   * Duplicates and empty ones included, as written, except for damaged names (notice `headers_decoded`); "Column 1",
   * "Column 2" ... where `dialect.hasHeader` is false.
   */
  readonly headers: readonly string[];
  /** The data rows; blank ones are left out. */
  readonly records: readonly CsvRecord[];
  readonly dialect: Dialect;
  readonly notices: readonly FileNotice[];
  /** How many rows of the file were kept or left out. */
  readonly counts: RowCounts;
}

/** All records of a file, blank ones included: `kept` + `blank` + `aboveData` + `before` + `overLimit`. */
export interface RowCounts {
  readonly kept: number;
  readonly blank: number;
  /** The header and the rows above it, without blank rows. */
  readonly aboveData: number;
  /** Rows above `ReadOptions.fromRow`. */
  readonly before: number;
  readonly overLimit: number;
  /** True when reading stopped early, so that `blank` and `overLimit` are estimated. */
  readonly estimated: boolean;
}

/** One data row. */
export interface CsvRecord {
  /** The row a spreadsheet shows: header, title and blank rows count, line breaks inside quotes don't. */
  readonly number: number;
  /** One text per header; more where the row is longer than the header (notice `rows_long`). */
  readonly cells: readonly string[];
}

/** How the file was read, and why. Each part can be overruled in `ReadOptions`. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  /** The header's row as a spreadsheet numbers it; null without header. */
  readonly headerRow: number | null;
  readonly reasons: {
    readonly encoding: EncodingReason;
    readonly delimiter: DelimiterReason;
    readonly header: HeaderReason;
  };
  /** The first text of the file that is not ASCII, to see whether the encoding is right; null without one. */
  readonly sample: { readonly row: number; readonly text: string } | null;
  /** How well each delimiter fits, best first; empty when the delimiter was given or declared. */
  readonly delimiters: readonly DelimiterFit[];
  /** Rows that may be the header, best first. */
  readonly headerCandidates: readonly HeaderCandidate[];
  /** The sheet that was read, and all sheets; null for a file that is no workbook. */
  readonly workbook: { readonly sheet: string; readonly sheets: readonly WorkbookSheet[] } | null;
}

/** A row that may be the header. */
export interface HeaderCandidate {
  readonly row: number;
  /** Its cells that are known header names. */
  readonly names: readonly string[];
  /** Its first cells that are not blank, at most three, cut to 40 characters each. */
  readonly sample: readonly string[];
  /** How many of its cells are not blank. */
  readonly filled: number;
  /** 0 to 1. */
  readonly score: number;
}

/** Why this encoding. */
export type EncodingReason =
  /** `ReadOptions` said so. */
  | { readonly code: "chosen" }
  /** The input was text already. */
  | { readonly code: "text" }
  /** The file begins with a byte order mark. */
  | { readonly code: "byte_order_mark" }
  /** Every byte is valid UTF-8; `ascii` when all of it is ASCII, so that most encodings give the same text. */
  | { readonly code: "valid_utf8"; readonly ascii: boolean }
  /** No byte order mark, but every other byte is zero. */
  | { readonly code: "zero_bytes" }
  /** UTF-8 with `characters` valid characters beyond ASCII, and `damaged` invalid bytes. */
  | { readonly code: "mostly_utf8"; readonly characters: number; readonly damaged: number }
  /** Not UTF-8: a guess, because the letters fit several encodings; `runnerUp` is the next best encoding. */
  | { readonly code: "not_utf8"; readonly runnerUp?: Encoding }
  /** Not UTF-8; of the characters beyond ASCII, `share` are letters of `language` (BCP 47), more than in any other encoding. */
  | { readonly code: "letters_fit"; readonly language: string; readonly share: number; readonly runnerUp: Encoding };

/** How well one delimiter fits: of `sampled` rows, `agreeing` have `columns` columns; `sampled` is 0 where it does not occur. */
export interface DelimiterFit {
  readonly delimiter: Delimiter;
  readonly columns: number;
  readonly agreeing: number;
  readonly sampled: number;
  /** 0 to 1, from the rows that agree and the rows with known headers or emails; 0 for a single column. */
  readonly score: number;
}

/** Why this delimiter. */
export type DelimiterReason =
  | { readonly code: "chosen" }
  /** The first line says `sep=;`. */
  | { readonly code: "declared" }
  | { readonly code: "consistent"; readonly fit: DelimiterFit; readonly runnerUp: DelimiterFit | null }
  /** No delimiter gives two columns. */
  | { readonly code: "single_column" };

/** Why this row, or no row, is the header. */
export type HeaderReason =
  | { readonly code: "chosen" }
  /** These cells are known header names. */
  | { readonly code: "known_names"; readonly names: readonly string[] }
  /** No known name, but this row holds words, and the rows below hold emails, dates or numbers. */
  | { readonly code: "unlike_rows_below" }
  /** Only words: taken as the header, because a row without email can't be imported anyway. */
  | { readonly code: "words_only" }
  /** No header: the first row holds `value`, an email, date or number. */
  | { readonly code: "holds_value"; readonly value: string };

/** The format of a file that is not CSV. */
export type ForeignFormat =
  /** Excel workbook. */
  | "xlsx"
  /** Excel workbook of 1997 to 2003, or another old Office document. */
  | "xls"
  /** OpenDocument spreadsheet. */
  | "ods"
  /** Apple Numbers. */
  | "numbers"
  | "zip"
  | "gzip"
  | "pdf"
  | "image"
  | "json"
  | "html"
  | "xml"
  /** Contacts of an address book. */
  | "vcard"
  /** Entries of a directory. */
  | "ldif"
  /** A script of statements, such as a dump. */
  | "sql"
  /** Another text that is no table: RTF, a calendar, an email, YAML. */
  | "document"
  /** Bytes that are not text. */
  | "binary";

/** Why a file can't be imported. */
export type FileIssue =
  /** No bytes, or only blanks. */
  | { readonly code: "empty_file" }
  /** A header without rows below. */
  | { readonly code: "no_rows"; readonly headers: readonly string[] }
  | { readonly code: "file_too_large"; readonly bytes: number; readonly limit: number; readonly estimatedRows: number }
  /** `count` is exact, except in very long files, which are not read to their end only to count: `estimated`. */
  | { readonly code: "too_many_rows"; readonly count: number; readonly limit: number; readonly estimated?: true }
  | { readonly code: "not_csv"; readonly found: ForeignFormat }
  /** A quote opens in `row` and does not close where its cell ends. */
  | { readonly code: "unclosed_quote"; readonly row: number }
  /** The file could not be read: deleted, changed or not permitted. `reason` is the platform's error name, or
   * `reader_not_loaded` where the page could not fetch the reader. */
  | { readonly code: "unreadable"; readonly reason: string }
  | UnreadableWorkbook;

/** A part of the reader that is loaded only for files that need it: words, encodings and dates of other countries. */
export type ReaderExtra = "languages" | "encodings" | "dates";

/** What was repaired or noticed in a file that could be read. `firstRow` is the row a spreadsheet shows. */
export type FileNotice =
  | { readonly code: "encoding_guessed"; readonly encoding: Encoding }
  /**
   * The page could not load what this file needs (offline, or after a new release): `languages`, so that headers in other
   * languages feed no field; `encodings`, so that the encoding was not detected; `dates`, so that dates with words, time zones
   * and other calendars can't be read.
   */
  | { readonly code: "extras_not_loaded"; readonly extras: readonly ReaderExtra[] }
  /** `count` characters could not be decoded, and are shown as U+FFFD. */
  | { readonly code: "characters_damaged"; readonly count: number; readonly firstRow: number | null }
  /** Columns that one of our downloads added (`import_row`, `import_problem`, `import_status`): they feed no field. */
  | { readonly code: "added_columns"; readonly headers: readonly string[] }
  /**
   * Names of columns that were damaged like texts ("PrÃ©nom", "Pr&eacute;nom"), and are read without the damage whatever
   * `ReadOptions.garbled` says. Downloads keep them as `written`.
   */
  | {
      readonly code: "headers_decoded";
      readonly headers: readonly { readonly column: number; readonly written: string; readonly read: string }[];
    }
  /** Title and blank rows above the header. */
  | { readonly code: "rows_skipped"; readonly count: number; readonly firstRow: number }
  /** Rows directly below the header that hold no users: labels and ids of a survey, points of a gradebook. */
  | { readonly code: "headers_skipped"; readonly count: number; readonly firstRow: number }
  /** `overflow: "first"`: of `count` rows the first `limit` were taken. The others are `firstRow` to `lastRow`, null if unknown. */
  | {
      readonly code: "rows_over_limit";
      readonly count: number;
      readonly limit: number;
      readonly estimated?: true;
      readonly firstRow: number;
      readonly lastRow: number | null;
    }
  /** Rows above `ReadOptions.fromRow`, left out. */
  | { readonly code: "rows_before"; readonly count: number; readonly fromRow: number }
  /** Rows with fewer cells than the header; filled with empty cells. */
  | { readonly code: "rows_short"; readonly count: number; readonly firstRow: number }
  /**
   * Rows with more cells than the header, which are kept; in `joinable` of them only one value can have been split, in one of
   * `columns`. `examples` are the first three rows of both kinds, each with the column of the split value, or null.
   */
  | ({
      readonly code: "rows_long";
      readonly joinable: number;
      readonly examples: readonly { readonly row: number; readonly column: number | null }[];
    } & NoticedCells)
  /** Long rows whose split value was joined again (`ReadOptions.longRows: "join"`), in one of `columns`. */
  | ({ readonly code: "rows_joined" } & NoticedCells)
  /** Long rows whose extra cells were dropped (`ReadOptions.longRows: "cut"`); in `joinable` of them a value could have been joined. */
  | ({ readonly code: "rows_cut"; readonly joinable: number } & NoticedCells)
  /** Every row has one cell more than the header, at its beginning: names of rows, as R writes them. They have the header "". */
  | { readonly code: "row_names"; readonly count: number; readonly firstRow: number }
  /** Quotes inside a quoted cell that are not doubled; read as text. */
  | { readonly code: "quotes_malformed"; readonly count: number; readonly firstRow: number }
  /** Apostrophes in front of formula characters, as `stringify` writes them, or in front of every value of a column; removed. */
  | { readonly code: "apostrophes_removed"; readonly count: number; readonly firstRow: number }
  /** Further quotes around every value and name of the file ("""1001""", “1001”); removed. */
  | { readonly code: "quotes_removed"; readonly count: number; readonly firstRow: number }
  /** Rows with texts written as formulas (="00123"), which keeps zeros in Excel; read as texts. */
  | { readonly code: "formulas_unwrapped"; readonly count: number; readonly firstRow: number }
  /** Rows that were quoted as a whole ("a,b,c"); split into cells. */
  | { readonly code: "lines_unwrapped"; readonly count: number; readonly firstRow: number }
  /** NUL characters, which no field may hold: kept in the cells, removed from the texts of rows. */
  | { readonly code: "zeros_ignored"; readonly count: number; readonly firstRow: number }
  /**
   * Mojibake, `count` characters that were encoded twice ("MÃ¼ller"), in `rows` rows; kept, or repaired with
   * `ReadOptions.garbled: "mend"`.
   */
  | ({ readonly code: "text_garbled" | "text_mended"; readonly rows: number } & NoticedCells)
  /** Rows with HTML entities ("O&#039;Brien"); kept, or decoded with `ReadOptions.garbled: "mend"`. */
  | ({ readonly code: "entities_found" | "entities_decoded" } & NoticedCells)
  /** Rows with byte texts of Python ("b'Ada'"); kept, or decoded with `ReadOptions.garbled: "mend"`. */
  | ({ readonly code: "bytes_found" | "bytes_decoded" } & NoticedCells)
  /** Rows with codes in place of letters ("J\u00fcrgen", "J%C3%BCrgen"); kept, or decoded with `ReadOptions.garbled: "mend"`. */
  | ({ readonly code: "codes_found" | "codes_decoded" } & NoticedCells)
  | WorkbookNotice
  /** Rows with question marks in place of letters ("J?rgen"), which an export in a smaller encoding lost. */
  | { readonly code: "letters_lost"; readonly count: number; readonly firstRow: number };

/** Where something was noticed: how often or in how many rows, from `firstRow` on, and in these columns. */
export interface NoticedCells {
  readonly count: number;
  readonly firstRow: number;
  readonly columns: readonly number[];
}
