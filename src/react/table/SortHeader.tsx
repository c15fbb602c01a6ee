"use client";
// A column's head: a button that sorts, and the order for assistive technology.
import type { ReactElement } from "react";
import { Icon } from "../controls/Icon.tsx";

export interface SortHeaderProps {
  readonly header: string;
  readonly isNumber?: boolean;
  /** `rem` stands for the card's own, which no page can make too small to read. */
  readonly minWidth?: string;
  readonly sorted: false | "asc" | "desc";
  readonly onSort: () => void;
}

export function SortHeader({ header, isNumber, minWidth, sorted, onSort }: SortHeaderProps): ReactElement {
  const direction = sorted === "asc" ? "ascending" : sorted === "desc" ? "descending" : undefined;
  return (
    <th
      className="ieu-cell"
      scope="col"
      aria-sort={direction}
      data-number={isNumber}
      style={{ minInlineSize: minWidth?.replace(/([\d.]+)rem/g, "calc(var(--ieu-rem) * $1)") }}
    >
      <button type="button" className="ieu-sort" onClick={onSort}>
        {header}
        <Icon name={direction ?? "unsorted"} />
      </button>
    </th>
  );
}
