// The durable queue: pg-boss on PostgreSQL, strictly in order per user, enqueued in the caller's own transaction.
import type { UserInput } from "../../contract/user.ts";
import type { Delta, DeltaQueue, EnqueueOptions, NewDelta } from "./delta-queue.ts";
import type { PgBossJob, PgBossPort } from "./pg-boss-port.ts";

/** Which pg-boss, and which of its queues. */
export interface PgBossQueueOptions {
  /** Started by the host; its supervision must run somewhere, or nothing returns after a crash. */
  readonly boss: PgBossPort;
  /** @default "ieu-deltas" */
  readonly queue?: string | undefined;
  /** Where users wait that no request can carry. @default the queue's name and "-refused" */
  readonly deadLetter?: string | undefined;
  /** How long after its last sign of life a process counts as dead, in seconds; at least 60. @default 60 */
  readonly heartbeatSeconds?: number | undefined;
}

/** What waits in a job. The user is a JSON text: a jsonb column takes neither a NUL nor a lone surrogate. */
interface DeltaData {
  readonly user: string;
  readonly enqueuedAt: number;
  readonly version: number | null;
}

/** Ten years: what waits is never thrown away because a server was out of reach. */
const retentionSeconds = 10 * 365 * 86_400;
/** One day: users who were sent need not stay in the database. */
const deleteAfterSeconds = 86_400;
/** A crash is no reason to give a user up. */
const retryLimit = 1_000_000;
const policy = "key_strict_fifo";

/**
 * A queue in pg-boss. Makes the two pg-boss queues where they are missing.
 *
 * @throws TypeError when the queue exists with another policy than `key_strict_fifo`, which pg-boss can't change
 */
export async function createPgBossQueue(options: PgBossQueueOptions): Promise<DeltaQueue> {
  const { boss, queue = "ieu-deltas", deadLetter = `${queue}-refused`, heartbeatSeconds = 60 } = options;
  if (!(heartbeatSeconds >= 60)) throw new TypeError("heartbeatSeconds must be 60 or more.");
  await ensureQueues(boss, queue, deadLetter, heartbeatSeconds);
  return {
    durable: true,
    enqueue: (delta, enqueueOptions = {}) => enqueue(boss, queue, delta, enqueueOptions),
    async take(limit) {
      const jobs = await boss.fetch<DeltaData>(queue, { batchSize: limit, includeMetadata: true });
      // The statement that hands them out gives no order.
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
  };
}

async function ensureQueues(boss: PgBossPort, queue: string, deadLetter: string, heartbeatSeconds: number) {
  const known = await boss.getQueue(queue);
  if (known && known.policy !== policy) {
    throw new TypeError(`The pg-boss queue ${queue} has the policy ${known.policy}; deltas need ${policy}.`);
  }
  const kept = { retentionSeconds, retryLimit, deleteAfterSeconds };
  if (!known) await boss.createQueue(queue, { policy, ...kept, retryDelay: 0, heartbeatSeconds });
  if (!(await boss.getQueue(deadLetter))) await boss.createQueue(deadLetter, kept);
}

// `all`, because a state that came back after a failure is out of date too.
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

// Always the same for a job, so that a repetition after a crash puts nobody there twice; and another than the job's own, because
// pg-boss's redrive deletes by the id alone, whatever the queue.
function toBurialId(id: string): string {
  return id.replace(/^./, (digit) => (Number.parseInt(digit, 16) ^ 8).toString(16));
}

// A job that somebody else put here must not hold up everybody: the server refuses it as a user without anything.
function parseUser(text = ""): UserInput {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

// A batch is named after its newest time, and there is no name for a time that is none.
function isTime(value: unknown): boolean {
  return typeof value === "number" && !Number.isNaN(new Date(value).getTime());
}

function byAge(one: PgBossJob<DeltaData>, other: PgBossJob<DeltaData>): number {
  return one.createdOn.getTime() - other.createdOn.getTime() || (one.id < other.id ? -1 : 1);
}

async function settle(command: Promise<unknown>): Promise<void> {
  await command;
}
