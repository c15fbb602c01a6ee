// Sets up a portal to reconcile with: the reference backend on a real port, a ledger, and a manual clock.
import { onTestFinished } from "vitest";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import type { ImportClient } from "../../src/client/import-client.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { createMemoryLedger, type MemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { type ReconcileOptions, reconcile } from "../../src/sync/reconcile/reconcile.ts";
import type { SyncInput } from "../../src/sync/run/sync-options.ts";
import { account } from "../mock-server/worlds.ts";
import { toClient } from "./delta-syncs.ts";

const day = 86_400_000;

export interface Portal {
  readonly client: ImportClient;
  readonly ledger: MemoryLedger;
  readonly posts: readonly (readonly string[])[];
  readonly store: ReturnType<typeof createMemoryStore>;
  reconcile(users: SyncInput, more?: Partial<ReconcileOptions>): ReturnType<typeof reconcile>;
  /** The manual clock, in milliseconds since the epoch. */
  now(): number;
  pass(days: number): void;
  /** From now on every request is answered with a failure. */
  breakDown(): void;
}

/** A portal with accounts of these people, a ledger, and a manual clock. */
export async function openPortal(...people: readonly string[]): Promise<Portal> {
  const store = createMemoryStore({ accounts: people.map((name) => account(`${name}@x.io`)), connections: [] });
  const backend = createBackend({ store });
  const posts: string[][] = [];
  let isBroken = false;
  const server = await serve({
    async fetch(request) {
      if (request.method === "POST") {
        const { users } = (await request.clone().json()) as { users: UserInput[] };
        posts.push(users.map((user) => user.externalUserId ?? ""));
      }
      return isBroken ? new Response("", { status: 500 }) : backend.fetch(request);
    },
  });
  onTestFinished(() => server.close());
  const client = toClient(server.url);
  const ledger = createMemoryLedger();
  let now = Date.parse("2026-05-03T00:00:00Z");
  const tick = () => {
    now += 1;
    return now;
  };
  return {
    client,
    ledger,
    posts,
    store,
    now: tick,
    reconcile: (users, more = {}) => reconcile(client, users, { ledger, now: tick, ...more }),
    breakDown() {
      isBroken = true;
    },
    pass(days) {
      now += days * day;
    },
  };
}

export const person = (name: string, more: UserInput = {}): UserInput => ({
  externalUserId: name,
  email: `${name}@x.io`,
  ...more,
});
