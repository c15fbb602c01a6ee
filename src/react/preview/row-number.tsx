"use client";
// Shows the number of a row with the button that leaves the row out or puts it back.
import type { ReactElement } from "react";
import type { ImportRow } from "../../csv/rows/import-rows.ts";
import type { ImporterActions } from "../../importer/actions.ts";
import type { Review } from "../../importer/state.ts";
import type { CardTexts } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";

export interface LeaveOut {
  readonly leftOut: Review["leftOut"];
  readonly isLocked: boolean;
  readonly onLeaveOut: ImporterActions["leaveOutRows"];
}

/** The number of a row with its button. Not a component, because a page may show hundreds. */
export function toRowNumber(
  { number }: ImportRow,
  { leftOut, isLocked, onLeaveOut }: LeaveOut,
  { leftOut: words }: CardTexts["messages"],
): ReactElement {
  const isLeftOut = leftOut.has(number);
  return (
    <div className="ieu-correctable ieu-row-number">
      {number}
      <button
        type="button"
        className="ieu-correct"
        data-correct="row"
        data-marked={false}
        data-pressed={isLeftOut || undefined}
        disabled={isLocked}
        tabIndex={-1}
        aria-label={(isLeftOut ? words.putBack : words.leaveOut)(number)}
        title={(isLeftOut ? words.putBack : words.leaveOut)(number)}
        onClick={() => onLeaveOut([number], !isLeftOut)}
      >
        <Icon name={isLeftOut ? "back" : "out"} />
      </button>
      {isLeftOut && (
        <span className="ieu-tag" data-tag="out">
          {words.tag}
        </span>
      )}
    </div>
  );
}
