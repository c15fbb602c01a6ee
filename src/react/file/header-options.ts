// The rows that may be chosen as the header, each with what it begins with.

import type { CsvTable } from "../../csv/table.ts";
import { toRowSample } from "../../csv/text/row-sample.ts";
import type { Messages } from "../messages/messages.ts";

// Rows that are offered; deeper ones are found, or reached by choosing again.
const offered = 10;

/** The options of the select: the first rows, the found header wherever it is, other likely rows, and none. */
export function toHeaderOptions(table: CsvTable, { headerRow }: Messages): (readonly [value: string, label: string])[] {
  const { headerRow: found, headerCandidates } = table.dialect;
  // Below a header there is at least one row.
  const last = (table.records.at(-1)?.number ?? 1) - 1;
  const first = Array.from({ length: Math.min(offered, last) }, (_, index) => index + 1);
  const likely = headerCandidates.map(({ row }) => row).filter((row) => row <= last);
  const rows = [...new Set([...first, ...likely, ...(found === null ? [] : [found])])].sort((a, b) => a - b);
  const named = rows.map((row) => [String(row), headerRow.row(row, sampleOf(row, table))] as const);
  return [...named, ["", headerRow.none] as const];
}

function sampleOf(row: number, { dialect, headers, records }: CsvTable): readonly string[] {
  if (row === dialect.headerRow) return toRowSample(headers);
  const candidate = dialect.headerCandidates.find((one) => one.row === row);
  if (candidate) return candidate.sample;
  const record = records.slice(0, offered).find(({ number }) => number === row);
  return record ? toRowSample(record.cells) : [];
}
