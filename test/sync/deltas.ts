// Creates deltas for tests.
import type { NewDelta } from "../../src/sync/delta/delta-queue.ts";

export function toDelta(id: string, name: string, version: number | null = null): NewDelta {
  return { key: id, user: { externalUserId: id, email: `u${id}@example.com`, name }, enqueuedAt: 1_000, version };
}
