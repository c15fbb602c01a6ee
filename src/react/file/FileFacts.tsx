"use client";
// Shows the chosen file and how it was read: encoding, delimiter and header row to change, and notices.
import { type ReactElement, type RefObject, useId, useState } from "react";
import type { CsvTable, Delimiter, Encoding, FileNotice } from "../../csv/table.ts";
import { reportReading } from "../../importer/review/reading-report.ts";
import type { ReadChoices, Review } from "../../importer/state.ts";
import type { SelectPartProps } from "../context/card-components.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Select } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { saveFile, toBareName } from "../export/download.ts";
import {
  toDelimiterReason,
  toEncodingReason,
  toEncodingSample,
  toHeaderOptions,
  toHeaderReason,
} from "./dialect-text.ts";

export interface FileFactsProps {
  readonly review: Review;
  readonly isDragging: boolean;
  readonly isLocked: boolean;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onOpen: () => void;
  readonly onChoose: (choices: ReadChoices) => void;
}

export function FileFacts({ review, isDragging, isLocked, buttonRef, onOpen, onChoose }: FileFactsProps): ReactElement {
  const card = useCard();
  const { messages, format, slotClass } = card;
  const { file, table } = review;
  const { dialect } = table;
  const { headerRow, file: words } = messages;
  return (
    <div className={slotClass("facts")} data-dragging={isDragging}>
      <div className="ieu-file">
        <Icon name="file" />
        <div className="ieu-file-text">
          <p className="ieu-file-name">{isDragging ? words.dropNow : file.name}</p>
          <p className="ieu-hint">{words.size(table.records.length, table.headers.length, file.size, format)}</p>
        </div>
        <Button buttonRef={buttonRef} disabled={isLocked} onClick={onOpen}>
          {words.chooseAnother}
        </Button>
      </div>
      <fieldset className="ieu-fact-list" disabled={isLocked}>
        <legend className="ieu-hidden">{words.facts}</legend>
        {dialect.workbook ? (
          <SheetFact workbook={dialect.workbook} onChoose={onChoose} />
        ) : (
          <TextFacts table={table} onChoose={onChoose} />
        )}
        <Fact
          label={headerRow.label}
          reason={toHeaderReason(dialect, card)}
          value={String(dialect.headerRow ?? "")}
          options={toHeaderOptions(table, card)}
          onChoose={(value) => onChoose({ headerRow: value === "" ? null : Number(value) })}
        />
      </fieldset>
      <FileNotices notices={table.notices} isLocked={isLocked} onChoose={onChoose} />
      <CopyReport review={review} />
    </div>
  );
}

type OnChoose = FileFactsProps["onChoose"];

// Encoding and delimiter, which only text files have.
function TextFacts({ table, onChoose }: { readonly table: CsvTable; readonly onChoose: OnChoose }): ReactElement {
  const card = useCard();
  const { encoding, delimiter } = card.messages;
  const { dialect, records } = table;
  return (
    <>
      <Fact
        label={encoding.label}
        reason={toEncodingReason(dialect, card)}
        sample={toEncodingSample(dialect, card)}
        value={dialect.encoding}
        options={Object.entries(encoding.names)}
        onChoose={(value) => onChoose({ encoding: value as Encoding })}
      />
      <Fact
        label={delimiter.label}
        reason={toDelimiterReason(dialect, records.length, card)}
        value={dialect.delimiter}
        options={Object.entries(delimiter.names)}
        onChoose={(value) => onChoose({ delimiter: value as Delimiter })}
      />
    </>
  );
}

interface SheetFactProps {
  readonly workbook: NonNullable<CsvTable["dialect"]["workbook"]>;
  readonly onChoose: OnChoose;
}

function SheetFact({ workbook: { sheet, sheets }, onChoose }: SheetFactProps): ReactElement {
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

interface FactProps extends SelectPartProps {
  readonly label: string;
  readonly reason: string;
  readonly sample?: string | null;
}

function Fact({ label, reason, sample = null, ...select }: FactProps): ReactElement {
  const id = useId();
  return (
    <div className="ieu-fact">
      <label className="ieu-fact-label" htmlFor={id}>
        {label}
      </label>
      <Select id={id} aria-describedby={`${id}-reason`} {...select} />
      <p id={`${id}-reason`} className="ieu-hint">
        {reason}
        {sample && <bdi className="ieu-fact-sample">{sample}</bdi>}
      </p>
    </div>
  );
}

interface FileNoticesProps {
  readonly notices: readonly FileNotice[];
  readonly isLocked: boolean;
  readonly onChoose: (choices: ReadChoices) => void;
}

function FileNotices({ notices, isLocked, onChoose }: FileNoticesProps): ReactElement | null {
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

function CopyReport({ review }: { readonly review: Review }): ReactElement {
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
