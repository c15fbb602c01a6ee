// Types between the CSV reader and a reader of Excel workbooks, which a host adds because it needs a package of its own.
/** One sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly isHidden: boolean;
}

/** How numbers with leading zeros, letters or separators by their format (`00000`, `"K-"000`) are read: as a spreadsheet shows them, or as they are stored. */
export type PaddedNumbers = "shown" | "stored";

/** A number that a spreadsheet shows with leading zeros, letters or separators, and stores without. */
interface PaddedNumber {
  readonly row: number;
  readonly shown: string;
  readonly stored: string;
}

/** How to read a workbook. */
export interface WorkbookOptions {
  /** The sheet's name; null for the first visible one with an email address, or else the first that is not empty. */
  readonly sheet: string | null;
  readonly paddedNumbers: PaddedNumbers;
  /** Most rows below the header; a sheet with more is refused before it is in memory. */
  readonly maxRows: number;
}

/** Something to know about the cells of a sheet; `firstRow` is the row a spreadsheet shows. */
export type WorkbookNotice =
  /** Sheets that a spreadsheet hides, and that are not read. */
  | { readonly code: "sheets_hidden"; readonly names: readonly string[] }
  /** Numbers in these columns that are shown with leading zeros, letters or separators, such as `examples`, the first three, and how they are read. */
  | {
      readonly code: "numbers_padded";
      readonly count: number;
      readonly firstRow: number;
      readonly columns: readonly number[];
      readonly examples: readonly PaddedNumber[];
      readonly read: PaddedNumbers;
    }
  /** Numbers of more than 15 digits, of which a spreadsheet has lost the last ones. */
  | { readonly code: "numbers_rounded"; readonly count: number; readonly firstRow: number }
  /** Formulas whose value is not stored in the file; read as empty. */
  | { readonly code: "formulas_empty"; readonly count: number; readonly firstRow: number };

/** One sheet as CSV text: commas, a line for each row down to the last one that is filled. */
export interface WorkbookText {
  readonly text: string;
  readonly sheet: string;
  /** All sheets of the workbook, in its order. */
  readonly sheets: readonly WorkbookSheet[];
  readonly notices: readonly WorkbookNotice[];
}

/** An Excel workbook that can't be read: damaged or of another kind, too large when unpacked, or without a filled sheet. */
export interface UnreadableWorkbook {
  readonly code: "workbook_unreadable";
  readonly reason: "damaged" | "too_large" | "no_sheet";
}

/** Why a workbook is refused. */
export type WorkbookIssue =
  | UnreadableWorkbook
  | { readonly code: "too_many_rows"; readonly count: number; readonly limit: number; readonly estimated: true };

/** Reads one sheet of an .xlsx file. `xlsx` of the door "./xlsx" is one. Rejects only where its own code could not be loaded. */
export type ReadWorkbook = (bytes: Uint8Array, options: WorkbookOptions) => Promise<WorkbookText | WorkbookIssue>;
