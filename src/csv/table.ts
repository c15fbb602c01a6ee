// What reading a file gives: a table of records, how it was understood, or the reason why not.

/** A lower-case WHATWG encoding label, as `TextDecoder` names it. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1250"
  | "windows-1251"
  | "windows-1252"
  | "windows-1253"
  | "windows-1254"
  | "iso-8859-2"
  | "iso-8859-15"
  | "koi8-r"
  | "macintosh"
  | "shift_jis"
  | "euc-jp"
  | "gb18030"
  | "big5"
  | "euc-kr";

/** The character between two cells. */
export type Delimiter = "," | ";" | "\t" | "|";

/** How to read a file; everything left out, or `"auto"`, is found out from the file. */
export interface ReadOptions {
  readonly delimiter?: Delimiter | "auto";
  readonly encoding?: Encoding | "auto";
  /** The header's row as a spreadsheet numbers it (1 is the first), null for a file without header. */
  readonly headerRow?: number | null | "auto";
  /** Most data rows. @default 10,000 (guide: "Maximum 10,000 rows per import") */
  readonly maxRows?: number;
  /** Largest file in bytes; a larger one is judged by its first 8 MiB and refused. @default 64 MiB */
  readonly maxBytes?: number;
  /** Beyond `maxRows` or `maxBytes`: refuse the file, or take the first rows with a notice. @default "refuse" */
  readonly overflow?: "refuse" | "first";
  /** Text that was encoded twice ("MÃ¼ller", notice `text_garbled`): keep it as it is, or mend it. @default "keep" */
  readonly garbled?: "keep" | "mend";
  /** Ends the reading: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Called now and then with the share that is read, 0 to 1, never falling. */
  readonly onProgress?: (share: number) => void;
}

/** A table, or why there is none. Never thrown: a file that can't be read is an expected outcome. */
export type ReadResult =
  | { readonly ok: true; readonly table: CsvTable }
  | { readonly ok: false; readonly issue: FileIssue };

/** A file as records, before anything is known of its meaning. */
export interface CsvTable {
  /** As written, duplicates and empty ones included; "Column 1", "Column 2" ... where `dialect.hasHeader` is false. */
  readonly headers: readonly string[];
  /** The data rows; blank ones are left out. */
  readonly records: readonly CsvRecord[];
  readonly dialect: Dialect;
  readonly notices: readonly FileNotice[];
  /** Where every row of the file went. */
  readonly counts: RowCounts;
}

