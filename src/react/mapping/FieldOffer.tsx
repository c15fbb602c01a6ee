"use client";
// What is offered for a field of the mapping: its dates converted, the parts of a name joined, user names taken for ids.
import type { ReactElement } from "react";
import type { FieldKey } from "../../contract/fields.ts";
import { userFields } from "../../contract/fields.ts";
import type { DateColumn, DateColumns } from "../../csv/rows/date-columns.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import { DateOffer } from "./DateOffer.tsx";
import { NameOffer } from "./NameOffer.tsx";
import { toUsernames, UsernameOffer } from "./UsernameOffer.tsx";

export interface FieldOfferProps {
  readonly field: FieldKey;
  readonly review: Review;
  /** How the date columns are written. */
  readonly dates: DateColumns;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly actions: Pick<ImporterActions, "assignColumn" | "convertDates" | "joinNames">;
}

export function FieldOffer({ field, dates, actions, ...rest }: FieldOfferProps): ReactElement | null {
  const { review, columnNames, isLocked } = rest;
  if (!hasOffer(review, field, dates)) return null;
  if (field === "name") {
    return <NameOffer review={review} columnNames={columnNames} isLocked={isLocked} onJoin={actions.joinNames} />;
  }
  if (field === "externalUserId") return <UsernameOffer {...rest} onAssign={actions.assignColumn} />;
  if (field !== "registrationDate" && field !== "lastLoginDate") return null;
  const column = dates[field];
  const convert = { review, isLocked, onConvert: actions.convertDates };
  return column ? <DateOffer field={field} dates={column} {...convert} /> : null;
}

/** True when something is offered for any field, or was taken up: then the mapping is not folded away. */
export function hasOffers(review: Review, dates: DateColumns): boolean {
  return userFields.some(({ key }) => hasOffer(review, key, dates));
}

function hasOffer(review: Review, field: FieldKey, dates: DateColumns): boolean {
  const { suggestion, mapping, dateFormats, nameColumns } = review;
  // A column chosen by hand for the name is the answer already.
  if (field === "name") return (nameColumns ?? suggestion.nameColumns) !== null && mapping.name === null;
  if (field === "externalUserId") return toUsernames(review).length > 0;
  if (field !== "registrationDate" && field !== "lastLoginDate") return false;
  const column = dates[field];
  return column !== undefined && (dateFormats[field] !== undefined || isForeign(column));
}

function isForeign({ format, candidates }: DateColumn): boolean {
  return format !== "iso" && candidates.length > 0;
}
