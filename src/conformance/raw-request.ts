// One request as it is, without the client's leniency: a check must see what really came.

import { systemTiming } from "../client/clock.ts";
import type { FetchFunction } from "../client/exchange.ts";
import { parseRetryAfter } from "../client/read-answer.ts";
import { href, type Route } from "../contract/routes.ts";
import { Broken } from "./check-errors.ts";

/** How the server is reached. */
export interface Wire {
  readonly baseUrl: string;
  readonly appId: string;
  readonly headers: Headers;
  readonly fetch: FetchFunction;
  readonly signal: AbortSignal | undefined;
}

/** One request. */
export interface Ask {
  readonly route: Route;
  /** @default the application under test */
  readonly appId?: string;
  readonly sourceId?: string;
  /** With its question mark. */
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Leaves out the headers that say who asks. */
  readonly anonymous?: boolean;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed JSON; undefined where the body is none. */
  readonly body: unknown;
}

const timeout = 60_000;
const mostWaits = 3;
const longestWait = 30;

/**
 * Sends one request; waits and repeats where the server is only busy (429, 503, or 409 with `Retry-After`).
 *
 * @throws Broken when no answer came, or the signal's reason.
 */
export async function ask(wire: Wire, request: Ask): Promise<Answer> {
  for (let waits = 0; ; waits += 1) {
    const answer = await send(wire, request);
    const seconds = parseRetryAfter(answer.headers, Date.now());
    const isBusy = [409, 429, 503].includes(answer.status) && seconds !== null && seconds <= longestWait;
    if (!isBusy || waits === mostWaits) return answer;
    await systemTiming.sleep(seconds * 1000, wire.signal);
  }
}

async function send(wire: Wire, request: Ask): Promise<Answer> {
  const { route, appId = wire.appId, sourceId, query = "", body } = request;
  const path = href(route, sourceId === undefined ? { appId } : { appId, sourceId }) + query;
  const init = { method: route.method, headers: toHeaders(wire, request), redirect: "manual" as const };
  const limit = AbortSignal.timeout(timeout);
  const signal = wire.signal ? AbortSignal.any([wire.signal, limit]) : limit;
  try {
    const response = await wire.fetch(wire.baseUrl + path, {
      ...init,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parseJson(text) };
  } catch (error) {
    wire.signal?.throwIfAborted();
    throw new Broken(
      `an answer to ${route.method} ${path}`,
      limit.aborted ? "none in 60 s" : `none (${explain(error)})`,
    );
  }
}

function toHeaders(wire: Wire, { anonymous, headers = {}, body }: Ask): Headers {
  const all = new Headers(anonymous ? {} : wire.headers);
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
