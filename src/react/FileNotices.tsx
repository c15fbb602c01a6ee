"use client";
// What was done to the file, or noticed in it.
import type { ReactElement } from "react";
import type { FileNotice } from "../csv/table.ts";
import { useCard } from "./context.ts";
import type { Format } from "./format.ts";
import { Icon } from "./Icon.tsx";
import type { Messages } from "./messages.ts";

export function FileNotices({ notices }: { readonly notices: readonly FileNotice[] }): ReactElement | null {
  const { messages, format } = useCard();
  const shown = notices.filter((notice) => notice.code !== "encoding_guessed");
  if (shown.length === 0) return null;
  return (
    <ul className="ieu-file-notices" aria-label={messages.file.notices}>
      {shown.map((notice) => (
        <li key={notice.code} className="ieu-file-notice">
          <Icon name="information" />
          {toWords(notice, messages, format)}
        </li>
      ))}
    </ul>
  );
}

// A guessed encoding is said beside the encoding itself.
type ShownNotice = Exclude<FileNotice, { code: "encoding_guessed" }>;

function toWords(notice: ShownNotice, { notices }: Messages, format: Format): string {
  switch (notice.code) {
    case "characters_damaged":
      return notices.characters_damaged(notice.count, notice.firstRow, format);
    case "rows_skipped":
      return notices.rows_skipped(notice.count, format);
    case "rows_over_limit":
      return notices.rows_over_limit(notice.count, notice.limit, format);
    default:
      return notices[notice.code](notice.count, notice.firstRow, format);
  }
}
