// How many further attempts a whole run may make: a server in trouble must not get several times the load.

/** What is left to a run. */
export interface RetryQuota {
  /** Takes one attempt; false when none is left. */
  take(): boolean;
  /** Gives a fifth of an attempt back, for a batch that was answered; never more than there was. */
  refund(): void;
}

/** So at most one attempt in six is a repetition, once the quota is spent. */
const refunded = 0.2;

/** Makes a full quota. */
export function createRetryQuota(most: number): RetryQuota {
  let left = most;
  return {
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    refund() {
      left = Math.min(most, left + refunded);
    },
  };
}
