// Loads the reader (with the parser, the mapping, null texts and repairs) on the first call that needs it, instead of with the page.
import type { ColumnMapping, MappingOptions, MappingSuggestion } from "../mapping/suggestion.ts";
import type { DamagedIds } from "../rows/damaged-ids.ts";
import { createRowReader, type RowOptions } from "../rows/import-rows.ts";
import type { NearDomain } from "../rows/near-domains.ts";
import type { EmptyText } from "../rows/null-texts.ts";
import type { ColumnRepairs, TextRepair } from "../rows/repairs.ts";
import type { UnreachableEmails } from "../rows/unreachable-emails.ts";
import type { CsvTable, FileIssue, ReaderExtra, ReadOptions, ReadResult } from "../table.ts";
import type { CsvInput } from "./load-text.ts";
import type { SplitOptions, SplitResult } from "./split-csv.ts";

/**
 * Reads a CSV file: finds encoding, delimiter and header, and returns every data row as text.
 *
 * Works in short tasks, so that a page stays responsive. A file that can't be used gives a result with an issue, and so
 * does a reader that the page could not fetch (`unreadable`, reason `reader_not_loaded`).
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function readCsv(input: CsvInput, options: ReadOptions = {}): Promise<ReadResult> {
  const reader = await loadReader(options.signal);
  return "code" in reader ? { ok: false, issue: reader } : reader.readCsv(input, options);
}

/**
 * Splits a file of up to 64 MiB: all rows in their order, under the same header, without blank rows and without rows above the
 * header. Cells that a spreadsheet might run as formulas are escaped, as by `stringify`.
 *
 * @throws only the reason of `options.signal`, when it is aborted.
 */
export async function splitCsv(input: CsvInput, options: SplitOptions = {}): Promise<SplitResult> {
  const reader = await loadReader(options.signal);
  return "code" in reader ? { ok: false, issue: reader } : reader.splitCsv(input, options);
}

/**
 * Suggests which column feeds which field, for all columns at once: by known headers, by what the cells hold, and by similar
 * words only where the cells fit.
 *
 * A header that merely shares a word with a field stays unmapped: "Company Name" is not a person's name.
 *
 * Loads the header words of other languages and the dates in words for a table that needs them, whoever made it.
 *
 * @throws if the page can't load what it needs, unless `readCsv` has said so in a notice of the table; the next call tries again.
 */
export async function suggestMapping(table: CsvTable, options: MappingOptions = {}): Promise<MappingSuggestion> {
  const { loadMapping } = await import("./reader-chunk.ts");
  return loadMapping(table, options);
}

/**
 * Finds user ids that a program changed before the export (1001.0, 9.91214E+15); null for others. Ids are never repaired.
 * Finds none if the page could not fetch the reader.
 */
export async function findDamagedIds(table: CsvTable, mapping: ColumnMapping): Promise<DamagedIds | null> {
  const reader = await loadReader(undefined);
  return "code" in reader ? null : reader.findDamagedIds(table, mapping);
}

/**
 * Finds null texts (NULL, (none), Never) in the mapped optional columns, most frequent first: they are texts until
 * `RowOptions.emptyTexts` names them. Finds nothing if the page could not fetch the reader.
 */
export async function findEmptyTexts(table: CsvTable, mapping: ColumnMapping): Promise<readonly EmptyText[]> {
  const reader = await loadReader(undefined);
  return "code" in reader ? [] : reader.findEmptyTexts(table, mapping);
}

/**
 * Finds what can be repaired in the mapped columns of emails and names, over all rows: nothing is repaired before
 * `RowOptions.repairs` names it. Finds nothing if the page could not fetch the reader.
 */
export async function findRepairs(table: CsvTable, mapping: ColumnMapping): Promise<ColumnRepairs> {
  const reader = await loadReader(undefined);
  return "code" in reader ? {} : reader.findRepairs(table, mapping);
}

/**
 * Loads the reader and all its extras, so that any file can be read offline afterwards. Resolves with the extras that the page could not load; the next call tries again.
 */
export async function loadExtras(): Promise<readonly ReaderExtra[]> {
  const reader = await loadReader(undefined);
  return "code" in reader ? ["languages", "encodings", "dates"] : reader.loadExtras();
}

/**
 * Finds domains of the mapped emails that were probably mistyped (gmial.com), most frequent first: nothing is replaced before
 * `RowOptions.domains` names it. `repair` is the repair of emails, if it was chosen. Finds none if the page could not fetch the
 * reader.
 */
export async function findNearDomains(
  table: CsvTable,
  mapping: ColumnMapping,
  repair: TextRepair | false = false,
): Promise<readonly NearDomain[]> {
  const reader = await loadReader(undefined);
  return "code" in reader ? [] : reader.findNearDomains(table, mapping, repair);
}

/**
 * Finds rows that are valid but whose email belongs to nobody (a***@acme.com, ann@acme.local, none@none.com, letters of two
 * alphabets in one word), by reason: the server would answer `not_found` for them. `options` as for `toImportRows`; its `leftOut`
 * can take their rows. Finds none if the page could not fetch the code.
 */
export async function findUnreachableEmails(
  table: CsvTable,
  mapping: ColumnMapping,
  options: RowOptions = {},
): Promise<readonly UnreachableEmails[]> {
  const reader = await loadReader(undefined);
  const search = "code" in reader ? null : await reader.loadUnreachableSearch();
  return search?.findUnreachableEmails(table, createRowReader(table, mapping, options), options.leftOut) ?? [];
}

async function loadReader(signal: AbortSignal | undefined): Promise<typeof import("./reader-chunk.ts") | FileIssue> {
  signal?.throwIfAborted();
  // Fails offline or after a new release; the browser tries again with the next file.
  return import("./reader-chunk.ts").catch((): FileIssue => ({ code: "unreadable", reason: "reader_not_loaded" }));
}
