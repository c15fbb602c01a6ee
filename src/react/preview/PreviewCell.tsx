"use client";
// One value of the preview, what is wrong with it, and how it is corrected.
import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef, useState } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { isDateField } from "../../contract/user.ts";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { issueOf, toIssueText, warningOf } from "../messages/code-text.ts";
import { CellText } from "../table/CellText.tsx";
import { type Correcting, type Place, useCorrectingHere } from "./use-corrections.ts";

export function PreviewCell({ row, field }: CellProps): ReactElement {
  const correcting = useCorrectingHere();
  const { at } = correcting;
  const place: Place = { row: row.number, field };
  const isCorrected = correcting.isCorrected(place);
  const value = row.input[field] ?? "";
  if (!correcting.canCorrect(row)) {
    return <CellFacts row={row} field={field} value={value} isCorrected={isCorrected} />;
  }
  if (at?.mode === "edit" && isAt(at, place) && !correcting.isLocked) return <CellEditor row={row} field={field} />;
  return (
    <div className="ieu-correctable">
      <CellFacts row={row} field={field} value={value} isCorrected={isCorrected}>
        <CorrectButton row={row} field={field} isCorrected={isCorrected} />
      </CellFacts>
    </div>
  );
}

function isAt(at: Place, { row, field }: Place): boolean {
  return at.row === row && at.field === field;
}

interface CellFactsProps extends CellProps {
  readonly value: string;
  readonly isCorrected: boolean;
  /** The button that corrects it. */
  readonly children?: ReactElement;
}

function CellFacts({ row, field, value, isCorrected, children }: CellFactsProps): ReactElement {
  const { messages } = useCard();
  const issue = issueOf(row, field);
  const warning = warningOf(row, field);
  return (
    <>
      {value !== "" && <CellText text={value} isBad={issue !== null} />}
      {children}
      {issue && <span className="ieu-cell-problem">{toIssueText(issue, messages)}</span>}
      {warning && <span className="ieu-cell-warning">{messages.warnings[warning.code](warning.firstRow)}</span>}
      {isCorrected && <Corrected row={row} field={field} canUndo={children !== undefined} />}
    </>
  );
}

function CorrectButton({ row, field, isCorrected }: CellProps & { readonly isCorrected: boolean }) {
  const { messages } = useCard();
  const correcting = useCorrectingHere();
  const { at } = correcting;
  const place = { row: row.number, field };
  const button = useRef<HTMLButtonElement>(null);
  const isWanted = at?.mode === "focus" && isAt(at, place);
  useFocusWhen(isWanted, button, correcting);
  const isMarked = isCorrected || issueOf(row, field) !== null || warningOf(row, field) !== null;
  return (
    <button
      ref={button}
      type="button"
      className="ieu-correct"
      data-correct={field}
      data-marked={isMarked}
      disabled={correcting.isLocked}
      // The others are reached with the arrow keys: else the way through the table would be too long.
      tabIndex={isMarked ? 0 : -1}
      aria-label={messages.corrections.correct(messages.fields[field], row.number)}
      onClick={() => correcting.edit(place)}
      onKeyDown={(event) => {
        if (event.key === "F2") correcting.edit(place);
        else moveFocus(event);
      }}
    >
      <Icon name="pencil" />
    </button>
  );
}

function useFocusWhen(isWanted: boolean, button: { readonly current: HTMLElement | null }, { at, settle }: Correcting) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each wish once
  useLayoutEffect(() => {
    if (!isWanted) return;
    button.current?.focus();
    settle();
  }, [isWanted, at]);
}

// From cell to cell, past those that can't be corrected.
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const button = event.currentTarget;
  const isAcross = event.key === "ArrowLeft" || event.key === "ArrowRight";
  if (!isAcross && event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const selector = isAcross ? "[data-correct]" : `[data-correct="${button.dataset.correct}"]`;
  const group = button.closest(isAcross ? "tr" : "tbody");
  const buttons = [...(group?.querySelectorAll<HTMLElement>(selector) ?? [])];
  const isReversed = isAcross && getComputedStyle(button).direction === "rtl";
  const isBack = (event.key === "ArrowUp" || event.key === "ArrowLeft") !== isReversed;
  event.preventDefault();
  buttons[buttons.indexOf(button) + (isBack ? -1 : 1)]?.focus();
}

function Corrected({ row, field, canUndo }: CellProps & { readonly canUndo: boolean }): ReactElement {
  const { messages } = useCard();
  const correcting = useCorrectingHere();
  const words = messages.corrections;
  const place = { row: row.number, field };
  return (
    <span className="ieu-corrected">
      <span className="ieu-tag" data-tag="corrected">
        {words.corrected}
      </span>{" "}
      {canUndo && (
        <button
          type="button"
          className="ieu-undo"
          disabled={correcting.isLocked}
          aria-label={words.undoCell(messages.fields[field], row.number)}
          onClick={() => correcting.undo(place)}
        >
          {words.undo}
        </button>
      )}
      <Original text={correcting.originalOf(place)} />
    </span>
  );
}

/** Which cell. */
interface CellProps {
  readonly row: ImportRow;
  readonly field: FieldKey;
}

function CellEditor({ row, field }: CellProps): ReactElement {
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

/** What the file has in a cell. */
export function Original({ text, id }: { readonly text: string; readonly id?: string }): ReactElement {
  const { messages } = useCard();
  const words = messages.corrections;
  return (
    <span id={id} className="ieu-original">
      {words.original} {text.trim() === "" ? words.empty : <bdi>{cut(text)}</bdi>}{" "}
    </span>
  );
}

// A reminder, not the text itself.
function cut(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80).replace(/[\uD800-\uDBFF]$/, "")}…` : text;
}
