// The ledger as lines of a log: every change a line, and the last one about a user counts.
import type { LedgerEntry, LedgerRun } from "./ledger.ts";
import type { LedgerContent } from "./memory-ledger.ts";

/** One change. */
export type LedgerChange =
  | { readonly entry: LedgerEntry }
  | { readonly forgotten: readonly string[] }
  | { readonly run: LedgerRun };

/** Stands at the beginning of every log, so that no other file is taken for one. */
const header = '{"ledger":1}';

/** The whole of a log: the header, and a line for each entry. */
export function toLedgerLog({ entries, lastRun }: LedgerContent): string {
  const lines = Array.from(entries, (entry) => toLedgerLine({ entry }));
  if (lastRun) lines.push(toLedgerLine({ run: lastRun }));
  return `${header}\n${lines.join("")}`;
}

/** A change as a line, its end included. */
export function toLedgerLine(change: LedgerChange): string {
  return `${JSON.stringify(change)}\n`;
}

/** What a log says, and how many lines it took. */
export interface ReadLedgerLog {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly lastRun: LedgerRun | null;
  readonly lines: number;
}

/**
 * Reads a log; null for a text that is none.
 *
 * A line that can't be read, such as the half one that a crash left, counts as never written: its user is sent once more,
 * which does no harm.
 */
export function parseLedgerLog(text: string): ReadLedgerLog | null {
  const [first, ...lines] = text.split("\n");
  if (first !== header) return null;
  const entries = new Map<string, LedgerEntry>();
  let lastRun: LedgerRun | null = null;
  for (const line of lines) {
    const { entry, forgotten = [], run } = parseLine(line);
    if (entry) entries.set(entry.key, entry);
    for (const key of forgotten) entries.delete(key);
    if (run) lastRun = run;
  }
  return { entries, lastRun, lines: lines.length };
}

function parseLine(line: string): Partial<{ entry: LedgerEntry; forgotten: string[]; run: LedgerRun }> {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
