"use client";
// Offers to repair the texts of a field, with rows as proof: emails with something around them, names written "Last, First".
import { type ReactElement, useEffect, useMemo, useState } from "react";
import {
  type ColumnRepair,
  type ColumnRepairs,
  findRepairs,
  type RepairProof,
  type TextRepair,
} from "../../csv/rows/repairs.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import { afterPaint } from "../hooks/after-paint.ts";
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

interface FoundRepairs {
  readonly table: Review["table"];
  readonly columns: string;
  readonly repairs: ColumnRepairs;
}

const noRepairs: ColumnRepairs = {};

/** The repairs of a review, looked for after the preview was painted, and whether any is found or to be expected. */
export function useRepairs(review: Review): { readonly repairs: ColumnRepairs; readonly isExpected: boolean } {
  const { table, mapping } = review;
  const columns = `${mapping.email} ${mapping.name}`;
  const [found, setFound] = useState<FoundRepairs | null>(null);
  const isFound = found?.table === table && found.columns === columns;
  useEffect(() => {
    if (isFound) return;
    return afterPaint(() => setFound({ table, columns, repairs: findRepairs(table, mapping) }));
  }, [isFound, table, columns, mapping]);
  const expected = useExpectedRepairs(review);
  const repairs = isFound ? found.repairs : noRepairs;
  return { repairs, isExpected: Object.keys(isFound ? repairs : expected).length > 0 };
}

// Enough for one frame, and for the mapping not to unfold once all rows were looked at.
const expectedFromRows = 50;

// A guess from the first rows, and from the first emails that are not valid.
function useExpectedRepairs({ table, mapping, rows }: Review): ColumnRepairs {
  return useMemo(() => {
    const isWrong = (index: number) => rows[index]?.issues.some(({ field }) => field === "email") === true;
    const wrong = table.records.filter((_, index) => index >= expectedFromRows && isWrong(index));
    const records = [...table.records.slice(0, expectedFromRows), ...wrong.slice(0, expectedFromRows)];
    return findRepairs({ ...table, records }, mapping);
  }, [table, mapping, rows]);
}
