// Shows a whole number as a spreadsheet does, where its format adds zeros, letters or separators that are not stored.

/** The number as shown; null where the format adds nothing that may belong to an id, so that the number is read as stored. */
export function showWholeNumber(value: number, format: string): string | null {
  if (!Number.isInteger(value) || value < 0) return null;
  const parts = toParts(sectionFor(value, format));
  if (parts === null) return null;
  const first = parts.findIndex(({ isPlace }) => isPlace);
  const zeros = parts.filter(({ text, isPlace }) => isPlace && text === "0").length;
  const prefix = parts
    .slice(0, first)
    .map(({ text }) => text)
    .join("");
  // One zero alone is any number, with its unit or currency around it.
  if (first < 0 || (zeros < 2 && !codePrefix.test(prefix))) return null;
  const shown = fill(parts, String(value)).trim();
  return shown === String(value) ? null : shown;
}

// Letters directly in front of the number, or with a sign between them: K12, ID-12. In "Day 12" they are a word.
const codePrefix = /\p{L}[-_/#]?$/u;

const conditions: Readonly<Record<string, (value: number, limit: number) => boolean>> = {
  "<": (value, limit) => value < limit,
  "<=": (value, limit) => value <= limit,
  ">": (value, limit) => value > limit,
  ">=": (value, limit) => value >= limit,
  "=": (value, limit) => value === limit,
  "<>": (value, limit) => value !== limit,
};

const condition = /\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

// A format has up to four sections: for positive numbers, negative ones, zero and texts, unless they begin with conditions.
function sectionFor(value: number, format: string): string {
  const sections =
    `${format};`.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*;/g)?.map((section) => section.slice(0, -1)) ?? [];
  const [first = "", , zero] = sections;
  if (!condition.test(format)) return (value === 0 ? zero : undefined) ?? first;
  const holds = (section: string) => {
    const [, sign = "", limit = ""] = condition.exec(section) ?? [];
    return conditions[sign]?.(value, Number(limit)) ?? true;
  };
  return sections.find(holds) ?? first;
}

interface Part {
  /** `0` or `#` for a place. */
  readonly text: string;
  /** True for a place that takes a digit. */
  readonly isPlace: boolean;
}

const token = /"([^"]*)"|\\(.)|[_*].|\[[^\]]*\]|([0#])|([-\s/():])|(.)/gs;

// The texts and the places for digits of a section; null where it holds anything else: a decimal point, a thousands separator, a
// percent sign, a date.
function toParts(section: string): Part[] | null {
  const parts: Part[] = [];
  for (const [, quoted, escaped, place, sign, other] of section.matchAll(token)) {
    if (other !== undefined) return null;
    const text = place ?? quoted ?? escaped ?? sign;
    if (text !== undefined) parts.push({ text, isPlace: place !== undefined });
  }
  return parts;
}

// The digits from the last place on; the first place takes all that are left.
function fill(parts: readonly Part[], digits: string): string {
  const first = parts.findIndex(({ isPlace }) => isPlace);
  let left = digits;
  const texts = parts.toReversed().map(({ text, isPlace }, index) => {
    if (!isPlace) return text;
    const taken = parts.length - 1 - index === first ? left : left.slice(-1);
    left = left.slice(0, left.length - taken.length);
    return taken === "" && text === "0" ? "0" : taken;
  });
  return texts.reverse().join("");
}
