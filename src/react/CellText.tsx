// The text of a cell, cut where it would fill the screen: a file may hold a book in one cell.
import type { ReactElement } from "react";

// What the clamp below shows at most, and enough to recognise the rest.
const longest = 300;
const mostInTitle = 2_000;

export interface CellTextProps {
  /** Whole; it is cut here only, never in what is sent. */
  readonly text: string;
  readonly isBad?: boolean;
}

export function CellText({ text, isBad }: CellTextProps): ReactElement | string {
  const look = isBad ? "ieu-bad-value" : "";
  if (text.length <= longest) return isBad ? <span className={look}>{text}</span> : text;
  return (
    <span className={`ieu-long ${look}`} title={cut(text, mostInTitle)}>
      {cut(text, longest)}
    </span>
  );
}

// Never through the middle of a character.
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
