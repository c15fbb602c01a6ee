// What a run is given: users, and how to send them.
import type { UserInput } from "../../contract/user.ts";
import type { AuditLog } from "../audit/audit-trail.ts";
import type { CheckpointStore } from "../checkpoint/checkpoint.ts";
import type { AlertOptions } from "../report/alerts.ts";
import type { GuardOptions } from "../report/guards.ts";
import type { UserOutcome } from "../report/outcome.ts";
import type { SyncProgress } from "../report/sync-report.ts";

/** Users from anywhere: an array, a generator, a stream of Node or the web, a cursor of a database. Read only as fast as they are sent. */
export type SyncInput = Iterable<UserInput> | AsyncIterable<UserInput>;

/** How to run. */
export interface SyncOptions {
  /** What the run's sources are called: `<name> (3/25)`, or `<name> (3)` without a `total`. At most 170 UTF-16 units. */
  readonly name: string;
  /** What is written to, such as `https://portal.example.com app_123`: a checkpoint of another target is refused. */
  readonly target?: string | undefined;
  /**
   * Names the run, 8 to 100 printable ASCII characters: two runs of one id and the same users are one run, for a server with idempotency keys.
   *
   * @default a new one; the checkpoint's when resuming
   */
  readonly runId?: string | undefined;
  /** Users of the whole input, where known. An input that ends before it ends the run as `input_incomplete`. */
  readonly total?: number | undefined;
  /** Users per request, 1 to 10,000; the guide recommends 500 to 2,000. A server that finds a request too large gets halves. @default 1_000 */
  readonly batchSize?: number | undefined;
  /** Judges every user and saves nothing; ends with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run; what was sent stays, and the rest can be resumed. */
  readonly signal?: AbortSignal | undefined;
  /** Remembers the run, so that it can be resumed or undone. @default none */
  readonly checkpoint?: CheckpointStore | undefined;
  /** Goes on with the checkpoint's run if that is not finished; else begins a new one. @default false */
  readonly resume?: boolean | undefined;
  readonly guards?: GuardOptions | undefined;
  readonly alerts?: AlertOptions | undefined;
  readonly audit?: AuditLog | undefined;
  /**
   * Most further attempts that the run may have saved up. Each costs one, each answered batch gives a fifth back; when none is left, a
   * request that fails ends the run, which can be resumed.
   *
   * @default 20
   */
  readonly retryQuota?: number | undefined;
  /**
   * How long a resumed run waits, in milliseconds, before it looks whether a batch was saved that was on its way when the run
   * ended; only where the server lists no idempotency keys. It may still be at work on it.
   *
   * @default 30_000
   */
  readonly settleTime?: number | undefined;
  /** Told at once; what it throws is kept for the report and stops nothing. */
  readonly onProgress?: ((event: SyncProgress) => void) | undefined;
  /**
   * Told once of every user that was read and not dealt with before, in order, and awaited before the batch counts as done; what it
   * throws stops the run. After a crash the users of one batch may be told again: `position`, from 0, tells them apart.
   */
  readonly onOutcome?: ((user: UserInput, outcome: UserOutcome, position: number) => void | Promise<void>) | undefined;
}
