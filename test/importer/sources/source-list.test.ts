// The saved sources without React, against the reference backend on a real port.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { StoredSource } from "../../../mock-server/index.ts";
import { countStatuses } from "../../../src/contract/status.ts";
import { createSourceList } from "../../../src/importer/sources/source-list.ts";
import { createGate } from "../../gate.ts";
import { servePortal, until } from "../portal.ts";
import { connected, ready, twoUsers } from "../source-lists.ts";

// Newest first, as they are listed: "Run 59" to "Run 0".
function manySources(count: number): StoredSource[] {
  return Array.from({ length: count }, (_, number) => ({
    id: `src_${String(number).padStart(3, "0")}`,
    appId: "app_123",
    name: `Run ${number}`,
    createdAt: new Date(Date.UTC(2026, 0, 1) + number * 1_000).toISOString(),
    counters: countStatuses([]),
    reactivated: 0,
    idempotencyKey: null,
    fingerprint: null,
    rollback: null,
    results: [],
  }));
}

describe("the list", () => {
  test("loads when it is connected, and not before", async () => {
    const portal = await servePortal({ sources: manySources(2) });
    const sources = createSourceList({ client: portal.client });
    expect(sources.getState()).toMatchObject({ status: "loading", sources: [] });
    expect(portal.log).toEqual([]);
    onTestFinished(sources.connect());
    const state = await ready(sources);
    expect(state.sources.map(({ name }) => name)).toEqual(["Run 1", "Run 0"]);
    expect(state.extensions).toEqual(["dryRun", "idempotencyKey", "results", "resultNames"]);
  });

  test("stays visible while it is refreshed", async () => {
    const portal = await servePortal();
    const sources = connected({ client: portal.client });
    await ready(sources);
    await portal.client.importUsers({ sourceName: "May", users: twoUsers });
    sources.actions.refresh();
    await ready(sources);
    const lengths: number[] = [];
    onTestFinished(sources.subscribe(() => lengths.push(sources.getState().sources.length)));
    sources.actions.refresh();
    expect(sources.getState().status).toBe("loading");
    await ready(sources);
    expect(lengths).toEqual([1, 1]);
  });

  test("comes in pages, and no source twice when one was saved meanwhile", async () => {
    const portal = await servePortal({ sources: manySources(60) });
    const sources = connected({ client: portal.client });
    expect((await ready(sources)).sources).toHaveLength(50);
    sources.actions.loadMore();
    expect(sources.getState()).toMatchObject({ status: "more", sources: { length: 50 } });
    sources.actions.loadMore();
    const { sources: all, nextCursor } = await ready(sources);
    expect(new Set(all.map(({ id }) => id)).size).toBe(60);
    expect(nextCursor).toBeNull();
    sources.actions.loadMore();
    expect(sources.getState().status).toBe("ready");
    expect(portal.log).toHaveLength(2);
  });

  test("shows a source once even if it is on two pages", async () => {
    const [newest, older, oldest] = manySources(3).reverse();
    const page = (...listed: (StoredSource | undefined)[]) => listed.filter((source) => source !== undefined);
    const listSources = vi
      .fn()
      .mockResolvedValueOnce({ sources: page(newest, older), nextCursor: "2", extensions: [] })
      .mockResolvedValueOnce({ sources: page(older, oldest), nextCursor: null, extensions: [] });
    const sources = connected({ client: { listSources, deleteSource: vi.fn() } });
    await ready(sources);
    sources.actions.loadMore();
    await until(sources, ({ nextCursor }) => nextCursor === null);
    expect(sources.getState().sources.map(({ name }) => name)).toEqual(["Run 2", "Run 1", "Run 0"]);
  });

  test("keeps the loaded pages when the next one fails, and continues from there", async () => {
    let isDown = false;
    const portal = await servePortal({
      sources: manySources(60),
      meet: (_, next) => (isDown ? new Response(null, { status: 503 }) : next()),
    });
    const onError = vi.fn();
    const sources = connected({ client: portal.client, onError });
    await ready(sources);
    isDown = true;
    sources.actions.loadMore();
    const failed = await until(sources, ({ status }) => status === "failed");
    expect(failed).toMatchObject({ failure: "unavailable", sources: { length: 50 } });
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "unavailable", status: 503 }));
    isDown = false;
    sources.actions.loadMore();
    expect(await ready(sources)).toMatchObject({ failure: null, sources: { length: 60 } });
  });

  test("drops the answer of a load that was replaced or disconnected", async () => {
    const gates = [createGate(), createGate()];
    let met = 0;
    const portal = await servePortal({
      async meet(_, next) {
        const response = await next();
        await gates[met++]?.pass();
        return response;
      },
    });
    const sources = createSourceList({ client: portal.client });
    sources.connect()();
    sources.connect()();
    const seen = vi.fn();
    onTestFinished(sources.subscribe(seen));
    for (const gate of gates) gate.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(seen).not.toHaveBeenCalled();
    onTestFinished(sources.connect());
    await ready(sources);
  });
});
