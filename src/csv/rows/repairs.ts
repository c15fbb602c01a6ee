// Finds columns whose texts have one certain repair: emails with other text around them, names written "Last, First".
import { isPlainEmail, normalizeEmail } from "../../contract/field-values.ts";
import type { ColumnMapping } from "../mapping/suggestion.ts";
import type { CsvRecord, CsvTable } from "../table.ts";
import { isBlank } from "../text/cells.ts";
import { repairEmail } from "../text/email-repair.ts";
import { turnName } from "../text/name-order.ts";

/** A field whose texts can be repaired: an email is extracted from the text around it, a name "Last, First" is put in order. */
export type RepairField = "email" | "name";

/** The repair of each field's texts; false where the user chose to leave them as written. */
export type Repairs = Readonly<Partial<Record<RepairField, TextRepair | false>>>;

/** Returns the repaired text; the text itself where it needs no repair, or has none that is certain. */
export type TextRepair = (text: string) => string;

/** One row of a column, before and after its repair. */
export interface RepairProof {
  /** The row a spreadsheet shows. */
  readonly row: number;
  readonly from: string;
  readonly to: string;
}

/** The texts of one column that can be repaired. */
export interface ColumnRepair {
  readonly field: RepairField;
  readonly column: number;
  /** Texts with a certain repair, of `of` texts that need one: emails that are not valid, or all names. */
  readonly count: number;
  readonly of: number;
  /** Texts that are not empty. */
  readonly filled: number;
  readonly firstRow: number;
  /** Up to three repaired rows, written as differently as possible. */
  readonly proof: readonly RepairProof[];
  /** For `RowOptions.repairs`. */
  readonly repair: TextRepair;
}

/** The result of `findRepairs`: the fields with something to repair. */
export type ColumnRepairs = Readonly<Partial<Record<RepairField, ColumnRepair>>>;

const repairers: Readonly<Record<RepairField, (text: string) => string | null>> = {
  email: repairEmail,
  name: turnName,
};
const needsRepair: Readonly<Record<RepairField, (text: string) => boolean>> = {
  email: (text) => !isPlainEmail(text) && normalizeEmail(text) === null,
  name: () => true,
};
// A name with a comma can also be a company or have a degree, so nearly all names must be repairable.
const minShares: Readonly<Record<RepairField, number>> = { email: 0, name: 0.9 };
/** The rows that an offer shows as proof, before and after. */
export const maxProofRows = 3;

/** The repairs of both fields. */
export const textRepairs: Readonly<Record<RepairField, TextRepair>> = {
  email: (text) => (isPlainEmail(text) ? text : (repairEmail(text) ?? text)),
  name: (text) => turnName(text) ?? text,
};

/** A search through one column, row by row, so that it can be done in several tasks. */
export interface ColumnSearch<Found> {
  add(record: CsvRecord): void;
  found(): Found;
}

/** Finds what can be repaired in the mapped columns of emails and names, over all rows. */
export function findRepairs(table: CsvTable, mapping: ColumnMapping): ColumnRepairs {
  const search = createRepairSearch(mapping);
  for (const record of table.records) search.add(record);
  return search.found();
}

/** The same search, row by row. */
export function createRepairSearch(mapping: ColumnMapping): ColumnSearch<ColumnRepairs> {
  const searches = (["email", "name"] as const).flatMap((field) => {
    const column = mapping[field];
    return column === null ? [] : [createFieldSearch(field, column)];
  });
  return {
    add(record) {
      for (const search of searches) search.add(record);
    },
    found() {
      const repairs = searches.flatMap((search) => search.found() ?? []);
      return Object.fromEntries(repairs.map((repair) => [repair.field, repair]));
    },
  };
}

function createFieldSearch(field: RepairField, column: number): ColumnSearch<ColumnRepair | null> {
  const counts = { count: 0, of: 0, filled: 0 };
  const proof = createProof();
  let firstRow: number | null = null;
  return {
    add({ number, cells }) {
      const from = cells[column] ?? "";
      if (isBlank(from)) return;
      counts.filled += 1;
      if (!needsRepair[field](from)) return;
      counts.of += 1;
      const to = repairers[field](from);
      if (to === null) return;
      counts.count += 1;
      firstRow ??= number;
      proof.add({ row: number, from: from.trim(), to });
    },
    found() {
      if (firstRow === null || counts.count < counts.of * minShares[field]) return null;
      return { field, column, ...counts, firstRow, proof: proof.rows(), repair: textRepairs[field] };
    },
  };
}

// Prefers rows that are written differently. Texts that differ only in their words count as written alike.
function createProof(): { add(proof: RepairProof): void; rows(): RepairProof[] } {
  const ways = new Map<string, RepairProof>();
  const others: RepairProof[] = [];
  return {
    add(proof) {
      if (ways.size === maxProofRows) return;
      const way = proof.from.replace(/[\p{L}\p{M}\p{N}._-]+/gu, "a");
      if (!ways.has(way)) ways.set(way, proof);
      else if (others.length < maxProofRows) others.push(proof);
    },
    rows: () => [...ways.values(), ...others].slice(0, maxProofRows).sort((a, b) => a.row - b.row),
  };
}
