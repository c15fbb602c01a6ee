"use client";
// No column is an id, but people's names to sign in with could be: taken only when a person says so.
import type { ReactElement } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Offer } from "./Offer.tsx";

export interface UsernameOfferProps {
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onAssign: (field: FieldKey, column: number | null) => void;
}

/** The columns that are offered; none where an id was found, or another column was chosen for it. */
export function toUsernames({ suggestion, mapping }: Review): readonly number[] {
  const { reason } = suggestion.fields.externalUserId;
  const columns = reason.code === "usernames" ? reason.columns : [];
  const chosen = mapping.externalUserId;
  return chosen === null || columns.includes(chosen) ? columns : [];
}

export function UsernameOffer({ review, columnNames, isLocked, onAssign }: UsernameOfferProps): ReactElement {
  const { messages, format } = useCard();
  const words = messages.usernames;
  const field = messages.fields.externalUserId;
  const chosen = review.mapping.externalUserId;
  const nameOf = (column: number) => columnNames[column] ?? "";
  const columns = toUsernames(review);
  return (
    <Offer
      label={words.about}
      text={
        chosen === null ? words.offer(columns.map(nameOf), field, format) : words.done(nameOf(chosen), field, format)
      }
      decision={chosen}
      isDone={chosen !== null}
      actions={
        chosen === null ? (
          columns.map((column) => (
            <Button key={column} disabled={isLocked} onClick={() => onAssign("externalUserId", column)}>
              {words.use(nameOf(column), field)}
            </Button>
          ))
        ) : (
          <Button look="link" disabled={isLocked} onClick={() => onAssign("externalUserId", null)}>
            {words.undo}
          </Button>
        )
      }
    />
  );
}
