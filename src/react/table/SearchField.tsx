"use client";
// The field that searches the rows of a table.
import type { ReactElement } from "react";
import { useCard } from "../context/card-context.ts";
import { Icon } from "../controls/Icon.tsx";

export interface SearchFieldProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function SearchField({ text, onText }: SearchFieldProps): ReactElement {
  const { messages, slotClass } = useCard();
  return (
    <div className="ieu-search">
      <Icon name="search" />
      <input
        type="search"
        className={slotClass("input")}
        aria-label={messages.table.search}
        placeholder={messages.table.search}
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
