// A run in a file: replaced whole after every step, and worked on by one process at a time.
import type { AnsweredBatch, CheckpointStore } from "./checkpoint.ts";
import { SyncError } from "./failure.ts";
import { readText, replaceFile, takeLock } from "./files.ts";
import { parseCheckpoint } from "./read-checkpoint.ts";

/**
 * Keeps a run in a file of its own, which only its owner may read (mode 0600).
 *
 * Beside it stands `<path>.lock` while a process works on the run. The lock of a process of this host that is gone does not count;
 * that of another host does, until somebody deletes the file.
 */
export function createFileCheckpoint(path: string): CheckpointStore {
  // Batches never change once they are answered: each is made text once, not again with every further batch.
  const texts = new WeakMap<AnsweredBatch, Uint8Array>();

  function toText(batch: AnsweredBatch): Uint8Array {
    const text = texts.get(batch) ?? encode(JSON.stringify(batch));
    texts.set(batch, text);
    return text;
  }

  return {
    async read() {
      const text = await readText(path);
      return text === null ? null : parseCheckpoint(text);
    },
    async write({ batches, ...run }) {
      const head = encode(`${JSON.stringify(run).slice(0, -1)},"batches":[\n`);
      const lines = batches.flatMap((batch, index) => (index === 0 ? [toText(batch)] : [comma, toText(batch)]));
      await replaceFile(path, [head, ...lines, encode("\n]}\n")]);
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

const comma = encode(",\n");

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
