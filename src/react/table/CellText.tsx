// The text of a cell, cut where it would fill the screen: a file may hold a book in one cell.
import type { ReactNode } from "react";

// Longer than most addresses: from here on a text may be divided behind its signs, rather than anywhere.
const divided = 28;
// What the clamp below shows at most, and enough to recognise the rest.
const longest = 300;
const mostInTitle = 2_000;

export interface CellTextProps {
  /** Whole; it is cut here only, never in what is sent. */
  readonly text: string;
  readonly isBad?: boolean;
}

export function CellText({ text, isBad }: CellTextProps): ReactNode {
  const look = isBad ? "ieu-bad-value" : "";
  if (text.length <= longest) return isBad ? <span className={look}>{divide(text)}</span> : divide(text);
  return (
    <span className={`ieu-long ${look}`} title={cut(text, mostInTitle)}>
      {cut(text, longest)}
    </span>
  );
}

function divide(text: string): ReactNode {
  if (text.length <= divided) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
  return text.split(/(?<=[@._/-])/).flatMap((part, index) => (index > 0 ? [<wbr key={index} />, part] : [part]));
}

// Never through the middle of a character.
function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
