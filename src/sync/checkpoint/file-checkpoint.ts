// Stores a checkpoint in a file that is replaced as a whole after every step and locked by one process.
import { toMembers } from "../../contract/read-json.ts";
import { readText, replaceFile, takeLock } from "../node-files.ts";
import { SyncError } from "../sync-error.ts";
import type { AnsweredBatch, Checkpoint, CheckpointStore } from "./checkpoint.ts";

/**
 * Stores a run in a file that only its owner may read (mode 0600).
 *
 * While a process works on the run, `<path>.lock` stands beside it. The lock of a dead process of this host is taken over; the lock
 * of another host counts until somebody deletes the file.
 */
export function createFileCheckpoint(path: string): CheckpointStore {
  const batchText = createBatchText();

  return {
    async read() {
      const text = await readText(path);
      return text === null ? null : parseCheckpoint(text);
    },
    async write({ batches, ...run }) {
      const head = encode(`${JSON.stringify(run).slice(0, -1)},"batches":[\n`);
      await replaceFile(path, [head, batchText.toText(batches), encode("\n]}\n")]);
    },
    async lock() {
      const attempt = await takeLock(`${path}.lock`);
      if ("release" in attempt) return attempt.release;
      const message = `This run is being worked on by ${attempt.holder}. If that is gone, delete ${path}.lock and try again.`;
      throw new SyncError("checkpoint_locked", message);
    },
  };
}

// The list grows by one batch at a time, up to thousands of them, so only new batches are serialised.
function createBatchText(): { toText(batches: readonly AnsweredBatch[]): Uint8Array } {
  let buffer = new Uint8Array(65_536);
  let length = 0;
  let serialised: readonly AnsweredBatch[] = [];

  function append(text: Uint8Array): void {
    if (length + text.length > buffer.length) {
      const larger = new Uint8Array(2 * (length + text.length));
      larger.set(buffer.subarray(0, length));
      buffer = larger;
    }
    buffer.set(text, length);
    length += text.length;
  }

  return {
    toText(batches) {
      const isExtended = serialised.every((batch, index) => batch === batches[index]);
      if (!isExtended) length = 0;
      for (const batch of isExtended ? batches.slice(serialised.length) : batches) {
        append(encode(`${length === 0 ? "" : ",\n"}${JSON.stringify(batch)}`));
      }
      serialised = batches;
      return buffer.subarray(0, length);
    },
  };
}

/**
 * Parses the text of a stored run.
 *
 * @throws SyncError `checkpoint_unreadable` unless the text is a whole checkpoint: guessing would send users twice.
 */
function parseCheckpoint(text: string): Checkpoint {
  const checkpoint = toMembers(parseJson(text));
  const isWhole =
    checkpoint?.version === 1 &&
    ["runId", "name", "startedAt"].every((key) => typeof checkpoint[key] === "string") &&
    ["batchSize", "mostUsers"].every((key) => Number.isInteger(checkpoint[key])) &&
    ["running", "done", "undoing", "undone"].includes(String(checkpoint.state)) &&
    Array.isArray(checkpoint.batches) &&
    checkpoint.batches.every(isBatch) &&
    (checkpoint.inDoubt === null || isBatch(checkpoint.inDoubt));
  if (isWhole) return checkpoint as unknown as Checkpoint;
  const message = "The checkpoint holds something else than a run of this version. Nothing was sent.";
  throw new SyncError("checkpoint_unreadable", message);
}

function isBatch(value: unknown): boolean {
  const batch = toMembers(value);
  return Number.isInteger(batch?.first) && Number.isInteger(batch?.count) && typeof batch?.hash === "string";
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
