// Stores a ledger in memory: for tests, and as the index of a ledger in a file.
import { byKey, type Ledger, type LedgerEntry, type LedgerRun, mayBeCreatedBy, type SeenEntry } from "./ledger.ts";

/** The initial content of a ledger in memory. */
export interface LedgerContent {
  readonly entries: Iterable<LedgerEntry>;
  readonly lastRun: LedgerRun | null;
}

/** A ledger in memory whose content can be read. */
export interface MemoryLedger extends Ledger {
  /** The current content. */
  content(): { readonly entries: readonly LedgerEntry[]; readonly lastRun: LedgerRun | null };
}

/** Creates a ledger in memory; it is lost when the process ends. */
export function createMemoryLedger(content: LedgerContent = { entries: [], lastRun: null }): MemoryLedger {
  const entries = new Map<string, LedgerEntry>();
  const seenBy = new Map<string, string>();
  let lastRun = content.lastRun;
  for (const entry of content.entries) entries.set(entry.key, entry);

  function see(key: string): [string, SeenEntry][] {
    const entry = entries.get(key);
    return entry ? [[key, { ...entry, seenBy: seenBy.get(key) ?? null }]] : [];
  }

  function forget(keys: readonly string[]): void {
    for (const key of keys) {
      entries.delete(key);
      seenBy.delete(key);
    }
  }

  return {
    async look(keys, runId) {
      const found = new Map(keys.flatMap(see));
      if (runId !== null) for (const key of found.keys()) seenBy.set(key, runId);
      return found;
    },
    async put(changed, runId) {
      for (const entry of changed) {
        if ((entries.get(entry.key)?.judgedAt ?? 0) <= entry.judgedAt) entries.set(entry.key, entry);
        if (runId !== null) seenBy.set(entry.key, runId);
      }
    },
    async gone({ id, startedAt }, after, limit) {
      const isGone = ({ key, connectedEmail, judgedAt }: LedgerEntry) =>
        connectedEmail !== null && judgedAt < startedAt && seenBy.get(key) !== id && (after === null || key > after);
      return [...entries.values()].filter(isGone).sort(byKey).slice(0, limit);
    },
    forget: async (keys) => forget(keys),
    async forgetSource(sourceId, since) {
      const created = [...entries.values()].filter((entry) => mayBeCreatedBy(entry, sourceId, since));
      forget(created.map(({ key }) => key));
      return created.length;
    },
    lastRun: async () => lastRun,
    async finish(run) {
      lastRun = run;
      // Marks are needed only while a run is in progress.
      seenBy.clear();
    },
    content: () => ({ entries: [...entries.values()], lastRun }),
  };
}
