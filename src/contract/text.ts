// Text rules that all fields share: trims blank characters, finds control characters, and masks emails in texts for people.

// White space as String.prototype.trim sees it (NBSP and BOM included), and invisible characters:
// soft hyphen, Mongolian vowel separator, zero-width space and joiners, directional marks, word joiner.
const blanks = String.raw`\s\u00AD\u180E\u200B-\u200F\u2060\uFEFF`;
const blank = new RegExp(`[${blanks}]`);
const visible = new RegExp(`[^${blanks}]`);

// A lone surrogate can't be encoded as UTF-8, and most databases can't store a NUL; no export means to write either.
const controlCharacter = /[\u0000-\u001F\u007F]|\p{Cs}/u;
// Several times as fast, because it also matches surrogate pairs; few texts need the exact check.
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

// False for the NaN of an empty text too.
function isVisibleAscii(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

/** True when anything is left of the text after `trimText`. */
export function hasVisible(text: string): boolean {
  return visible.test(text);
}

/** True when the text holds a C0 control character, DEL or a lone surrogate. */
export function hasControlCharacter(text: string): boolean {
  return suspicious.test(text) && controlCharacter.test(text);
}

// U+FFFD stands where a program could not read a character: the text was damaged earlier.
const suspiciousInValue = /[\u0000-\u001F\u007F\uD800-\uDFFF\uFFFD]/;

/** True when a user's value can't be relied on: it holds a control character, or U+FFFD in place of a lost one. */
export function hasUnreadableCharacter(text: string): boolean {
  return suspiciousInValue.test(text) && (text.includes("\uFFFD") || controlCharacter.test(text));
}

// Matches at the start of a word only: tried at every character, a long text without any end would take hours.
const email = /(?<![^\s"'<>()[\]{},;:=|@])[^\s"'<>()[\]{},;:=|@]+@[^\s"'<>()[\]{},;:=|@]+/g;

/** Masks every email, `ann.lee@example.com` as `a***@e***.com`: recognisable, but not enough to write to. */
export function maskEmails(text: string): string {
  return text.replace(email, (address) => {
    const [local = "", domain = ""] = address.split("@");
    const dot = domain.lastIndexOf(".");
    return `${firstCharacter(local)}***@${firstCharacter(domain)}***${dot > 0 ? domain.slice(dot) : ""}`;
  });
}

function firstCharacter(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 42);
}
