"use client";
// Texts like NULL or Never in name and dates: what databases write where nothing is known, read as empty on request.
import { type ReactElement, useEffect, useState } from "react";
import { type EmptyText, findEmptyTexts } from "../../csv/rows/null-texts.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { afterPaint } from "../hooks/use-after-paint.ts";
import { Offer } from "./Offer.tsx";

interface Found extends Pick<Review, "table" | "mapping"> {
  readonly texts: readonly EmptyText[];
}

/** What is found in the columns of name and dates; nothing before the preview is on the screen, as it takes its time. */
export function useEmptyTexts({ table, mapping }: Review): readonly EmptyText[] {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    return afterPaint(() => {
      const texts = findEmptyTexts(table, mapping);
      if (texts.length > 0) setFound({ table, mapping, texts });
    });
  }, [table, mapping]);
  return found?.table === table && found.mapping === mapping ? found.texts : none;
}

const none: readonly EmptyText[] = [];

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
