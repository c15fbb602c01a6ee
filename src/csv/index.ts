// Door "./csv": the headless parser, for browsers and Node, without React.

export type {
  ColumnMapping,
  ExtraAliases,
  FieldSuggestion,
  MappingOptions,
  MappingReason,
  MappingSuggestion,
  NameColumns,
} from "./mapping/suggestion.ts";
export type { CsvInput } from "./read/load-text.ts";
export {
  findDamagedIds,
  findEmptyTexts,
  findNearDomains,
  findRepairs,
  findUnreachableEmails,
  loadExtras,
  readCsv,
  splitCsv,
  suggestMapping,
} from "./read/read-lazily.ts";
export { type ReadReport, type ReportedField, toReadReport } from "./read/read-report.ts";
export type { CsvPart, SplitOptions, SplitResult } from "./read/split-csv.ts";
export type { DamagedIds } from "./rows/damaged-ids.ts";
export {
  type DateColumn,
  type DateColumns,
  type DateField,
  type DateProof,
  detectDateFormats,
  toDateProof,
} from "./rows/date-columns.ts";
export {
  type Corrections,
  type DateFormats,
  type ImportRow,
  type ImportRowIssue,
  type RowOptions,
  type RowWarning,
  toImportRows,
} from "./rows/import-rows.ts";
export type { NearDomain } from "./rows/near-domains.ts";
export type { EmptyText } from "./rows/null-texts.ts";
export type { ColumnRepair, ColumnRepairs, RepairField, RepairProof, Repairs, TextRepair } from "./rows/repairs.ts";
export type { UnreachableEmails } from "./rows/unreachable-emails.ts";
export type { UnreachableReason } from "./rows/unreachable-reasons.ts";
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
  LongRowChoices,
  NoticedCells,
  ReaderExtra,
  ReadOptions,
  ReadResult,
  RowCounts,
  TextDamage,
} from "./table.ts";
export { convertDate, type DateFormat } from "./text/date-format.ts";
export type { DomainRepairs } from "./text/email-domain.ts";
export { type StringifyOptions, stringify } from "./write/stringify.ts";
export { template } from "./write/template.ts";
