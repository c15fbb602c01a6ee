"use client";
// Offers to repair the texts of a field, with rows as proof: emails with other text around them, names written "Last, First".
import type { ReactElement } from "react";
import type { ColumnRepair, RepairProof, TextRepair } from "../../csv/rows/repairs.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Offer } from "./Offer.tsx";

interface RepairOfferProps {
  readonly repair: ColumnRepair;
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onRepair: ImporterActions["repairTexts"];
}

/** Offers to repair the texts of one column; after the decision it says what was done, with Undo. */
export function RepairOffer({ repair, review, isLocked, onRepair }: RepairOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { field } = repair;
  const decided = review.repairs[field] ?? null;
  const { apply, leave, undo } = messages.repairs;
  const words = messages.repairs[field];
  const text = decided === null ? words.offer(repair, format) : decided ? words.done(repair.count, format) : words.left;
  const choose = (label: string, decision: TextRepair | false | null) => (
    <Button look={decision ? "plain" : "link"} disabled={isLocked} onClick={() => onRepair(field, decision)}>
      {label}
    </Button>
  );
  const actions =
    decided === null ? (
      <>
        {choose(apply, repair.repair)}
        {choose(leave, false)}
      </>
    ) : (
      choose(undo, null)
    );
  return (
    <Offer label={words.about} text={text} decision={decided} isDone={Boolean(decided)} actions={actions}>
      {decided !== false && <Proof proof={repair.proof} />}
    </Offer>
  );
}

/** Rows of a column, as written and as they would be read. */
export function Proof({ proof }: { readonly proof: readonly RepairProof[] }): ReactElement {
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
