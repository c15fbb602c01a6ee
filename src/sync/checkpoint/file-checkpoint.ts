// Stores a checkpoint in a file: the whole run in its first line, then one line for each change, locked by one process.
import { toMembers } from "../../contract/read-json.ts";
import { appendSafely, readText, replaceFile, takeLock } from "../node-files.ts";
import { SyncError } from "../sync-error.ts";
import type { AnsweredBatch, Checkpoint, CheckpointStore } from "./checkpoint.ts";

/**
 * Stores a run in a file that only its owner may read (mode 0600). The first write of a process replaces the file by one line, later
 * ones append what has changed.
 *
 * While a process works on the run, `<path>.lock` stands beside it. The lock of a dead process of this host is taken over; the lock
 * of another host counts until somebody deletes the file.
 */
export function createFileCheckpoint(path: string): CheckpointStore {
  // What this process knows to be in the file.
  let written: Checkpoint | null = null;

  return {
    async read() {
      const text = await readText(path);
      return text === null ? null : parseCheckpoint(text, path);
    },
    async write(checkpoint) {
      const before = written;
      // After a failure the file may end with half a line, so the next write replaces it.
      written = null;
      const line = before ? toChange(before, checkpoint) : null;
      if (line === null) await replaceFile(path, [encode(`${JSON.stringify(checkpoint)}\n`)]);
      else await appendSafely(path, `${JSON.stringify(line)}\n`);
      written = checkpoint;
    },
    async lock() {
      const attempt = await takeLock(`${path}.lock`);
      if ("release" in attempt) return attempt.release;
      const message = `This run is being worked on by ${attempt.holder}. If that is gone, delete ${path}.lock and try again.`;
      throw new SyncError("checkpoint_locked", message);
    },
  };
}

/** What a write has changed. A batch with a known `first` replaces the earlier one. */
interface CheckpointChange {
  readonly set: Partial<Omit<Checkpoint, "batches">>;
  readonly batches: readonly AnsweredBatch[];
}

// Null where batches are gone, which a line can't say.
function toChange(before: Checkpoint, { batches, ...head }: Checkpoint): CheckpointChange | null {
  const isExtended =
    batches.length >= before.batches.length &&
    before.batches.every(({ first }, index) => batches[index]?.first === first);
  if (!isExtended || before.kind !== head.kind) return null;
  const keys = Object.keys(head) as (keyof typeof head)[];
  const set = Object.fromEntries(keys.filter((key) => head[key] !== before[key]).map((key) => [key, head[key]]));
  return { set, batches: batches.filter((batch, index) => batch !== before.batches[index]) };
}

/**
 * Parses the text of a stored run.
 *
 * A line without its end was never written completely, and counts as not written.
 *
 * @param path names the file in the error
 * @throws SyncError `checkpoint_unreadable` unless the text is a whole checkpoint: guessing would send users twice.
 */
export function parseCheckpoint(text: string, path = "The checkpoint"): Checkpoint {
  const checkpoint = parseLines(text);
  if (isCheckpoint(checkpoint)) return checkpoint;
  const message = `${path} holds something else than a run of this version, or is damaged. Nothing was changed in it.`;
  throw new SyncError("checkpoint_unreadable", message);
}

// Null where a line is no change of a run.
function parseLines(text: string): unknown {
  const [first = "", ...lines] = text.split("\n");
  const whole = parseJson(first);
  // Earlier versions wrote one JSON text of several lines.
  if (whole === undefined) return parseJson(text);
  if (!isCheckpoint(whole)) return null;
  const start = whole;
  const batches = new Map(start.batches.map((batch) => [batch.first, batch]));
  let head: Partial<Checkpoint> = {};
  for (const line of lines.slice(0, -1)) {
    const { set, batches: changed } = toMembers(parseJson(line)) ?? {};
    if (!toMembers(set) || !Array.isArray(changed) || !changed.every(isAnswered)) return null;
    head = { ...head, ...(set as object) };
    for (const batch of changed as AnsweredBatch[]) batches.set(batch.first, batch);
  }
  return { ...start, ...head, batches: [...batches.values()] };
}

function isCheckpoint(value: unknown): value is Checkpoint {
  const run = toMembers(value);
  return (
    run?.version === 1 &&
    (run.kind === undefined || run.kind === "reconcile") &&
    isText(run.runId, run.name, run.startedAt) &&
    isNullOr(run.target, isText) &&
    isNullOr(run.total, isCount) &&
    [run.batchSize, run.mostUsers].every((size) => isCount(size) && size > 0) &&
    ["running", "done", "undoing", "undone"].includes(String(run.state)) &&
    Array.isArray(run.batches) &&
    run.batches.every(isAnswered) &&
    isNullOr(run.inDoubt, isInDoubt) &&
    isNullOr(run.lastSuccess, isSuccess)
  );
}

function isAnswered(value: unknown): boolean {
  const { source, counters, ...batch } = toMembers(value) ?? {};
  const counts = toMembers(counters);
  const { total, acknowledged, refused, pending, statuses, pendingReasons } = counts ?? {};
  const isNamed = isNullOr(source, (one) => isText(toMembers(one)?.id, toMembers(one)?.name));
  const isCounted = [total, acknowledged, refused, pending].every(isCount);
  return isPart(batch) && isNamed && isCounted && areCounts(statuses) && areCounts(pendingReasons);
}

function isInDoubt(value: unknown): boolean {
  const { before, ...batch } = toMembers(value) ?? {};
  const isListed = isNullOr(before, (ids) => Array.isArray(ids) && isText(...ids));
  return isPart(batch) && isText(batch.key, batch.sourceName) && typeof batch.isRepeatable === "boolean" && isListed;
}

function isSuccess(value: unknown): boolean {
  const { runId, total, finishedAt } = toMembers(value) ?? {};
  return isText(runId, finishedAt) && isCount(total);
}

function isPart({ first, count, hash }: Readonly<Record<string, unknown>>): boolean {
  return isCount(first) && isCount(count) && isText(hash);
}

function areCounts(value: unknown): boolean {
  const counts = toMembers(value);
  return counts !== null && Object.values(counts).every(isCount);
}

function isNullOr(value: unknown, isRight: (value: unknown) => boolean): boolean {
  return value === null || isRight(value);
}

function isText(...values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === "string");
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
