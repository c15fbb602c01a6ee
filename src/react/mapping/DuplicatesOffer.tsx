"use client";
// Says what happens to rows that repeat an email or a user ID, shows some of them beside the row they repeat, and offers to leave them out.
import { type ReactElement, useMemo } from "react";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import { type DuplicatePair, findPairs } from "../../importer/review/duplicates.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Offer } from "./Offer.tsx";
import { useOfferDecision } from "./offer-decisions.ts";

export interface DuplicatesOfferProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onLeaveOut: ImporterActions["leaveOutRows"];
}

const noRows: readonly ImportRow[] = [];

export function DuplicatesOffer({ review, isLocked, onLeaveOut }: DuplicatesOfferProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.duplicates;
  const { rows, file, leftOut } = review;
  // Counted once for all that shows the count.
  const repeating = reviewCounts(review).duplicates > 0 ? rows : noRows;
  const pairs = useMemo(() => findPairs(repeating, "duplicate_email"), [repeating]);
  const repeatedIds = useMemo(() => findPairs(repeating, "duplicate_user_id"), [repeating]);
  // The rows that were left out; none where they are sent as they are.
  const [decided, setDecided] = useOfferDecision<readonly number[]>(file, "duplicates");
  // Rows may be put back elsewhere.
  const out = decided?.filter((row) => leftOut.has(row)) ?? [];
  const isDone = out.length > 0;
  const isWaiting = !isDone && decided?.length !== 0;
  const decide = (wanted: readonly number[]) => {
    if (wanted.length > 0) onLeaveOut(wanted);
    setDecided(wanted);
  };
  const undo = () => {
    onLeaveOut(out, false);
    setDecided(null);
  };
  return (
    <>
      {(pairs.length > 0 || isDone) && (
        <Offer
          label={words.about}
          text={isDone ? words.done(out.length, format) : (isWaiting ? words.offer : words.left)(pairs.length, format)}
          decision={isWaiting}
          isDone={isDone}
          isWaiting={isWaiting}
          actions={
            isWaiting ? (
              <>
                <Button disabled={isLocked} onClick={() => decide(pairs.map(({ second }) => second.number))}>
                  {messages.leftOut.leaveOutDuplicates(pairs.length, format)}
                </Button>
                <Button look="link" disabled={isLocked} onClick={() => decide([])}>
                  {messages.repairs.leave}
                </Button>
              </>
            ) : (
              <Button look="link" disabled={isLocked} onClick={undo}>
                {messages.repairs.undo}
              </Button>
            )
          }
        >
          {isWaiting && <Pairs pairs={pairs} />}
        </Offer>
      )}
      {repeatedIds.length > 0 && (
        <Offer
          label={words.idsAbout}
          text={words.ids(repeatedIds.length, format)}
          decision={null}
          isDone={false}
          actions={null}
        >
          <Pairs pairs={repeatedIds} />
        </Offer>
      )}
    </>
  );
}

const maxPairs = 3;

function Pairs({ pairs }: { readonly pairs: readonly DuplicatePair[] }): ReactElement {
  const { messages } = useCard();
  return (
    <ul className="ieu-proof" aria-label={messages.dates.proof}>
      {pairs.slice(0, maxPairs).map(({ first, second }) => (
        <li key={second.number} className="ieu-pair">
          <PairedRow row={first} />
          <PairedRow row={second} />
        </li>
      ))}
    </ul>
  );
}

function PairedRow({ row }: { readonly row: ImportRow }): ReactElement {
  const { messages } = useCard();
  const { email, externalUserId, name } = row.input;
  const texts = [externalUserId, email, name].filter((text) => text?.trim());
  return (
    <span className="ieu-proof-line">
      <span className="ieu-proof-row">{messages.dates.proofRow(row.number)}</span>{" "}
      <bdi className="ieu-code">{texts.join(" · ")}</bdi>{" "}
    </span>
  );
}
