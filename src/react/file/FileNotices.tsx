"use client";
// What was done to the file, or noticed in it.
import type { ReactElement } from "react";
import type { FileNotice } from "../../csv/table.ts";
import type { ReadChoices } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

export interface FileNoticesProps {
  readonly notices: readonly FileNotice[];
  readonly isLocked: boolean;
  readonly onChoose: (choices: ReadChoices) => void;
}

export function FileNotices({ notices, isLocked, onChoose }: FileNoticesProps): ReactElement | null {
  const { messages, format } = useCard();
  const shown = notices.filter((notice) => notice.code !== "encoding_guessed");
  if (shown.length === 0) return null;
  return (
    <ul className="ieu-file-notices" aria-label={messages.file.notices}>
      {shown.map((notice) => (
        <li key={placeOf(notice)} className="ieu-file-notice">
          <Icon name="information" />
          <span>
            {toWords(notice, messages, format)} <Mending notice={notice} isLocked={isLocked} onChoose={onChoose} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// "Mend them" and "Keep them" are one button in one place, so that the keyboard stays on it.
function placeOf({ code }: FileNotice): string {
  return code === "text_mended" ? "text_garbled" : code;
}

// Text that was encoded twice is not mended unasked: some names do look like that.
function Mending(props: Omit<FileNoticesProps, "notices"> & { readonly notice: ShownNotice }) {
  const { messages } = useCard();
  const { notice, isLocked, onChoose } = props;
  if (notice.code !== "text_garbled" && notice.code !== "text_mended") return null;
  const isMended = notice.code === "text_mended";
  return (
    <Button look="link" disabled={isLocked} onClick={() => onChoose({ garbled: isMended ? "keep" : "mend" })}>
      {isMended ? messages.text.keep : messages.text.mend}
    </Button>
  );
}

// A guessed encoding is said beside the encoding itself.
type ShownNotice = Exclude<FileNotice, { code: "encoding_guessed" }>;

function toWords(notice: ShownNotice, { notices }: Messages, format: Format): string {
  switch (notice.code) {
    case "characters_damaged":
      return notices.characters_damaged(notice.count, notice.firstRow, format);
    case "added_columns":
      return notices.added_columns(notice.headers, format);
    case "rows_skipped":
      return notices.rows_skipped(notice.count, format);
    case "rows_over_limit":
      return notices.rows_over_limit(notice.count, notice.limit, notice.estimated === true, format);
    default:
      return notices[notice.code](notice.count, notice.firstRow, format);
  }
}
