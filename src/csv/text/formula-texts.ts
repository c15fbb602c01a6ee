// Texts that an export wrote as formulas, ="00123", so that Excel keeps their zeros: read as the texts they are.
import type { CsvRecord } from "../table.ts";
import { type Tally, tally } from "./tally.ts";

/** Records with plain texts, and how many rows had some that were formulas. */
export interface UnwrappedTexts {
  readonly header: readonly string[] | null;
  readonly records: readonly CsvRecord[];
  readonly tally: Tally | null;
}

// Nothing but one text: a real formula is kept, and shows as what it is.
const textFormula = /^="((?:[^"]|"")*)"$/;

/** Reads ="00123" as 00123, in the header too. */
export function unwrapTexts(header: readonly string[] | null, records: readonly CsvRecord[]): UnwrappedTexts {
  let found: Tally | null = null;
  const unwrapped = records.map((record) => {
    if (!record.cells.some(isText)) return record;
    found = tally(found, record.number);
    return { number: record.number, cells: record.cells.map(unwrap) };
  });
  return { header: header?.map(unwrap) ?? null, records: unwrapped, tally: found };
}

function isText(cell: string): boolean {
  return cell.startsWith('="') && textFormula.test(cell);
}

function unwrap(cell: string): string {
  return isText(cell) ? cell.slice(2, -1).replaceAll('""', '"') : cell;
}
