// Door "./csv": the headless parser, for browsers and Node, without React.
export type { CsvInput } from "./load.ts";
export {
  type ColumnMapping,
  type ExtraAliases,
  type FieldSuggestion,
  type MappingOptions,
  type MappingReason,
  type MappingSuggestion,
  suggestMapping,
} from "./mapping.ts";
export { readCsv } from "./read-csv.ts";
export { type Corrections, type ImportRow, type RowOptions, type RowWarning, toImportRows } from "./rows.ts";
export { type StringifyOptions, stringify } from "./stringify.ts";
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
  HeaderReason,
  ReadOptions,
  ReadResult,
} from "./table.ts";
export { template } from "./template.ts";
