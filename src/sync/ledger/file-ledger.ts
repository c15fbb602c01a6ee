// Stores a ledger in a file: a log of changes that is appended to while open, and compacted when most of it is outdated.
import { type GrowingFile, openToAppend, readText, replaceFile, takeLock } from "../node-files.ts";
import { type Ledger, type LedgerEntry, type LedgerRun, mayBeCreatedBy } from "./ledger.ts";
import { createMemoryLedger, type LedgerContent, type MemoryLedger } from "./memory-ledger.ts";

/**
 * Thrown when the file of a ledger can't be used:
 *
 * - `ledger_locked`: another process has it open;
 * - `ledger_unreadable`: the file holds something else;
 * - `ledger_unusable`: the file can't be read or written, such as on a full disk; `cause` has the reason.
 */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly code: "ledger_locked" | "ledger_unreadable" | "ledger_unusable";

  constructor(code: LedgerError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A ledger in a file. */
export interface FileLedger extends Ledger {
  /** Closes the file, so that other processes can open it. */
  close(): Promise<void>;
}

/**
 * Opens a ledger in a file that only its owner may read (mode 0600); creates a missing file.
 *
 * The whole ledger is in memory while it is open, about 0.5 KB per user, and only one process can open it: for more than some
 * hundred thousand users, or for several processes, use SQL.
 *
 * @throws LedgerError `ledger_locked` while another process has it open; `ledger_unreadable` when the file holds something else;
 * `ledger_unusable`, also from the ledger's functions, when the file can't be read or written.
 */
export async function openFileLedger(path: string): Promise<FileLedger> {
  const release = await lock(path).catch((error) => refuse(path, error));
  try {
    const log = await readLog(path).catch((error) => refuse(path, error));
    const memory = createMemoryLedger({ entries: log.entries.values(), lastRun: log.lastRun });
    const isMostlyOutdated = log.lines > 2 * log.entries.size + 1_000;
    if (log.lines === 0 || isMostlyOutdated) {
      const text = new TextEncoder().encode(toLog(memory.content()));
      await replaceFile(path, [text]).catch((error) => refuse(path, error));
    }
    const file = await openToAppend(path).catch((error) => refuse(path, error));
    return { ...memory, ...writeThrough(memory, path, file, release) };
  } catch (error) {
    await release();
    throw error;
  }
}

function refuse(path: string, cause: unknown): never {
  // A symbolic link is told apart already.
  if (cause instanceof LedgerError || (cause as NodeJS.ErrnoException).code === "ELOOP") throw cause;
  throw new LedgerError("ledger_unusable", `The ledger ${path} can't be read or written.`, { cause });
}

// Writes one after another, so that lines never mix.
function writeThrough(memory: MemoryLedger, path: string, file: GrowingFile, release: () => Promise<void>) {
  let written: Promise<void> = Promise.resolve();
  const append = (changes: readonly LedgerChange[]) => {
    const text = changes.map(toLogLine).join("");
    const next = written.then(() => file.append(text)).catch((error) => refuse(path, error));
    // A failed write does not make the next one fail.
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
    async forgetSource(sourceId: string, since: number | null) {
      const created = memory.content().entries.filter((entry) => mayBeCreatedBy(entry, sourceId, since));
      if (created.length > 0) await append([{ forgotten: created.map(({ key }) => key) }]);
      return memory.forgetSource(sourceId, since);
    },
    async finish(run: LedgerRun) {
      await append([{ run }]);
      await memory.finish(run);
    },
    async close() {
      await written;
      await file.close().finally(release);
    },
  };
}

async function readLog(path: string): Promise<LedgerLog> {
  const text = await readText(path);
  if (text === null || text === "") return { entries: new Map(), lastRun: null, lines: 0 };
  const log = parseLog(text);
  if (log) return log;
  const message = `${path} holds something else than a ledger. Nothing was changed in it.`;
  throw new LedgerError("ledger_unreadable", message);
}

async function lock(path: string): Promise<() => Promise<void>> {
  const attempt = await takeLock(`${path}.lock`);
  if ("release" in attempt) return attempt.release;
  const message = `The ledger is open in ${attempt.holder}. If that is gone, delete ${path}.lock and try again.`;
  throw new LedgerError("ledger_locked", message);
}

/** One line of the log. The last line about a user counts. */
type LedgerChange =
  | { readonly entry: LedgerEntry }
  | { readonly forgotten: readonly string[] }
  | { readonly run: LedgerRun };

/** The content of a log, and its number of lines. */
interface LedgerLog {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly lastRun: LedgerRun | null;
  readonly lines: number;
}

/** The first line of every log, by which it is recognised. */
const header = '{"ledger":1}';

function toLog({ entries, lastRun }: LedgerContent): string {
  const lines = Array.from(entries, (entry) => toLogLine({ entry }));
  if (lastRun) lines.push(toLogLine({ run: lastRun }));
  return `${header}\n${lines.join("")}`;
}

function toLogLine(change: LedgerChange): string {
  return `${JSON.stringify(change)}\n`;
}

// Null for a text that is not a log. An unreadable line, such as a half one after a crash, counts as never written: its user is sent
// once more, which does no harm.
function parseLog(text: string): LedgerLog | null {
  const [first, ...lines] = text.split("\n");
  if (first !== header) return null;
  const entries = new Map<string, LedgerEntry>();
  let lastRun: LedgerRun | null = null;
  for (const line of lines) {
    const { entry, forgotten = [], run } = parseLogLine(line);
    // Earlier versions did not write who created a connection.
    if (entry) entries.set(entry.key, { ...unknownCreation, ...entry });
    for (const key of forgotten) entries.delete(key);
    if (run) lastRun = run;
  }
  return { entries, lastRun, lines: lines.length };
}

const unknownCreation = { createdBy: null, connectedAt: null };

function parseLogLine(line: string): Partial<{ entry: LedgerEntry; forgotten: string[]; run: LedgerRun }> {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}
