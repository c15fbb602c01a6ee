// A run in a file: replaced whole after every step, and worked on by one process at a time.

import { readText, replaceFile, takeLock } from "../node-files.ts";
import { SyncError } from "../sync-error.ts";
import type { AnsweredBatch, CheckpointStore } from "./checkpoint.ts";
import { parseCheckpoint } from "./read-checkpoint.ts";

/**
 * Keeps a run in a file of its own, which only its owner may read (mode 0600).
 *
 * Beside it stands `<path>.lock` while a process works on the run. The lock of a process of this host that is gone does not count;
 * that of another host does, until somebody deletes the file.
 */
export function createFileCheckpoint(path: string): CheckpointStore {
  const list = createBatchText();

  return {
    async read() {
      const text = await readText(path);
      return text === null ? null : parseCheckpoint(text);
    },
    async write({ batches, ...run }) {
      const head = encode(`${JSON.stringify(run).slice(0, -1)},"batches":[\n`);
      await replaceFile(path, [head, list.toText(batches), encode("\n]}\n")]);
    },
    async lock() {
      const attempt = await takeLock(`${path}.lock`);
      if ("release" in attempt) return attempt.release;
      const { holder } = attempt;
      const who = holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
      const message = `This run is being worked on by ${who}. If that is gone, delete ${path}.lock and try again.`;
      throw new SyncError("checkpoint_locked", message);
    },
  };
}

// The list grows by one batch at a time, up to thousands: what is text already is not made anew each time.
function createBatchText(): { toText(batches: readonly AnsweredBatch[]): Uint8Array } {
  let buffer = new Uint8Array(65_536);
  let length = 0;
  let known: readonly AnsweredBatch[] = [];

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
      const isLonger = known.every((batch, index) => batch === batches[index]);
      if (!isLonger) length = 0;
      for (const batch of isLonger ? batches.slice(known.length) : batches) {
        append(encode(`${length === 0 ? "" : ",\n"}${JSON.stringify(batch)}`));
      }
      known = batches;
      return buffer.subarray(0, length);
    },
  };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
