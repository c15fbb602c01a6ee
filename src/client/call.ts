// One call: an exchange, repeated as the policy says, for one application.

import type { Timing } from "./clock.ts";
import { type Exchange, exchange, type Wire } from "./exchange.ts";
import type { CallOptions } from "./import-client.ts";
import { observe } from "./observe.ts";
import { type RetryPolicy, type RetryRun, retry } from "./retry.ts";

/** Everything that calls of one client share. */
export interface CallerSetup {
  readonly appId: string;
  readonly wire: Wire;
  readonly policy: RetryPolicy;
  readonly timing: Timing;
}

/** Sends requests of one client. */
export interface Caller {
  readonly appId: string;
  readonly policy: RetryPolicy;
  /** A call's way through its attempts, which begins now; it ends at `until`, in milliseconds since the epoch. */
  start(options: CallOptions, until?: number): RetryRun;
  /** One attempt. */
  send<T>(request: Exchange<T>, run: RetryRun): Promise<T>;
  /** As many attempts as it takes. */
  call<T>(request: Exchange<T>, options: CallOptions): Promise<T>;
  /** The time at which one more attempt would time out at the latest, and at least `until`. */
  extend(until: number): number;
}

/** Makes what every call of a client goes through. */
export function createCaller({ appId, wire, policy, timing }: CallerSetup): Caller {
  const start: Caller["start"] = (options, until = timing.now() + policy.deadline) => {
    const { signal, onRetry, mayRetry, onExchange } = options;
    return { policy, timing, until, signal, onRetry, mayRetry, onExchange };
  };
  const send: Caller["send"] = (request, { until, signal, onExchange }) => {
    return observe(request, { onExchange, now: timing.now }, (onResponse) =>
      exchange(wire, request, { timeLeft: until - timing.now(), signal, onResponse }),
    );
  };
  return {
    appId,
    policy,
    start,
    send,
    call(request, options) {
      const run = start(options);
      return retry(() => send(request, run), run);
    },
    extend: (until) => Math.max(until, timing.now() + wire.timeout),
  };
}
