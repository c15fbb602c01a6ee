"use client";
// Shows what few files need beside their facts: the sheet of a workbook, notices, and the report for support.
import { type ReactElement, useId, useState } from "react";
import type { CsvTable } from "../../csv/table.ts";
import { reportReading } from "../../importer/review/reading-report.ts";
import type { ReadChoices, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { saveFile, toBareName } from "../export/download.ts";
import { isOffered } from "../mapping/file-offers.ts";
import { toNoticeText } from "../messages/notice-text.ts";
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

// Notices that are offers stand beside the columns they change.
export function FileNotices({ review }: { readonly review: Review }): ReactElement | null {
  const card = useCard();
  const shown = review.table.notices.filter((notice) => notice.code !== "encoding_guessed");
  const facts = shown.filter((notice) => !isOffered(notice, review));
  if (facts.length === 0) return null;
  return (
    <ul className="ieu-file-notices" aria-label={card.messages.file.notices}>
      {facts.map((notice) => (
        <li key={notice.code} className="ieu-file-notice">
          <Icon name="information" />
          <span>{toNoticeText(notice, card.messages, card.format)}</span>
        </li>
      ))}
    </ul>
  );
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
