// What every text field shares: which characters count as blank at its ends, and which may not be in it.

// White space as String.prototype.trim sees it (NBSP and BOM included), and what prints as nothing:
// soft hyphen, zero-width space and joiners, directional marks, word joiner.
const blankEnds = /^[\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF]+|[\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF]+$/g;

// A lone surrogate can't be written as UTF-8, a NUL not into most databases, and no export means either.
const controlCharacter = /[\u0000-\u001F\u007F]|\p{Cs}/u;

/** The text without white space, zero-width and byte-order-mark characters at its ends. */
export function trimText(text: string): string {
  return text.replace(blankEnds, "");
}

/** True when the text holds a C0 control character, DEL or a lone surrogate. */
export function hasControlCharacter(text: string): boolean {
  return controlCharacter.test(text);
}
