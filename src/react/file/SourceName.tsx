"use client";
// The field for the name under which the import is saved.
import { type ReactElement, useId } from "react";
import { maxSourceNameLength } from "../../contract/import.ts";
import { useCard } from "../context/card-context.ts";

export interface SourceNameProps {
  readonly name: string;
  readonly isLocked: boolean;
  /** A blank name is a problem only once there is something to start. */
  readonly isChecked: boolean;
  readonly onName: (name: string) => void;
}

export function SourceName({ name, isLocked, isChecked, onName }: SourceNameProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const id = useId();
  const blockers = messages.start.blockers;
  const length = name.trim().length;
  const problem =
    length > maxSourceNameLength
      ? blockers.source_name_too_long(length, maxSourceNameLength, format)
      : isChecked && length === 0
        ? blockers.source_name_blank
        : null;
  return (
    <div className="ieu-field">
      <label className="ieu-label" htmlFor={id}>
        {messages.file.sourceName}
      </label>
      <input
        id={id}
        className={slotClass("input")}
        type="text"
        autoComplete="off"
        value={name}
        readOnly={isLocked}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onName(event.target.value)}
      />
      <p id={`${id}-hint`} className={problem ? "ieu-problem" : "ieu-hint"}>
        {problem ?? messages.file.sourceNameHint}
      </p>
    </div>
  );
}
