// Turns a name written "Last, First", as in directories, into "First Last", as in accounts.

const maxNameLength = 256;
const comma = /[,،，]/;
const letter = /\p{L}/u;
// Follows a comma but is not a first name: a suffix, a degree, a form of company. Compared without dots.
const suffix =
  /^(?:jr|sr|junior|senior|phd|dphil|esq|mba|llm|dr|prof|dipl-?ing|inc|incorporated|llc|llp|ltd|limited|plc|corp|gmbh)$/i;
// Only in capitals, as some are also names: Ma, Sa, Vi.
const capitalSuffix =
  /^(?:I{2,3}|IV|VI{0,3}|M[ADS]c?|B[AS]c?|JD|EdD|DDS|RN|CPA|CO|AG|KG|SE|SA|SRL|SPA|BV|NV|OY|AB|AS)$/;

/** The name with its first name in front; null for a text that is not a last and a first name with one comma between. */
export function turnName(text: string): string | null {
  if (text.length > maxNameLength || !comma.test(text)) return null;
  const [last = "", first = "", ...others] = text.split(comma).map((part) => part.trim());
  if (others.length > 0 || !letter.test(last) || !letter.test(first) || /[\d@]/.test(text)) return null;
  if (isSuffix(first)) return null;
  const words = first.split(/\s+/);
  const final = words.at(-1) ?? "";
  // "Moore, Ada Jr." is Ada Moore Jr.
  return words.length > 1 && isSuffix(final) ? `${words.slice(0, -1).join(" ")} ${last} ${final}` : `${first} ${last}`;
}

function isSuffix(text: string): boolean {
  const plain = text.replaceAll(".", "").replaceAll(" ", "");
  return suffix.test(plain) || capitalSuffix.test(plain);
}
