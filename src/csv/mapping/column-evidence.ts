// What a column's cells look like, so that a name can be believed or not.

import type { CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { convertDate, type DateFormat } from "../text/date-format.ts";
import { isEmail } from "./known-headers.ts";

/** Shares (0 to 1) of the sampled cells that are not blank. */
export interface ColumnValues {
  /** How many sampled cells are not blank. */
  readonly count: number;
  /** Share of all sampled cells that are not blank. */
  readonly filled: number;
  readonly emails: number;
  readonly unique: number;
  /** Dates in any known format, numbers that may be times included. */
  readonly dates: number;
  readonly numbers: number;
  /** Cells with white space between two words. */
  readonly spaced: number;
  /** Cells of letters and what stands between the letters of names. */
  readonly words: number;
  readonly cells: readonly string[];
}

const sampledRecords = 200;

/** Looks at up to 200 cells, spread over the whole file. */
export function valuesOf({ records }: CsvTable, column: number): ColumnValues {
  const sampled = Math.min(records.length, sampledRecords);
  const step = records.length / Math.max(sampled, 1);
  const all = Array.from({ length: sampled }, (_, index) => records[place(index, step)]?.cells[column] ?? "");
  const cells = all.filter((cell) => !isBlank(cell));
  const share = (test: (cell: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter(test).length / cells.length;
  const unique = new Set(cells).size / Math.max(cells.length, 1);
  // Counted when asked for: most columns are judged by one or two of them.
  return {
    ...{ count: cells.length, filled: cells.length / Math.max(sampled, 1), unique, cells },
    get emails() {
      return share(isEmail);
    },
    get dates() {
      return share(isDateLike);
    },
    get numbers() {
      return share((cell) => /^\s*[-+]?\d+(?:[.,]\d+)?\s*$/.test(cell));
    },
    get spaced() {
      return share((cell) => /\S\s+\S/.test(cell));
    },
    get words() {
      return share((cell) => cell.length < 120 && /^[\p{L}\p{M}\s.,'’()/-]+$/u.test(cell));
    },
  };
}

// One of each stride, never at the same place in it: a file that repeats itself every fifty rows would show one of them alone.
function place(index: number, step: number): number {
  const goldenRatio = 0.618_033_988_749_895;
  return Math.floor((index + ((index * goldenRatio) % 1)) * step);
}

const written: readonly DateFormat[] = ["iso", "year_month_day", "day_month_year", "month_day_year", "month_name"];
const counted: readonly DateFormat[] = ["epoch_milliseconds", "epoch_seconds", "compact", "excel_serial"];

function isDateLike(cell: string): boolean {
  if (!/\d/.test(cell.slice(0, 64))) return false;
  const formats = /^\s*[\d.,]+\s*$/.test(cell) && !/\d\D+\d+\D+\d/.test(cell) ? counted : written;
  return formats.some((format) => convertDate(cell, format) !== null);
}

/** True for a cell that is a date whatever its column is called: written out, or a time in milliseconds. */
export function isPlainlyDate(cell: string): boolean {
  return (
    convertDate(cell, "epoch_milliseconds") !== null || written.some((format) => convertDate(cell, format) !== null)
  );
}
