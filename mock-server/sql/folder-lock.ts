// Locks a folder for one process at a time: two PGlites in one folder overwrite each other's imports without an error.
import { Buffer } from "node:buffer";
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { FolderInUseError } from "./sql-failures.ts";

/** The process that holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** ISO 8601 in UTC. */
  readonly since: string;
  /** Identifies the start of the process, only to be compared; null where the system does not provide it. */
  readonly start: string | null;
}

/** The name of the lock in its folder. */
const lockName = "ieu-server.lock";

/**
 * Locks a folder, which is created if it is missing, and returns how to release it. The lock of a dead process is taken over.
 *
 * @throws FolderInUseError when another process holds it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  // Resolved, so that every path to a folder leads to the same lock.
  const path = join(await realpath(folder), lockName);
  if (await take(path)) return () => release(path);
  throw new FolderInUseError(folder, describe(await readHolder(path)), path);
}

// Locks held by this process. Without start times, a restarted container may have the pid of the process before it.
const held = new Set<string>();

async function take(path: string): Promise<boolean> {
  if (await claim(path)) return true;
  const holder = await readHolder(path);
  if (!holder || !(await isGone(holder, path))) return false;
  // Only one process takes over at a time: a second one would delete the lock that the first has just created. The takeover
  // is locked in the same way, so that a process killed during it does not block the others for good.
  const takeover = `${path}.takeover`;
  if (!(await take(takeover))) return false;
  try {
    if (isSame(holder, await readHolder(path))) await rm(path, { force: true });
    return await claim(path);
  } finally {
    await release(takeover);
  }
}

// Links to a file that is already complete, so that no process reads half a lock.
async function claim(path: string): Promise<boolean> {
  const start = (await readProcess(process.pid))?.start ?? null;
  const holder: Holder = { pid: process.pid, host: hostname(), since: new Date().toISOString(), start };
  const complete = `${path}.${randomUUID()}.tmp`;
  await writeFile(complete, Buffer.from(JSON.stringify(holder)), { mode: 0o600 });
  try {
    await link(complete, path);
    held.add(path);
    return true;
  } catch (error) {
    if (hasErrno(error, "EEXIST")) return false;
    throw error;
  } finally {
    await rm(complete, { force: true });
  }
}

async function release(path: string): Promise<void> {
  held.delete(path);
  await rm(path, { force: true });
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const { pid, host, since, start = null } = JSON.parse(await readFile(path, "utf8")) as Partial<Holder>;
    if (typeof pid !== "number" || typeof host !== "string") return null;
    return { pid, host, since: String(since), start };
  } catch {
    return null;
  }
}

function isSame(one: Holder, other: Holder | null): boolean {
  return other !== null && JSON.stringify(one) === JSON.stringify(other);
}

function describe(holder: Holder | null): string {
  return holder ? `process ${holder.pid} on ${holder.host} since ${holder.since}` : "another process";
}

// A process on another host can't be checked, so its lock stays.
async function isGone({ pid, host, start }: Holder, path: string): Promise<boolean> {
  if (host !== hostname() || !(pid > 0)) return false;
  const now = await readProcess(pid);
  if (now?.isDead) return true;
  // Another process may have got the number of a dead one.
  if (now && start !== null) return now.start !== start;
  if (pid === process.pid) return !held.has(path);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    // EPERM means that the process is alive and belongs to another user.
    return hasErrno(error, "ESRCH");
  }
}

interface ProcessState {
  readonly isDead: boolean;
  readonly start: string;
}

// The state of a process from Linux's /proc; null on other systems, and for a process that does not exist.
async function readProcess(pid: number): Promise<ProcessState | null> {
  try {
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The program's name is in brackets and may contain anything. Field 3 is the state, field 22 the start time.
    const [state, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { isDead: state === "Z" || state === "X", start: `${boot} ${rest[18]}` };
  } catch {
    return null;
  }
}

function hasErrno(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
