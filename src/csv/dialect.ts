// Which delimiter, and why.
import { isBlank, isEmail, knownHeader } from "./aliases.ts";
import { parseSlices } from "./parse.ts";
import type { Delimiter, DelimiterFit, DelimiterReason } from "./table.ts";

/** The delimiters that are tried, the guide's two first. */
const delimiters: readonly Delimiter[] = [",", ";", "\t", "|"];

const sampleLength = 64 * 1024;

/** A first line like `sep=;`, which spreadsheets obey and do not show as a row. */
export interface Declaration {
  readonly delimiter: Delimiter;
  /** Length of the line with its line end. */
  readonly length: number;
}

/** The text's declaration; null without one, or when it names a delimiter we don't know. */
export function readDeclaration(text: string): Declaration | null {
  const [line, declared] = /^sep=([,;\t|])[ \t]*(?:\r\n|\r|\n|$)/i.exec(text.slice(0, 100)) ?? [];
  const delimiter = delimiters.find((known) => known === declared);
  return line && delimiter ? { delimiter, length: line.length } : null;
}

interface Trial extends DelimiterFit {
  /** How many records hold an email or a known header: a wrong delimiter tears or glues them. */
  readonly meaningful: number;
}

/**
 * Parses the beginning of the text with each delimiter and takes the one whose records agree best on their number of columns
 * and show most emails and known headers.
 */
export function chooseDelimiter(text: string): { delimiter: Delimiter; reason: DelimiterReason } {
  const sample = text.slice(0, sampleLength);
  const trials = delimiters
    .map((delimiter) => tryDelimiter(sample, delimiter, sample.length < text.length))
    .filter((trial) => trial.columns > 1)
    .sort((a, b) => score(b) - score(a) || b.columns - a.columns);
  const [best, second] = trials;
  if (!best) return { delimiter: ",", reason: { code: "single_column" } };
  const reason = { code: "consistent", fit: toFit(best), runnerUp: second ? toFit(second) : null } as const;
  return { delimiter: best.delimiter, reason };
}

function tryDelimiter(sample: string, delimiter: Delimiter, cut: boolean): Trial {
  const records = [...parseSlices(sample, delimiter)].flatMap((slice) => slice.records);
  const whole = cut && records.length > 1 ? records.slice(0, -1) : records;
  const shown = whole.filter((cells) => !cells.every(isBlank));
  const widths = new Map<number, number>();
  for (const { length } of shown) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [columns, agreeing] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0, 0];
  const meaningful = shown.filter((cells) => cells.some((cell) => isEmail(cell) || knownHeader(cell))).length;
  return { delimiter, columns, agreeing, sampled: shown.length, meaningful };
}

function score({ agreeing, meaningful, sampled }: Trial): number {
  return (agreeing + meaningful) / sampled;
}

function toFit({ delimiter, columns, agreeing, sampled }: Trial): DelimiterFit {
  return { delimiter, columns, agreeing, sampled };
}
