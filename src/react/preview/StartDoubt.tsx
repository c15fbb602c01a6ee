"use client";
// Warns beside Start when many rows have problems, and asks once more when no row would be imported.
import { type ReactElement, useEffect, useRef } from "react";
import { reviewCauses } from "../../importer/review/problem-causes.ts";
import type { StartDoubt } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button, GuardedButton } from "../controls/Button.tsx";
import { focusOtherStep } from "../controls/Heading.tsx";
import { Notice } from "../controls/Notice.tsx";
import { toCauseTexts, toLikelyText } from "../messages/cause-text.ts";
import { toParts } from "./CheckState.tsx";
import type { StartQuestion } from "./use-start-question.ts";

export interface DoubtNoticeProps {
  readonly review: Review;
  readonly question: StartQuestion;
  readonly onStart: () => void;
}

/** The warning, or the question with its two answers; nothing without a doubt. */
export function DoubtNotice({ review, question, onStart }: DoubtNoticeProps): ReactElement | null {
  const card = useCard();
  const { doubt, isAsked, close } = question;
  if (!doubt || (doubt.by === "check" && !isAsked)) return null;
  const { title, text } = toDoubtText(doubt, review, card);
  if (!isAsked) return <Notice tone="hint" text={`${title} ${text}`.trim()} />;
  return <Question title={title} text={text} onClose={close} onStart={onStart} />;
}

interface QuestionProps {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
  readonly onStart: () => void;
}

function Question({ title, text, onClose, onStart }: QuestionProps): ReactElement {
  const { messages } = useCard();
  const words = messages.doubt;
  const back = useRef<HTMLButtonElement>(null);
  // The safe answer has the focus.
  useEffect(() => back.current?.focus(), []);
  return (
    <Notice
      tone="problem"
      role="alert"
      title={words.question}
      text={`${title} ${text}`.trim()}
      actions={
        <>
          <Button
            buttonRef={back}
            onClick={({ currentTarget }) => {
              focusOtherStep(currentTarget, "review");
              onClose();
            }}
          >
            {words.back}
          </Button>
          {/* Guarded, as the second half of a double click on Start may meet it. */}
          <GuardedButton
            look="dangerLink"
            onClick={() => {
              onClose();
              onStart();
            }}
          >
            {words.start}
          </GuardedButton>
        </>
      }
    />
  );
}

function toDoubtText({ by, rows, of }: StartDoubt, review: Review, card: CardTexts) {
  const { messages, format } = card;
  const words = messages.doubt;
  if (by === "check" && review.check?.result) {
    return { title: words.nobody(of, format), text: `${words.found(toParts(review.check.result, card), format)}` };
  }
  const causes = toCauseTexts(reviewCauses(review), card);
  const title = rows === of ? words.all(of, causes, format) : words.many(rows / of, causes, format);
  return { title, text: toLikelyText(review, card) };
}
