"use client";
// Asks what to do with a second file that has rows of the first one.
import { type MouseEvent, type ReactElement, useEffect, useMemo, useRef } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import type { MergeDecision } from "../../importer/events.ts";
import { findMerge } from "../../importer/review/corrected-file.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { focusOtherStep, scrollIntoFullView } from "../controls/Heading.tsx";
import { Notice } from "../controls/Notice.tsx";

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
