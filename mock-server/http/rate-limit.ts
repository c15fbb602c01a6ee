// Limits how often an application may be called; a host can plug in a limiter of its own.

/** Called for each permitted request: the seconds to wait, or null to let it pass. */
export type RateLimit = (request: Request, appId: string) => number | null | Promise<number | null>;

/** The size of a limit. */
export interface RateLimitOptions {
  /** The most requests in a burst. */
  readonly requests: number;
  /** The time in which the limit is restored completely. */
  readonly seconds: number;
  /** The key under which requests are counted. @default the application */
  readonly keyOf?: (request: Request, appId: string) => string;
  /** Milliseconds since any moment. @default a clock that never goes back, unlike the system's */
  readonly now?: () => number;
}

interface Bucket {
  readonly tokens: number;
  readonly at: number;
}

const maxBuckets = 10_000;

/** Creates a token bucket per key, in the memory of this process. */
export function createRateLimit({
  requests,
  seconds,
  keyOf = byApplication,
  now = () => performance.now(),
}: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = requests / (seconds * 1_000);
  return (request, appId) => {
    const key = keyOf(request, appId);
    const at = now();
    const known = buckets.get(key);
    const tokens = known ? Math.min(requests, known.tokens + Math.max(0, at - known.at) * perMillisecond) : requests;
    buckets.delete(key);
    buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    // The least recently used bucket is full, or nearly.
    if (buckets.size > maxBuckets) buckets.delete(buckets.keys().next().value ?? "");
    return tokens < 1 ? toSeconds((1 - tokens) / perMillisecond) : null;
  };
}

// Rounded to milliseconds first, so that rounding errors of the division don't add a second.
function toSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(Math.round(milliseconds) / 1_000));
}

function byApplication(_request: Request, appId: string): string {
  return appId;
}
