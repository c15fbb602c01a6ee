// Manages the state folder: checkpoint, audit log and manifest of each run, readable by its owner only.
import { randomBytes } from "node:crypto";
import { access, chmod, constants, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createFileAuditLog } from "../../sync/audit/file-audit.ts";
import type { CheckpointStore } from "../../sync/checkpoint/checkpoint.ts";
import { createFileCheckpoint } from "../../sync/checkpoint/file-checkpoint.ts";
import { isOwnersOnly } from "../../sync/node-files.ts";
import { InputError } from "../terminal/terminal.ts";

/** One run in the folder. */
export interface StoredRun {
  readonly id: string;
  readonly checkpoint: CheckpointStore;
  readonly audit: ReturnType<typeof createFileAuditLog>;
  /** The paths of its files, the checkpoint first. */
  readonly files: readonly string[];
}

/** What a run is: one of `sync` or of `reconcile`. */
type RunKind = "sync" | "reconcile";

/** The runs of a folder. */
export interface StateFolder {
  /** False for a folder that is only read and is not there. */
  readonly exists: boolean;
  /** Creates a run. Its guards compare it with the last successful run of this target. */
  create(target: string): Promise<StoredRun>;
  /** Finds a run by its id; null finds the newest, of this kind where one is given. @throws InputError if there is none. */
  find(id: string | null, kind?: RunKind): Promise<StoredRun>;
  /** The ids of all runs, oldest first. */
  list(): Promise<readonly string[]>;
  open(id: string): StoredRun;
  /** The bytes of a run's files. */
  size(id: string): Promise<number>;
}

/**
 * Opens a state folder; creates it (mode 0700) if it is missing, and takes an existing one from everybody but its owner.
 *
 * @param warn prints a line about a folder that was, or still is, open to others, and about a run that can't be read
 * @param isCreated false to leave a missing folder missing
 * @throws InputError if it can't be created.
 */
export async function openState(path: string, warn: (line: string) => void, isCreated = true): Promise<StateFolder> {
  if (isCreated) await mkdir(path, { recursive: true, mode: 0o700 }).catch((error) => refuse(path, "created", error));
  const found = await stat(path).catch(() => null);
  if (found && !found.isDirectory()) throw new InputError("state_unusable", `--state ${path} is no folder.`);
  if (found) {
    await narrow(path, warn);
    await ignoreInGit(path);
  }
  const open = (id: string): StoredRun => ({
    id,
    checkpoint: createFileCheckpoint(join(path, `${id}${suffix}`)),
    audit: createFileAuditLog({ directory: path }),
    files: [suffix, ".ndjson", ".manifest.json"].map((end) => join(path, `${id}${end}`)),
  });
  return {
    exists: found !== null,
    open,
    list: () => listRuns(path),
    async size(id) {
      const sizes = open(id).files.map((file) =>
        stat(file).then(
          ({ size }) => size,
          () => 0,
        ),
      );
      return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    },
    async create(target) {
      await access(path, constants.W_OK).catch(({ code }: NodeJS.ErrnoException) => {
        throw new InputError("state_unusable", `The state folder ${path} can't be written: ${code}. Nothing was sent.`);
      });
      const run = open(createRunId(new Date(), (await listRuns(path)).at(-1)));
      return { ...run, checkpoint: comparedWith(run.checkpoint, await findLastSuccess(path, target, warn)) };
    },
    async find(wanted, kind) {
      const ids = await listRuns(path);
      const id = wanted === null ? await findNewest(ids, open, kind) : ids.find((one) => one === wanted);
      if (id !== undefined) return open(id);
      const none = found ? "The folder contains no runs." : "There is no such folder.";
      const newest = ids.length === 0 ? none : `Newest: ${ids.slice(-3).reverse().join(", ")}.`;
      throw new InputError("no_such_run", `There is no run "${wanted ?? "last"}" in ${path}. ${newest}`);
    },
  };
}

const suffix = ".checkpoint.json";
const ownName = /\.(?:checkpoint\.json|manifest\.json|ndjson)(?:\.[\w.-]+)?$|^\.gitignore$/;

