"use client";
// Leaves out all rows of the preview that are listed, and puts rows back.
import type { ReactElement } from "react";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import { useCard } from "../context/card-context.ts";
import { Button } from "../controls/Button.tsx";
import type { LeaveOut } from "./row-number.tsx";

interface LeaveOutBarProps extends LeaveOut {
  /** The rows that filter and search have found. */
  readonly found: readonly ImportRow[];
  /** The duplicates among them, where their pairs are listed; null otherwise. */
  readonly among: ReadonlySet<number> | null;
  /** All rows of the file. */
  readonly count: number;
}

/** Leaves out the rows that are listed, where these are not all rows; puts rows back. */
export function LeaveOutBar(props: LeaveOutBarProps): ReactElement | null {
  const { found, among, count, leftOut, isLocked, onLeaveOut } = props;
  const { messages, format } = useCard();
  const words = messages.leftOut;
  const numbers = found.length < count || among ? found.map(({ number }) => number) : [];
  const listed = among ? numbers.filter((row) => among.has(row)) : numbers;
  const sent = listed.filter((row) => !leftOut.has(row));
  const isBack = sent.length === 0;
  const rows = isBack ? listed : sent;
  if (isLocked || (rows.length === 0 && leftOut.size === 0)) return null;
  return (
    <div className="ieu-preview-actions">
      {rows.length > 0 && (
        <Button look="link" icon={isBack ? "back" : "out"} onClick={() => onLeaveOut(rows, !isBack)}>
          {(isBack ? words.putBackThese : among ? words.leaveOutTheseDuplicates : words.leaveOutThese)(
            rows.length,
            format,
          )}
        </Button>
      )}
      {leftOut.size > 0 && !(isBack && rows.length === leftOut.size) && (
        <Button look="link" icon="back" onClick={() => onLeaveOut([...leftOut], false)}>
          {words.putBackAll(leftOut.size, format)}
        </Button>
      )}
    </div>
  );
}
