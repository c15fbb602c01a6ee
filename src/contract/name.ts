// When do two names mean the same person: the comparison behind name_mismatch.

/** The form in which names are compared: no accents, no case, no `. , ' ’`, hyphens as spaces. Word order stays. */
export function toComparableName(name: string): string {
  return name
    .normalize("NFKC")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[.,'’]/g, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/\p{Pd}/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** True unless both names say something and they differ: an empty side is never a mismatch. */
export function isSameName(one: string | null | undefined, other: string | null | undefined): boolean {
  const a = toComparableName(one ?? "");
  const b = toComparableName(other ?? "");
  return a === "" || b === "" || a === b;
}
