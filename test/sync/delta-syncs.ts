// Runs delta syncs against a server on a real port and collects their callbacks.
import { onTestFinished, vi } from "vitest";
import { createImportClient, type ImportClientOptions } from "../../src/client/create-import-client.ts";
import type { DeltaSync, DeltaSyncOptions } from "../../src/sync/delta/delta-options.ts";
import { createMemoryQueue } from "../../src/sync/delta/delta-queue.ts";
import { createDeltaSync } from "../../src/sync/delta/delta-sync.ts";
import type { UserOutcome } from "../../src/sync/report/outcome.ts";
import { type Step, serveSteps } from "../client/scripted-server.ts";
import { testLimit, waitLimit } from "../limits.ts";

export interface SentRequest {
  readonly sourceName: string;
  readonly ids: readonly string[];
  readonly key: string;
}

/** Answers every user with the status that its name says, or imported. */
export const judge: Step = (response, { body, method }) => {
  const { users = [], sourceName } = method === "POST" ? JSON.parse(body) : {};
  const results = users.map((user: { name?: string }, index: number) => ({ index, status: user.name ?? "imported" }));
  const answer =
    method === "POST"
      ? { source: { id: `src_${sourceName}`, name: sourceName, createdAt: "2026-05-03T00:00:00Z" }, results }
      : { sources: [], extensions: ["idempotencyKey"] };
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answer));
};

/** Answers a list before the first POST, then POSTs as told; what is beyond the steps is judged. */
export async function servePosts(...posts: readonly Step[]) {
  let number = 0;
  const server = await serveSteps((response, request) => {
    const step = request.method === "POST" ? (posts[number++] ?? judge) : judge;
    step(response, request);
  });
  const sent = (): SentRequest[] =>
    server.requests
      .filter(({ method }) => method === "POST")
      .map(({ body, headers }) => {
        const { sourceName, users } = JSON.parse(body);
        const ids = users.map((user: { externalUserId: string }) => user.externalUserId);
        return { sourceName, ids, key: String(headers["idempotency-key"]) };
      });
  return { ...server, sent };
}

export function toClient(baseUrl: string, more: Partial<ImportClientOptions> = {}) {
  return createImportClient({ appId: "app_1", baseUrl, retry: { attempts: 1 }, ...more });
}

export function toUser(id: number | string, name?: string) {
  const user = { externalUserId: String(id), email: `U${id}@example.com` };
  return name === undefined ? user : { ...user, name };
}

/** A delta sync whose drain lasts until everything is sent, unless the test gives a deadline. */
export function createPatientSync(options: DeltaSyncOptions): DeltaSync {
  const sync = createDeltaSync(options);
  return { ...sync, drain: ({ deadline = testLimit } = {}) => sync.drain({ deadline }) };
}

/** A delta sync with short delays that ends with the test. */
export function createTestSync(baseUrl: string, more: Partial<DeltaSyncOptions> = {}) {
  const queue = createMemoryQueue();
  const outcomes: [string | undefined, UserOutcome][] = [];
  const failures: string[] = [];
  const buried: [string | undefined, string][] = [];
  const sync = createPatientSync({
    client: toClient(baseUrl),
    queue,
    maxAge: 1,
    backoff: { baseDelay: 1, maxDelay: 1 },
    onOutcome: (user, outcome) => void outcomes.push([user.externalUserId, outcome]),
    onError: ({ code, retryIn }) => void failures.push(retryIn === null ? `${code}, stopped` : code),
    onBuried: (user, reason) => void buried.push([user.externalUserId, reason]),
    ...more,
  });
  onTestFinished(async () => {
    await sync.drain({ deadline: 0 });
  });
  return { sync, queue, outcomes, failures, buried };
}

/** Waits until the condition holds. */
export const until = (condition: () => boolean) => vi.waitUntil(condition, { interval: 2, timeout: waitLimit });
