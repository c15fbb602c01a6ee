// Describes how a CSV file was read, why it was refused, and what is wrong with a value: the card's English texts, with the command's flags as advice.
import type { FieldKey } from "../../contract/fields.ts";
import { maskEmails } from "../../contract/text.ts";
import { isDateField } from "../../contract/user.ts";
import type { MappingReason } from "../../csv/mapping/suggestion.ts";
import type { DamagedIds } from "../../csv/rows/damaged-ids.ts";
import type { DateChecks } from "../../csv/rows/date-checks.ts";
import type { ColumnRepair } from "../../csv/rows/repairs.ts";
import type { UnreachableEmails } from "../../csv/rows/unreachable-emails.ts";
import { toCauseText } from "../../csv/rows/value-causes.ts";
import type { CsvTable, FileIssue, FileNotice, ForeignFormat } from "../../csv/table.ts";
import { english } from "../../react/messages/en.ts";
import { createFormat, type Format } from "../../react/messages/format.ts";
import { toDateNoticeText, toNoticeText, toUnreachableText } from "../../react/messages/notice-text.ts";
import { plural, printable } from "../terminal/terminal.ts";
import type { InputIssue } from "./open-file.ts";

// Plain text for a terminal: the card's marks for bold and code mean nothing here.
const format: Format = {
  ...createFormat("en"),
  strong: (text) => text,
  code: (text) => `"${text}"`,
};

/** One line about how the table was read. */
export function describeTable({ dialect, records }: CsvTable, rows = records.length): string {
  const { encoding, delimiter, sheet, headerRow } = english;
  const header = dialect.headerRow === null ? headerRow.none : `${headerRow.label}: ${dialect.headerRow}`;
  const { workbook } = dialect;
  const facts = workbook
    ? [`${sheet.label}: ${printable(workbook.sheet)}`]
    : [
        `${encoding.label}: ${encoding.names[dialect.encoding]}`,
        `${delimiter.label}: ${delimiter.names[dialect.delimiter]}`,
      ];
  return [`${workbook ? "Excel" : "CSV"}: ${plural(rows, "row")}`, ...facts, header].join(" · ");
}

/** One line about a change made to the file, or something noticed in it. */
export function toNoticeLine(notice: FileNotice): string {
  if (notice.code === "encoding_guessed") {
    return `The encoding ${notice.encoding} is a guess. If it is wrong, set another one with --encoding.`;
  }
  if (notice.code === "added_columns") {
    return `Ignored ${plural(notice.headers.length, "column")} that an earlier download added: ${format.list(notice.headers)}.`;
  }
  return [toNoticeText(notice, english, format), ...toNoticeAdvice(notice)].join(" ");
}

// The flags that decide otherwise.
function toNoticeAdvice(notice: FileNotice): string[] {
  switch (notice.code) {
    case "characters_damaged":
      return ["Set it with --encoding."];
    case "text_garbled":
      return ["To repair them, add --mend."];
    case "entities_found":
    case "bytes_found":
    case "codes_found":
      return ["To decode them, add --mend."];
    case "rows_long":
      return [toLongRowsAdvice(notice.joinable)];
    case "sheets_hidden":
      return ["To read one of them, name it with --sheet."];
    case "numbers_padded": {
      const other = notice.read === "shown" ? "stored" : "shown";
      return [`To read them as ${other}, add --padded-numbers ${other}.`];
    }
    default:
      return [];
  }
}

function toLongRowsAdvice(joinable: number): string {
  const join = `In ${plural(joinable, "row")} only one value can have been split: to join its cells, add --long-rows join. `;
  return `${joinable > 0 ? join : ""}To ignore the extra cells, add --long-rows cut.`;
}

/** Why a file was refused, and what to do. */
export function toRefusalText(issue: FileIssue): string {
  const { refusals } = english;
  switch (issue.code) {
    case "not_csv":
      return `${refusals.not_csv.title(refusals.not_csv.found[issue.found])}. ${toAdvice(issue.found)}`;
    case "unclosed_quote":
      return `${refusals.unclosed_quote.title(issue.row)}. ${refusals.unclosed_quote.advice(issue.row)}`;
    case "unreadable":
      return `${refusals.unreadable.title} (${issue.reason}).`;
    case "too_many_rows":
      return `${tooManyRowsText(issue)}.`;
    case "file_too_large":
      return `${refusals.file_too_large.title(issue.bytes, issue.limit, format)}.`;
    case "workbook_unreadable":
      return `${refusals.workbook_unreadable[issue.reason].title}. ${refusals.workbook_unreadable[issue.reason].advice}`;
    default:
      return `${refusals[issue.code].title}. ${refusals[issue.code].advice}`;
  }
}

/** The number of rows of a file, and the limit. */
export function tooManyRowsText({ count, limit, estimated }: FileIssue & { readonly code: "too_many_rows" }): string {
  return english.refusals.too_many_rows.title(count, limit, estimated === true, format);
}

// The card's advice ends with an upload; the command also reads JSON and pipes.
function toAdvice(found: ForeignFormat): string {
  if (["xlsx", "xls", "ods", "numbers"].includes(found)) return 'Open it and save it as "CSV UTF-8".';
  if (found === "gzip") return "Unpack it: gunzip -c file.gz | import-existing-users sync -";
  if (found === "zip") return "Unpack it first.";
  return found === "json" ? "Add --format json or --format ndjson." : "Export your users as CSV, JSON or NDJSON.";
}

/** A warning that a column has a known header, but unexpected values. */
export function doubtedColumnText(field: FieldKey, header: string): string {
  const { unreadDates, doubted } = english.mapping.reasons;
  return `${field}: ${(isDateField(field) ? unreadDates : doubted)(header)}.`;
}

/** One line for each notice about dates. */
export function toDateLines({ placeholders, notices }: DateChecks): string[] {
  const words = english.dates.checks;
  const offers = placeholders.map(({ field, text, count, firstRow }) => {
    return `${english.fields[field]}: ${words.placeholders([text], count, firstRow, format)} Add --empty "${text}".`;
  });
  const told = notices.map((notice) => toDateNoticeText(notice, english, format));
  return [...offers, ...told];
}

/** One line for each reason why emails belong to nobody, without the addresses themselves, which don't belong in logs. */
export function toUnreachableLines(found: readonly UnreachableEmails[]): string[] {
  return found.map((emails) => {
    return printable(toUnreachableText({ ...emails, email: maskEmails(emails.email) }, english, format));
  });
}

/** The repair that the card would offer for a column. */
export function repairOfferText(repair: ColumnRepair): string {
  return english.repairs[repair.field].offer(repair, format);
}

/** What happened to the user ids of a file, and what to export instead. */
export function damagedIdsText(ids: DamagedIds): string {
  return english.damagedIds.found(ids, format);
}

/** Says that a column has a known header, but that its cells are not understood, so that it is not used. */
export function unfitColumnText(field: FieldKey, header: string): string {
  return `${english.mapping.reasons.unfit_values[field](header)}.`;
}

/** Why columns of emails are not used unasked. `names` are the columns as they are shown. */
export function doubtfulEmailsText(reason: DoubtfulEmails, names: readonly string[]): string {
  return english.mapping.reasons.doubtful_emails[reason.doubt](names, reason.matching, reason.of, format);
}

type DoubtfulEmails = Extract<MappingReason, { code: "doubtful_emails" }>;

/** What exactly is wrong with a value, in the words of the card; null where nothing more is certain. */
export function causeText(issue: InputIssue): string | null {
  return toCauseText(issue, english.valueCauses);
}
