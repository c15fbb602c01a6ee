"use client";
// The field in which one value of the preview is typed anew: Enter saves and goes on, Escape cancels, leaving it saves.
import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { ImportRow } from "../../csv/rows/import-row.ts";
import { useCard } from "../context/card-context.ts";
import { issueOf, toIssueText } from "../messages/issue-text.ts";
import { useCorrectingHere } from "./correction-context.ts";
import { Original } from "./OriginalText.tsx";

/** Which cell. */
export interface CellProps {
  readonly row: ImportRow;
  readonly field: FieldKey;
}

export function CellEditor({ row, field }: CellProps): ReactElement {
  const { messages, slotClass } = useCard();
  const correcting = useCorrectingHere();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  const value = row.input[field] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const place = { row: row.number, field };
  const issue = issueOf(row, field);
  const original = correcting.originalOf(place);
  // What nobody typed is never saved: a field of one line would lose the line breaks of a name.
  const changed = typed === null || typed === value ? null : typed;

  useLayoutEffect(() => {
    isOver.current = false;
    input.current?.focus();
    input.current?.select();
    return () => {
      isOver.current = true;
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method is composing, its keys are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      // A host's form is not to be sent.
      event.preventDefault();
      correcting.save(place, changed);
    }
    if (event.key === "Escape") {
      // Nor its dialog to be closed.
      event.stopPropagation();
      correcting.close(place);
    }
  }

  function onBlur(): void {
    // A field that was saved or cancelled loses the focus by going. Where another window is in front, it is still the one
    // to return to.
    if (isOver.current || !document.hasFocus()) return;
    correcting.leave(place, changed);
  }

  return (
    <div className="ieu-editor">
      <input
        ref={input}
        className={`ieu-cell-input ${slotClass("input")}`}
        value={typed ?? value}
        aria-label={messages.corrections.input(messages.fields[field], row.number)}
        aria-invalid={issue !== null}
        aria-describedby={`${id}-problem ${id}-original`}
        inputMode={field === "email" ? "email" : undefined}
        enterKeyHint="next"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        dir={field === "name" ? "auto" : isDateField(field) ? "ltr" : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      <span id={`${id}-problem`} className="ieu-cell-problem">
        {issue && toIssueText(issue, messages)}
      </span>
      {original !== value && <Original id={`${id}-original`} text={original} />}
    </div>
  );
}
