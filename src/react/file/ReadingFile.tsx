"use client";
// While a file is read: its name, how far it is, and the way out.
import { type ReactElement, useId } from "react";
import type { ChosenFile } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Icon } from "../controls/Icon.tsx";

export interface ReadingFileProps {
  readonly file: ChosenFile;
  /** 0 to 1. */
  readonly share: number;
  readonly onCancel: () => void;
}

export function ReadingFile({ file, share, onCancel }: ReadingFileProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const id = useId();
  return (
    <div className={slotClass("facts")}>
      <div className="ieu-file">
        <Icon name="file" />
        <div className="ieu-file-text">
          <p id={id} className="ieu-file-name">
            {messages.progress.reading(file.name)}
          </p>
          <p className="ieu-hint">{messages.progress.readingShare(share, format)}</p>
        </div>
        <Button onClick={onCancel}>{messages.progress.cancel}</Button>
      </div>
      <progress className={slotClass("progress")} value={share} max={1} aria-labelledby={id} />
    </div>
  );
}
