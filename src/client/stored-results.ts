// Reads the stored row results of a source, where the server offers them.
import type { LooseResult, RowResult } from "../contract/import.ts";
import { routes } from "../contract/routes.ts";
import type { UserInput } from "../contract/user.ts";
import type { Caller } from "./call.ts";
import { HttpError, ImportClientError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { CallOptions, ListResultsOptions } from "./import-client.ts";
import { type LooseResultList, placeResults, readResults } from "./read-answer.ts";
import type { SourceLists } from "./source-lists.ts";

/** The stored results of one application's sources. */
export interface StoredResults {
  /** One page; null where the server offers none. */
  page(sourceId: string, options: ListResultsOptions): Promise<LooseResultList | null>;
  /** One result for each user; empty where they can't be had. Never fails for less than an abort. */
  whole(sourceId: string, users: readonly UserInput[], options: CallOptions): Promise<readonly RowResult[]>;
}

/** Makes the stored results of a client. */
export function createStoredResults(caller: Caller, sources: SourceLists): StoredResults {
  const page: StoredResults["page"] = async (sourceId, options) => {
    if (!(await sources.offers("results", options))) return null;
    try {
      return await caller.call(toExchange(caller.appId, sourceId, options), options);
    } catch (error) {
      if (error instanceof HttpError && (error.status === 404 || error.status === 405)) return null;
      throw error;
    }
  };

  async function everyPage(sourceId: string, most: number, options: CallOptions): Promise<LooseResult[]> {
    const results: LooseResult[] = [];
    let cursor: string | undefined;
    do {
      const found = await page(sourceId, { ...options, cursor });
      results.push(...(found?.results ?? []));
      // An empty page with a cursor would lead nowhere.
      cursor = (found?.results.length && found.nextCursor) || undefined;
    } while (cursor !== undefined && results.length < most);
    return results;
  }

  const whole: StoredResults["whole"] = async (sourceId, users, options) => {
    try {
      return placeResults(await everyPage(sourceId, users.length, options), users) ?? [];
    } catch (error) {
      // The import is saved; that its details are missing must not make it look failed.
      if (error instanceof ImportClientError) return [];
      throw error;
    }
  };

  return { page, whole };
}

function toExchange(appId: string, sourceId: string, options: ListResultsOptions): Exchange<LooseResultList> {
  const query = { cursor: options.cursor, status: options.status };
  return { route: routes.listResults, params: { appId, sourceId }, query, writes: false, read: readResults };
}
