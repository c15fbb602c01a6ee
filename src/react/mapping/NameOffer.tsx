"use client";
// First and last name without a full name: joined on request, with a sample; the columns can be changed.
import { type ReactElement, useId } from "react";
import type { NameColumns } from "../../csv/mapping/name-parts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Select } from "../controls/Select.tsx";
import { toJoinedSamples, toPartNames, withPart } from "./joined-names.ts";
import { Offer } from "./Offer.tsx";

export interface NameOfferProps {
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onJoin: (joined: boolean, columns?: readonly number[]) => void;
}

export function NameOffer(props: NameOfferProps): ReactElement | null {
  const { review, columnNames, isLocked, onJoin } = props;
  const { messages, format } = useCard();
  const words = messages.names;
  const names = review.nameColumns ?? review.suggestion.nameColumns;
  if (!names) return null;
  const isJoined = review.nameColumns !== null;
  const parts = toPartNames(names, columnNames);
  const [sample = ""] = toJoinedSamples(review.table, names, 1);
  return (
    <Offer
      label={isJoined ? words.about : words.join(parts, messages.fields.name)}
      text={(isJoined ? words.done : words.offer)(parts, sample, format)}
      decision={isJoined}
      isDone={isJoined}
      actions={
        <Button look={isJoined ? "link" : "plain"} disabled={isLocked} onClick={() => onJoin(!isJoined)}>
          {isJoined ? words.undo : words.join(parts, messages.fields.name)}
        </Button>
      }
    >
      {isJoined && <NameParts names={names} {...props} />}
    </Offer>
  );
}

// More than these nobody's name is kept in.
const mostParts = 4;

function NameParts({ names, columnNames, isLocked, onJoin }: NameOfferProps & { readonly names: NameColumns }) {
  const { messages } = useCard();
  const words = messages.names;
  const id = useId();
  const { columns } = names;
  const options = columnNames.map((name, column) => [String(column), name] as const);
  const places = Array.from(
    { length: Math.min(columns.length + 1, mostParts, columnNames.length) },
    (_, place) => place,
  );
  return (
    <div className="ieu-name-parts">
      {places.map((place) => (
        <span key={place} className="ieu-name-part">
          <label className="ieu-hint" htmlFor={`${id}-${place}`}>
            {words.part(place + 1)}
          </label>
          <Select
            id={`${id}-${place}`}
            value={columns[place] ?? ""}
            disabled={isLocked}
            options={place < 2 ? options : [["", words.noPart], ...options]}
            onChoose={(value) => onJoin(true, withPart(columns, place, value === "" ? null : Number(value)))}
          />
        </span>
      ))}
    </div>
  );
}
