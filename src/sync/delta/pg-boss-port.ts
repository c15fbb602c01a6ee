// The part of pg-boss that is used, so that nobody has to install it who brings another queue.
import type { SqlTransaction } from "./delta-queue.ts";

/** A job as pg-boss hands it out. */
export interface PgBossJob<Data> {
  readonly id: string;
  readonly data: Data;
  readonly singletonKey: string | null;
  readonly createdOn: Date;
  /** How often it was handed out before. */
  readonly retryCount: number;
}

/** What a pg-boss queue is created with, in seconds. */
export interface PgBossQueueSettings {
  policy?: string;
  retentionSeconds: number;
  retryLimit: number;
  deleteAfterSeconds: number;
  retryDelay?: number;
  heartbeatSeconds?: number;
}

/** A started `PgBoss` of version 12.34 or later 12. */
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
    options: { key: string; queued: true; db?: SqlTransaction },
  ): Promise<readonly { readonly data: Data }[]>;
  fetch<Data>(name: string, options: { batchSize: number; includeMetadata: true }): Promise<readonly PgBossJob<Data>[]>;
  touch(name: string, ids: string[]): Promise<unknown>;
  complete(name: string, ids: string[]): Promise<unknown>;
  fail(name: string, ids: string[], data: object): Promise<unknown>;
  insert(name: string, jobs: { id: string; singletonKey: string; data: object }[]): Promise<unknown>;
  getQueueStats(name: string, options: { force: true }): Promise<readonly { readonly queuedCount: number }[]>;
}
