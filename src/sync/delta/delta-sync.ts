// createDeltaSync: sends single changes of users soon, in small batches, without losing any.
import { systemTiming, type Timing } from "../../client/clock.ts";
import type { UserInput } from "../../contract/user.ts";
import { toUserKey } from "../ledger/ledger.ts";
import { toSentUser } from "../run/sent-users.ts";
import { createWakeSignal, type DeltaLoop, startDeltaLoop } from "./delta-loop.ts";
import {
  createDeltaCounter,
  type DeltaStats,
  type DeltaSync,
  type DeltaSyncOptions,
  type DrainReport,
  toDeltaSettings,
} from "./delta-options.ts";
import type { EnqueueOptions } from "./delta-queue.ts";

// How long a drain waits, after its deadline, until aborted deltas are returned to the queue, in milliseconds.
const gracePeriod = 2_000;

/**
 * Creates a delta sync; nothing is sent before `start()`.
 *
 * @throws TypeError for a name or a batch size that no request can have
 */
export function createDeltaSync(options: DeltaSyncOptions): DeltaSync {
  const settings = toDeltaSettings(options);
  const timing = options.timing ?? systemTiming;
  const { queue, batchSize } = settings;
  const counter = createDeltaCounter();
  const wakeSignal = createWakeSignal(timing);
  const enqueued = { count: 0 };
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
    counter.addEnqueued();
    enqueued.count += 1;
    const isFirst = enqueued.count === 1 && !queue.durable;
    if (isFirst || enqueued.count >= batchSize) wakeSignal.wake();
  }

  function start(): void {
    if (counter.stats().state !== "running") loop = startDeltaLoop({ settings, timing, counter, wakeSignal, enqueued });
  }

  async function drain({ deadline = 10_000 }: { readonly deadline?: number | undefined } = {}): Promise<DrainReport> {
    const before = countJudged(counter.stats());
    // After a stop a person must act first, so sending would fail again.
    if (counter.stats().state !== "stopped") {
      start();
      if (loop) await endLoop(loop, deadline, timing);
    }
    const left = loop?.isEmptied() ? 0 : await queue.size().catch(() => null);
    return { sent: countJudged(counter.stats()) - before, left };
  }

  return { enqueue, start, drain, stats: counter.stats };
}

// Lets the loop send what is left. At the deadline it is halted, and has a grace period to return its deltas to the queue.
async function endLoop(loop: DeltaLoop, deadline: number, timing: Timing): Promise<void> {
  const ended = new AbortController();
  loop.drain();
  const deadlinePassed = timing.sleep(deadline, ended.signal).then(
    () => {
      loop.halt();
      return timing.sleep(gracePeriod, ended.signal).catch(() => {});
    },
    () => {},
  );
  await Promise.race([loop.finished, deadlinePassed]);
  ended.abort();
}

function countJudged({ acknowledged, refused, pending, buried }: DeltaStats): number {
  return acknowledged + refused + pending + buried;
}

function toVersion(version: number | Date | undefined): number | null {
  return version === undefined ? null : Number(version);
}
