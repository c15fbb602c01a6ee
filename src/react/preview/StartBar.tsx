"use client";
// Shows the bar with Start: what will be sent, and what has to be done before.
import { type ReactElement, useId, useRef } from "react";
import type { CsvTable } from "../../csv/table.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import {
  countHeldBack,
  countParts,
  missingFields,
  type StartBlocker,
  startBlockers,
} from "../../importer/machine/import-run.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { useExtraScreens, withExtraScreens } from "../context/load-extra-screens.ts";
import { Button } from "../controls/Button.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { NotLoaded } from "../controls/NotLoaded.tsx";
import { toColumnNames } from "../mapping/mapping-text.ts";
import { useStartQuestion } from "./use-start-question.ts";

interface StartBarProps {
  readonly review: Review;
  readonly dropped: Review | null;
  readonly sourceName: string;
  readonly skipInvalid: boolean;
  /** False in states that don't allow a start: reading, importing, failed. */
  readonly isReady: boolean;
  /** The name of an earlier import whose outcome is unknown. */
  readonly unconfirmed: string | null;
  /** True if the server offers dry runs. */
  readonly offersCheck: boolean;
  readonly actions: Pick<ImporterActions, "start" | "check" | "cancel">;
  /** Confirms a column that was only guessed. */
  readonly onConfirm: ImporterActions["assignColumn"];
}

/** The Start button, with what will be sent and what has to be done before. */
export function StartBar(props: StartBarProps): ReactElement {
  const { review, dropped, sourceName, skipInvalid, isReady, unconfirmed, offersCheck, actions, onConfirm } = props;
  const card = useCard();
  const extra = useExtraScreens();
  const { messages, format, appName, slotClass } = card;
  const id = useId();
  const blockers = startBlockers({ review, dropped, sourceName }, skipInvalid);
  const reasons = blockers.map((blocker) => toBlockerText(blocker, card));
  const guesses = blockers.filter((blocker) => blocker.code === "field_unconfirmed");
  const bar = useRef<HTMLDivElement>(null);
  const startButton = useRef<HTMLButtonElement>(null);
  const checkButton = useRef<HTMLButtonElement>(null);
  const { check } = review;
  const isBlocked = !isReady || reasons.length > 0;
  const question = useStartQuestion(review, actions.start);
  const isChecking = check?.status === "running";
  // Nothing else tells a person in a narrow card why nothing happened.
  const toNotLoaded = () => bar.current?.querySelector<HTMLElement>("[role=alert] button")?.focus();
  const confirm = () => {
    for (const { field, column } of guesses) onConfirm(field, column);
    // The button that was clicked is gone then.
    startButton.current?.focus();
  };
  // The counts mean nothing before the required columns are mapped.
  const isMapped = missingFields(review).length === 0;
  const { problems, all, leftOut } = reviewCounts(review);
  const held = countHeldBack(review, skipInvalid);
  const parts = [messages.start.willBeSent(all - leftOut - held, appName, format, review.file.name)];
  if (problems > held) parts.push(messages.start.willBeInvalid(problems - held, format));
  if (held > 0) parts.push(messages.start.heldBack(held, format));
  if (leftOut > 0) parts.push(messages.start.leftOut(leftOut, format));
  const count = countParts(review, skipInvalid);
  if (count > 1) parts.splice(1, 0, messages.start.inParts(count, format));
  return (
    <div ref={bar} className={slotClass("footer")}>
      <NotLoaded onLoaded={() => startButton.current?.focus()} />
      {unconfirmed !== null && <Notice tone="hint" text={messages.start.unconfirmed(unconfirmed, format)} />}
      {extra && isMapped && <extra.DoubtNotice review={review} question={question} onStart={actions.start} />}
      {extra && check && (
        <extra.CheckState
          check={check}
          onStop={() => {
            // The button that was pressed is gone then.
            checkButton.current?.focus();
            actions.cancel();
          }}
        />
      )}
      <div className="ieu-start">
        <div id={id} className="ieu-start-text">
          {isMapped && (
            <p className="ieu-start-sentence">
              <RichText text={messages.start.sentence(parts)} />
            </p>
          )}
          {reasons.length > 0 && (
            <p id={`${id}-blocked`} className="ieu-problem">
              {messages.start.blocked}: {reasons.join(" ")}
            </p>
          )}
          {guesses.length > 0 && <Button onClick={confirm}>{toConfirmText(guesses, review.table, card)}</Button>}
        </div>
        <div className="ieu-start-actions">
          {offersCheck && (
            <Button
              buttonRef={checkButton}
              isBlocked={isBlocked || isChecking}
              // Not by the sentence of what will be sent: a check sends nothing to be saved.
              aria-describedby={reasons.length > 0 ? `${id}-blocked` : undefined}
              onClick={() => withExtraScreens(actions.check, toNotLoaded)}
            >
              {messages.check[check?.result || check?.failure ? "again" : "button"]}
            </Button>
          )}
          <Button
            look="primary"
            buttonRef={startButton}
            data-start
            isBlocked={isBlocked || (isChecking && check.start !== null)}
            aria-describedby={id}
            // The second half of a double click was meant for the start that waited for the check.
            onClick={({ detail }) =>
              check?.start && detail > 1 ? null : withExtraScreens(question.start, toNotLoaded)
            }
          >
            {messages.start.button}
          </Button>
        </div>
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
