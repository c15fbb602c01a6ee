// Two plain requests, and how a test sends them.
import { expect } from "vitest";
import { type Exchange, exchange, type HttpSettings } from "../../src/client/exchange.ts";
import type { HttpAnswer } from "../../src/client/read-answer.ts";
import { routes } from "../../src/contract/routes.ts";
import { type Step, serveSteps } from "./scripted-server.ts";

/** What both requests' paths begin with. */
export const paths = "/api/developer/applications/app%201/import-existing-users";

const params = { appId: "app 1" };

/** Reads a list: changes nothing. */
export const get: Exchange<HttpAnswer> = { route: routes.listSources, params, writes: false, read: (answer) => answer };

/** Sends users. */
export const post: Exchange<HttpAnswer> = { ...get, route: routes.importUsers, body: '{"users":[]}', writes: true };

/** A minute for everything. */
export function toHttpSettings(baseUrl: string, more: Partial<HttpSettings> = {}): HttpSettings {
  return { baseUrl, fetch: undefined, headers: undefined, credentials: "include", timeout: 60_000, ...more };
}

/** Sends a request. */
export function run(
  url: string,
  request = post,
  more: Partial<HttpSettings> = {},
  signal?: AbortSignal,
): Promise<HttpAnswer> {
  return exchange(toHttpSettings(url, more), request, { timeLeft: 60_000, signal });
}

/** Sends a request to a server that does this with it; the failure is the outcome. */
export async function fail(step: Step, request = post, more: Partial<HttpSettings> = {}): Promise<unknown> {
  const { url } = await serveSteps(step);
  return run(url, request, more).then(
    () => expect.unreachable("it succeeded"),
    (error: unknown) => error,
  );
}
