// createImportClient: the four calls over HTTP, repeated where that is safe and never where it is not.
import { createCaller } from "./call.ts";
import { systemTiming, type Timing } from "./clock.ts";
import { deleteSource } from "./delete-source.ts";
import type { FetchFunction, HeaderSource } from "./exchange.ts";
import type { ImportClient } from "./import-client.ts";
import { createImportUsers } from "./import-users.ts";
import { toResultList } from "./read-answer.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./retry.ts";
import { createSourceLists } from "./source-lists.ts";
import { createStoredResults } from "./stored-results.ts";

/** Where the server is and how to treat it. */
export interface ImportClientOptions {
  /** The application whose users are imported. */
  readonly appId: string;
  /**
   * What stands before `/api/developer/...`: an origin, an origin with a path, or a path. Needed outside of a browser.
   *
   * @default "" the page's own origin
   */
  readonly baseUrl?: string | undefined;
  /** @default the platform's fetch at the time of each request */
  readonly fetch?: FetchFunction | undefined;
  /** Sent with every request, such as a CSRF or bearer token; a function is asked anew for each attempt. */
  readonly headers?: HeaderSource | undefined;
  /** @default "include", because the portal's routes use its session cookie */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * How hard to try; what is left out keeps its default. With `false` every call is one request, and an import whose outcome
   * is unknown is not looked for.
   *
   * @default { attempts: 4, baseDelay: 500, maxDelay: 30_000, deadline: 180_000 }
   */
  readonly retry?: Partial<RetryPolicy> | false | undefined;
  /** Longest wait for one whole answer, in milliseconds. @default 60_000 */
  readonly timeout?: number | undefined;
}

/**
 * Creates a client for the import endpoints of one application.
 *
 * Repeats network failures, timeouts and statuses that may pass; never a POST that may have been saved, unless the server
 * knows idempotency keys or its list shows that nothing was. Calls reject with an `ImportClientError`, with the reason of an
 * aborted signal, or with a `TypeError` for arguments that can't be sent.
 *
 * @param timing for tests in which nobody waits
 */
export function createImportClient(
  options: ImportClientOptions,
  timing: Timing = systemTiming,
): Required<ImportClient> {
  const caller = createCaller({ appId: options.appId, wire: toWire(options), policy: toPolicy(options.retry), timing });
  const sources = createSourceLists(caller);
  const results = createStoredResults(caller, sources);
  return {
    importUsers: createImportUsers(caller, sources, results),
    listSources: (listOptions = {}) => sources.list(listOptions),
    async listResults(sourceId, listOptions = {}) {
      const page = await results.page(sourceId, listOptions);
      return page && toResultList(page);
    },
    deleteSource: (sourceId, deleteOptions = {}) => deleteSource(caller, sources, sourceId, deleteOptions),
  };
}

function toWire({ baseUrl = "", fetch, headers, credentials = "include", timeout = 60_000 }: ImportClientOptions) {
  return { baseUrl, fetch, headers, credentials, timeout };
}

function toPolicy(retry: ImportClientOptions["retry"] = {}): RetryPolicy {
  return { ...defaultRetryPolicy, ...(retry === false ? { attempts: 1 } : retry) };
}
