"use client";
// Shows one value of the preview with its problems, and edits it in place.
import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { useCard } from "../context/card-context.ts";
import { Input } from "../controls/Field.tsx";
import { Icon } from "../controls/Icon.tsx";
import { issueOf, toIssueText, warningOf } from "../messages/issue-text.ts";
import { CellText, cutText } from "../table/CellText.tsx";
import { type CellCorrections, type CellPosition, useCellCorrectionsContext } from "./use-corrections.ts";

export interface PreviewCellProps {
  readonly row: ImportRow;
  readonly field: FieldKey;
}

export function PreviewCell({ row, field }: PreviewCellProps): ReactElement {
  const corrections = useCellCorrectionsContext();
  const { active } = corrections;
  const cell: CellPosition = { row: row.number, field };
  const isCorrected = corrections.isCorrected(cell);
  const value = row.input[field] ?? "";
  const id = useId();
  if (!corrections.canCorrect(row)) {
    return <CellFacts row={row} field={field} value={value} isCorrected={isCorrected} />;
  }
  if (active?.mode === "edit" && isSameCell(active, cell) && !corrections.isLocked) {
    return <CellEditor row={row} field={field} />;
  }
  return (
    <div className="ieu-correctable">
      <CellFacts row={row} field={field} value={value} isCorrected={isCorrected} problemId={id}>
        <CorrectButton row={row} field={field} isCorrected={isCorrected} problemId={id} />
      </CellFacts>
    </div>
  );
}

function isSameCell(one: CellPosition, other: CellPosition): boolean {
  return one.row === other.row && one.field === other.field;
}

interface CellFactsProps extends PreviewCellProps {
  readonly value: string;
  readonly isCorrected: boolean;
  /** The id of what is wrong, which describes the button. */
  readonly problemId?: string;
  /** The button that opens the editor. */
  readonly children?: ReactElement;
}

function CellFacts({ row, field, value, isCorrected, problemId, children }: CellFactsProps): ReactElement {
  const { messages } = useCard();
  const issue = issueOf(row, field);
  const warning = warningOf(row, field);
  return (
    <>
      {value !== "" && <CellText text={value} isBad={issue !== null} />}
      {children}
      {issue && (
        <span id={problemId} className="ieu-cell-problem">
          {toIssueText(issue, messages)}
        </span>
      )}
      {warning && <span className="ieu-cell-warning">{messages.warnings[warning.code](warning.firstRow)}</span>}
      {isCorrected && <Corrected row={row} field={field} canUndo={children !== undefined} />}
    </>
  );
}

interface CorrectButtonProps extends PreviewCellProps {
  readonly isCorrected: boolean;
  readonly problemId: string;
}

function CorrectButton({ row, field, isCorrected, problemId }: CorrectButtonProps): ReactElement {
  const { messages } = useCard();
  const corrections = useCellCorrectionsContext();
  const { active } = corrections;
  const cell = { row: row.number, field };
  const button = useRef<HTMLButtonElement>(null);
  const needsFocus = active?.mode === "focus" && isSameCell(active, cell);
  useFocusWhen(needsFocus, button, corrections);
  const hasIssue = issueOf(row, field) !== null;
  const isMarked = isCorrected || hasIssue || warningOf(row, field) !== null;
  return (
    <button
      ref={button}
      type="button"
      className="ieu-correct"
      data-correct={field}
      data-marked={isMarked}
      disabled={corrections.isLocked}
      tabIndex={-1}
      aria-label={messages.corrections.correct(messages.fields[field], row.number)}
      aria-describedby={hasIssue ? problemId : undefined}
      onClick={() => corrections.edit(cell)}
      onKeyDown={(event) => {
        if (event.key === "F2") corrections.edit(cell);
      }}
    >
      <Icon name="pencil" />
    </button>
  );
}

function useFocusWhen(
  needsFocus: boolean,
  button: { readonly current: HTMLElement | null },
  { active, onFocused }: CellCorrections,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each request
  useLayoutEffect(() => {
    if (!needsFocus) return;
    button.current?.focus();
    onFocused();
  }, [needsFocus, active]);
}

function Corrected({ row, field, canUndo }: PreviewCellProps & { readonly canUndo: boolean }): ReactElement {
  const { messages } = useCard();
  const corrections = useCellCorrectionsContext();
  const words = messages.corrections;
  const cell = { row: row.number, field };
  return (
    <span className="ieu-corrected">
      <span className="ieu-tag" data-tag="corrected">
        {words.corrected}
      </span>{" "}
      {canUndo && (
        <button
          type="button"
          className="ieu-undo"
          tabIndex={-1}
          disabled={corrections.isLocked}
          aria-label={words.undoCell(messages.fields[field], row.number)}
          onClick={() => corrections.undo(cell)}
        >
          {words.undo}
        </button>
      )}
      <OriginalText text={corrections.originalOf(cell)} />
    </span>
  );
}

/** The input for a value: Enter saves and goes on, Escape cancels, leaving the input saves. */
function CellEditor({ row, field }: PreviewCellProps): ReactElement {
  const { messages } = useCard();
  const corrections = useCellCorrectionsContext();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const isClosed = useRef(false);
  const value = row.input[field] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const cell = { row: row.number, field };
  const issue = issueOf(row, field);
  const original = corrections.originalOf(cell);
  // An untouched value is never saved, since a single-line input would strip its line breaks.
  const changed = typed === null || typed === value ? null : typed;

  useLayoutEffect(() => {
    isClosed.current = false;
    input.current?.focus();
    input.current?.select();
    return () => {
      isClosed.current = true;
    };
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    // During composition the keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      // Keeps Enter from submitting the host's form.
      event.preventDefault();
      corrections.save(cell, changed);
    }
    if (event.key === "Escape") {
      // Keeps Escape from closing the host's dialog: a native one looks at the default action, others at the event.
      event.preventDefault();
      event.stopPropagation();
      corrections.close(cell);
    }
  }

  function onBlur(): void {
    // Ignored when the editor was closed by a key, and when another window came to the front: the editor then stays open.
    if (isClosed.current || !document.hasFocus()) return;
    corrections.saveOnBlur(cell, changed);
  }

  return (
    <div className="ieu-editor">
      <Input
        inputRef={input}
        className="ieu-cell-input"
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
      {original !== value && <OriginalText id={`${id}-original`} text={original} />}
    </div>
  );
}

// Characters; enough as a reminder.
const maxOriginalLength = 80;

// The text that the file has in a corrected cell.
function OriginalText({ text, id }: { readonly text: string; readonly id?: string }): ReactElement {
  const { messages } = useCard();
  const words = messages.corrections;
  return (
    <span id={id} className="ieu-original">
      {words.original} {text.trim() === "" ? words.empty : <bdi>{cutText(text, maxOriginalLength)}</bdi>}{" "}
    </span>
  );
}
