"use client";
// Texts like NULL or Never in name and dates: what databases write where nothing is known, read as empty on request.
import { type ReactElement, useMemo } from "react";
import { type EmptyText, findEmptyTexts } from "../csv/empty-texts.ts";
import type { ImporterActions } from "../importer/actions.ts";
import type { Review } from "../importer/state.ts";
import { Button } from "./Button.tsx";
import { useCard } from "./context.ts";
import { Offer } from "./Offer.tsx";

/** What is found in the columns of name and dates. */
export function useEmptyTexts({ table, mapping }: Review): readonly EmptyText[] {
  return useMemo(() => findEmptyTexts(table, mapping), [table, mapping]);
}

export interface EmptyTextsOfferProps {
  readonly review: Review;
  readonly found: readonly EmptyText[];
  readonly isLocked: boolean;
  readonly onRead: ImporterActions["emptyTexts"];
}

export function EmptyTextsOffer({ review, found, isLocked, onRead }: EmptyTextsOfferProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.empty;
  const texts = found.map(({ text }) => text);
  const isDone = texts.length > 0 && texts.every((text) => review.emptyTexts.includes(text));
  if (texts.length === 0) return null;
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const firstRow = Math.min(...found.map((one) => one.firstRow));
  return (
    <Offer
      label={words.about}
      text={isDone ? words.done(texts, format) : words.offer(texts, count, firstRow, format)}
      decision={isDone}
      isDone={isDone}
      actions={
        <Button look={isDone ? "link" : "plain"} disabled={isLocked} onClick={() => onRead(isDone ? [] : texts)}>
          {isDone ? words.undo : words.read}
        </Button>
      }
    />
  );
}
