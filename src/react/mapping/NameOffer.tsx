"use client";
// Offers to join the parts of a name into one column; the joined columns can be changed.
import { type ReactElement, useId, useMemo } from "react";
import type { NameColumns } from "../../csv/mapping/suggestion.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Select } from "../controls/Field.tsx";
import { toJoinedProof, toPartNames, withPart } from "./mapping-text.ts";
import { useLeaving } from "./offer-decisions.ts";
import { RepairOffer } from "./RepairOffer.tsx";

export interface NameOfferProps {
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onJoin: (joined: boolean, columns?: readonly number[]) => void;
}

/** Offers to join first and last name where no column has the full name; the joined columns can be changed. */
export function NameOffer(props: NameOfferProps): ReactElement | null {
  const { review, columnNames, isLocked, onJoin } = props;
  const { messages, format } = useCard();
  const words = messages.names;
  const { table, nameColumns, suggestion } = review;
  const [left, setLeft] = useLeaving(review.file, "name");
  const names = nameColumns ?? suggestion.nameColumns;
  const proof = useMemo(() => (names ? toJoinedProof(table, names) : []), [table, names]);
  if (!names) return null;
  const isJoined = nameColumns !== null;
  const parts = toPartNames(names, columnNames);
  const join = words.join(parts, messages.fields.name);
  return (
    <RepairOffer
      label={isJoined ? words.about : join}
      texts={{
        offer: words.offer(parts, format),
        done: words.done(parts, proof[0]?.to ?? "", format),
        left: words.left(messages.fields.name),
      }}
      decided={isJoined || left}
      proof={proof}
      isLocked={isLocked}
      onDecide={(isWanted) => {
        setLeft(isWanted);
        onJoin(isWanted === true);
      }}
      applyText={join}
      settings={<NameParts names={names} {...props} />}
    />
  );
}

const maxNameParts = 4;

function NameParts({ names, columnNames, isLocked, onJoin }: NameOfferProps & { readonly names: NameColumns }) {
  const { messages } = useCard();
  const words = messages.names;
  const id = useId();
  const { columns } = names;
  const options = columnNames.map((name, column) => [String(column), name] as const);
  const places = Array.from(
    { length: Math.min(columns.length + 1, maxNameParts, columnNames.length) },
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
