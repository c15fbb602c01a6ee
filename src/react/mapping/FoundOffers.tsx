"use client";
// Finds all offers and notices for the columns of a file, and gives them to the mapping that shows them.
import { type ReactElement, type ReactNode, useMemo } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { DateNotices } from "./DateNotices.tsx";
import { DuplicatesOffer } from "./DuplicatesOffer.tsx";
import { FileOffers } from "./FileOffers.tsx";
import { fileOffers } from "./file-offers.ts";
import { EmptyTextsOffer, FieldOffers, useEmptyTexts, useFieldOffers } from "./MappingOffers.tsx";
import { OpenOffersProvider } from "./open-offers.tsx";
import { RememberedNote } from "./RememberedMappings.tsx";
import { Found } from "./searched.tsx";
import { UnreachableOffers } from "./UnreachableOffers.tsx";

export interface ColumnMapperProps {
  readonly review: Review;
  readonly isLocked: boolean;
  /** True if the remembered mapping of this review has not been forgotten meanwhile. */
  readonly isStillRemembered: boolean;
  readonly actions: Pick<
    ImporterActions,
    | "assignColumn"
    | "changeDialect"
    | "convertDates"
    | "joinNames"
    | "emptyTexts"
    | "repairTexts"
    | "repairDomain"
    | "takeIdFromEmail"
    | "leaveOutRows"
    | "forgetMapping"
  >;
}

/** The offers and notices of one file, by their places in the mapping. */
export interface MappingOffers {
  /** True if a field has an offer, open or accepted: then its line must be visible. */
  readonly hasAny: boolean;
  readonly above: ReactNode;
  readonly ofField: (field: FieldKey, columnNames: readonly string[]) => ReactNode;
  readonly below: (columnNames: readonly string[]) => ReactNode;
}

interface FoundOffersProps extends ColumnMapperProps {
  readonly children: (offers: MappingOffers) => ReactElement;
}

export function FoundOffers(props: FoundOffersProps): ReactElement {
  const { review, isLocked, isStillRemembered, actions, children } = props;
  const { hasAny, dates, findings } = useFieldOffers(review);
  const emptyTexts = useEmptyTexts(review);
  const fileRepairs = useMemo(() => fileOffers(review), [review]);
  const shared = { review, isLocked };
  const fileOffersAt = (field: FieldKey | null, columnNames: readonly string[]) => (
    <FileOffers
      {...shared}
      offers={fileRepairs}
      field={field}
      columnNames={columnNames}
      onChoose={actions.changeDialect}
    />
  );
  return (
    <OpenOffersProvider>
      {children({
        hasAny: hasAny || fileRepairs.some(({ field }) => field !== null),
        above: review.remembered && isStillRemembered && (
          <RememberedNote remembered={review.remembered} isLocked={isLocked} onForget={actions.forgetMapping} />
        ),
        ofField: (field, columnNames) => (
          <>
            {fileOffersAt(field, columnNames)}
            <FieldOffers
              field={field}
              {...shared}
              dates={dates}
              findings={findings}
              columnNames={columnNames}
              actions={actions}
            />
          </>
        ),
        below: (columnNames) => (
          <>
            {fileOffersAt(null, columnNames)}
            <Found isExpected={emptyTexts.isExpected}>
              <EmptyTextsOffer {...shared} found={emptyTexts.found} onRead={actions.emptyTexts} />
            </Found>
            <DateNotices {...shared} except={emptyTexts.found.map(({ text }) => text)} onRead={actions.emptyTexts} />
            <UnreachableOffers {...shared} onLeaveOut={actions.leaveOutRows} />
            <DuplicatesOffer {...shared} onLeaveOut={actions.leaveOutRows} />
          </>
        ),
      })}
    </OpenOffersProvider>
  );
}
