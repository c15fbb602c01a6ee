// First and last name in columns of their own: which they are, and in which order they are joined.

import type { CsvTable } from "../table.ts";
import { ownColumns } from "../text/added-columns.ts";
import { toComparableHeader } from "../text/normalize-header.ts";
import { familyFirst } from "./header-dictionary.ts";
import { commonPrefix, withoutPrefix } from "./header-prefix.ts";
import { type KnownHeader, knownHeader } from "./known-headers.ts";

/** The columns whose cells make up the name, in their order, for `RowOptions.nameColumns`. */
export interface NameColumns {
  readonly columns: readonly number[];
  /** What stands between them: nothing in Chinese, else a space. For `RowOptions.nameSeparator`. */
  readonly separator: string;
}

/** What is known of the parts of names in a table. */
export interface NameParts {
  /** Columns that sound like a full name and hold half of one: "Name" beside "Vorname". */
  readonly halves: readonly number[];
  readonly columns: NameColumns | null;
}

/** Finds the columns of first and last names, and full names that are none. */
export function findNameParts(table: CsvTable): NameParts {
  const prefix = commonPrefix(ownColumns(table.headers).map(({ header }) => header));
  const headers = table.headers.slice(0, 1000).map((header, column) => {
    return { column, known: knownHeader(header) ?? knownHeader(withoutPrefix(header, prefix)) };
  });
  const columnOf = (kind: KnownHeader["kind"]) => headers.find(({ known }) => known?.kind === kind)?.column ?? null;
  const [first, last] = [columnOf("firstName"), columnOf("lastName")];
  const other = first ?? last;
  if (other === null) return { halves: [], columns: null };
  const bare = headers.filter(({ known }) => known?.kind === "name" && known.bare);
  const halves = bare.filter(({ column, known }) => isHalf(table, column, other, known?.guide === true));
  const half = halves[0]?.column ?? null;
  return {
    halves: halves.map(({ column }) => column),
    columns: toColumns(table, first ?? half, last ?? half),
  };
}

// A full name holds the other half. Without any row to see, only the guide's own "name" is believed.
function isHalf({ records }: CsvTable, column: number, other: number, guide: boolean): boolean {
  const pairs = records.slice(0, 200).flatMap(({ cells }) => {
    const [name, part] = [cells[column]?.trim() ?? "", cells[other]?.trim() ?? ""];
    return name === "" || part === "" ? [] : [name.toLowerCase().includes(part.toLowerCase())];
  });
  if (pairs.length === 0) return !guide;
  return pairs.filter(Boolean).length < pairs.length / 2;
}

function toColumns({ headers }: CsvTable, first: number | null, last: number | null): NameColumns | null {
  if (first === null || last === null || first === last) return null;
  const family = toComparableHeader(headers[last] ?? "");
  const isFamilyFirst = familyFirst.split(" ").some((name) => toComparableHeader(name) === family);
  const isJapanese = headers.some((header) => /[\u3040-\u30FF]/.test(header));
  const isJoined = isFamilyFirst && /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(family) && !isJapanese;
  return { columns: isFamilyFirst ? [last, first] : [first, last], separator: isJoined ? "" : " " };
}
