// Door "./csv": the headless parser, for browsers and Node, without React.
export type {
  ColumnMapping,
  ExtraAliases,
  FieldSuggestion,
  MappingReason,
  MappingSuggestion,
} from "./mapping.ts";
export type { Corrections, ImportRow, RowOptions, RowWarning } from "./rows.ts";
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