// Runs hold ids of users and masked emails, which nobody wants to commit. A folder with other files keeps its own rules.
async function ignoreInGit(path: string): Promise<void> {
  const names = await readdir(path).catch(() => ["?"]);
  if (!names.every((name) => ownName.test(name)) || names.includes(".gitignore")) return;
  await writeFile(join(path, ".gitignore"), "*\n", { mode: 0o600, flag: "wx" }).catch(() => {});
}

// A folder with other files, such as the working directory, is not ours to close; it is dangerous only if others may write there.
async function narrow(path: string, warn: (line: string) => void): Promise<void> {
  const stats = await stat(path).catch(() => null);
  if (!stats || isOwnersOnly(stats)) return;
  const mode = `0${(stats.mode & 0o777).toString(8)}`;
  const isOwn = (await readdir(path).catch(() => ["?"])).every((name) => ownName.test(name));
  const isNarrowed =
    isOwn &&
    (await chmod(path, stats.mode & 0o700).then(
      () => true,
      () => false,
    ));
  if (isNarrowed) warn(`The state folder ${path} was open to others (mode ${mode}). Now only its owner can use it.`);
  else if (isOwn) warn(`The state folder ${path} is open to others (mode ${mode}), and that can't be changed.`);
  else if (stats.mode & 0o022) {
    warn(`The state folder ${path} can be changed by others (mode ${mode}). Use a folder of its own for --state.`);
  }
}

// Sorts by time, such as 20261121-031500-4f2a, and behind every earlier run, also in the same second or after a clock was set
// back: "last" is the newest by its id.
function createRunId(now: Date, newest: string | undefined): string {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(newest ?? "") ?? [];
  const [year = 0, month = 1, day, hour, minute, second = 0] = parts.map(Number);
  const earliest = parts.length === 0 ? 0 : Date.UTC(year, month - 1, day, hour, minute, second + 1);
  const at = new Date(Math.max(now.getTime(), earliest));
  const [date = "", time = ""] = at.toISOString().replaceAll(/[-:]/g, "").split(/[T.]/);
  return `${date}-${time}-${randomBytes(2).toString("hex")}`;
}

function refuse(path: string, what: string, cause: NodeJS.ErrnoException): never {
  const text = cause.code === "EEXIST" ? "is no folder." : `can't be ${what}: ${cause.code}.`;
  throw new InputError("state_unusable", `The state folder ${path} ${text}`, { cause });
}

// Oldest first; none in a folder that is not there.
async function listRuns(path: string): Promise<string[]> {
  const names = await readdir(path).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOENT" ? [] : refuse(path, "read", error),
  );
  return names
    .filter((name) => name.endsWith(suffix))
    .map((name) => name.slice(0, -suffix.length))
    .sort();
}

// An unreadable checkpoint is taken, so that the command says what is wrong with it.
async function findNewest(
  ids: readonly string[],
  open: (id: string) => StoredRun,
  kind: RunKind | undefined,
): Promise<string | undefined> {
  for (const id of [...ids].reverse()) {
    const run =
      kind === undefined
        ? null
        : await open(id)
            .checkpoint.read()
            .catch(() => null);
    if (run === null || (run.kind ?? "sync") === kind) return id;
  }
  return undefined;
}

async function findLastSuccess(
  path: string,
  target: string,
  warn: (line: string) => void,
): Promise<CheckpointStore | null> {
  for (const id of (await listRuns(path)).reverse()) {
    const store = createFileCheckpoint(join(path, `${id}${suffix}`));
    // An unreadable checkpoint doesn't count as a successful run.
    const run = await store.read().catch(() => {
      warn(
        `The run ${id} in ${path} can't be read. The number of users is compared with that of an older run, if any.`,
      );
      return null;
    });
    if (run?.target === target && run.state === "done") return store;
  }
  return null;
}

// A new run first reads the checkpoint of the previous one, so that its guards know the number of users; it writes its own.
function comparedWith(own: CheckpointStore, previous: CheckpointStore | null): CheckpointStore {
  if (!previous) return own;
  return { ...own, read: async () => (await own.read()) ?? (await previous.read()) };
}
