// Implements the durable delta queue with pg-boss: strictly in order per user, enqueued in the caller's own transaction.
import type { UserInput } from "../../contract/user.ts";
import type { Delta, DeltaQueue, EnqueueOptions, NewDelta, SqlTransaction } from "./delta-queue.ts";

/** The options of a queue in pg-boss. */
export interface PgBossQueueOptions {
  /** Started by the host. Its supervision must run in some process, or deltas do not return after a crash. */
  readonly boss: PgBossPort;
  /** @default "ieu-deltas" */
  readonly queue?: string | undefined;
  /** Queue of users that can't be sent in any request. @default the queue's name and "-refused" */
  readonly deadLetter?: string | undefined;
  /** Seconds after its last heartbeat when a process counts as dead; at least 60. @default 60 */
  readonly heartbeatSeconds?: number | undefined;
}

/** The data of a job. The user is a JSON text, because a jsonb column stores neither a NUL nor a lone surrogate. */
interface DeltaData {
  readonly user: string;
  readonly enqueuedAt: number;
  readonly version: number | null;
}

/** Ten years: waiting deltas must never be deleted because a server was out of reach. */
const retentionSeconds = 10 * 365 * 86_400;
/** One day: sent users need not stay in the database. */
const deleteAfterSeconds = 86_400;
/** A month: a process that died is replaced sooner. */
const noteSeconds = 30 * 86_400;
/** So many that crashes never make pg-boss give up on a user. */
const retryLimit = 1_000_000;
const policy = "key_strict_fifo";

/**
 * Creates a queue in pg-boss, and the two pg-boss queues where they are missing.
 *
 * @throws TypeError when the queue exists with another policy than `key_strict_fifo`, which pg-boss can't change
 */
export async function createPgBossQueue(options: PgBossQueueOptions): Promise<DeltaQueue> {
  const { boss, queue = "ieu-deltas", deadLetter = `${queue}-refused`, heartbeatSeconds = 60 } = options;
  if (!(heartbeatSeconds >= 60)) throw new TypeError("heartbeatSeconds must be 60 or more.");
  const notes = `${queue}-batches`;
  await ensureQueues(boss, { queue, deadLetter, notes }, heartbeatSeconds);
  return {
    durable: true,
    enqueue: (delta, enqueueOptions = {}) => enqueue(boss, queue, delta, enqueueOptions),
    async take(limit) {
      const jobs = await boss.fetch<DeltaData>(queue, { batchSize: limit, includeMetadata: true });
      // pg-boss fetches jobs in no particular order.
      return [...jobs].sort(byAge).map(toDelta);
    },
    keep: (ids) => settle(boss.touch(queue, [...ids])),
    complete: (ids) => settle(boss.complete(queue, [...ids])),
    release: (ids, reason) => settle(boss.fail(queue, [...ids], { reason })),
    async bury(deltas, reason) {
      const jobs = deltas.map((delta) => ({
        id: toBurialId(delta.id),
        singletonKey: delta.key,
        data: { ...toData(delta), reason },
      }));
      await boss.insert(deadLetter, jobs);
      await boss.complete(
        queue,
        deltas.map(({ id }) => id),
      );
    },
    async size() {
      const [stats] = await boss.getQueueStats(queue, { force: true });
      return stats?.queuedCount ?? 0;
    },
    async writeNote(batch, note) {
      await boss.insert(notes, [{ id: toNoteId(batch), data: { note } }]);
    },
    async readNote(batch) {
      const [job] = await boss.findJobs<{ readonly note?: unknown } | null>(notes, { id: toNoteId(batch) });
      return typeof job?.data?.note === "string" ? job.data.note : null;
    },
  };
}

interface QueueNames {
  readonly queue: string;
  readonly deadLetter: string;
  /** Holds what is known about batches before they are sent. Its jobs are never fetched. */
  readonly notes: string;
}

async function ensureQueues(
  boss: PgBossPort,
  { queue, deadLetter, notes }: QueueNames,
  heartbeatSeconds: number,
): Promise<void> {
  const known = await boss.getQueue(queue);
  if (known && known.policy !== policy) {
    throw new TypeError(`The pg-boss queue ${queue} has the policy ${known.policy}; deltas need ${policy}.`);
  }
  const limits = { retentionSeconds, retryLimit, deleteAfterSeconds };
  if (!known) await boss.createQueue(queue, { policy, ...limits, retryDelay: 0, heartbeatSeconds });
  if (!(await boss.getQueue(deadLetter))) await boss.createQueue(deadLetter, limits);
  if (!(await boss.getQueue(notes))) await boss.createQueue(notes, { ...limits, retentionSeconds: noteSeconds });
}

