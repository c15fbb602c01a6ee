// Measures how long one import keeps the server from answering others: the longest turn of the event loop, and /healthz meanwhile.
import process from "node:process";
import { createBackend, type Store } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { href, routes } from "../../src/contract/index.ts";

/** What one import held. */
export interface Hold {
  /** The longest turn of the event loop in processor time of its thread, so that other work on the machine does not count. */
  readonly turn: number;
  /** The slowest /healthz while the import ran, in milliseconds. */
  readonly health: number;
}

/** Imports the users over HTTP once, and watches the server meanwhile. */
export async function measureHold(store: Store, appId: string, users: readonly object[]): Promise<Hold> {
  const server = await serve(createBackend({ store, maxWait: 600_000 }));
  const turns = watchTurns();
  const asked = watchHealth(`${server.url}/healthz`);
  try {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ sourceName: "Hold", users });
    turns.reset();
    const answer = await fetch(server.url + href(routes.importUsers, { appId }), { method: "POST", headers, body });
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
    return { turn: turns.stop(), health: await asked.stop() };
  } finally {
    turns.stop();
    await asked.stop();
    await server.close();
  }
}

function watchTurns() {
  let longest = 0;
  let at = threadTime();
  let isRunning = true;
  const turn = () => {
    const now = threadTime();
    longest = Math.max(longest, now - at);
    at = now;
    if (isRunning) setImmediate(turn);
  };
  setImmediate(turn);
  return {
    reset() {
      longest = 0;
    },
    stop() {
      isRunning = false;
      return longest;
    },
  };
}

// Milliseconds of processor time of this thread.
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function watchHealth(url: string) {
  let slowest = 0;
  let isRunning = true;
  const asking = (async () => {
    while (isRunning) {
      const began = performance.now();
      const answer = await fetch(url);
      await answer.arrayBuffer();
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  return {
    async stop() {
      isRunning = false;
      await asking;
      return slowest;
    },
  };
}
