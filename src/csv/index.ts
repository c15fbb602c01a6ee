// Door "./csv": the headless parser, for browsers and Node, without React.
export {
  type DateColumn,
  type DateColumns,
  type DateField,
  type DateProof,
  detectDateFormats,
  toDateProof,
} from "./date-columns.ts";
export { convertDate, type DateFormat } from "./date-format.ts";
export { type EmptyText, findEmptyTexts } from "./empty-texts.ts";
export type { ImportRow, RowWarning } from "./import-row.ts";
export type { CsvInput } from "./load.ts";
export { suggestMapping } from "./mapping.ts";
export type { NameColumns } from "./name-parts.ts";
export { readCsv, splitCsv } from "./read-later.ts";
export { type ReadReport, type ReportedField, toReadReport } from "./report.ts";
export {
  type Corrections,
  type DateFormats,
  type RowOptions,
  toImportRows,
} from "./rows.ts";
export type { CsvPart, SplitOptions, SplitResult } from "./split.ts";
export { type StringifyOptions, stringify } from "./stringify.ts";
export type {
  ColumnMapping,
  ExtraAliases,
  FieldSuggestion,
  MappingOptions,
  MappingReason,
  MappingSuggestion,
} from "./suggestion.ts";
export type {
  CsvRecord,
  CsvTable,
  Delimiter,
  DelimiterFit,
  DelimiterReason,
  Dialect,
  Encoding,
  EncodingReason,
  FileIssue,
  FileNotice,
  ForeignFormat,
  HeaderCandidate,
  HeaderReason,
  ReadOptions,
  ReadResult,
  RowCounts,
} from "./table.ts";
export { template } from "./template.ts";
