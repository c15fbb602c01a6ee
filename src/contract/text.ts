// What every text field shares: which characters count as blank at its ends, and which may not be in it.

// White space as String.prototype.trim sees it (NBSP and BOM included), and what prints as nothing:
// soft hyphen, Mongolian vowel separator, zero-width space and joiners, directional marks, word joiner.
const blanks = String.raw`\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF`;
const blank = new RegExp(`[${blanks}]`);
const visible = new RegExp(`[^${blanks}]`);

// A lone surrogate can't be written as UTF-8, a NUL not into most databases, and no export means either.
const controlCharacter = /[\u0000-\u001F\u007F]|\p{Cs}/u;
// The same without telling lone surrogates from pairs: several times as fast, and hardly any text gets past it.
const suspicious = /[\u0000-\u001F\u007F\uD800-\uDFFF]/;

/** The text without white space, zero-width and byte-order-mark characters at its ends. */
export function trimText(text: string): string {
  if (isTrimmedAscii(text)) return text;
  // Not a regular expression with `+$`: that is quadratic on a long run of blanks inside the text.
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** True for a text that begins and ends with a visible ASCII character, so that there is nothing to trim. */
export function isTrimmedAscii(text: string): boolean {
  return isVisibleAscii(text.charCodeAt(0)) && isVisibleAscii(text.charCodeAt(text.length - 1));
}

/** True when the text holds anything but what `trimText` takes off. */
export function hasVisible(text: string): boolean {
  return visible.test(text);
}

/** True when the text holds a C0 control character, DEL or a lone surrogate. */
export function hasControlCharacter(text: string): boolean {
  return suspicious.test(text) && controlCharacter.test(text);
}

// False for the NaN of an empty text too.
function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}
