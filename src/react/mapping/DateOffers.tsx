"use client";
// Offers to convert the dates of one field: the format of its column, and a second format for the cells that the first leaves unread.
import { type ReactElement, useMemo } from "react";
import { type DateColumn, type DateColumns, type DateField, detectRest } from "../../csv/rows/date-columns.ts";
import { toFormats } from "../../csv/rows/import-rows.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { findReadings } from "../../importer/review/conversions.ts";
import type { Review } from "../../importer/state.ts";
import { type CardTexts, useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Offer } from "./Offer.tsx";
import { Proof } from "./RepairOffer.tsx";

export interface DateOffersProps {
  readonly field: DateField;
  /** The formats found in both date columns. */
  readonly found: DateColumns;
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onConvert: ImporterActions["convertDates"];
}

/** The offers for one date column; null without any. */
export function DateOffers({ field, found, review, isLocked, onConvert }: DateOffersProps): ReactElement | null {
  const dates = found[field];
  const [first, second] = toFormats(review.dateFormats[field]);
  const { table } = review;
  const rest = useMemo(() => {
    if (!dates || first === undefined || first === "iso") return null;
    return first === dates.format ? dates.rest : detectRest(table, dates.column, [first]);
  }, [table, dates, first]);
  if (!dates) return null;
  const other = otherColumn(review, found, field, dates);
  const convert = (fields: readonly DateField[], format: DateFormat | null) => {
    for (const one of fields) onConvert(one, format);
  };
  const shared = { review, isLocked };
  return (
    <>
      <DateOffer
        dates={toFirstOffer(dates)}
        decided={first ?? null}
        fields={other ? [field, other] : [field]}
        field={field}
        onConvert={convert}
        {...shared}
      />
      {rest && first && (
        <DateOffer
          dates={rest}
          decided={second ?? null}
          fields={[field]}
          field={field}
          onConvert={(_, format) => onConvert(field, format === null ? first : [first, format])}
          {...shared}
        />
      )}
    </>
  );
}

// ISO dates need no conversion: the offer is about the others.
function toFirstOffer(dates: DateColumn): DateColumn {
  return dates.format === "iso" && dates.rest ? { ...dates.rest, of: dates.of } : dates;
}

// The other date field, if the same decision is open for its column.
function otherColumn(review: Review, found: DateColumns, field: DateField, dates: DateColumn): DateField | null {
  const other = field === "registrationDate" ? "lastLoginDate" : "registrationDate";
  const beside = found[other];
  if (!beside || review.dateFormats[field] || review.dateFormats[other]) return null;
  const [one, two] = [toFirstOffer(dates), toFirstOffer(beside)];
  const isSame = one.format === two.format && `${one.candidates.slice(0, 2)}` === `${two.candidates.slice(0, 2)}`;
  return isSame && one.candidates.length > 0 && one.format !== "iso" ? other : null;
}

interface DateOfferProps {
  readonly field: DateField;
  /** The fields with the same open decision, `field` included. */
  readonly fields: readonly DateField[];
  readonly review: Review;
  readonly dates: DateColumn;
  readonly decided: DateFormat | null;
  readonly isLocked: boolean;
  readonly onConvert: (fields: readonly DateField[], format: DateFormat | null) => void;
}

interface Choice {
  /** Null undoes the decision. */
  readonly format: DateFormat | null;
  readonly label: string;
  readonly fields: readonly DateField[];
}

/** Offers to convert a date column to ISO dates, with examples, and asks where dates are ambiguous. */
function DateOffer(props: DateOfferProps): ReactElement {
  const { dates, decided, isLocked, onConvert } = props;
  const card = useCard();
  const proof = decided === null && dates.format !== null && dates.format !== "iso" ? dates.proof : [];
  const { text, choices } = toDateOfferText(props, card);
  const actions = choices.map((choice) => (
    <Button
      key={choice.label}
      look={choice.format === null || choice.format === "iso" ? "link" : "plain"}
      disabled={isLocked}
      onClick={() => onConvert(choice.fields, choice.format)}
    >
      {choice.label}
    </Button>
  ));
  const isDone = decided !== null && decided !== "iso";
  const label = card.messages.dates.about;
  return (
    <Offer label={label} text={text} decision={decided} isDone={isDone} isWaiting={decided === null} actions={actions}>
      {proof.length > 0 && <Proof proof={proof} />}
    </Offer>
  );
}

interface DateOfferText {
  readonly text: string;
  readonly choices: readonly Choice[];
}

function toDateOfferText({ field, fields, review, dates, decided }: DateOfferProps, card: CardTexts): DateOfferText {
  const { messages, format } = card;
  const words = messages.dates;
  const undo: Choice = { format: null, label: words.undo, fields: [field] };
  if (decided === "iso") return { text: words.left, choices: [undo] };
  if (decided !== null) {
    return { text: words.converted(dates.matching, words.formats[decided], format), choices: [undo] };
  }
  const leave: Choice = { format: "iso", label: words.leave, fields: [field] };
  const [value] = dates.proof;
  if (dates.ambiguous) return toQuestion(review, dates, fields, leave, card);
  const found = dates.format ?? "iso";
  const both: Choice[] = fields.length > 1 ? [{ format: found, label: words.convertBoth, fields }] : [];
  return {
    text: words.question(value?.from ?? "", words.formats[found], dates.matching, dates.of, format),
    choices: [...both, { format: found, label: words.convert, fields: [field] }, leave],
  };
}

// Shows each reading of one value as a date in words, since names of formats mean little to most people.
function toQuestion(
  { table }: Review,
  { column, candidates, proof }: DateColumn,
  fields: readonly DateField[],
  leave: Choice,
  { messages, format }: CardTexts,
): DateOfferText {
  const words = messages.dates;
  const asked = candidates.slice(0, 2);
  const found = findReadings(table, column, asked);
  const readings = found?.readings ?? asked.map((one) => ({ format: one, to: proof[0]?.to ?? "" }));
  const choices = readings.map((one) => {
    const label = words.reading(format.day(one.to), words.formats[one.format]);
    return { format: one.format, label, fields };
  });
  const value = found ?? proof[0];
  const text = words.ambiguous(value?.from ?? "", value?.row ?? 1, format);
  return {
    text: fields.length > 1 ? `${text} ${words.both}` : text,
    choices: [...choices, ...(asked.includes("iso") ? [] : [leave])],
  };
}
