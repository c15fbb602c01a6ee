"use client";
// Offers to repair the texts of a column, with rows as proof: emails with other text around them, mistyped domains, names written "Last, First".
import type { ReactElement, ReactNode } from "react";
import type { NearDomain } from "../../csv/rows/near-domains.ts";
import type { ColumnRepair, RepairProof } from "../../csv/rows/repairs.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { Offer } from "./Offer.tsx";

interface TextRepairOfferProps {
  readonly repair: ColumnRepair;
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onRepair: ImporterActions["repairTexts"];
}

/** Offers to repair the texts of one column. */
export function TextRepairOffer({ repair, review, isLocked, onRepair }: TextRepairOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { field } = repair;
  const decided = review.repairs[field] ?? null;
  const words = messages.repairs[field];
  return (
    <RepairOffer
      label={words.about}
      texts={{ offer: words.offer(repair, format), done: words.done(repair.count, format), left: words.left }}
      decided={decided}
      proof={repair.proof}
      isLocked={isLocked}
      onDecide={(isWanted) => onRepair(field, isWanted && repair.repair)}
    />
  );
}

interface DomainOfferProps {
  readonly domain: NearDomain;
  readonly review: Review;
  readonly isLocked: boolean;
  readonly onRepair: ImporterActions["repairDomain"];
}

/** Offers to replace one mistyped domain. */
export function DomainOffer({ domain, review, isLocked, onRepair }: DomainOfferProps): ReactElement {
  const { messages, format } = useCard();
  const { from, to, count } = domain;
  const words = messages.repairs.domain;
  return (
    <RepairOffer
      label={words.about(from)}
      texts={{
        offer: words.offer(domain, format),
        done: words.done(from, to, count, format),
        left: words.left(from, format),
      }}
      decided={Object.hasOwn(review.domains, from) ? (review.domains[from] ?? null) : null}
      proof={domain.proof}
      isLocked={isLocked}
      onDecide={(isWanted) => onRepair(from, isWanted && to)}
    />
  );
}

interface RepairOfferProps {
  readonly label: string;
  /** What is offered, what was done, and what leaving it means. */
  readonly texts: Readonly<Record<"offer" | "done" | "left", string>>;
  /** Null while nothing is decided; false or "" where it was left as it is. */
  readonly decided: unknown;
  readonly proof: readonly RepairProof[];
  readonly isLocked: boolean;
  /** Null undoes the decision. */
  readonly onDecide: (isWanted: boolean | null) => void;
  /** The button that applies the repair. @default "Apply" */
  readonly applyText?: string;
  /** Other ways to repair the same. */
  readonly further?: ReactNode;
  /** Shown below the text once the repair is applied, such as settings of it. */
  readonly settings?: ReactNode;
}

/** Offers one repair; after the decision it says what was done, with Undo. */
export function RepairOffer(props: RepairOfferProps): ReactElement {
  const { label, texts, decided, proof, isLocked, onDecide, applyText, further, settings } = props;
  const { messages } = useCard();
  const { apply, leave, undo } = messages.repairs;
  const isWaiting = decided === null;
  const choose = (text: string, isWanted: boolean | null) => (
    <Button look={isWanted ? "plain" : "link"} disabled={isLocked} onClick={() => onDecide(isWanted)}>
      {text}
    </Button>
  );
  return (
    <Offer
      label={label}
      text={isWaiting ? texts.offer : decided ? texts.done : texts.left}
      decision={decided}
      isDone={Boolean(decided)}
      isWaiting={isWaiting}
      actions={
        isWaiting ? (
          <>
            {choose(applyText ?? apply, true)}
            {further}
            {choose(leave, false)}
          </>
        ) : (
          choose(undo, null)
        )
      }
    >
      {isWaiting ? proof.length > 0 && <Proof proof={proof} /> : decided && settings}
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
        <li key={`${row} ${from}`} className="ieu-proof-line">
          <span className="ieu-proof-row">{words.proofRow(row)}</span> <bdi className="ieu-code">{from}</bdi>{" "}
          <span aria-hidden="true">→</span>
          <span className="ieu-hidden">{words.becomes}</span>{" "}
          {to === "" ? messages.empty.nothing : <bdi className="ieu-code">{to}</bdi>}
        </li>
      ))}
    </ul>
  );
}
