"use client";
// Where the import starts: what will be sent, what stands in the way, and the button, always in its place.
import { type ReactElement, useId } from "react";
import { missingFields, type StartBlocker, startBlockers } from "../../importer/machine/start-blockers.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Notice } from "../controls/Notice.tsx";
import { RichText } from "../controls/RichText.tsx";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

export interface StartBarProps {
  readonly review: Review;
  readonly dropped: Review | null;
  readonly sourceName: string;
  readonly skipInvalid: boolean;
  /** False while the state itself does not allow a start: reading, importing, failed. */
  readonly isReady: boolean;
  /** The name of an earlier start whose outcome is unknown. */
  readonly unconfirmed: string | null;
  readonly onStart: () => void;
}

export function StartBar(props: StartBarProps): ReactElement {
  const { review, dropped, sourceName, skipInvalid, isReady, unconfirmed, onStart } = props;
  const { messages, format, appName, slotClass } = useCard();
  const id = useId();
  const blockers = startBlockers({ review, dropped, sourceName }, skipInvalid);
  const reasons = blockers.map((blocker) => toBlockerText(blocker, messages, format));
  // Before the required columns are known, the numbers would say nothing.
  const isMapped = missingFields(review).length === 0;
  const { problems, all } = reviewCounts(review);
  const parts = [messages.start.willBeSent(skipInvalid ? all - problems : all, appName, format)];
  if (problems > 0) parts.push(messages.start[skipInvalid ? "heldBack" : "willBeInvalid"](problems, format));
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
        </div>
        <Button look="primary" isBlocked={!isReady || reasons.length > 0} aria-describedby={id} onClick={onStart}>
          {messages.start.button}
        </Button>
      </div>
    </div>
  );
}

function toBlockerText(blocker: StartBlocker, messages: Messages, format: Format): string {
  const words = messages.start.blockers;
  switch (blocker.code) {
    case "source_name_too_long":
      return words.source_name_too_long(blocker.length, blocker.limit, format);
    case "file_undecided":
      return words.file_undecided(blocker.fileName);
    case "field_unmapped":
      return words.field_unmapped(messages.fields[blocker.field]);
    default:
      return words[blocker.code];
  }
}
