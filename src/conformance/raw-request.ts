// Sends one request and returns the response unread: a check must see what the client would tolerate.
import { systemTiming } from "../client/clock.ts";
import { parseRetryAfter } from "../client/read-answer.ts";
import type { FetchFunction } from "../client/redirects.ts";
import { href, type Route } from "../contract/routes.ts";
import { RuleBroken } from "./check-errors.ts";

/** The address and credentials of the server. */
export interface Target {
  readonly baseUrl: string;
  readonly appId: string;
  readonly headers: Headers;
  readonly fetch: FetchFunction;
  readonly signal: AbortSignal | undefined;
}

/** One request. */
export interface RawRequest {
  readonly route: Route;
  /** @default the application under test */
  readonly appId?: string;
  readonly sourceId?: string;
  /** With its question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Sent without the headers that identify the caller. */
  readonly anonymous?: boolean;
}

/** One response. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON; undefined where the body is not JSON. */
  readonly body: unknown;
}

// Milliseconds.
const timeout = 60_000;
const maxWaits = 3;
const maxWaitSeconds = 30;

/**
 * Sends one request; waits and repeats where the server is only busy (429, 503, or 409 with `Retry-After`).
 *
 * @throws RuleBroken when no answer came, or the signal's reason.
 */
export async function sendRequest(target: Target, request: RawRequest): Promise<RawAnswer> {
  for (let waits = 0; ; waits += 1) {
    const answer = await sendOnce(target, request);
    const seconds = parseRetryAfter(answer.headers, Date.now());
    const isBusy = [409, 429, 503].includes(answer.status) && seconds !== null && seconds <= maxWaitSeconds;
    if (!isBusy || waits === maxWaits) return answer;
    await systemTiming.sleep(seconds * 1000, target.signal);
  }
}

async function sendOnce(target: Target, request: RawRequest): Promise<RawAnswer> {
  const { route, appId = target.appId, sourceId, query = "", body } = request;
  const path = href(route, sourceId === undefined ? { appId } : { appId, sourceId }) + query;
  const init = { method: route.method, headers: toHeaders(target, request), redirect: "manual" as const };
  const limit = AbortSignal.timeout(timeout);
  const signal = target.signal ? AbortSignal.any([target.signal, limit]) : limit;
  try {
    const response = await target.fetch(target.baseUrl + path, {
      ...init,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseJson(text) };
  } catch (error) {
    target.signal?.throwIfAborted();
    throw new RuleBroken(
      `an answer to ${route.method} ${path}`,
      limit.aborted ? "none in 60 s" : `none (${explain(error)})`,
    );
  }
}

function toHeaders(target: Target, { anonymous, headers = {}, body }: RawRequest): Headers {
  const all = new Headers(anonymous ? {} : target.headers);
  all.set("Accept", "application/json, application/problem+json");
  if (body !== undefined) all.set("Content-Type", "application/json");
  for (const [name, value] of Object.entries(headers)) all.set(name, value);
  return all;
}

function explain(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