/** All records of a file, blank ones included: `kept` + `blank` + `aboveData` + `overLimit`. */
export interface RowCounts {
  readonly kept: number;
  readonly blank: number;
  /** The header, and what stands above it, blank rows excepted. */
  readonly aboveData: number;
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

/** How the file was understood, and why. Each part can be overruled in `ReadOptions`. */
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
  /** The first text of the file that is not ASCII, for a person to see whether the encoding is right; null without one. */
  readonly sample: { readonly row: number; readonly text: string } | null;
  /** How well each delimiter fits, best first; empty when it was not looked for. */
  readonly delimiters: readonly DelimiterFit[];
  /** Rows that may be the header, best first. */
  readonly headerCandidates: readonly HeaderCandidate[];
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
  /** Every byte is valid UTF-8; `ascii` when there is nothing but ASCII, so that most encodings would do. */
  | { readonly code: "valid_utf8"; readonly ascii: boolean }
  /** No byte order mark, but every other byte is zero. */
  | { readonly code: "zero_bytes" }
  /** UTF-8 but for `damaged` bytes among `characters` that are valid beyond ASCII. */
  | { readonly code: "mostly_utf8"; readonly characters: number; readonly damaged: number }
  /** Not UTF-8: a guess, because the letters tell nothing; `runnerUp` fits them best after it. */
  | { readonly code: "not_utf8"; readonly runnerUp?: Encoding }
  /** Not UTF-8; of the characters beyond ASCII, `share` are letters of `language` (BCP 47), more than in any other encoding. */
  | { readonly code: "letters_fit"; readonly language: string; readonly share: number; readonly runnerUp: Encoding };

/** How well one delimiter fits: of `sampled` rows, `agreeing` have `columns` columns; none is sampled where it does not occur. */
export interface DelimiterFit {
  readonly delimiter: Delimiter;
  readonly columns: number;
  readonly agreeing: number;
  readonly sampled: number;
  /** 0 to 1: agreement and meaning together; one column scores 0. */
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

/** Why this row is, or no row is, the header. */
export type HeaderReason =
  | { readonly code: "chosen" }
  /** These cells are known header names. */
  | { readonly code: "known_names"; readonly names: readonly string[] }
  /** No known name, but rows below hold emails, dates or numbers where this one holds words. */
  | { readonly code: "unlike_rows_below" }
  /** Nothing but words; taken for a header because a row without email can't be imported anyway. */
  | { readonly code: "words_only" }
  /** No header: the first row holds `value`, an email, date or number. */
  | { readonly code: "holds_value"; readonly value: string };

/** What a file is, when it is not CSV. */
export type ForeignFormat =
  /** Excel workbook, today's kind. */
  | "xlsx"
  /** Excel workbook, kind of 1997, or another old Office document. */
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
  /** Bytes that are no text. */
  | "binary";

/** Why a file can't be imported. */
export type FileIssue =
  /** No byte, or nothing but blanks. */
  | { readonly code: "empty_file" }
  /** A header and nothing below. */
  | { readonly code: "no_rows"; readonly headers: readonly string[] }
  | { readonly code: "file_too_large"; readonly bytes: number; readonly limit: number; readonly estimatedRows: number }
  /** `count` is exact, but in files so long that reading them to their end only to count was not worth it: `estimated`. */
  | { readonly code: "too_many_rows"; readonly count: number; readonly limit: number; readonly estimated?: true }
  | { readonly code: "not_csv"; readonly found: ForeignFormat }
  /** A quote opens in `row` and does not close where its cell ends. */
  | { readonly code: "unclosed_quote"; readonly row: number }
  /** The file could not be read: gone, changed or not permitted. `reason` is the platform's error name, or
   * `reader_not_loaded` where the page could not fetch the code that reads. */
  | { readonly code: "unreadable"; readonly reason: string };

/** What was done to the file, or noticed in it, without refusing it. `firstRow` is a row a person can look up. */
export type FileNotice =
  | { readonly code: "encoding_guessed"; readonly encoding: Encoding }
  /** `count` characters could not be decoded, and show as U+FFFD. */
  | { readonly code: "characters_damaged"; readonly count: number; readonly firstRow: number | null }
  /** Columns that a download of ours added (`import_row`, `import_problem`, `import_status`): no field is fed from them. */
  | { readonly code: "added_columns"; readonly headers: readonly string[] }
  /** Title and blank rows above the header. */
  | { readonly code: "rows_skipped"; readonly count: number; readonly firstRow: number }
  /** `overflow: "first"`: the file has `count` rows, the first `limit` were taken. */
  | { readonly code: "rows_over_limit"; readonly count: number; readonly limit: number; readonly estimated?: true }
  /** Rows with fewer cells than the header; filled up with empty ones. */
  | { readonly code: "rows_short"; readonly count: number; readonly firstRow: number }
  /** Rows with more cells than the header; the others are kept, but no column leads to them. */
  | { readonly code: "rows_long"; readonly count: number; readonly firstRow: number }
  /** Quotes inside a quoted cell that are not doubled; read as text. */
  | { readonly code: "quotes_malformed"; readonly count: number; readonly firstRow: number }
  /** Apostrophes in front of formula characters, as `stringify` writes them, or of every value of a column; taken off. */
  | { readonly code: "apostrophes_removed"; readonly count: number; readonly firstRow: number }
  /** Rows with texts that were written as formulas (="00123"), which keeps zeros in Excel; read as texts. */
  | { readonly code: "formulas_unwrapped"; readonly count: number; readonly firstRow: number }
  /** Rows that stood in quotes as a whole ("a,b,c"); divided. */
  | { readonly code: "lines_unwrapped"; readonly count: number; readonly firstRow: number }
  /** Characters that were encoded twice ("MÃ¼ller"); kept. `ReadOptions.garbled: "mend"` reads them right. */
  | { readonly code: "text_garbled"; readonly count: number; readonly firstRow: number }
  /** NUL characters, which no field may hold: kept in the cells, left out of the rows' texts. */
  | { readonly code: "zeros_ignored"; readonly count: number; readonly firstRow: number }
  /** Characters that were encoded twice; mended. */
  | { readonly code: "text_mended"; readonly count: number; readonly firstRow: number };
