// Reports how a file was read as one plain object to copy for support: decisions and counts, without any row's content.
import { type FieldKey, fieldKeys } from "../../contract/fields.ts";
import type { FieldSuggestion, MappingReason, MappingSuggestion } from "../mapping/suggestion.ts";
import type { DateColumns } from "../rows/date-columns.ts";
import type { CsvTable, DelimiterFit, Dialect, FileIssue, FileNotice, HeaderReason, RowCounts } from "../table.ts";

/** The result of `toReadReport`: plain JSON. */
export interface ReadReport {
  /** Null for a file that was read. */
  readonly issue: FileIssue | null;
  readonly encoding: { readonly name: string; readonly reason: Dialect["reasons"]["encoding"] } | null;
  readonly delimiter: {
    readonly name: string;
    readonly reason: string;
    readonly scores: readonly DelimiterFit[];
  } | null;
  readonly header: {
    readonly row: number | null;
    readonly reason: HeaderReason["code"];
    readonly candidates: readonly { readonly row: number; readonly filled: number; readonly score: number }[];
  } | null;
  /** Headers in order; null for a header that looks like a value, and for all of them where the file has no header. */
  readonly columns: readonly (string | null)[];
  readonly rows: (RowCounts & { readonly first: number | null; readonly last: number | null }) | null;
  readonly notices: readonly FileNotice[];
  readonly mapping: Readonly<Partial<Record<FieldKey, ReportedField>>>;
  readonly nameColumns: readonly number[] | null;
}

/** One field of the mapping. */
export interface ReportedField {
  readonly column: number | null;
  readonly how: FieldSuggestion["how"];
  readonly confidence: number;
  readonly reason: Exclude<MappingReason, { header: string }> | { readonly code: string };
  /** The format of a date column, where it was detected. */
  readonly dates?: { readonly format: string | null; readonly ambiguous: boolean; readonly share: number };
}

/** Reports how a file was read, or why it was not. Headers are the only text from the file in it. */
export function toReadReport(
  read: CsvTable | FileIssue,
  suggestion: MappingSuggestion | null = null,
  dates: DateColumns = {},
): ReadReport {
  if ("code" in read) return { ...emptyReport, issue: withoutHeaders(read) };
  const { dialect, headers, notices, counts, records } = read;
  const { reasons, headerCandidates } = dialect;
  return {
    issue: null,
    encoding: { name: dialect.encoding, reason: reasons.encoding },
    delimiter: { name: dialect.delimiter, reason: reasons.delimiter.code, scores: dialect.delimiters },
    header: {
      row: dialect.headerRow,
      reason: reasons.header.code,
      candidates: headerCandidates.map(({ row, filled, score }) => ({ row, filled, score })),
    },
    columns: headers.map((header) => (dialect.hasHeader ? toName(header) : null)),
    rows: { ...counts, first: records[0]?.number ?? null, last: records.at(-1)?.number ?? null },
    notices,
    mapping: suggestion ? toFields(suggestion, dates) : {},
    nameColumns: suggestion?.nameColumns?.columns ?? null,
  };
}

const emptyReport = {
  encoding: null,
  delimiter: null,
  header: null,
  columns: [],
  rows: null,
  notices: [],
  mapping: {},
  nameColumns: null,
} as const;

function withoutHeaders(issue: FileIssue): FileIssue {
  return issue.code === "no_rows" ? { ...issue, headers: issue.headers.map((header) => toName(header) ?? "") } : issue;
}

// The header may be a data row by mistake, so emails, numbers and long texts are left out.
function toName(header: string): string | null {
  return header.length > 60 || /@|\d{3}/.test(header) ? null : header;
}

function toFields({ fields }: MappingSuggestion, dates: DateColumns): ReadReport["mapping"] {
  const entries = fieldKeys.map((key) => {
    const { column, how, confidence, reason } = fields[key];
    const found = key === "registrationDate" || key === "lastLoginDate" ? dates[key] : undefined;
    const written = found && { format: found.format, ambiguous: found.ambiguous, share: found.share };
    return [
      key,
      { column, how, confidence, reason: withoutHeader(reason), ...(written ? { dates: written } : {}) },
    ] as const;
  });
  return Object.fromEntries(entries);
}

// The report has the column already, and `columns` may leave its header out.
function withoutHeader(reason: MappingReason): ReportedField["reason"] {
  if (!("header" in reason)) return reason;
  const { header: _, ...rest } = reason;
  return rest;
}
