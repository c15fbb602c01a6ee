// The state folder: what each run leaves behind to be resumed, undone and looked up, for its owner alone.
import { randomBytes } from "node:crypto";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { AuditLog } from "../../sync/audit/audit-trail.ts";
import { createFileAuditLog } from "../../sync/audit/file-audit.ts";
import type { CheckpointStore } from "../../sync/checkpoint/checkpoint.ts";
import { createFileCheckpoint } from "../../sync/checkpoint/file-checkpoint.ts";
import { InputError } from "../terminal/cli-errors.ts";

/** One run in the folder. */
export interface StoredRun {
  readonly id: string;
  readonly checkpoint: CheckpointStore;
  readonly audit: AuditLog;
}

/** The runs of a folder. */
export interface StateFolder {
  readonly path: string;
  /** A run that is about to begin. Its guards compare it with the last one of this target that ended well. */
  create(target: string): Promise<StoredRun>;
  /** A run by its id; null is the newest. @throws InputError where there is none. */
  find(id: string | null): Promise<StoredRun>;
}

/**
 * Opens a state folder, which is made where it is missing (mode 0700).
 *
 * @throws InputError where it can't be made.
 */
export async function openState(path: string): Promise<StateFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new InputError("state_unusable", `The state folder ${path} can't be made: ${error.code}.`, { cause: error });
  });
  const open = (id: string): StoredRun => ({
    id,
    checkpoint: createFileCheckpoint(join(path, `${id}${suffix}`)),
    audit: createFileAuditLog({ directory: path }),
  });
  return {
    path,
    async create(target) {
      const run = open(createRunId(new Date()));
      return { ...run, checkpoint: comparedWith(run.checkpoint, await findLastSuccess(path, target)) };
    },
    async find(wanted) {
      const ids = await listRuns(path);
      const id = wanted === null ? ids.at(-1) : ids.find((one) => one === wanted);
      if (id !== undefined) return open(id);
      const known = ids.length === 0 ? "It holds no runs." : `The newest: ${ids.slice(-3).reverse().join(", ")}.`;
      throw new InputError("no_such_run", `There is no run "${wanted ?? "last"}" in ${path}. ${known}`);
    },
  };
}

const suffix = ".checkpoint.json";

/** Sorts by time: 20261121-031500-4f2a. */
function createRunId(now: Date): string {
  const [date = "", time = ""] = now.toISOString().replaceAll(/[-:]/g, "").split(/[T.]/);
  return `${date}-${time}-${randomBytes(2).toString("hex")}`;
}

// Oldest first. A folder that can't be listed is as good as empty: the run itself says what is wrong with it.
async function listRuns(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => []);
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .sort();
}

async function findLastSuccess(path: string, target: string): Promise<CheckpointStore | null> {
  for (const id of (await listRuns(path)).reverse()) {
    const store = createFileCheckpoint(join(path, `${id}${suffix}`));
    // One that can't be read is no run that ended well.
    const run = await store.read().catch(() => null);
    if (run?.target === target && run.state === "done") return store;
  }
  return null;
}

// A new run reads what the one before left, so that its guards know how many users there were; it writes beside it.
function comparedWith(own: CheckpointStore, previous: CheckpointStore | null): CheckpointStore {
  if (!previous) return own;
  return { ...own, read: async () => (await own.read()) ?? (await previous.read()) };
}
