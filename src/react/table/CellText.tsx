// Shows the text of a cell, cut to a readable length.
import type { ReactNode } from "react";

// In characters. Texts of at least `minLengthToBreak`, longer than most addresses, may break after punctuation.
const minLengthToBreak = 29;
// The styles show the first lines of longer texts until they have focus.
const minLengthToClip = 120;
const maxShownLength = 2_000;

export interface CellTextProps {
  /** The whole text; it is cut only here, never in what is sent. */
  readonly text: string;
  readonly isBad?: boolean;
}

export function CellText({ text, isBad }: CellTextProps): ReactNode {
  const look = isBad ? "ieu-bad-value" : "";
  if (text.length < minLengthToClip) return isBad ? <span className={look}>{breakable(text)}</span> : breakable(text);
  return (
    // Takes focus from the arrow keys or a click.
    <span className={`ieu-long ${look}`} tabIndex={-1} title={cutText(text, maxShownLength)}>
      {cutText(text, maxShownLength)}
    </span>
  );
}

function breakable(text: string): ReactNode {
  if (text.length < minLengthToBreak) return text;
  // biome-ignore lint/suspicious/noArrayIndexKey: parts never move
  return toParts(text).flatMap((part, index) => (index > 0 ? [<wbr key={index} />, part] : [part]));
}

// An address breaks after its @, and further only where what is before or after it is long, too.
function toParts(text: string): string[] {
  const halves = text.split(/(?<=@)/);
  return halves.flatMap((half) => (half.length < minLengthToBreak ? half : half.split(/(?<=[._/-])/)));
}

/** The first `length` UTF-16 units, never ending in half a surrogate pair, and an ellipsis. */
export function cutText(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
