// Measures the longest call of a client and computes the longest one that its policy allows.
import type { ImportClient } from "../../../src/client/import-client.ts";
import { createImportClient, type FetchFunction } from "../../../src/client/index.ts";

/** A client whose calls are timed. */
export interface WatchedClient {
  readonly client: ImportClient;
  /** The longest call in milliseconds. */
  readonly longest: number;
}

/** Short waits, so that a thousand faults take minutes. */
const policy = { attempts: 4, baseDelay: 10, maxDelay: 100, deadline: 3_000 };

/**
 * The longest call that the policy allows, in milliseconds: the attempts and the look after a lost answer, each with its deadline, the
 * time of one more attempt, and one second for a busy machine.
 */
export function toBound(timeout: number): number {
  return 2 * policy.deadline + timeout + 1_000;
}

/** Creates a client whose calls are timed. */
export function createWatchedClient(
  appId: string,
  baseUrl: string,
  { timeout, fetch }: { readonly timeout: number; readonly fetch?: FetchFunction },
): WatchedClient {
  const client = createImportClient({ appId, baseUrl, timeout, fetch, retry: policy });
  let longest = 0;
  async function time<T>(call: Promise<T>): Promise<T> {
    const startedAt = performance.now();
    try {
      return await call;
    } finally {
      longest = Math.max(longest, performance.now() - startedAt);
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
