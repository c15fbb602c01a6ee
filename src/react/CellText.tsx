// The text of a cell, cut where it would fill the screen: a file may hold a book in one cell.
import type { ReactElement } from "react";

// What the clamp below shows at most, and enough to recognise the rest.
const longest = 300;
const mostInTitle = 2_000;

/** @param text - Whole; it is cut here only, never in what is sent. */
export function CellText({ text }: { readonly text: string }): ReactElement | string {
  if (text.length <= longest) return text;
  return (
    <span className="ieu-long" title={cut(text, mostInTitle)}>
      {cut(text, longest)}
    </span>
  );
}

// Never through the middle of a character.
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
