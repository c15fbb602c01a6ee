// Puts notices about a file, its dates and its emails into words: for the card, and for the command, which adds its flags.
import type { DateNotice } from "../../csv/rows/date-checks.ts";
import type { UnreachableEmails } from "../../csv/rows/unreachable-emails.ts";
import type { FileNotice } from "../../csv/table.ts";
import type { Format } from "./format.ts";
import type { Messages } from "./messages.ts";

// A guessed encoding is told in other words: in the card, as the reason of the encoding.
type ToldNotice = Exclude<FileNotice, { code: "encoding_guessed" }>;

/** One sentence or more about a change made to the file, or something noticed in it. */
export function toNoticeText(notice: ToldNotice, { notices }: Pick<Messages, "notices">, format: Format): string {
  switch (notice.code) {
    case "extras_not_loaded":
      return notice.extras.map((extra) => notices.extras_not_loaded[extra]).join(" ");
    case "characters_damaged":
      return notices.characters_damaged(notice.count, notice.firstRow, format);
    case "added_columns":
      return notices.added_columns(notice.headers, format);
    case "headers_decoded":
      return notices.headers_decoded(notice.headers.slice(0, 5), notice.headers.length, format);
    case "sheets_hidden":
      return notices.sheets_hidden(notice.names, format);
    case "numbers_padded":
      return notices.numbers_padded(notice, format);
    case "text_garbled":
    case "text_mended":
      return notices[notice.code](notice.rows, notice.firstRow, format);
    case "rows_skipped":
      return notices.rows_skipped(notice.count, format);
    case "rows_over_limit":
      return notices.rows_over_limit(notice.count, notice.limit, notice.estimated === true, notice, format);
    case "rows_before":
      return notices.rows_before(notice.count, notice.fromRow, format);
    default:
      return notices[notice.code](notice.count, notice.firstRow, format);
  }
}

/** One sentence about dates that are implausible, or may be read otherwise. */
export function toDateNoticeText(
  notice: DateNotice,
  { dates, fields }: Pick<Messages, "dates" | "fields">,
  format: Format,
): string {
  const words = dates.checks;
  const { count, firstRow } = notice;
  switch (notice.code) {
    case "no_zone":
      return words.no_zone;
    case "zone_of_header":
      return words.zone_of_header(fields[notice.field], notice.zone);
    case "login_before_registration":
      return words.login_before_registration(count, firstRow, format);
    default:
      return words[notice.code](fields[notice.field], notice.value, count, firstRow, format);
  }
}

/** Two sentences about emails that belong to nobody, and what to do. */
export function toUnreachableText(
  { reason, email, count, firstRow }: Omit<UnreachableEmails, "rows">,
  { unreachable }: Pick<Messages, "unreachable">,
  format: Format,
): string {
  return `${unreachable.found[reason](email, count, firstRow, format)} ${unreachable.question(count, format)}`;
}
