// createDeltaSync: every single change of a user reaches LoginSign soon, in small batches, and none is lost on the way.
import { systemTiming } from "../../client/clock.ts";
import type { UserInput } from "../../contract/user.ts";
import { toSentUser } from "../run/wire-user.ts";
import { type DeltaLoop, startDeltaLoop } from "./delta-loop.ts";
import { type DeltaSync, type DeltaSyncOptions, type DrainReport, toDeltaSettings } from "./delta-options.ts";
import { type EnqueueOptions, toUserKey } from "./delta-queue.ts";
import { createDeltaTally } from "./delta-stats.ts";
import { createAlarm } from "./wake-signal.ts";

// How long a drain waits for what it has aborted to be given back, in milliseconds.
const grace = 2_000;

/**
 * Creates a delta sync; nothing is sent before `start()`.
 *
 * @throws TypeError for a name no source can have, or a batch size no request can
 */
export function createDeltaSync(options: DeltaSyncOptions): DeltaSync {
  const settings = toDeltaSettings(options);
  const timing = options.timing ?? systemTiming;
  const { queue, batchSize } = settings;
  const tally = createDeltaTally();
  const alarm = createAlarm(timing);
  const fresh = { count: 0 };
  let loop: DeltaLoop | null = null;
  let hasWarned = false;

  async function enqueue(input: UserInput, enqueueOptions: EnqueueOptions = {}): Promise<void> {
    if (!queue.durable && !hasWarned) {
      hasWarned = true;
      options.onNotDurable?.();
    }
    const user = toSentUser(input);
    const version = toVersion(enqueueOptions.version);
    await queue.enqueue({ key: toUserKey(user), user, enqueuedAt: timing.now(), version }, enqueueOptions);
    tally.enqueued();
    fresh.count += 1;
    const isFirst = fresh.count === 1 && !queue.durable;
    if (isFirst || fresh.count >= batchSize) alarm.ring();
  }

  function start(): void {
    if (tally.stats().state !== "running") loop = startDeltaLoop({ settings, timing, tally, alarm, fresh });
  }

  async function drain({ deadline = 10_000 }: { readonly deadline?: number | undefined } = {}): Promise<DrainReport> {
    const before = countJudged();
    // What a person must mend first would fail again.
    if (tally.stats().state !== "stopped") {
      start();
      await endLoop(loop, deadline);
    }
    return { sent: countJudged() - before, left: loop?.isEmptied() ? 0 : await countLeft() };
  }

  async function endLoop(running: DeltaLoop | null, deadline: number): Promise<void> {
    if (!running) return;
    const ended = new AbortController();
    running.drain();
    const over = timing.sleep(deadline, ended.signal).then(
      () => {
        running.halt();
        return timing.sleep(grace, ended.signal).catch(() => {});
      },
      () => {},
    );
    await Promise.race([running.finished, over]);
    ended.abort();
  }

  function countJudged(): number {
    const { acknowledged, refused, pending, buried } = tally.stats();
    return acknowledged + refused + pending + buried;
  }

  const countLeft = () => queue.size().catch(() => null);

  return { enqueue, start, drain, stats: tally.stats };
}

function toVersion(version: number | Date | undefined): number | null {
  return version === undefined ? null : Number(version);
}
