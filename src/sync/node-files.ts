// Reads, replaces, appends to and locks files with the modules of Node, safely across crashes and readable by their owner only.
import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { type FileHandle, link, lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import process from "node:process";

const ownerOnly = 0o600;

/** Reads the text of a file; null where there is none. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

/** Replaces a file atomically: a reader, also after a crash, finds either the whole old text or the whole new one. */
export async function replaceFile(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const next = `${path}.${randomUUID()}.tmp`;
  try {
    await writeNew(next, parts);
    await rename(next, path);
  } catch (error) {
    await rm(next, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
}

/**
 * Opens a file to append to it, as a new one in the place of the old: readable by its owner only, whatever the old one was, and
 * no other name of the old one shows what is written. A device is opened as it is.
 *
 * @param keepsText false to begin with an empty file
 * @throws Error with the code `ELOOP` for a symbolic link.
 */
export async function openInPlace(path: string, keepsText: boolean): Promise<FileHandle> {
  const old = await refuseLink(path);
  if (old && !old.isFile()) return open(path, "a+");
  if (old && keepsText && isOwnersOnly(old)) return open(path, "a+");
  const next = `${path}.${randomUUID()}.tmp`;
  const file = await open(next, "ax+", ownerOnly);
  try {
    if (old && keepsText) for await (const chunk of createReadStream(path)) await file.appendFile(chunk);
    await rename(next, path);
    return file;
  } catch (error) {
    await file.close();
    await rm(next, { force: true });
    throw error;
  }
}

// The facts of the file; null where there is none. Whoever may write in the folder could lead a link to any file.
async function refuseLink(path: string): Promise<Stats | null> {
  const found = await lstat(path).catch((error: unknown) => {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  });
  if (!found?.isSymbolicLink()) return found;
  throw Object.assign(new Error(`${path} is a symbolic link. Name the file itself.`), { code: "ELOOP" });
}

/** True if only the owner may read or write. Windows has no such modes. */
export function isOwnersOnly({ mode }: Pick<Stats, "mode">): boolean {
  return process.platform === "win32" || (mode & 0o077) === 0;
}

/** Appends to an existing file; resolves once the text would survive a crash of the machine. */
export async function appendSafely(path: string, text: string): Promise<void> {
  const file = await open(path, "a", ownerOnly);
  try {
    await file.appendFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}

/** A file that is only appended to. */
export interface GrowingFile {
  append(text: string): Promise<void>;
  /** Resolves once the appended text would survive a crash of the machine. */
  close(): Promise<void>;
}

/**
 * Opens a file to append to it, and takes it from everybody but its owner. Missing directories are created, accessible by
 * their owner only.
 *
 * @throws Error with the code `ELOOP` for a symbolic link.
 */
export async function openToAppend(path: string): Promise<GrowingFile> {
  await refuseLink(path);
  const file = await openIn(path, "a+");
  if (!isOwnersOnly(await file.stat())) await file.chmod(ownerOnly);
  await endLine(file);
  // A full disk may have taken half a text, which the next one must not continue.
  let isBroken = false;
  return {
    async append(text) {
      try {
        await file.appendFile(isBroken ? `\n${text}` : text);
        isBroken = false;
      } catch (error) {
        isBroken = true;
        throw error;
      }
    },
    async close() {
      await file.sync().finally(() => file.close());
    },
  };
}

async function openIn(path: string, flags: string): Promise<FileHandle> {
  try {
    return await open(path, flags, ownerOnly);
  } catch (error) {
    if (!hasCode(error, "ENOENT")) throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    return open(path, flags, ownerOnly);
  }
}

// A crash may have left half a line, which the next text must not continue.
async function endLine(file: FileHandle): Promise<void> {
  const { size } = await file.stat();
  if (size === 0) return;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  if (buffer[0] !== 0x0a) await file.appendFile("\n");
}

/** The process that holds a lock. */
interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
}

/** A lock that was taken, or a text that names the process that holds it. */
export type LockAttempt = { readonly release: () => Promise<void> } | { readonly holder: string };

/** Takes a lock file. The lock of a dead process of this host is taken over. */
export async function takeLock(path: string): Promise<LockAttempt> {
  if (await claim(path)) return { release: () => release(path) };
  const holder = await readHolder(path);
  if (!holder || !isGone(holder, path)) return { holder: toHolderText(holder) };
  // Only one process may take over at a time, or a second one would delete the lock that the first one has just created. The
  // takeover has a lock of its own kind, so that a process killed during it does not block the others for good.
  const takeover = await takeLock(`${path}.takeover`);
  if (!("release" in takeover)) return { holder: toHolderText(holder) };
  try {
    const still = await readHolder(path);
    if (still && still.since === holder.since && still.pid === holder.pid) await rm(path, { force: true });
    if (await claim(path)) return { release: () => release(path) };
    return { holder: toHolderText(await readHolder(path)) };
  } finally {
    await takeover.release();
  }
}

// Locks held by this process. A restarted container may have the same pid as before.
const held = new Set<string>();

// Links to a file that is already complete, so that no process reads a half-written lock.
async function claim(path: string): Promise<boolean> {
  const holder: LockHolder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  const ready = `${path}.${randomUUID()}.tmp`;
  await writeNew(ready, [Buffer.from(JSON.stringify(holder))]);
  try {
    await link(ready, path);
    held.add(path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(ready, { force: true });
  }
}

async function release(path: string): Promise<void> {
  held.delete(path);
  await rm(path, { force: true });
}

async function readHolder(path: string): Promise<LockHolder | null> {
  try {
    const { pid, host, since } = JSON.parse((await readText(path)) ?? "");
    return { pid: Number(pid), host: String(host), since: String(since) };
  } catch {
    return null;
  }
}

function toHolderText(holder: LockHolder | null): string {
  return holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
}

function isGone({ pid, host }: LockHolder, path: string): boolean {
  if (host !== hostname() || !(pid > 0)) return false;
  if (pid === process.pid) return !held.has(path);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM means that the process is alive and belongs to another user.
    return hasCode(error, "ESRCH");
  }
}

async function writeNew(path: string, parts: readonly Uint8Array[]): Promise<void> {
  const file = await openIn(path, "wx");
  try {
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    const { bytesWritten } = await file.writev(parts);
    // On a nearly full disk only a part may be written, and the second write then fails.
    if (bytesWritten < length) await file.writeFile(Buffer.concat(parts).subarray(bytesWritten));
    await file.sync();
  } finally {
    await file.close();
  }
}

// A rename survives a crash only once its directory is synced. Windows has no such call.
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  await directory.sync().finally(() => directory.close());
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
