// How often an application may be asked; a host with a limiter of its own gives that instead.

/** Asked for each permitted request: seconds until it may come again, or null to let it pass. */
export type RateLimit = (request: Request, appId: string) => number | null | Promise<number | null>;

/** How much is allowed. */
export interface RateLimitOptions {
  /** How many requests may come at once. */
  readonly requests: number;
  /** How long it takes until as many may come again. */
  readonly seconds: number;
  /** What is counted together. @default the application */
  readonly keyOf?: (request: Request, appId: string) => string;
  /** @default the system's clock, in milliseconds */
  readonly now?: () => number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

const mostBuckets = 10_000;

/** A limit that this process keeps by itself: so many at once, then evenly as they come back. */
export function createRateLimit({
  requests,
  seconds,
  keyOf = byApplication,
  now = Date.now,
}: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMillisecond = requests / (seconds * 1_000);
  return (request, appId) => {
    const key = keyOf(request, appId);
    const at = now();
    const known = buckets.get(key);
    const left = known ? Math.min(requests, known.left + (at - known.at) * perMillisecond) : requests;
    buckets.delete(key);
    buckets.set(key, { left: left < 1 ? left : left - 1, at });
    // The one that was asked for longest ago is the fullest, or nearly.
    if (buckets.size > mostBuckets) buckets.delete(buckets.keys().next().value ?? "");
    return left < 1 ? toSeconds((1 - left) / perMillisecond) : null;
  };
}

// Rounded to milliseconds first: the last digits of a division must not cost a second.
function toSeconds(milliseconds: number): number {
  return Math.max(1, Math.ceil(Math.round(milliseconds) / 1_000));
}

function byApplication(_request: Request, appId: string): string {
  return appId;
}
