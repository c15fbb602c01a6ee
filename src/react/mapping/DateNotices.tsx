"use client";
// Shows notices about dates: placeholders with an offer to treat them as empty, implausible days, and the time zone of times.
import type { ReactElement } from "react";
import { type DateChecks, type DateNotice, searchDates } from "../../csv/rows/date-checks.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { toRowOptions } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Notice, RichText } from "../controls/Notice.tsx";
import { toDateNoticeText } from "../messages/notice-text.ts";
import { EmptyTextsOffer, type EmptyTextsOfferProps } from "./MappingOffers.tsx";
import { Found, type Searched, useSearched } from "./searched.tsx";

export interface DateNoticesProps {
  readonly review: Review;
  /** Texts that another offer covers. */
  readonly except: readonly string[];
  readonly isLocked: boolean;
  readonly onRead: ImporterActions["emptyTexts"];
}

export function DateNotices({ review, except, isLocked, onRead }: DateNoticesProps): ReactElement {
  const card = useCard();
  const { found: checks, isExpected } = useDateChecks(review);
  const { placeholders, notices } = checks;
  const told = notices.map((notice) => ({
    code: notice.code,
    text: toDateNoticeText(notice, card.messages, card.format),
  }));
  const isFact = ({ code }: { readonly code: DateNotice["code"] }) => code === "no_zone" || code === "zone_of_header";
  const found = placeholders.filter(({ text }) => !except.includes(text));
  const { about, placeholders: toQuestion } = card.messages.dates.checks;
  const question: NonNullable<EmptyTextsOfferProps["question"]> = {
    about,
    offer: (texts, count, firstRow, format) => toQuestion(texts.slice(0, maxTexts), count, firstRow, format),
  };
  return (
    <Found isExpected={isExpected}>
      <EmptyTextsOffer review={review} found={found} isLocked={isLocked} onRead={onRead} question={question} />
      {told
        .filter((one) => !isFact(one))
        .map(({ code, text }) => (
          <Notice key={code + text} tone="hint" text={text} />
        ))}
      {told.filter(isFact).map(({ text }) => (
        <p key={text} className="ieu-hint">
          <RichText text={text} />
        </p>
      ))}
    </Found>
  );
}

function useDateChecks(review: Review): Searched<DateChecks> {
  const { mapping, rows } = review;
  return useSearched({
    review,
    about: [mapping.registrationDate, mapping.lastLoginDate],
    // The rows change with everything else that the dates depend on.
    depends: rows,
    search: (table) => searchDates(table, mapping, toRowOptions(review), Date.now()),
    isNothing: ({ placeholders, notices }) => placeholders.length + notices.length === 0,
  });
}

const maxTexts = 3;
