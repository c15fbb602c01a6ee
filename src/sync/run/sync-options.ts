// Defines the input and the options of a run, and checks them.
import { maxUsersPerImport } from "../../contract/import.ts";
import { hasVisible, trimText } from "../../contract/text.ts";
import type { UserInput } from "../../contract/user.ts";
import type { AuditLog } from "../audit/audit-trail.ts";
import type { CheckpointStore } from "../checkpoint/checkpoint.ts";
import type { AlertOptions } from "../report/alerts.ts";
import type { GuardOptions } from "../report/guards.ts";
import type { UserOutcome } from "../report/outcome.ts";
import type { SyncProgress } from "../report/sync-report.ts";
import { requireCrypto } from "./sent-users.ts";

/** Users of any source: an array, a generator, a stream of Node or the web, a database cursor. Read only as fast as they are sent. */
export type SyncInput = Iterable<UserInput> | AsyncIterable<UserInput>;

/** The options of a run. */
export interface SyncOptions {
  /** Names the run's sources: `<name> (3/25)`, or `<name> (3)` without a `total`. At most 170 UTF-16 units. */
  readonly name: string;
  /** Names the destination, such as `https://portal.example.com app_123`: a checkpoint of another target is refused. */
  readonly target?: string | undefined;
  /**
   * The run's id, 8 to 100 printable ASCII characters. On a server with idempotency keys, two runs with the same id and the same
   * users are one run.
   *
   * @default a new one; the checkpoint's when resuming
   */
  readonly runId?: string | undefined;
  /** Users of the whole input, where known. An input that ends earlier ends the run as `input_incomplete`. */
  readonly total?: number | undefined;
  /** Users per request, 1 to 10,000; the guide recommends 500 to 2,000. Requests that are too large for the server are halved. @default 1_000 */
  readonly batchSize?: number | undefined;
  /** Checks every user and saves nothing; ends with `dry_run_not_offered` where the server lists no dry run. */
  readonly dryRun?: boolean | undefined;
  /** Ends the run. Saved batches stay, and the rest can be resumed. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Ends the run after the answer that it waits for: nothing more is read, sent or retried. The run ends as `aborted`, with no batch
   * in doubt. Abort `signal` as well when that takes too long.
   */
  readonly stopSignal?: AbortSignal | undefined;
  /** Stores the run, so that it can be resumed or undone. @default none */
  readonly checkpoint?: CheckpointStore | undefined;
  /** Continues the checkpoint's run if it is unfinished, else begins a new one. @default false */
  readonly resume?: boolean | undefined;
  readonly guards?: GuardOptions | undefined;
  readonly alerts?: AlertOptions | undefined;
  readonly audit?: AuditLog | undefined;
  /**
   * The retry budget of the whole run. A retry costs 1, each answered batch returns 0.2. When the budget is spent, a failed
   * request ends the run, which can be resumed.
   *
   * @default 20
   */
  readonly retryQuota?: number | undefined;
  /**
   * Time in milliseconds that a resumed run waits before it checks whether the batch that was being sent has been saved: the server
   * may still be processing it. Applies only where the server lists no idempotency keys.
   *
   * @default 30_000
   */
  readonly settleTime?: number | undefined;
  /** Called at once with each progress event. An error it throws goes into the report and does not stop the run. */
  readonly onProgress?: ((event: SyncProgress) => void) | undefined;
  /**
   * Called once, in order, with every user that was read and not dealt with before. Awaited before the batch counts as done; an
   * error it throws stops the run. After a crash it may be called again for the users of one batch, with the same `position` (from 0).
   */
  readonly onOutcome?: ((user: UserInput, outcome: UserOutcome, position: number) => void | Promise<void>) | undefined;
}

/** Checked options with their defaults. */
export interface SyncSettings extends SyncOptions {
  readonly retryQuota: number;
  readonly settleTime: number;
}

/** The batch size of a new run without one. A resumed run has that of its checkpoint. */
export const defaultBatchSize = 1_000;

/** `settleTime` of a run or a reconcile that has none, in milliseconds. */
export const defaultSettleTime = 30_000;

// Leaves room for the number of a batch, such as `(1234567.1234/1234567)`: a source name has at most 200 UTF-16 units.
const maxRunNameLength = 170;

/**
 * Checks options and fills in their defaults.
 *
 * @throws TypeError for an invalid option.
 */
export function toSyncSettings(options: SyncOptions): SyncSettings {
  requireCrypto();
  const { runId, total, batchSize, retryQuota = 20, guards, alerts, dryRun, resume } = options;
  const { settleTime = defaultSettleTime } = options;
  const name = typeof options.name === "string" ? trimText(options.name) : "";
  require(name !== "", "name must say what the run's sources are called.");
  require(name.length <= maxRunNameLength, `name must be at most ${maxRunNameLength} UTF-16 units long.`);
  require(runId === undefined || isRunId(runId), "runId must be 8 to 100 printable ASCII characters.");
  require(isWholeNumber(total, 0), "total must be a whole number of users.");
  require(isWholeNumber(batchSize, 1, maxUsersPerImport), "batchSize must be a whole number from 1 to 10,000.");
  require(retryQuota >= 0 && settleTime >= 0, "retryQuota and settleTime must not be negative.");
  require(isShare(guards?.maxInvalidShare) && isShare(guards?.maxShrinkShare), "A guard's share must be from 0 to 1.");
  require(Object.values(alerts?.maxStatusShares ?? {}).every(isShare), "An alert's share must be from 0 to 1.");
  const { override } = guards ?? {};
  require(override === undefined || isReason(override.reason), "guards.override must name its reason.");
  require(!(dryRun && resume), "A dry run saves nothing, so there is nothing to resume.");
  return { ...options, name, retryQuota, settleTime };
}

function require(isMet: boolean, message: string): void {
  if (!isMet) throw new TypeError(message);
}

function isRunId(runId: unknown): boolean {
  return typeof runId === "string" && /^[\x21-\x7E]{8,100}$/.test(runId);
}

function isWholeNumber(value: number | undefined, min: number, max = Number.MAX_SAFE_INTEGER): boolean {
  return value === undefined || (Number.isSafeInteger(value) && value >= min && value <= max);
}

function isShare(value: number | undefined): boolean {
  return value === undefined || (value >= 0 && value <= 1);
}

function isReason(reason: unknown): boolean {
  return typeof reason === "string" && hasVisible(reason);
}
