"use client";
// First and last name without a full name: joined on request, with a sample.
import type { ReactElement } from "react";
import type { NameColumns } from "../csv/name-parts.ts";
import type { CsvTable } from "../csv/table.ts";
import type { Review } from "../importer/state.ts";
import { Button } from "./Button.tsx";
import { useCard } from "./context.ts";
import { Offer } from "./Offer.tsx";

export interface NameOfferProps {
  readonly review: Review;
  readonly columnNames: readonly string[];
  readonly isLocked: boolean;
  readonly onJoin: (joined: boolean) => void;
}

export function NameOffer({ review, columnNames, isLocked, onJoin }: NameOfferProps): ReactElement | null {
  const { messages, format } = useCard();
  const words = messages.names;
  const offered = review.suggestion.nameColumns;
  if (!offered) return null;
  const isJoined = review.nameColumns !== null;
  const parts = toPartNames(offered, columnNames);
  const [sample = ""] = toJoinedSamples(review.table, offered, 1);
  return (
    <Offer
      label={words.join(parts, messages.fields.name)}
      text={(isJoined ? words.done : words.offer)(parts, sample, format)}
      decision={isJoined}
      isDone={isJoined}
      actions={
        <Button look={isJoined ? "link" : "plain"} disabled={isLocked} onClick={() => onJoin(!isJoined)}>
          {isJoined ? words.undo : words.join(parts, messages.fields.name)}
        </Button>
      }
    />
  );
}

/** What the columns are called on the screen. */
export function toPartNames({ columns }: NameColumns, columnNames: readonly string[]): string[] {
  return columns.map((column) => columnNames[column] ?? "");
}

/** The first names as they are joined. */
export function toJoinedSamples(table: CsvTable, { columns, separator }: NameColumns, count: number): string[] {
  const samples: string[] = [];
  for (const { cells } of table.records) {
    const parts = columns.map((column) => cells[column]?.trim()).filter(Boolean);
    // One with both parts shows more.
    if (parts.length === columns.length) samples.push(parts.join(separator));
    if (samples.length === count) break;
  }
  return samples;
}
