// Writes a long pipe to a private temporary file, so that it can be read several times like a file on disk.
import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { InputError } from "../terminal/terminal.ts";
import { type OpenFile, toVersion } from "./open-file.ts";

/** A pipe that was read to its end. */
export interface SpooledFile {
  readonly file: OpenFile;
  /** Frees the space on disk. */
  close(): Promise<void>;
}

/**
 * Reads a pipe to its end. One with `least` bytes or more goes to a file in the folder for temporary files that only its owner may
 * read (mode 0600), a smaller one stays in memory.
 *
 * The file has a name only while it is created: its space is freed with the process, even one that is killed.
 *
 * @throws InputError `spool_unwritable` where there is no room, or no folder.
 */
export async function spoolPipe(pipe: OpenFile, least: number, signal: AbortSignal): Promise<SpooledFile> {
  const beginning: Uint8Array[] = [];
  let size = 0;
  let handle: FileHandle | null = null;
  try {
    for await (const chunk of pipe.bytes) {
      size += chunk.length;
      if (!handle && size < least) {
        beginning.push(chunk);
        continue;
      }
      handle ??= await createNameless(beginning.splice(0));
      await store(handle, chunk);
    }
  } catch (error) {
    await handle?.close();
    throw error;
  }
  return handle
    ? toStoredFile(pipe, handle, size, signal)
    : { file: toFileInMemory(pipe, beginning), async close() {} };
}

function toFileInMemory(pipe: OpenFile, chunks: readonly Uint8Array[]): OpenFile {
  return { ...pipe, bytes: toIterable(chunks) };
}

async function* toIterable(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function toStoredFile(pipe: OpenFile, handle: FileHandle, size: number, signal: AbortSignal): SpooledFile {
  const stored = {
    read: () => readFromBeginning(handle, signal),
    version: async () => toVersion(await handle.stat({ bigint: true })),
  };
  return { file: { ...pipe, size, bytes: stored.read(), stored }, close: () => handle.close() };
}

const chunkSize = 64 * 1024;

async function* readFromBeginning(handle: FileHandle, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; ) {
    signal.throwIfAborted();
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(chunkSize), 0, chunkSize, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}

async function createNameless(chunks: readonly Uint8Array[]): Promise<FileHandle> {
  const path = join(tmpdir(), `import-existing-users-${randomUUID()}`);
  const handle = await open(path, "wx+", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw toUnwritable(error);
  });
  try {
    await rm(path, { force: true });
    for (const chunk of chunks) await store(handle, chunk);
    return handle;
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function store(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  await handle.writeFile(chunk).catch((error: NodeJS.ErrnoException) => {
    throw toUnwritable(error);
  });
}

function toUnwritable(error: NodeJS.ErrnoException): InputError {
  const reason = error.code === "ENOSPC" ? "the disk is full (ENOSPC)" : (error.code ?? error.message);
  const advice =
    "Make room there, name another folder in the environment variable TMPDIR, or pipe NDJSON, which is not stored.";
  const message = `Standard input is stored in ${tmpdir()} while it is read, and can't be written there: ${reason}. ${advice}`;
  return new InputError("spool_unwritable", message, { cause: error });
}
