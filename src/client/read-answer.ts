// What a successful answer says, read leniently: the guides describe no bodies, so only what can't be done without is asked for.
import {
  type ImportResponse,
  type LooseResult,
  type RowResult,
  readImportResponse,
  readRowResult,
} from "../contract/import.ts";
import { readEvery, textOr, toMembers } from "../contract/read-json.ts";
import {
  type Rollback,
  readRollback as readRollbackBody,
  readSourceList,
  type SourceList,
} from "../contract/source.ts";
import type { UserInput } from "../contract/user.ts";
import { ContractError } from "./errors.ts";
import type { ResultList } from "./import-client.ts";

/** An answer with a success status. */
export interface Answer {
  readonly status: number;
  /** The parsed JSON; undefined where the body is none. */
  readonly body: unknown;
  /** True when there is no body at all. */
  readonly isEmpty: boolean;
  /** True when the answer comes from another address than the one asked. */
  readonly redirected: boolean;
  /** Method and path of the request, for messages. */
  readonly label: string;
}

/** One page of loose results. */
export interface LooseResultList {
  readonly results: readonly LooseResult[];
  readonly nextCursor: string | null;
}

/** Reads a POST's answer. Throws a ContractError unless it holds exactly one result per user. */
export function readImport(answer: Answer, users: readonly UserInput[]): ImportResponse {
  const read = readImportResponse(answer.body);
  if (!read) throw unexpected(answer, "an import with its results");
  const results = placeResults(read.results, users);
  if (!results) throw unexpected(answer, `exactly one result for each of the ${users.length} users sent`);
  return { source: read.source, results };
}

/** Reads a list of sources, be it an object or a bare array; 204 means none. */
export function readSources(answer: Answer): SourceList {
  const list = readSourceList(answer.status === 204 ? [] : answer.body);
  if (!list) throw unexpected(answer, "a list of sources");
  return list;
}

/** Reads a rollback. The guides promise no body, so numbers that are not told are null. */
export function readRollback(answer: Answer): Rollback {
  // A page from elsewhere is a login form, and nothing was deleted.
  if (answer.redirected && answer.body === undefined) throw unexpected(answer, "the end of a rollback");
  return readRollbackBody(answer.body) ?? unknownRollback;
}

/** A rollback of which nothing is known but that it happened. */
export const unknownRollback: Rollback = {
  source: null,
  removed: null,
  alreadyGone: null,
  reactivatedKept: null,
  alreadyDeleted: false,
};

/** Reads a page of stored results, be it an object or a bare array. */
export function readResults(answer: Answer): LooseResultList {
  const { results, nextCursor } = toMembers(Array.isArray(answer.body) ? { results: answer.body } : answer.body) ?? {};
  const read = readEvery(results, readRowResult);
  if (!read) throw unexpected(answer, "a list of row results, each with a status,");
  return { results: read, nextCursor: textOr(nextCursor, null) || null };
}

/** A page of results as the client hands it on: what is not told is empty, a missing index is the place in the page. */
export function toResultList({ results, nextCursor }: LooseResultList): ResultList {
  return { results: results.map((result, place) => fillResult(result, result.index ?? place, undefined)), nextCursor };
}

/**
 * Puts each result at the place of its user; a missing index is the place in the answer. Null unless that gives every user
 * exactly one result.
 */
export function placeResults(results: readonly LooseResult[], users: readonly UserInput[]): RowResult[] | null {
  if (results.length !== users.length) return null;
  const placed = new Array<RowResult | undefined>(users.length).fill(undefined);
  for (const [place, result] of results.entries()) {
    const index = result.index ?? place;
    // A host may have sent anything as a user, null included.
    if (!Object.hasOwn(users, index) || placed[index]) return null;
    placed[index] = fillResult(result, index, users[index]);
  }
  return placed.filter((result) => result !== undefined);
}

// A host's users may hold anything: the server judges them, and the result must still be what its type says.
function fillResult(result: LooseResult, index: number, user: UserInput | undefined): RowResult {
  const externalUserId = result.externalUserId ?? textOr(user?.externalUserId, "");
  return { ...result, index, externalUserId, email: result.email ?? textOr(user?.email, "") };
}

function unexpected({ status, body, redirected, label }: Answer, wanted: string): ContractError {
  const found = body === undefined ? "no JSON" : "other JSON";
  const hint = redirected || body === undefined ? " A redirect to a login page looks like this." : "";
  return new ContractError(`${label} answered ${status} with ${found}, where ${wanted} should be.${hint}`);
}
