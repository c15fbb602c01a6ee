// Measures one import or rollback through the whole backend, from request bytes to response bytes.
import { createBackend, type Store } from "../../mock-server/index.ts";
import { href, type ImportResponse, type Rollback, routes } from "../../src/contract/index.ts";

interface Measured<Answer> {
  readonly milliseconds: number;
  readonly answer: Answer;
}

export interface Bench {
  importUsers(appId: string, users: readonly object[]): Promise<Measured<ImportResponse>>;
  rollBack(appId: string, sourceId: string): Promise<Measured<Rollback>>;
}

export function createBench(store: Store): Bench {
  const { fetch } = createBackend({ store, maxWait: 600_000 });
  async function ask<Answer>(path: string, init: RequestInit): Promise<Measured<Answer>> {
    const request = new Request(`https://portal.test${path}`, init);
    const began = performance.now();
    const response = await fetch(request);
    const text = await response.text();
    const milliseconds = performance.now() - began;
    if (response.status !== 200) throw new Error(`${response.status}: ${text.slice(0, 300)}`);
    return { milliseconds, answer: JSON.parse(text) as Answer };
  }
  return {
    importUsers(appId, users) {
      const headers = { "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() };
      const body = JSON.stringify({ sourceName: "Benchmark", users });
      return ask(href(routes.importUsers, { appId }), { method: "POST", headers, body });
    },
    rollBack: (appId, sourceId) => ask(href(routes.deleteSource, { appId, sourceId }), { method: "DELETE" }),
  };
}

/** The number below which this share of them is, in percent: 0 the smallest, 50 the median, 100 the largest. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN;
}
