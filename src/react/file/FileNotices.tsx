"use client";
// Shows what few files need beside their facts: the sheet of a workbook, notices with their repairs, and the report for support.
import { type ReactElement, useId, useState } from "react";
import type { CsvTable, FileNotice } from "../../csv/table.ts";
import { reportReading } from "../../importer/review/reading-report.ts";
import type { ReadChoices, Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { saveFile, toBareName } from "../export/download.ts";
import { Fact } from "./Fact.tsx";

type OnChoose = (choices: ReadChoices) => void;

interface SheetFactProps {
  readonly workbook: NonNullable<CsvTable["dialect"]["workbook"]>;
  readonly onChoose: OnChoose;
}

export function SheetFact({ workbook: { sheet, sheets }, onChoose }: SheetFactProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.sheet;
  return (
    <Fact
      label={words.label}
      reason={words.sheets(sheets.length, format)}
      value={sheet}
      options={sheets.map(({ name, isHidden }) => [name, isHidden ? words.hidden(name) : name])}
      onChoose={(name) => onChoose({ sheet: name, headerRow: "auto" })}
    />
  );
}

interface FileNoticesProps {
  readonly notices: readonly FileNotice[];
  readonly isLocked: boolean;
  readonly onChoose: (choices: ReadChoices) => void;
}

export function FileNotices({ notices, isLocked, onChoose }: FileNoticesProps): ReactElement | null {
  const card = useCard();
  const shown = notices.filter((notice) => notice.code !== "encoding_guessed");
  if (shown.length === 0) return null;
  return (
    <ul className="ieu-file-notices" aria-label={card.messages.file.notices}>
      {shown.map((notice) => (
        <li key={keyOf(notice, notices)} className="ieu-file-notice">
          <Icon name="information" />
          <span>
            {toNoticeText(notice, card)} <RepairButtons notice={notice} isLocked={isLocked} onChoose={onChoose} />
          </span>
        </li>
      ))}
    </ul>
  );
}

// Offering a repair and undoing it share one key, so that focus stays on the button.
function keyOf({ code }: FileNotice, notices: readonly FileNotice[]): string {
  const offered = offers[code];
  return offered !== undefined && !notices.some((notice) => notice.code === offered) ? offered : code;
}

const offers: Readonly<Partial<Record<FileNotice["code"], FileNotice["code"]>>> = {
  text_mended: "text_garbled",
  entities_decoded: "entities_found",
  bytes_decoded: "bytes_found",
  codes_decoded: "codes_found",
  rows_joined: "rows_long",
  rows_cut: "rows_long",
};

// Texts are repaired only on request: some real names look damaged, and an extra cell may be none of a name.
function RepairButtons(props: Omit<FileNoticesProps, "notices"> & { readonly notice: ShownNotice }) {
  const { notice, isLocked, onChoose } = props;
  return toRepairs(notice, useCard()).map(([label, choices], place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a repair and its undoing share a place, and so the focus
    <Button key={place} look="link" disabled={isLocked} onClick={() => onChoose(choices)}>
      {label}
    </Button>
  ));
}

function toRepairs(notice: ShownNotice, { messages: { text }, format }: CardTexts): [string, ReadChoices][] {
  switch (notice.code) {
    case "text_garbled":
    case "entities_found":
    case "bytes_found":
    case "codes_found":
      return [[text.mend, { garbled: "mend" }]];
    case "text_mended":
    case "entities_decoded":
    case "bytes_decoded":
    case "codes_decoded":
      return [[text.keep, { garbled: "keep" }]];
    case "rows_long":
      return [
        ...(notice.joinable > 0
          ? [[text.join(notice.joinable, format), { longRows: "join" }] as [string, ReadChoices]]
          : []),
        [text.cut, { longRows: "cut" }],
      ];
    case "rows_joined":
    case "rows_cut":
      return [[text.ask, { longRows: "ask" }]];
    case "numbers_padded":
      return [[text.padded(notice.read === "shown"), { paddedNumbers: notice.read === "shown" ? "stored" : "shown" }]];
    default:
      return [];
  }
}

// `encoding_guessed` is shown as the reason of the encoding instead.
type ShownNotice = Exclude<FileNotice, { code: "encoding_guessed" }>;

function toNoticeText(notice: ShownNotice, { messages: { notices }, format }: CardTexts): string {
  switch (notice.code) {
    case "extras_not_loaded":
      return notice.extras.map((extra) => notices.extras_not_loaded[extra]).join(" ");
    case "characters_damaged":
      return notices.characters_damaged(notice.count, notice.firstRow, format);
    case "added_columns":
      return notices.added_columns(notice.headers, format);
    case "sheets_hidden":
      return notices.sheets_hidden(notice.names, format);
    case "numbers_padded":
      return notices.numbers_padded(notice, format);
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

export function CopyReport({ review }: { readonly review: Review }): ReactElement {
  const { messages } = useCard();
  const words = messages.report;
  const id = useId();
  const [done, setDone] = useState<{ readonly how: "copied" | "saved"; readonly review: Review } | null>(null);

  async function copy(): Promise<void> {
    const text = JSON.stringify(reportReading(review), null, 2);
    // Not allowed without https, in some frames, and where the person said no.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (!isCopied)
      saveFile(words.fileName(toBareName(review.file.name)), "json", new Blob([text], { type: "application/json" }));
    setDone({ how: isCopied ? "copied" : "saved", review });
  }

  return (
    <div className="ieu-report">
      <Button look="link" aria-describedby={id} onClick={copy}>
        {words.copy}
      </Button>
      <span id={id} className="ieu-hidden">
        {words.hint}
      </span>
      {/* Once the file is read again, the copied report is out of date. */}
      <span className="ieu-hint" aria-live="polite">
        {done && done.review.table === review.table ? words[done.how] : ""}
      </span>
    </div>
  );
}
