"use client";
// Says which valid emails belong to nobody, and why, and offers to leave their rows out.
import type { ReactElement } from "react";
import { createRowReader } from "../../csv/rows/import-rows.ts";
import { searchUnreachableEmails, type UnreachableEmails } from "../../csv/rows/unreachable-emails.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { toRowOptions } from "../../importer/review/review.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { toUnreachableText } from "../messages/notice-text.ts";
import { useOfferDecision } from "./offer-decisions.ts";
import { RepairOffer } from "./RepairOffer.tsx";
import { Found, useSearched } from "./searched.tsx";

export interface UnreachableOffersProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onLeaveOut: ImporterActions["leaveOutRows"];
}

/** One offer for each reason. */
export function UnreachableOffers(props: UnreachableOffersProps): ReactElement {
  const { review } = props;
  const { mapping, rows } = review;
  const { found, isExpected } = useSearched<readonly UnreachableEmails[]>({
    review,
    about: [mapping.email],
    // The rows change with everything else that the emails depend on.
    depends: rows,
    // Rows that were left out stay found, so that the offer can put them back.
    search: (table) => searchUnreachableEmails(table, createRowReader(table, mapping, toRowOptions(review))),
    isNothing: (emails) => emails.length === 0,
  });
  return (
    <Found isExpected={isExpected}>
      {found.map((emails) => (
        <UnreachableOffer key={emails.reason} emails={emails} {...props} />
      ))}
    </Found>
  );
}

interface UnreachableOfferProps extends UnreachableOffersProps {
  readonly emails: UnreachableEmails;
}

function UnreachableOffer({ emails, review, isLocked, onLeaveOut }: UnreachableOfferProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.unreachable;
  const { reason, rows } = emails;
  const { file, leftOut } = review;
  // The rows that were left out; none where they are sent as they are.
  const [decided, setDecided] = useOfferDecision<readonly number[]>(file, `unreachable ${reason}`);
  const open = rows.filter((row) => !leftOut.has(row));
  // Rows may be put back elsewhere.
  const out = decided?.filter((row) => leftOut.has(row)) ?? [];
  if (open.length + out.length === 0) return null;
  const [first = emails.firstRow] = open;
  const decide = (isWanted: boolean | null) => {
    if (isWanted) onLeaveOut(open);
    if (isWanted === null && out.length > 0) onLeaveOut(out, false);
    setDecided(isWanted === null ? null : isWanted ? [...out, ...open] : []);
  };
  const isDone = open.length === 0;
  const isLeft = decided?.length === 0;
  return (
    <RepairOffer
      label={words.about[reason]}
      texts={{
        offer: toUnreachableText(
          { reason, email: emailOf(first, emails, review), count: open.length, firstRow: first },
          messages,
          format,
        ),
        done: words.done(out.length, format),
        left: words.left(open.length, format),
      }}
      decided={isDone ? true : isLeft ? false : null}
      proof={[]}
      isLocked={isLocked}
      onDecide={decide}
      applyText={words.leaveOut(open.length, format)}
    />
  );
}

function emailOf(row: number, { firstRow, email }: UnreachableEmails, { rows }: Review): string {
  return row === firstRow ? email : (rows.find(({ number }) => number === row)?.input.email?.trim() ?? email);
}
