// The options of a run, checked and with their defaults.
import { maxUsersPerImport } from "../../contract/import.ts";
import { hasVisible, trimText } from "../../contract/text.ts";
import { requireCrypto } from "./batch-hash.ts";
import { maxRunNameLength } from "./source-names.ts";
import type { SyncOptions } from "./sync-options.ts";

/** What a run goes by. */
export interface Settings extends SyncOptions {
  readonly retryQuota: number;
  readonly settleTime: number;
}

export const defaultBatchSize = 1_000;

/**
 * Checks the options.
 *
 * @throws TypeError for one that can't be meant.
 */
export function readSettings(options: SyncOptions): Settings {
  requireCrypto();
  const { runId, total, batchSize, retryQuota = 20, settleTime = 30_000, guards, alerts, dryRun, resume } = options;
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

function isWholeNumber(value: number | undefined, least: number, most = Number.MAX_SAFE_INTEGER): boolean {
  return value === undefined || (Number.isSafeInteger(value) && value >= least && value <= most);
}

function isShare(value: number | undefined): boolean {
  return value === undefined || (value >= 0 && value <= 1);
}

function isReason(reason: unknown): boolean {
  return typeof reason === "string" && hasVisible(reason);
}
