// Types of the door "./csv": a file in, rows or a reason out.
import {
  type ColumnRepairs,
  type CsvTable,
  convertDate,
  type DamagedIds,
  type EmptyText,
  type FileIssue,
  findDamagedIds,
  findEmptyTexts,
  findRepairs,
  type ImportRow,
  loadExtras,
  type ReaderExtra,
  type ReadResult,
  readCsv,
  stringify,
  suggestMapping,
  toImportRows,
} from "import-existing-users/csv";
import { expectSame, expectType } from "./same.ts";

declare const file: File;
declare const table: CsvTable;

expectType<Promise<ReadResult>>()(readCsv(file));
expectType<Promise<readonly ReaderExtra[]>>()(loadExtras());
expectType<Promise<ReadResult>>()(readCsv("user_id,email"));
expectType<Promise<ReadResult>>()(readCsv(new Uint8Array()));
// @ts-expect-error a path is no file: text would be taken for the content
readCsv(new URL("file:///users.csv"));
// @ts-expect-error four delimiters
readCsv(file, { delimiter: ":" });
// @ts-expect-error without a header row is null, not false
readCsv(file, { headerRow: false });

/** Whether a file was read must be asked before its table is there. */
export async function read(): Promise<void> {
  const result = await readCsv(file, { signal: new AbortController().signal, delimiter: "auto", headerRow: null });
  // @ts-expect-error it may have been refused
  result.table;
  if (result.ok) expectType<CsvTable>()(result.table);
  else expectType<FileIssue>()(result.issue);
}

const { mapping } = await suggestMapping(table, { aliases: { email: ["courriel"] } });
expectType<number | null>()(mapping.externalUserId);
expectType<ImportRow[]>()(toImportRows(table, mapping));
expectType<Promise<DamagedIds | null>>()(findDamagedIds(table, mapping));
expectType<Promise<readonly EmptyText[]>>()(findEmptyTexts(table, mapping));
expectType<Promise<ColumnRepairs>>()(findRepairs(table, mapping));
// @ts-expect-error a repair is the function that `findRepairs` found, or false
toImportRows(table, mapping, { repairs: { email: true } });
// @ts-expect-error every field has a place in a mapping, if only null
toImportRows(table, { email: 1 });
// @ts-expect-error only dates have formats
toImportRows(table, mapping, { dateFormats: { name: "day_month_year" } });
expectSame<ImportRow["number"], number>();

// A row without a user has its issues; one with a user may be sent.
for (const row of toImportRows(table, mapping)) expectType<string | undefined>()(row.user?.externalUserId);
expectType<string>()(stringify([["a"]]));
expectType<string | null>()(convertDate("31.12.2025", "day_month_year"));
