"use client";
// Second step: which column feeds which field, what the rows look like, and what Start would do.
import { type ReactElement, type ReactNode, useMemo } from "react";
import type { ImporterActions } from "../../importer/actions.ts";
import { missingFields } from "../../importer/machine/start-blockers.ts";
import { reviewCounts } from "../../importer/review/review-counts.ts";
import type { Review } from "../../importer/state.ts";
import { useCard } from "../context/card-context.ts";
import { Heading } from "../controls/Heading.tsx";
import { RichText } from "../controls/RichText.tsx";
import { ColumnMapper, type ColumnMapperProps } from "../mapping/ColumnMapper.tsx";
import { toColumnNames } from "../mapping/column-names.ts";
import { PreviewTable } from "./PreviewTable.tsx";
import { RawTable } from "./RawTable.tsx";

export interface ReviewStepProps {
  readonly review: Review;
  readonly isLocked: boolean;
  readonly isKept: ColumnMapperProps["isKept"];
  readonly actions: ColumnMapperProps["actions"] & Pick<ImporterActions, "correctCell" | "undoCorrections">;
  /** Below the table, where Start stands. */
  readonly children: ReactNode;
}

export function ReviewStep({ review, isLocked, isKept, actions, children }: ReviewStepProps): ReactElement {
  const { messages, format, slotClass } = useCard();
  const words = messages.preview;
  const counts = useMemo(() => reviewCounts(review), [review]);
  return (
    <>
      <div className={slotClass("section")} data-step="review">
        <div className="ieu-intro">
          <Heading depth={1} focusFor={review.file}>
            {words.heading}
          </Heading>
          <p className="ieu-hint">
            {words.lead} <RichText text={words.knownLater(format)} />
          </p>
        </div>
        <ColumnMapper review={review} isLocked={isLocked} isKept={isKept} actions={actions} />
        {/* Without them every row has the same problem, and the file itself says more. */}
        {missingFields(review).length > 0 ? (
          <RawTable table={review.table} columnNames={toColumnNames(review.table, messages, format)} />
        ) : (
          <PreviewTable review={review} counts={counts} isLocked={isLocked} actions={actions} />
        )}
      </div>
      {children}
    </>
  );
}
