// Gives a server time to finish the batch that an earlier process was sending, before the list of sources is believed.
import type { Timing } from "../../client/clock.ts";
import { toAborted } from "./input-reader.ts";

/** What the wait depends on. */
export interface SettleWait {
  readonly settleTime: number;
  readonly signal?: AbortSignal | undefined;
  readonly stopSignal?: AbortSignal | undefined;
}

/**
 * Waits for `settleTime`, in milliseconds, however long ago the batch was sent: a clock that was set says nothing of that. Rejects
 * with a signal's reason as soon as one aborts.
 */
export async function waitToSettle(timing: Timing, { settleTime, signal, stopSignal }: SettleWait): Promise<void> {
  signal?.throwIfAborted();
  stopSignal?.throwIfAborted();
  const { aborted, release } = toAborted([signal, stopSignal]);
  const over = new AbortController();
  try {
    await Promise.race([timing.sleep(settleTime, over.signal), aborted]);
  } finally {
    release();
    over.abort();
  }
}
