// The form in which header names are compared: no case, accents or separators.

// Letters that Unicode does not see as a plain letter with an accent.
const folded: Readonly<Record<string, string>> = { ß: "ss", ł: "l", ø: "o", đ: "d", ı: "i", æ: "ae", œ: "oe" };

/** The letters and digits of a header, lower-case and without accents: "E-Mail", "e mail" and "EMAIL" are one name. */
export function toComparableHeader(header: string): string {
  // Most headers need nothing else, and the long way is ten times as long.
  const lower = header.toLowerCase();
  if (plain.test(lower)) return lower.replace(/[ _.-]+/g, "");
  return header
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .replace(/[ßłøđıæœ]/g, (letter) => folded[letter] ?? letter);
}

const plain = /^[a-z0-9 _.-]*$/;
