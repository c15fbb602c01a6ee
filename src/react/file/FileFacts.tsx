"use client";
// Shows the chosen file and how it was read: encoding, delimiter and header row to change, and notices.
import type { ReactElement, RefObject } from "react";
import type { CsvTable, Delimiter, Encoding } from "../../csv/table.ts";
import type { ReadChoices, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { useExtraScreens } from "../context/load-extra-screens.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import {
  toDelimiterReason,
  toEncodingReason,
  toEncodingSample,
  toHeaderOptions,
  toHeaderReason,
} from "./dialect-text.ts";
import { Fact } from "./Fact.tsx";

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
  const extra = useExtraScreens();
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
          extra && <extra.SheetFact workbook={dialect.workbook} onChoose={onChoose} />
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
      {extra && <extra.FileNotices review={review} />}
      {extra && <extra.CopyReport review={review} />}
    </div>
  );
}

// Encoding and delimiter, which only text files have.
function TextFacts({
  table,
  onChoose,
}: {
  readonly table: CsvTable;
  readonly onChoose: FileFactsProps["onChoose"];
}): ReactElement {
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
