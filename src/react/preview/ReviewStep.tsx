"use client";
// Shows the second step: column mapping, preview of the rows, the bar with Start, and what to do with a second file.
import { type MouseEvent, type ReactElement, type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import type { CsvTable } from "../../csv/table.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { countHeldBack, missingFields, type StartBlocker, startBlockers } from "../../importer/machine/import-run.ts";
import { findMerge } from "../../importer/review/corrected-file.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { MergeDecision, Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { focusOtherStep, Heading, scrollIntoFullView } from "../controls/Heading.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { ColumnMapper, type ColumnMapperProps } from "../mapping/ColumnMapper.tsx";
import { toColumnNames } from "../mapping/mapping-text.ts";
import { CellText } from "../table/CellText.tsx";
import { TableBox } from "../table/TableBox.tsx";
import { PreviewTable, type PreviewTableProps } from "./PreviewTable.tsx";

export interface ReviewStepProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly isStillRemembered: ColumnMapperProps["isStillRemembered"];
  readonly actions: ColumnMapperProps["actions"] & PreviewTableProps["actions"];
  /** The start bar, below the table. */
  readonly children: ReactNode;
}

export function ReviewStep(props: ReviewStepProps): ReactElement {
  const { review, isLocked, isStillRemembered, actions, children } = props;
  const card = useCard();
  const { messages, format, slotClass } = card;
  const words = messages.preview;
  const counts = useMemo(() => reviewCounts(review), [review]);
  return (
    <>
      <div className={slotClass("section")} data-step="review">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={review.file}>
            {words.heading}
          </Heading>
          <p className="ieu-hint">
            {words.lead} <RichText text={words.knownLater(format)} />
          </p>
        </div>
        <ColumnMapper review={review} isLocked={isLocked} isStillRemembered={isStillRemembered} actions={actions} />
        {/* Without a required column every row would have the same problem: the raw file is more helpful. */}
        {missingFields(review).length > 0 ? (
          <RawTable table={review.table} columnNames={toColumnNames(review.table, card)} />
        ) : (
          <PreviewTable review={review} counts={counts} isLocked={isLocked} actions={actions} />
        )}
      </div>
      {children}
    </>
  );
}

interface RawTableProps {
  readonly table: CsvTable;
  readonly columnNames: readonly string[];
}

const rowCount = 5;
// Enough to recognise the file, which may have thousands of columns; the selects list all of them.
const columnCount = 30;

