"use client";
// One value of the preview, what is wrong with it, and how it is corrected.
import { type KeyboardEvent, type ReactElement, useLayoutEffect, useRef } from "react";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";
import { issueOf, toIssueText, warningOf } from "../messages/issue-text.ts";
import { CellText } from "../table/CellText.tsx";
import { CellEditor, type CellProps } from "./CellEditor.tsx";
import { type Correcting, type Place, useCorrectingHere } from "./correction-context.ts";
import { Original } from "./OriginalText.tsx";

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
