// createImportClient: the four calls over HTTP, repeated only where that is safe.
import { systemTiming, type Timing } from "./clock.ts";
import { createCaller, type HeaderSource, type HttpSettings } from "./exchange.ts";
import type { ImportClient } from "./import-client.ts";
import { createImportUsers } from "./import-users.ts";
import { toResultList } from "./read-answer.ts";
import type { FetchFunction } from "./redirects.ts";
import { defaultRetryPolicy, type RetryPolicy } from "./retry.ts";
import { createSourceLists, createStoredResults, deleteSource } from "./saved-sources.ts";

/** The address of the server, and how to send requests to it. */
export interface ImportClientOptions {
  /** The application whose users are imported. */
  readonly appId: string;
  /**
   * The part before `/api/developer/...`: an origin, an origin with a path, or a path. Required outside of a browser.
   *
   * @default "" the page's own origin
   */
  readonly baseUrl?: string | undefined;
  /** @default the platform's fetch at the time of each request */
  readonly fetch?: FetchFunction | undefined;
  /** Sent with every request, such as a CSRF or bearer token. A function is called for each attempt. */
  readonly headers?: HeaderSource | undefined;
  /** @default "include", because the portal's routes use its session cookie */
  readonly credentials?: RequestCredentials | undefined;
  /**
   * The retry policy; a missing member keeps its default. With `false`, every call is one request, and an import with an
   * unknown outcome is not recovered.
   *
   * @default { attempts: 4, baseDelay: 500, maxDelay: 30_000, deadline: 180_000 }
   */
  readonly retry?: Partial<RetryPolicy> | false | undefined;
  /** The longest wait for one whole answer, in milliseconds. @default 60_000 */
  readonly timeout?: number | undefined;
}

/**
 * Creates a client for the import endpoints of one application.
 *
 * Repeats requests after network failures, timeouts and temporary statuses. A POST that may have been saved is repeated only
 * if the server supports idempotency keys or its list shows that nothing was saved. Calls reject with an
 * `ImportClientError`, with the reason of an aborted signal, or with a `TypeError` for arguments that can't be sent.
 *
 * @param timing Replaces the clock in tests.
 */
export function createImportClient(
  options: ImportClientOptions,
  timing: Timing = systemTiming,
): Required<ImportClient> {
  const caller = createCaller({
    appId: options.appId,
    http: toHttpSettings(options),
    policy: toPolicy(options.retry),
    timing,
  });
  const sources = createSourceLists(caller);
  const results = createStoredResults(caller, sources);
  return {
    importUsers: createImportUsers({ caller, sources, results }),
    listSources: (listOptions = {}) => sources.list(listOptions),
    async listResults(sourceId, listOptions = {}) {
      const page = await results.page(sourceId, listOptions);
      return page && toResultList(page);
    },
    deleteSource: (sourceId, deleteOptions = {}) => deleteSource(caller, sources, sourceId, deleteOptions),
  };
}

function toHttpSettings(options: ImportClientOptions): HttpSettings {
  const { baseUrl = "", fetch, headers, credentials = "include", timeout = 60_000 } = options;
  return { baseUrl, fetch, headers, credentials, timeout };
}

function toPolicy(retry: ImportClientOptions["retry"] = {}): RetryPolicy {
  return { ...defaultRetryPolicy, ...(retry === false ? { attempts: 1 } : retry) };
}
