"use client";
// A date column in another format than ISO: said with proof, converted on request, asked where day and month look alike.
import { type ReactElement, useMemo } from "react";
import { type DateColumn, type DateField, type DateProof, toDateProof } from "../../csv/rows/date-columns.ts";
import type { DateFormat } from "../../csv/text/date-format.ts";
import { findReadings } from "../../importer/review/conversions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";
import { Offer } from "./Offer.tsx";

export interface DateOfferProps {
  readonly field: DateField;
  readonly review: Review;
  readonly dates: DateColumn;
  readonly isLocked: boolean;
  readonly onConvert: (field: DateField, format: DateFormat | null) => void;
}

interface Choice {
  /** Null takes the decision back. */
  readonly format: DateFormat | null;
  readonly label: string;
}

export function DateOffer({ field, review, dates, isLocked, onConvert }: DateOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { table } = review;
  const decided = review.dateFormats[field] ?? null;
  const shown = decided ?? dates.format;
  const proof = useMemo(
    () => (shown === null || shown === "iso" ? [] : toDateProof(table, dates.column, shown)),
    [table, dates.column, shown],
  );
  const { text, choices } = toWords(review, dates, decided, messages, format);
  const actions = choices.map((choice) => (
    <Button
      key={choice.label}
      look={choice.format === null || choice.format === "iso" ? "link" : "plain"}
      disabled={isLocked}
      onClick={() => onConvert(field, choice.format)}
    >
      {choice.label}
    </Button>
  ));
  const isDone = decided !== null && decided !== "iso";
  const label = messages.dates.about;
  return (
    <Offer label={label} text={text} decision={decided} isDone={isDone} actions={actions}>
      {proof.length > 0 && <Proof proof={proof} />}
    </Offer>
  );
}

function Proof({ proof }: { readonly proof: readonly DateProof[] }): ReactElement {
  const { messages } = useCard();
  const words = messages.dates;
  return (
    <ul className="ieu-proof" aria-label={words.proof}>
      {proof.map(({ row, from, to }) => (
        <li key={row} className="ieu-proof-line">
          <span className="ieu-proof-row">{words.proofRow(row)}</span> <bdi className="ieu-code">{from}</bdi>{" "}
          <span aria-hidden="true">→</span>
          <span className="ieu-hidden">{words.becomes}</span> <bdi className="ieu-code">{to}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface Words {
  readonly text: string;
  readonly choices: readonly Choice[];
}

function toWords(
  review: Review,
  dates: DateColumn,
  decided: DateFormat | null,
  messages: Messages,
  format: Format,
): Words {
  const words = messages.dates;
  const undo: Choice = { format: null, label: words.undo };
  if (decided === "iso") return { text: words.left, choices: [undo] };
  if (decided !== null) {
    return { text: words.converted(dates.matching, words.formats[decided], format), choices: [undo] };
  }
  const leave: Choice = { format: "iso", label: words.leave };
  const [value] = dates.proof;
  if (dates.ambiguous) return toQuestion(review, dates, leave, messages, format);
  const found = dates.format ?? "iso";
  return {
    text: words.question(value?.from ?? "", words.formats[found], dates.matching, dates.of, format),
    choices: [{ format: found, label: words.convert }, leave],
  };
}

// Both answers are shown as what they make of one value: nobody has to know what a format is called.
function toQuestion(
  { table }: Review,
  { column, candidates, proof }: DateColumn,
  leave: Choice,
  { dates: words }: Messages,
  format: Format,
): Words {
  const asked = candidates.slice(0, 2);
  const found = findReadings(table, column, asked);
  const readings = found?.readings ?? asked.map((one) => ({ format: one, to: proof[0]?.to ?? "" }));
  const choices = readings.map((one) => {
    return { format: one.format, label: words.reading(format.day(one.to), words.formats[one.format]) };
  });
  const value = found ?? proof[0];
  return { text: words.ambiguous(value?.from ?? "", value?.row ?? 1, format), choices: [...choices, leave] };
}
