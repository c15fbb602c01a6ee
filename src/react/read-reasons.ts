// Why a file was read with this encoding, delimiter and header row, in words.
import type { Dialect } from "../csv/table.ts";
import type { Format } from "./format.ts";
import type { Messages } from "./messages.ts";

export function toEncodingReason({ reasons }: Dialect, { encoding }: Messages): string {
  const reason = reasons.encoding;
  return encoding.reasons[reason.code === "valid_utf8" && reason.ascii ? "ascii" : reason.code];
}

export function toDelimiterReason({ reasons, hasHeader }: Dialect, { delimiter }: Messages, format: Format): string {
  const reason = reasons.delimiter;
  if (reason.code !== "consistent") return delimiter.reasons[reason.code];
  const { agreeing, sampled, columns } = reason.fit;
  // Rows as the screen counts them: without the header, which the reader counted too.
  const header = hasHeader && sampled > 1 ? 1 : 0;
  return agreeing === sampled
    ? delimiter.reasons.all(sampled - header, columns, format)
    : delimiter.reasons.most(agreeing - header, sampled - header, columns, format);
}

export function toHeaderReason({ reasons }: Dialect, { headerRow }: Messages, format: Format): string {
  const reason = reasons.header;
  if (reason.code === "known_names") return headerRow.reasons.known_names(reason.names.slice(0, 3), format);
  if (reason.code === "holds_value") return headerRow.reasons.holds_value(reason.value);
  return headerRow.reasons[reason.code];
}
