// A ledger in a file: a log that only grows while it is open, and is written anew when most of it is out of date.
import { type GrowingFile, openToAppend, readText, replaceFile, takeLock } from "../node-files.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import { type LedgerChange, parseLedgerLog, toLedgerLine, toLedgerLog } from "./ledger-file-format.ts";
import { createMemoryLedger } from "./memory-ledger.ts";

/**
 * Why a ledger's file can't be used:
 *
 * - `ledger_locked`: another process has it open;
 * - `ledger_unreadable`: the file holds something else.
 */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly code: "ledger_locked" | "ledger_unreadable";

  constructor(code: LedgerError["code"], message: string) {
    super(message);
    this.code = code;
  }
}

/** A ledger in a file. */
export interface FileLedger extends Ledger {
  /** Lets others open it. */
  close(): Promise<void>;
}

/**
 * Opens a ledger in a file that only its owner may read (mode 0600); makes it where it is missing.
 *
 * All of it is in memory while it is open, some 0.5 KB for each user, and one process has it at a time: for more than some
 * hundred thousand users, or for several processes, keep it in SQL.
 *
 * @throws LedgerError `ledger_locked` while another process has it open; `ledger_unreadable` when the file holds something else.
 */
export async function openFileLedger(path: string): Promise<FileLedger> {
  const release = await lock(path);
  try {
    const log = await readLog(path);
    const memory = createMemoryLedger({ entries: log.entries.values(), lastRun: log.lastRun });
    const isMostlyOutdated = log.lines > 2 * log.entries.size + 1_000;
    if (log.lines === 0 || isMostlyOutdated)
      await replaceFile(path, [new TextEncoder().encode(toLedgerLog(memory.content()))]);
    return { ...memory, ...writeThrough(memory, await openToAppend(path), release) };
  } catch (error) {
    await release();
    throw error;
  }
}

// One write after another, so that no two lines mix.
function writeThrough(memory: Ledger, file: GrowingFile, release: () => Promise<void>) {
  let written: Promise<void> = Promise.resolve();
  const append = (changes: readonly LedgerChange[]) => {
    const next = written.then(() => file.append(changes.map(toLedgerLine).join("")));
    // Who comes next does not fail with the one before.
    written = next.catch(() => {});
    return next;
  };
  return {
    async put(entries: readonly LedgerEntry[], runId: string | null) {
      await append(entries.map((entry) => ({ entry })));
      await memory.put(entries, runId);
    },
    async forget(keys: readonly string[]) {
      await append([{ forgotten: keys }]);
      await memory.forget(keys);
    },
    async finish(run: Parameters<Ledger["finish"]>[0]) {
      await append([{ run }]);
      await memory.finish(run);
    },
    async close() {
      await written;
      await file.close().finally(release);
    },
  };
}

async function readLog(path: string) {
  const text = await readText(path);
  if (text === null || text === "") return { entries: new Map<string, LedgerEntry>(), lastRun: null, lines: 0 };
  const log = parseLedgerLog(text);
  if (!log)
    throw new LedgerError(
      "ledger_unreadable",
      `${path} holds something else than a ledger. Nothing was changed in it.`,
    );
  return log;
}

async function lock(path: string): Promise<() => Promise<void>> {
  const attempt = await takeLock(`${path}.lock`);
  if ("release" in attempt) return attempt.release;
  const { holder } = attempt;
  const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
  const message = `The ledger is open in ${who}. If that is gone, delete ${path}.lock and try again.`;
  throw new LedgerError("ledger_locked", message);
}