/** The first rows of the file as they are, to help in choosing columns. */
function RawTable({ table, columnNames }: RawTableProps): ReactElement {
  const { messages } = useCard();
  const columns = columnNames.slice(0, columnCount);
  return (
    <TableBox caption={messages.preview.rawCaption}>
      <thead className="ieu-head">
        <tr className="ieu-row">
          <th className="ieu-cell" scope="col" data-number>
            {messages.table.row}
          </th>
          {columns.map((name, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place; two may have one name
            <th key={column} className="ieu-cell" scope="col" style={{ minInlineSize: "calc(var(--ieu-rem) * 8)" }}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="ieu-body">
        {table.records.slice(0, rowCount).map(({ number, cells }) => (
          <tr key={number} className="ieu-row">
            <th className="ieu-cell" scope="row" data-number>
              {number}
            </th>
            {columns.map((_, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <td key={column} className="ieu-cell">
                <CellText text={cells[column] ?? ""} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableBox>
  );
}

interface StartBarProps {
  readonly review: Review;
  readonly dropped: Review | null;
  readonly sourceName: string;
  readonly skipInvalid: boolean;
  /** False in states that don't allow a start: reading, importing, failed. */
  readonly isReady: boolean;
  /** The name of an earlier import whose outcome is unknown. */
  readonly unconfirmed: string | null;
  readonly onStart: () => void;
  /** Confirms a column that was only guessed. */
  readonly onConfirm: ImporterActions["assignColumn"];
}

/** The Start button, with what will be sent and what has to be done before. */
export function StartBar(props: StartBarProps): ReactElement {
  const { review, dropped, sourceName, skipInvalid, isReady, unconfirmed, onStart, onConfirm } = props;
  const card = useCard();
  const { messages, format, appName, slotClass } = card;
  const id = useId();
  const blockers = startBlockers({ review, dropped, sourceName }, skipInvalid);
  const reasons = blockers.map((blocker) => toBlockerText(blocker, card));
  const guesses = blockers.filter((blocker) => blocker.code === "field_unconfirmed");
  const startButton = useRef<HTMLButtonElement>(null);
  const confirm = () => {
    for (const { field, column } of guesses) onConfirm(field, column);
    // The button that was clicked is gone then.
    startButton.current?.focus();
  };
  // The counts mean nothing before the required columns are mapped.
  const isMapped = missingFields(review).length === 0;
  const { problems, all } = reviewCounts(review);
  const held = countHeldBack(review.rows, skipInvalid);
  const parts = [messages.start.willBeSent(all - held, appName, format)];
  if (problems > held) parts.push(messages.start.willBeInvalid(problems - held, format));
  if (held > 0) parts.push(messages.start.heldBack(held, format));
  return (
    <div className={slotClass("footer")}>
      {unconfirmed !== null && <Notice tone="hint" text={messages.start.unconfirmed(unconfirmed, format)} />}
      <div className="ieu-start">
        <div id={id} className="ieu-start-text">
          {isMapped && (
            <p className="ieu-start-sentence">
              <RichText text={messages.start.sentence(parts)} />
            </p>
          )}
          {reasons.length > 0 && (
            <p className="ieu-problem">
              {messages.start.blocked}: {reasons.join(" ")}
            </p>
          )}
          {guesses.length > 0 && <Button onClick={confirm}>{toConfirmText(guesses, review.table, card)}</Button>}
        </div>
        <Button
          look="primary"
          buttonRef={startButton}
          isBlocked={!isReady || reasons.length > 0}
          aria-describedby={id}
          onClick={onStart}
        >
          {messages.start.button}
        </Button>
      </div>
    </div>
  );
}

function toBlockerText(blocker: StartBlocker, { messages, format }: CardTexts): string {
  const words = messages.start.blockers;
  switch (blocker.code) {
    case "source_name_too_long":
      return words.source_name_too_long(blocker.length, blocker.limit, format);
    case "file_undecided":
      return words.file_undecided(blocker.fileName);
    case "field_unmapped":
      return words.field_unmapped(messages.fields[blocker.field]);
    case "field_unconfirmed":
      return words.field_unconfirmed(messages.fields[blocker.field]);
    default:
      return words[blocker.code];
  }
}

type Unconfirmed = Extract<StartBlocker, { code: "field_unconfirmed" }>;

function toConfirmText(guesses: readonly Unconfirmed[], table: CsvTable, card: CardTexts): string {
  const { messages, format } = card;
  const names = toColumnNames(table, card);
  const columns = guesses.map(({ field, column }) =>
    messages.start.readFrom(messages.fields[field], names[column] ?? ""),
  );
  return messages.start.confirm(columns, format);
}

export interface MergeOfferProps {
  readonly review: Review;
  readonly dropped: Review;
  readonly onDecide: ImporterActions["decideMerge"];
}

// Rows without a match that are listed by number; further ones are only counted.
const maxListedRows = 8;

/** Asks what to do with a second file that has rows of the first: apply its changes, or replace the first file. */
export function MergeOffer({ review, dropped, onDecide }: MergeOfferProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.merge;
  const merge = useMemo(() => findMerge(review, dropped.table), [review, dropped]);
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each file
  useEffect(() => {
    scrollIntoFullView(box.current);
    box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [dropped]);
  const { rows = 0, unchangedValues = 0, unmatchedRows = [] } = merge ?? {};
  const lines = [rows > 0 ? words.changes(rows, format) : words.noChanges];
  if (unchangedValues > 0) lines.push(words.kept(unchangedValues, format));
  const named = unmatchedRows.slice(0, maxListedRows);
  if (named.length > 0) lines.push(words.strangers(named, unmatchedRows.length - named.length, format));

  const decide = (decision: MergeDecision) => (event: MouseEvent) => {
    // The notice and its buttons disappear. A file that replaces the first one focuses its own heading.
    focusOtherStep(event.currentTarget, "review");
    onDecide(decision);
  };

  return (
    <div ref={box} className={slotClass("section")} data-step="merge">
      <Notice
        tone="hint"
        role="alert"
        title={words.title(dropped.file.name, review.file.name)}
        text={lines.join(" ")}
        actions={
          <>
            {rows > 0 && <Button onClick={decide("apply")}>{words.apply(review.file.name, rows, format)}</Button>}
            <Button onClick={decide("replace")}>{words.replace}</Button>
            <Button look="link" onClick={decide("dismiss")}>
              {words.dismiss(review.file.name)}
            </Button>
          </>
        }
      />
    </div>
  );
}