// `all`, because a state that was released after a failure is outdated too.
async function enqueue(boss: PgBossPort, queue: string, delta: NewDelta, { db }: EnqueueOptions): Promise<void> {
  const connection = db ? { db } : {};
  if (delta.version !== null) {
    const waiting = await boss.findJobs<DeltaData>(queue, { key: delta.key, queued: true, ...connection });
    const { version } = delta;
    if (waiting.some(({ data }) => data.version !== null && data.version > version)) return;
  }
  await boss.upsert(queue, toData(delta), { singletonKey: delta.key, match: "all", ...connection });
}

function toData({ user, enqueuedAt, version }: NewDelta): DeltaData {
  return { user: JSON.stringify(user), enqueuedAt, version };
}

function toDelta({ id, data, singletonKey, retryCount }: PgBossJob<Partial<DeltaData> | null>): Delta {
  const { user, enqueuedAt = 0, version = null } = data ?? {};
  const time = isTime(enqueuedAt) ? enqueuedAt : 0;
  return { id, key: singletonKey ?? "", user: parseUser(user), enqueuedAt: time, version, attempt: retryCount + 1 };
}

// The same for the same job, so that a repetition after a crash inserts nothing twice; different from the id of the job, because the
// redrive of pg-boss deletes by id alone, in any queue.
function toBurialId(id: string): string {
  return id.replace(/^./, (digit) => (Number.parseInt(digit, 16) ^ 8).toString(16));
}

// A UUID of the first 32 digits of the hash, so that the same batch has one note.
function toNoteId(batch: string): string {
  return batch.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

// A job inserted by other software must not block the queue: it becomes an empty user, which the server refuses.
function parseUser(text = ""): UserInput {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

// A batch is named after its newest time, which must be valid.
function isTime(value: unknown): boolean {
  return typeof value === "number" && !Number.isNaN(new Date(value).getTime());
}

function byAge(one: PgBossJob<DeltaData>, other: PgBossJob<DeltaData>): number {
  return one.createdOn.getTime() - other.createdOn.getTime() || (one.id < other.id ? -1 : 1);
}

async function settle(command: Promise<unknown>): Promise<void> {
  await command;
}

/** A job as pg-boss returns it. */
export interface PgBossJob<Data> {
  readonly id: string;
  readonly data: Data;
  readonly singletonKey: string | null;
  readonly createdOn: Date;
  /** How often it was fetched before. */
  readonly retryCount: number;
}

/** The settings of a pg-boss queue, times in seconds. */
export interface PgBossQueueSettings {
  policy?: string;
  retentionSeconds: number;
  retryLimit: number;
  deleteAfterSeconds: number;
  retryDelay?: number;
  heartbeatSeconds?: number;
}

/** The functions of pg-boss in use, so that it need not be installed: a started `PgBoss` of version 12.34 or later 12. */
export interface PgBossPort {
  getQueue(name: string): Promise<{ readonly policy?: string } | null>;
  createQueue(name: string, settings: PgBossQueueSettings): Promise<unknown>;
  upsert(
    name: string,
    data: object,
    options: { singletonKey: string; match: "all"; db?: SqlTransaction },
  ): Promise<unknown>;
  findJobs<Data>(
    name: string,
    options: { key: string; queued: true; db?: SqlTransaction } | { id: string },
  ): Promise<readonly { readonly data: Data }[]>;
  fetch<Data>(name: string, options: { batchSize: number; includeMetadata: true }): Promise<readonly PgBossJob<Data>[]>;
  touch(name: string, ids: string[]): Promise<unknown>;
  complete(name: string, ids: string[]): Promise<unknown>;
  fail(name: string, ids: string[], data: object): Promise<unknown>;
  insert(name: string, jobs: { id: string; singletonKey?: string; data: object }[]): Promise<unknown>;
  getQueueStats(name: string, options: { force: true }): Promise<readonly { readonly queuedCount: number }[]>;
}
