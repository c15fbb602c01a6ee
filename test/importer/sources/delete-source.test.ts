// Deleting a source without React, against the reference backend on a real port.
import { describe, expect, test, vi } from "vitest";
import { createSourceList, type SourceListStore } from "../../../src/importer/sources/source-list.ts";
import { createGate } from "../../gate.ts";
import { servePortal, until } from "../portal.ts";
import { connected, ready, twoUsers } from "../source-lists.ts";

function named(sources: SourceListStore, name: string) {
  const found = sources.getState().sources.find((source) => source.name === name);
  if (!found) throw new Error(`${name} is not listed`);
  return found;
}

describe("deleting", () => {
  async function withImport(options: Parameters<typeof servePortal>[0] = {}) {
    const portal = await servePortal(options);
    await portal.client.importUsers({ sourceName: "May", users: twoUsers });
    const onSourceDeleted = vi.fn();
    const onError = vi.fn();
    const sources = connected({ client: portal.client, onSourceDeleted, onError });
    await ready(sources);
    const deletes = () => portal.log.filter((line) => line.startsWith("DELETE"));
    return { portal, sources, source: named(sources, "May"), deletes, onSourceDeleted, onError };
  }

  test("previews the effect, and then deletes once", async () => {
    const { sources, source, deletes, onSourceDeleted, portal } = await withImport();
    sources.actions.askDelete(source);
    expect(sources.getState().deleting).toMatchObject({ phase: "asking", effect: null });
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "ready");
    expect(deleting?.effect).toMatchObject({ removed: 2 });
    sources.actions.confirmDelete();
    sources.actions.confirmDelete();
    sources.actions.keep();
    expect(sources.getState().deleting?.phase).toBe("deleting");
    const after = await until(sources, (state) => state.deleting === null);
    expect(after).toMatchObject({ sources: [], rolledBack: { removed: 2, source: { name: "May" } } });
    expect(onSourceDeleted).toHaveBeenCalledExactlyOnceWith(after.rolledBack);
    expect(deletes()).toEqual([`DELETE /sources/${source.id}?dryRun=true`, `DELETE /sources/${source.id}`]);
    expect((await portal.store.snapshot()).connections).toHaveLength(1);
    sources.actions.dismissNotice();
    expect(sources.getState().rolledBack).toBeNull();
  });

  test("never asks a server that offers no dry run: opening and closing the dialog changes nothing there", async () => {
    const { sources, source, deletes, portal } = await withImport({ extensions: [] });
    const before = await portal.store.snapshot();
    sources.actions.askDelete(source);
    const prompt = { source, others: [], deleted: 0, effect: null, phase: "ready", failure: null };
    expect(sources.getState().deleting).toEqual(prompt);
    sources.actions.keep();
    expect(sources.getState().deleting).toBeNull();
    await portal.client.listSources();
    expect(deletes()).toEqual([]);
    expect(await portal.store.snapshot()).toEqual(before);
    sources.actions.askDelete(source);
    sources.actions.confirmDelete();
    await until(sources, (state) => state.rolledBack !== null);
    expect(deletes()).toEqual([`DELETE /sources/${source.id}`]);
  });

  test("is not confirmed by a 204 of a server that did nothing", async () => {
    const { sources, source, onSourceDeleted } = await withImport({
      meet: (request, next) => (request.method === "DELETE" ? new Response(null, { status: 204 }) : next()),
    });
    sources.actions.askDelete(source);
    await until(sources, (state) => state.deleting?.phase === "ready");
    sources.actions.confirmDelete();
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "failed");
    expect(deleting).toMatchObject({ failure: "not_confirmed", outcomeUnknown: true });
    expect(named(sources, "May")).toEqual(source);
    expect(onSourceDeleted).not.toHaveBeenCalled();
  });

  test("does not ask before it is known what the server offers", async () => {
    const deleteSource = vi.fn();
    const sources = connected({ client: { listSources: () => new Promise(() => {}), deleteSource } });
    sources.actions.askDelete({ id: "src_1", name: "May", createdAt: "", counters: null, reactivated: null });
    expect(sources.getState().deleting?.phase).toBe("ready");
    expect(deleteSource).not.toHaveBeenCalled();
  });

  test("continues without a preview if the dry run fails", async () => {
    const isDryRun = (request: Request) => request.url.includes("dryRun");
    const { sources, source, onError } = await withImport({
      meet: (request, next) => (isDryRun(request) ? new Response(null, { status: 500 }) : next()),
    });
    sources.actions.askDelete(source);
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "ready");
    expect(deleting).toMatchObject({ effect: null, failure: null });
    expect(onError).not.toHaveBeenCalled();
  });

  test("need not wait for the dry run, whose late answer is dropped", async () => {
    const gate = createGate();
    const { sources, source } = await withImport({
      async meet(request, next) {
        if (request.url.includes("dryRun")) await gate.pass();
        return next();
      },
    });
    sources.actions.askDelete(source);
    sources.actions.confirmDelete();
    const { rolledBack } = await until(sources, (state) => state.rolledBack !== null);
    gate.open();
    expect(rolledBack).toMatchObject({ removed: 2 });
    expect(sources.getState().deleting).toBeNull();
  });

  test("a source deleted elsewhere is not an error", async () => {
    const { sources, source, portal, onError } = await withImport();
    await portal.client.deleteSource(source.id);
    sources.actions.askDelete(source);
    sources.actions.confirmDelete();
    const { rolledBack } = await until(sources, (state) => state.rolledBack !== null);
    expect(rolledBack).toMatchObject({ alreadyDeleted: true, source: { name: "May" } });
    expect(onError).not.toHaveBeenCalled();
  });

  test("a source unknown to the server is not an error", async () => {
    const { sources, source } = await withImport({
      meet: (request, next) => (request.method === "DELETE" ? new Response(null, { status: 404 }) : next()),
    });
    sources.actions.askDelete(source);
    sources.actions.confirmDelete();
    const { rolledBack, sources: left } = await until(sources, (state) => state.rolledBack !== null);
    expect(rolledBack).toMatchObject({ alreadyDeleted: true, removed: null, source: { name: "May" } });
    expect(left).toEqual([]);
  });

  test("keeps the dialog when it fails, and can be tried again", async () => {
    let isDown = true;
    const { sources, source, onError } = await withImport({
      extensions: [],
      meet: (request, next) => (isDown && request.method === "DELETE" ? new Response(null, { status: 403 }) : next()),
    });
    sources.actions.askDelete(source);
    sources.actions.confirmDelete();
    const failed = await until(sources, (state) => state.deleting?.phase === "failed");
    expect(failed).toMatchObject({ deleting: { failure: "forbidden" }, sources: [{ name: "May" }], rolledBack: null });
    expect(onError).toHaveBeenCalledOnce();
    isDown = false;
    sources.actions.confirmDelete();
    expect(sources.getState().deleting).toMatchObject({ phase: "deleting", failure: null });
    await until(sources, (state) => state.rolledBack !== null);
  });

  test("a list requested before does not bring the source back", async () => {
    const gate = createGate();
    let isHeld = false;
    let held = 0;
    const { sources, source } = await withImport({
      async meet(request, next) {
        const response = await next();
        if (isHeld && request.method === "GET") {
          held += 1;
          await gate.pass();
        }
        return response;
      },
    });
    sources.actions.askDelete(source);
    await until(sources, (state) => state.deleting?.phase === "ready");
    isHeld = true;
    sources.actions.refresh();
    await expect.poll(() => held).toBe(1);
    sources.actions.confirmDelete();
    await until(sources, (state) => state.rolledBack !== null);
    gate.open();
    expect((await ready(sources)).sources).toEqual([]);
  });

  async function withParts(options: Parameters<typeof withImport>[0] = {}) {
    const site = await withImport(options);
    await site.portal.client.importUsers({ sourceName: "June", users: twoUsers });
    site.sources.actions.refresh();
    await until(site.sources, ({ sources, status }) => status === "ready" && sources.length === 2);
    return { ...site, pair: [named(site.sources, "June"), named(site.sources, "May")] as const };
  }

  test("several are deleted in the order that was asked for, and their numbers added up", async () => {
    const { sources, pair, deletes, onSourceDeleted } = await withParts();
    sources.actions.askDelete(...pair);
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "ready");
    expect(deleting).toMatchObject({ source: { name: "June" }, others: [{ name: "May" }], effect: { removed: 2 } });
    sources.actions.confirmDelete();
    const after = await until(sources, (state) => state.deleting === null);
    expect(after).toMatchObject({ sources: [], rolledBackCount: 2, rolledBack: { source: null, removed: 2 } });
    expect(onSourceDeleted.mock.calls.map(([rollback]) => [rollback.source.name, rollback.removed])).toEqual([
      ["June", 0],
      ["May", 2],
    ]);
    expect(deletes().slice(2)).toEqual(pair.map(({ id }) => `DELETE /sources/${id}`));
  });

  test("several: a failure keeps the dialog with those that are left, and what is deleted stays so", async () => {
    let isDown = false;
    const { sources, pair } = await withParts({
      extensions: [],
      meet(request, next) {
        if (request.method !== "DELETE") return next();
        const response = isDown ? new Response(null, { status: 403 }) : next();
        isDown = true;
        return response;
      },
    });
    sources.actions.askDelete(...pair);
    sources.actions.confirmDelete();
    const failed = await until(sources, (state) => state.deleting?.phase === "failed");
    expect(failed.deleting).toMatchObject({ source: { name: "May" }, others: [], deleted: 1, failure: "forbidden" });
    expect(failed).toMatchObject({ sources: [{ name: "May" }], rolledBackCount: 1 });
    isDown = false;
    sources.actions.confirmDelete();
    const after = await until(sources, (state) => state.deleting === null);
    expect(after).toMatchObject({ sources: [], rolledBackCount: 2, rolledBack: { removed: 2 } });
  });

  test("leaving closes the dialog and ends its calls", async () => {
    const deleteSource = vi.fn(
      (_id: string, _options?: { signal?: AbortSignal | undefined }) => new Promise<never>(() => {}),
    );
    const listSources = async () => ({ sources: [], nextCursor: null, extensions: ["dryRun"] });
    const sources = createSourceList({ client: { listSources, deleteSource } });
    const leave = sources.connect();
    await ready(sources);
    sources.actions.askDelete({ id: "src_1", name: "May", createdAt: "", counters: null, reactivated: null });
    leave();
    expect(sources.getState().deleting).toBeNull();
    expect(deleteSource.mock.calls[0]?.[1]?.signal?.aborted).toBe(true);
  });
});
