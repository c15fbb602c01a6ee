// Stores a ledger in a file: a log of changes that is appended to while open, and compacted when most of it is outdated.
import { toMembers } from "../../contract/read-json.ts";
import { type GrowingFile, openToAppend, readText, replaceFile, takeLock } from "../node-files.ts";
import { type Ledger, type LedgerEntry, type LedgerRun, mayBeCreatedBy } from "./ledger.ts";
import { createMemoryLedger, type LedgerContent, type MemoryLedger } from "./memory-ledger.ts";

/**
 * Thrown when the file of a ledger can't be used:
 *
 * - `ledger_locked`: another process has it open;
 * - `ledger_unreadable`: the file holds something else, or a line of it is damaged;
 * - `ledger_of_other_target`: the file says what another server or application has;
 * - `ledger_unusable`: the file can't be read or written, such as on a full disk; `cause` has the reason.
 */
export class LedgerError extends Error {
  override readonly name = "LedgerError";
  readonly code: "ledger_locked" | "ledger_unreadable" | "ledger_of_other_target" | "ledger_unusable";

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

/** The options of a ledger in a file. */
export interface FileLedgerOptions {
  /**
   * Names the server and the application, such as `https://portal.example.com app_123`. The file keeps it, and is refused for another
   * one: what one server has says nothing of what another has. @default the one of the file
   */
  readonly target?: string | undefined;
}

/**
 * Opens a ledger in a file that only its owner may read (mode 0600); creates a missing file.
 *
 * The whole ledger is in memory while it is open, about 0.5 KB per user, and only one process can open it: for more than some
 * hundred thousand users, or for several processes, use SQL.
 *
 * @throws LedgerError `ledger_locked` while another process has it open; `ledger_unreadable` when the file holds something else;
 * `ledger_of_other_target` when it was filled for another target; `ledger_unusable`, also from the ledger's functions, when the file
 * can't be read or written.
 */
export async function openFileLedger(path: string, { target }: FileLedgerOptions = {}): Promise<FileLedger> {
  const release = await lock(path).catch((error) => refuse(path, error));
  try {
    const log = await readLog(path).catch((error) => refuse(path, error));
    requireTarget(path, log.target, target);
    const memory = createMemoryLedger({ entries: log.entries.values(), lastRun: log.lastRun });
    const isMostlyOutdated = log.lines > 2 * log.entries.size + 1_000;
    if (log.lines === 0 || isMostlyOutdated) {
      const text = new TextEncoder().encode(toLog({ ...memory.content(), target: log.target ?? target }));
      await replaceFile(path, [text]).catch((error) => refuse(path, error));
    }
    const file = await openToAppend(path).catch((error) => refuse(path, error));
    // Earlier versions did not write the target.
    if (log.lines > 0 && !isMostlyOutdated && !log.target && target) {
      await file.append(toLogLine({ target })).catch((error) => refuse(path, error));
    }
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
  if (text === null || text === "") return { entries: new Map(), lastRun: null, target: undefined, lines: 0 };
  const log = parseLog(text);
  if (typeof log === "object") return log;
  const what =
    log === 1
      ? "holds something else than a ledger"
      : `is damaged in line ${log}. Restore it, or delete it: then all users are sent once more, which does no harm`;
  throw new LedgerError("ledger_unreadable", `${path} ${what}. Nothing was changed in it.`);
}

function requireTarget(path: string, stored: string | undefined, target: string | undefined): void {
  if (stored === undefined || target === undefined || stored === target) return;
  const advice = "Give each application of each server a ledger of its own.";
  const message = `${path} is the ledger of ${stored}, not of ${target}. ${advice} Nothing was changed in it.`;
  throw new LedgerError("ledger_of_other_target", message);
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
  | { readonly run: LedgerRun }
  | { readonly target: string };

/** The content of a log, and its number of lines. */
interface LedgerLog {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  readonly lastRun: LedgerRun | null;
  readonly target: string | undefined;
  readonly lines: number;
}

/** The first line of every log, by which it is recognised. */
const header = '{"ledger":1}';

function toLog({ entries, lastRun, target }: LedgerContent & Pick<LedgerLog, "target">): string {
  const lines = target === undefined ? [] : [toLogLine({ target })];
  for (const entry of entries) lines.push(toLogLine({ entry }));
  if (lastRun) lines.push(toLogLine({ run: lastRun }));
  return `${header}\n${lines.join("")}`;
}

function toLogLine(change: LedgerChange): string {
  return `${JSON.stringify(change)}\n`;
}

// The number of the first line that can't be read, where there is one: it may have taken users out, who must not look up to date.
function parseLog(text: string): LedgerLog | number {
  const [first, ...lines] = text.split("\n");
  if (first !== header) return 1;
  const entries = new Map<string, LedgerEntry>();
  let lastRun: LedgerRun | null = null;
  let target: string | undefined;
  for (const [index, line] of lines.entries()) {
    const change = parseLogLine(line);
    if (!change) return index + 2;
    const { entry, forgotten = [], run } = change;
    // Earlier versions did not write who created a connection.
    if (entry) entries.set(entry.key, { ...unknownCreation, ...entry });
    for (const key of forgotten) entries.delete(key);
    if (run) lastRun = run;
    target = change.target ?? target;
  }
  return { entries, lastRun, target, lines: lines.length };
}

const unknownCreation = { createdBy: null, connectedAt: null };

interface ParsedLine {
  readonly entry?: LedgerEntry;
  readonly forgotten?: readonly string[];
  readonly run?: LedgerRun;
  readonly target?: string;
}

// Null for a line that this version has not written.
function parseLogLine(line: string): ParsedLine | null {
  if (line === "") return {};
  const value = parseObject(line);
  if (value === undefined) return isHalf(line) ? { forgotten: toNamedKeys(line) } : null;
  const { entry, forgotten, run, target } = toMembers(value) ?? {};
  const isKnown =
    isEntry(entry) ||
    (Array.isArray(forgotten) && forgotten.every(isText)) ||
    hasTypes(run, { id: "string", startedAt: "number", finishedAt: "number" }) ||
    isText(target);
  return isKnown ? (value as ParsedLine) : null;
}

function parseObject(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

// A crash or a full disk leaves the beginning of a line. It counts as never written: its users are sent once more, which does no harm.
function isHalf(line: string): boolean {
  return ['{"entry":{', '{"forgotten":[', '{"run":{', '{"target":"'].some(
    (start) => line.startsWith(start) || start.startsWith(line),
  );
}

// What an earlier line says of the users that half a line names may be outdated.
function toNamedKeys(line: string): string[] {
  const text = '"(?:[^"\\\\]|\\\\.)*"';
  const [, key] = new RegExp(`^\\{"entry":\\{"key":(${text})`).exec(line) ?? [];
  const keys = line.startsWith('{"forgotten":[') ? (line.slice(14).match(new RegExp(text, "g")) ?? []) : [key];
  return keys.flatMap((one) => (one === undefined ? [] : [String(parseObject(one))]));
}

function isEntry(value: unknown): boolean {
  const entry = toMembers(value);
  return (
    hasTypes(entry, { key: "string", hash: "string", email: "string", status: "string", judgedAt: "number" }) &&
    hasTypes(entry, { refusals: "number" }) &&
    (isText(entry?.connectedEmail) || entry?.connectedEmail === null) &&
    (typeof entry.tryAgainAt === "number" || entry.tryAgainAt === null)
  );
}

function hasTypes(value: unknown, types: Readonly<Record<string, "string" | "number">>): boolean {
  const members = toMembers(value);
  return members !== null && Object.entries(types).every(([name, type]) => typeof members[name] === type);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
