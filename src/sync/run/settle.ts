// Gives a server time to finish the batch that an earlier process was sending, before the list of sources is believed.
import type { Timing } from "../../client/clock.ts";
import { toAborted } from "./input-reader.ts";

/** What the wait depends on. */
export interface SettleWait {
  /** When this part of the run began, in milliseconds since the epoch: the batch was sent before, nobody knows how long. */
  readonly openedAt: number;
  readonly settleTime: number;
  readonly timing: Timing;
  readonly signal?: AbortSignal | undefined;
  readonly stopSignal?: AbortSignal | undefined;
}

/** Waits until `settleTime` has passed since this part of the run began. Rejects with a signal's reason as soon as one aborts. */
export async function waitToSettle({ openedAt, settleTime, timing, signal, stopSignal }: SettleWait): Promise<void> {
  signal?.throwIfAborted();
  stopSignal?.throwIfAborted();
  const { aborted, release } = toAborted([signal, stopSignal]);
  const over = new AbortController();
  try {
    const delay = Math.max(0, openedAt + settleTime - timing.now());
    await Promise.race([timing.sleep(delay, over.signal), aborted]);
  } finally {
    release();
    over.abort();
  }
}
