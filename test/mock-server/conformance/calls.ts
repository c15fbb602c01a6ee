// The four calls of the API as one line each.
import { expect } from "vitest";
import {
  href,
  type ImportResponse,
  type Problem,
  type Rollback,
  routes,
  type SourceList,
  type StoredResult,
} from "../../../src/contract/index.ts";
import { appId as defaultApp } from "../worlds.ts";
import type { Running } from "./start.ts";

export interface CallOptions {
  readonly appId?: string;
  readonly query?: string;
  readonly key?: string;
  readonly sourceName?: string;
}

/** POSTs users and gives the response as it is. */
export function post(backend: Running, users: unknown, options: CallOptions = {}): Promise<Response> {
  return postBody(backend, JSON.stringify({ sourceName: options.sourceName ?? "Export", users }), options);
}

export function postBody(backend: Running, body: BodyInit, options: CallOptions = {}): Promise<Response> {
  const headers = { "Content-Type": "application/json", ...(options.key ? { "Idempotency-Key": options.key } : {}) };
  const path = href(routes.importUsers, { appId: options.appId ?? defaultApp });
  return backend.fetch(path + (options.query ?? ""), { method: "POST", headers, body });
}

/** Imports users; fails the test for anything but 200. */
export async function importUsers(backend: Running, users: unknown, options?: CallOptions): Promise<ImportResponse> {
  return readOk(await post(backend, users, options));
}

export async function importIds(backend: Running, users: unknown, options?: CallOptions): Promise<string> {
  return (await importUsers(backend, users, options)).source?.id ?? "";
}

export async function list(
  backend: Running,
  { appId = defaultApp, query = "" }: CallOptions = {},
): Promise<SourceList> {
  return readOk(await backend.fetch(href(routes.listSources, { appId }) + query));
}

export async function rollBack(backend: Running, sourceId: string, options?: CallOptions): Promise<Rollback> {
  return readOk(await remove(backend, sourceId, options));
}

export function remove(
  backend: Running,
  sourceId: string,
  { appId = defaultApp, query = "" }: CallOptions = {},
): Promise<Response> {
  return backend.fetch(href(routes.deleteSource, { appId, sourceId }) + query, { method: "DELETE" });
}

export async function results(
  backend: Running,
  sourceId: string,
  query = "",
): Promise<{ results: StoredResult[]; nextCursor: string | null }> {
  return readOk(await backend.fetch(href(routes.listResults, { appId: defaultApp, sourceId }) + query));
}

export async function readOk<T>(response: Response): Promise<T> {
  const text = await response.text();
  expect([response.status, text.slice(0, 300)]).toEqual([200, expect.anything()]);
  expect(response.headers.get("Content-Type")).toMatch(/^application\/json\b/);
  return JSON.parse(text) as T;
}

/** The problem of a failed answer, checked against D22. */
export async function readProblem(response: Response): Promise<Problem> {
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  const problem = (await response.json()) as Problem;
  expect(problem).toEqual({
    type: expect.any(String),
    title: expect.any(String),
    status: response.status,
    detail: expect.any(String),
    code: expect.any(String),
    retryable: expect.any(Boolean),
    errors: expect.any(Array),
  });
  return problem;
}

export function user(email: string, rest: Record<string, unknown> = {}) {
  return { externalUserId: `id-${email}`, email, ...rest };
}
