// Measures the longest call of a client and computes the longest one that its policy allows.
import type { ImportClient } from "../../../src/client/import-client.ts";
import { createImportClient, type FetchFunction } from "../../../src/client/index.ts";
import type { ServerKind } from "./proxy/kinds.ts";

/** A client whose calls are timed. */
export interface WatchedClient {
  readonly client: ImportClient;
  /** The longest call in milliseconds. */
  readonly longest: number;
}

/** How long a client waits for an answer, and for the last of its attempts, in milliseconds. */
export interface Patience {
  readonly timeout: number;
  readonly deadline: number;
}

/** Where no answer stays away, so that nobody waits in vain. */
export const patient: Patience = { timeout: 120_000, deadline: 240_000 };

/** Short waits, so that a thousand faults take minutes. `factor` makes them longer for a machine that is busy. */
export function toPatience(kind: ServerKind, factor: number): Patience {
  const timeout = kind === "keyed" || kind === "shuffled" ? 1_000 : 2_000;
  return { timeout: factor * timeout, deadline: factor * 3_000 };
}

/** The waits between the attempts, in milliseconds. */
export const delays = { attempts: 4, baseDelay: 10, maxDelay: 100 };

/**
 * The longest call that the policy allows, in milliseconds: the attempts and the look after a lost answer, each with its deadline, the
 * time of one more attempt, and one second for timers that are late.
 */
export function toBound({ timeout, deadline }: Patience): number {
  return 2 * deadline + timeout + 1_000;
}

/**
 * Runs with short waits, and with longer ones for as long as a server without keys was slower than its client's timeout: it can save
 * twice then, which no client can prevent.
 */
export async function runInTime<Run>(
  kind: ServerKind,
  run: (patience: Patience, name: string, onLate: () => void) => Promise<Run>,
): Promise<Run> {
  for (let factor = 1; ; factor *= 4) {
    let isLate = false;
    const ended = await run(toPatience(kind, factor), factor === 1 ? "" : `_${factor}`, () => {
      isLate = true;
    });
    if (!isLate || kind === "keyed" || kind === "shuffled") return ended;
  }
}

/** Creates a client whose calls are timed. */
export function createWatchedClient(
  appId: string,
  baseUrl: string,
  { timeout, deadline }: Patience,
  fetch?: FetchFunction,
): WatchedClient {
  const client = createImportClient({ appId, baseUrl, timeout, fetch, retry: { ...delays, deadline } });
  let longest = 0;
  async function time<T>(call: Promise<T>): Promise<T> {
    const tellTime = startClock();
    try {
      return await call;
    } finally {
      longest = Math.max(longest, tellTime());
    }
  }
  return {
    client: {
      importUsers: (...words) => time(client.importUsers(...words)),
      listSources: (...words) => time(client.listSources(...words)),
      listResults: (...words) => time(client.listResults(...words)),
      deleteSource: (...words) => time(client.deleteSource(...words)),
    },
    get longest() {
      return longest;
    },
  };
}

// Counts the time in which this process ran: what a busy machine or a paused process takes is not the client's.
function startClock(): () => number {
  const tick = 20;
  let last = performance.now();
  let time = 0;
  const count = () => {
    const now = performance.now();
    time += Math.min(now - last, 2 * tick);
    last = now;
  };
  const timer = setInterval(count, tick);
  return () => {
    clearInterval(timer);
    count();
    return time;
  };
}
