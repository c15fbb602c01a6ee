// syncUsers: sends any number of users in batches, each of them once, and tells what became of every one.

import { systemTiming, type Timing } from "../../client/clock.ts";
import type { ImportClient } from "../../client/import-client.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { carryOut } from "./carry-out.ts";
import { openIntake } from "./input-reader.ts";
import { lockCheckpoint, openCheckpoint } from "./open-checkpoint.ts";
import { createRun } from "./run-context.ts";
import { readSettings } from "./settings.ts";
import type { SyncInput, SyncOptions } from "./sync-options.ts";

/**
 * Sends users in batches, in order, and resolves with what became of them; also when it stopped early.
 *
 * @param timing for tests in which nobody waits
 * @throws TypeError for options that can't be meant.
 * @throws SyncError when the run can't begin: the checkpoint is locked, unreadable, unfinished or another run's.
 */
export async function syncUsers(
  client: ImportClient,
  users: SyncInput,
  options: SyncOptions,
  timing: Timing = systemTiming,
): Promise<SyncReport> {
  const settings = readSettings(options);
  const intake = openIntake(users, settings.signal);
  const unlock = await lockCheckpoint(settings.dryRun ? undefined : settings.checkpoint);
  try {
    const checkpoint = await openCheckpoint(settings, timing.now());
    return await carryOut(createRun(client, settings, checkpoint, timing), intake);
  } finally {
    intake.close();
    // The run is over either way, and the lock of a process that is gone does not count.
    await unlock().catch(() => {});
  }
}
