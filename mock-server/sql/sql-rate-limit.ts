// Limits how often an application may be called, over all processes that use one database.
import { type RawBuilder, sql } from "kysely";
import type { RateLimit, RateLimitOptions } from "../http/rate-limit.ts";
import type { Database } from "./schema.ts";
import { readAgain } from "./sql-failures.ts";

/** The size of a limit that processes share. Its clock is the database's, so that their own need not agree. */
export type SqlRateLimitOptions = Omit<RateLimitOptions, "now">;

/**
 * Creates a token bucket per key in `ieu_rate_limits`. A permitted request costs one statement. Throws
 * StoreUnavailableError where the database can't be reached, so that nothing passes uncounted.
 */
export function createSqlRateLimit(database: Database, options: SqlRateLimitOptions): RateLimit {
  const { requests, seconds, keyOf = () => "" } = options;
  return async (request, appId) => {
    const bucket = { appId, key: keyOf(request, appId), window: seconds, step: seconds / requests };
    if (await readAgain(() => take(database, bucket))) return null;
    return Math.max(1, Math.ceil(await readAgain(() => findWait(database, bucket))));
  };
}

interface Bucket {
  readonly appId: string;
  readonly key: string;
  /** Seconds in which an empty bucket becomes full. */
  readonly window: number;
  /** Seconds for one token. */
  readonly step: number;
}

// A bucket is stored as the time at which it is full again. One token moves that time by a step, at most to a window from now.
async function take(database: Database, { appId, key, window, step }: Bucket): Promise<boolean> {
  const taken = await database
    .insertInto("ieu_rate_limits")
    .values({ app_id: appId, key, full_at: inSeconds(step) })
    .onConflict((conflict) =>
      conflict
        .columns(["app_id", "key"])
        .doUpdateSet({ full_at: sql`greatest(${fullAt(window)}, now()) + ${toInterval(step)}` })
        .where(sql<boolean>`${fullAt(window)} <= ${inSeconds(window - step)}`),
    )
    .returning("app_id")
    .executeTakeFirst();
  return taken !== undefined;
}

async function findWait(database: Database, { appId, key, window, step }: Bucket): Promise<number> {
  const wait = await database
    .selectFrom("ieu_rate_limits")
    .select(sql<string>`extract(epoch from ${fullAt(window)} - ${inSeconds(window - step)})`.as("seconds"))
    .where("app_id", "=", appId)
    .where("key", "=", key)
    .executeTakeFirst();
  return Number(wait?.seconds ?? 0);
}

// Never more than a window away: a clock that is set back must not refuse everybody for as long.
function fullAt(window: number): RawBuilder<Date> {
  return sql<Date>`least(ieu_rate_limits.full_at, ${inSeconds(window)})`;
}

function inSeconds(seconds: number): RawBuilder<Date> {
  return sql<Date>`(now() + ${toInterval(seconds)})`;
}

function toInterval(seconds: number): RawBuilder<unknown> {
  return sql`${seconds}::float8 * interval '1 second'`;
}
