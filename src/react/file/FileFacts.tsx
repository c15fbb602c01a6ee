"use client";
// The file that was read, and how: three facts that can be changed, each with its reason, and what was noticed.
import { type ReactElement, type RefObject, useId } from "react";
import type { Delimiter, Encoding } from "../../csv/table.ts";
import type { ReadChoices, Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";
import { Select, type SelectProps } from "../controls/Select.tsx";
import { CopyReport } from "./CopyReport.tsx";
import { FileNotices } from "./FileNotices.tsx";
import { toHeaderOptions } from "./header-options.ts";
import { toDelimiterReason, toEncodingReason, toEncodingSample, toHeaderReason } from "./read-reasons.ts";

export interface FileFactsProps {
  readonly review: Review;
  readonly isDragging: boolean;
  readonly isLocked: boolean;
  readonly buttonRef: RefObject<HTMLButtonElement | null>;
  readonly onOpen: () => void;
  readonly onChoose: (choices: ReadChoices) => void;
}

export function FileFacts({ review, isDragging, isLocked, buttonRef, onOpen, onChoose }: FileFactsProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const { file, table } = review;
  const { dialect } = table;
  const { encoding, delimiter, headerRow, file: words } = messages;
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
        <Fact
          label={encoding.label}
          reason={toEncodingReason(dialect, messages, format)}
          sample={toEncodingSample(dialect, messages)}
          value={dialect.encoding}
          options={Object.entries(encoding.names)}
          onChoose={(value) => onChoose({ encoding: value as Encoding })}
        />
        <Fact
          label={delimiter.label}
          reason={toDelimiterReason(dialect, table.records.length, messages, format)}
          value={dialect.delimiter}
          options={Object.entries(delimiter.names)}
          onChoose={(value) => onChoose({ delimiter: value as Delimiter })}
        />
        <Fact
          label={headerRow.label}
          reason={toHeaderReason(dialect, messages, format)}
          value={String(dialect.headerRow ?? "")}
          options={toHeaderOptions(table, messages)}
          onChoose={(value) => onChoose({ headerRow: value === "" ? null : Number(value) })}
        />
      </fieldset>
      <FileNotices notices={table.notices} isLocked={isLocked} onChoose={onChoose} />
      <CopyReport review={review} />
    </div>
  );
}

interface FactProps extends SelectProps {
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
