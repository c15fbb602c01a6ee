"use client";
// Shows notices about dates: placeholders with an offer to treat them as empty, implausible days, and the time zone of times.
import { type ReactElement, useEffect, useState } from "react";
import { checkDates, type DateChecks, type DateNotice } from "../../csv/rows/date-checks.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { toRowOptions } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Notice, RichText } from "../controls/Notice.tsx";
import { afterPaint } from "../hooks/after-paint.ts";
import { withTexts } from "./MappingOffers.tsx";
import { Offer } from "./Offer.tsx";

export interface DateNoticesProps {
  readonly review: Review;
  /** Texts that another offer covers. */
  readonly except: readonly string[];
  readonly isLocked: boolean;
  readonly onRead: ImporterActions["emptyTexts"];
}

export function DateNotices({ review, except, isLocked, onRead }: DateNoticesProps): ReactElement {
  const card = useCard();
  const { placeholders, notices } = useDateChecks(review);
  const told = notices.map((notice) => ({ code: notice.code, text: toDateNoticeText(notice, card) }));
  const isFact = ({ code }: { readonly code: DateNotice["code"] }) => code === "no_zone" || code === "zone_of_header";
  const found = placeholders.filter(({ text }) => !except.includes(text));
  return (
    <>
      {found.length > 0 && <PlaceholdersOffer {...{ review, found, isLocked, onRead }} />}
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
    </>
  );
}

const nothing: DateChecks = { placeholders: [], notices: [] };

// Checked after the preview was painted, as that takes time.
function useDateChecks(review: Review): DateChecks {
  const [found, setFound] = useState<{ readonly rows: Review["rows"]; readonly checks: DateChecks } | null>(null);
  const { table, mapping, rows } = review;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows change with everything that the dates depend on
  useEffect(
    () => afterPaint(() => setFound({ rows, checks: checkDates(table, mapping, toRowOptions(review), Date.now()) })),
    [rows],
  );
  return found?.rows === rows ? found.checks : nothing;
}

interface PlaceholdersOfferProps extends Omit<DateNoticesProps, "except"> {
  readonly found: DateChecks["placeholders"];
}

function PlaceholdersOffer({ review, found, isLocked, onRead }: PlaceholdersOfferProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.dates.checks;
  const texts = [...new Set(found.map(({ text }) => text))];
  const isDone = texts.every((text) => review.emptyTexts.includes(text));
  const count = found.reduce((sum, one) => sum + one.count, 0);
  const firstRow = Math.min(...found.map((one) => one.firstRow));
  return (
    <Offer
      label={words.about}
      text={
        isDone
          ? messages.empty.done(texts, format)
          : words.placeholders(texts.slice(0, maxTexts), count, firstRow, format)
      }
      decision={isDone}
      isDone={isDone}
      actions={
        <Button
          look={isDone ? "link" : "plain"}
          disabled={isLocked}
          onClick={() => onRead(withTexts(review.emptyTexts, texts, !isDone))}
        >
          {isDone ? messages.empty.undo : messages.empty.read}
        </Button>
      }
    />
  );
}

const maxTexts = 3;

function toDateNoticeText(notice: DateNotice, { messages, format }: CardTexts): string {
  const words = messages.dates.checks;
  const { count, firstRow } = notice;
  switch (notice.code) {
    case "no_zone":
      return words.no_zone;
    case "zone_of_header":
      return words.zone_of_header(messages.fields[notice.field], notice.zone);
    case "login_before_registration":
      return words.login_before_registration(count, firstRow, format);
    default:
      return words[notice.code](messages.fields[notice.field], notice.value, count, firstRow, format);
  }
}
