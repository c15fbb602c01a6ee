// Recognises dates that need `date-words.ts`, which is loaded with the first file that has one.

/**
 * True for a text that needs `toPlainDate`: letters, other digits, dots or brackets at the end, or the time first. False for
 * ids and addresses, before any word is looked up.
 */
export function hasDateWords(text: string): boolean {
  return rareText.test(text) && hasYearAndDay.test(text) && !idOrAddress.test(text);
}

const rareText = /[^\d\s:.,/+\-TZ]|\.$|\.,?\s+\d{1,2}[:.]|^\d{1,2}:\d\d|\d[+-]\d$/;
// A year beside another number, a short year behind day and month, or digits of another script, which may be written without
// anything between them.
const hasYearAndDay =
  /(?<!\w)\d{4}(?!\w).*\d|\d.*(?<!\w)\d{4}(?!\w)|(?!\d)\p{Nd}|(?<!\w)\d{1,2}[ .\-/]{1,2}(?:[\p{L}\p{M}.]{2,}|\d{1,2})[ .\-/]{1,2}\d{2}(?!\w)|和|平成|民[国國]|^[RHS]\d{1,2}[./-]\d{1,2}[./-]\d/u;
const idOrAddress = /\S@|@\S|_\d|\d_|[\da-f]{8}-[\da-f]{4}-/i;

// Numbers of a day, a month and a year of the last decades in the Buddhist, Jalali and Hijri calendars.
const otherYear = /(?<!\d)(?:13[4-9]\d|14[0-5]\d|1460|25\d\d|2600)(?!\d)/;
const threeNumbers = /^\s*\d{1,4}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,4}(?!\d)/;

/** True for a text that may be such a date, or a date of another calendar. */
export function mayBeRareDate(text: string): boolean {
  return !isPlainIso(text) && mayBeRare(text);
}

function mayBeRare(text: string): boolean {
  if (text.length > 100) return false;
  return hasDateWords(text.trim()) || (threeNumbers.test(text) && otherYear.test(text));
}

// A date or date-time of this or the last century, without a zone other than Z. Told by single characters, because nearly all
// dates are such.
function isPlainIso(text: string): boolean {
  const length = text.length;
  if (length !== 10 && length !== 20 && length !== 19) return false;
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return false;
  const century = text.charCodeAt(0) * 256 + text.charCodeAt(1);
  if (century !== twenty && century !== nineteen) return false;
  if (length === 10) return true;
  return (
    text.charCodeAt(13) === colon && (length === 20 ? text.charCodeAt(19) === zulu : text.charCodeAt(16) === colon)
  );
}

const twenty = 0x3230;
const nineteen = 0x3139;
const hyphen = 0x2d;
const colon = 0x3a;
const zulu = 0x5a;

const zoneName = /utc|gmt/i;
const zonePlace = /[A-Z][A-Za-z]+\/[A-Za-z_]/;
const zoneInBrackets = /[([（]\s*(?:[+-]\d|(?:[A-Z]{3,4}|МСК)\s*[)\]）])/;
const shortName = /(?:[\s_.-]|^)([A-Z]{3,4})\s*$/;

/** True for a header that may name a time zone: "Signed up (GMT+2)", "Created [Europe/Berlin]", "CREATED_CET". */
export function mayNameZone(header: string, isWord: (word: string) => boolean): boolean {
  const [, short] = shortName.exec(header) ?? [];
  if (short !== undefined && !isWord(short.toLowerCase())) return true;
  return zoneName.test(header) || zonePlace.test(header) || zoneInBrackets.test(header);
}
