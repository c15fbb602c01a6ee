// Text that was encoded twice: UTF-8 taken for Windows-1252 and written as UTF-8 again ("MÃ¼ller").

// What Windows-1252 makes of the bytes 0x80 to 0xBF: in UTF-8 these follow the first byte of a character.
const second = "\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
// Only first bytes of letters that names have, so that no French capital before a quotation mark is taken for one.
const twice = new RegExp(`[ÂÃÄÅÐÑÎÏ][${second}]|[âãäåæçèéê][${second}]{2}|ð[${second}]{3}`, "g");
const once = new RegExp(twice.source);
const special = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** False for most texts, at one look. */
export function mayBeGarbled(text: string): boolean {
  return once.test(text);
}

/** How many characters of a text were encoded twice. */
export function countGarbled(text: string): number {
  return once.test(text) ? [...text.matchAll(twice)].filter(([found]) => mend(found) !== found).length : 0;
}

/** The text with every character that was encoded twice as it was meant. */
export function mendGarbled(text: string): string {
  return text.replace(twice, mend);
}

function mend(garbled: string): string {
  const bytes = Uint8Array.from(garbled, (character) => {
    const place = special.indexOf(character);
    return place < 0 ? character.charCodeAt(0) : 0x80 + place;
  });
  const meant = new TextDecoder().decode(bytes);
  // A control character, or nothing at all, was never meant.
  return /[\uFFFD\u0080-\u009F]/.test(meant) ? garbled : meant;
}
