// The rows of a saved source, against the reference backend on a real port.
import { expect, onTestFinished, test, vi } from "vitest";
import type { StoredSource } from "../../../mock-server/index.ts";
import { ImportClientError } from "../../../src/client/errors.ts";
import { countStatuses } from "../../../src/contract/status.ts";
import { createSentUsers } from "../../../src/importer/sources/sent-users.ts";
import type { SourceListOptions, SourceListStore } from "../../../src/importer/sources/source-list.ts";
import { createGate } from "../../gate.ts";
import { type PortalOptions, servePortal, until } from "../portal.ts";
import { connected, ready } from "../source-lists.ts";
import { result } from "../states.ts";

function savedSource(rows: number, id = "src_1"): StoredSource {
  const results = Array.from({ length: rows }, (_, index) => result(index, index % 4 === 0 ? "not_found" : "imported"));
  return {
    id,
    appId: "app_123",
    name: "May",
    createdAt: "2026-05-03T08:00:00.000Z",
    counters: countStatuses(results),
    reactivated: 0,
    idempotencyKey: null,
    fingerprint: null,
    rollback: null,
    results,
  };
}

async function opened(options: PortalOptions, more: Partial<SourceListOptions> = {}) {
  const portal = await servePortal(options);
  const list = connected({ client: portal.client, ...more });
  const [source] = (await ready(list)).sources;
  if (!source) throw new Error("Nothing is saved.");
  list.actions.toggleResults(source);
  return { portal, list, source };
}

function rowsAre(list: SourceListStore, status: string) {
  return until(list, (state) => state.opened?.status === status).then((state) => state.opened);
}

test("rows come in pages, each row once", async () => {
  const { list } = await opened({ sources: [savedSource(1_250)] });
  expect(list.getState().opened).toMatchObject({ status: "loading", results: [], filter: null });
  expect((await rowsAre(list, "ready"))?.results).toHaveLength(1_000);
  list.actions.moreResults();
  list.actions.moreResults();
  const all = await rowsAre(list, "ready");
  expect(all?.results.map(({ index }) => index)).toEqual(Array.from({ length: 1_250 }, (_, index) => index));
  expect(all?.nextCursor).toBeNull();
});

test("all further rows are read page after page, of the chosen status too, until another is chosen", async () => {
  const { list, portal } = await opened({ sources: [savedSource(4_500)] });
  // While the first page is on its way.
  list.actions.allResults();
  list.actions.allResults();
  const all = await until(list, ({ opened }) => opened?.status === "ready" && opened.nextCursor === null);
  expect(all.opened).toMatchObject({ readsAll: false });
  expect(all.opened?.results).toHaveLength(4_500);
  expect(portal.log.filter((line) => line.includes("/results"))).toHaveLength(5);
  list.actions.allResults();
  list.actions.filterResults("imported");
  list.actions.allResults();
  const imported = await until(list, ({ opened }) => opened?.status === "ready" && opened.nextCursor === null);
  expect(imported.opened?.results).toHaveLength(3_375);
});

test("a failure ends the reading of all rows; a retry goes on with the next page", async () => {
  let fails = false;
  const { list } = await opened({
    sources: [savedSource(2_500)],
    meet: (request, next) => (fails && request.url.includes("cursor") ? new Response(null, { status: 500 }) : next()),
  });
  await rowsAre(list, "ready");
  fails = true;
  list.actions.allResults();
  expect(await rowsAre(list, "failed")).toMatchObject({ readsAll: false });
  fails = false;
  list.actions.retryResults();
  expect((await rowsAre(list, "ready"))?.results).toHaveLength(2_000);
});

test.each([
  ["no index", () => ({})],
  ["an index that begins anew on each page", (index: number) => ({ index: index % 1_000 })],
])("results with %s are numbered over all pages", async (_, toIndex) => {
  const { list } = await opened({
    sources: [savedSource(1_250)],
    meet: async (request, next) => {
      const answer = await next();
      if (!request.url.includes("/results")) return answer;
      const page = (await answer.json()) as { results: readonly { readonly index: number }[] };
      const results = page.results.map(({ index, ...rest }) => ({ ...rest, ...toIndex(index) }));
      return Response.json({ ...page, results });
    },
  });
  await rowsAre(list, "ready");
  list.actions.moreResults();
  const all = await rowsAre(list, "ready");
  expect(all?.results.map(({ index }) => index)).toEqual(Array.from({ length: 1_250 }, (_, index) => index));
});

const named = Array.from({ length: 1_250 }, (_, index) => (index === 1_100 ? "Zoë Ünknown" : null));

test("names come with the rows, and are known to be there from the first one on", async () => {
  const { list } = await opened({ sources: [{ ...savedSource(1_250), names: named }] });
  expect((await rowsAre(list, "ready"))?.hasNames).toBe(false);
  list.actions.allResults();
  const all = await until(list, ({ opened }) => opened?.status === "ready" && opened.nextCursor === null);
  expect(all.opened).toMatchObject({ hasNames: true });
  expect(all.opened?.results.map(({ name }) => name)).toEqual(named);
  list.actions.filterResults("not_found");
  expect(await rowsAre(list, "ready")).toMatchObject({ hasNames: true });
});

test.each([
  ["the server lists no names", ["results"] as const, "/results"],
  ["the server lists them", undefined, "/results?include=names"],
])("names are asked for only where they are offered: %s", async (_, extensions, path) => {
  const portal = await servePortal({ sources: [savedSource(4)], ...(extensions && { extensions }) });
  const list = connected({ client: portal.client });
  const [source] = (await ready(list)).sources;
  if (source) list.actions.toggleResults(source);
  expect(await rowsAre(list, "ready")).toMatchObject({ hasNames: false });
  expect(portal.log.at(-1)).toBe(`GET /sources/src_1${path}`);
});

test("names that this page sent are shown where the server tells none, only beside their own rows", async () => {
  const sentUsers = createSentUsers();
  const people = [0, 1, 2, 3].map((at) => ({ externalUserId: `id${at}`, email: `user${at}@example.com` }));
  // The third user is somebody else than the third result.
  const sent = people.map((one, at) => (at === 2 ? { ...one, externalUserId: "other" } : one));
  sentUsers.remember(
    "src_1",
    sent.map((one, at) => ({ ...one, name: at === 1 ? "" : `Name ${at}` })),
  );
  const saved = savedSource(4);
  const results = saved.results.map((one, at) => ({ ...one, ...people[at] }));
  const { list } = await opened({ sources: [{ ...saved, results }], extensions: ["results"] }, { sentUsers });
  const all = await rowsAre(list, "ready");
  expect(all?.hasNames).toBe(true);
  expect(all?.results.map(({ name }) => name)).toEqual(["Name 0", null, null, "Name 3"]);
  list.actions.filterResults("imported");
  expect((await rowsAre(list, "ready"))?.results.map(({ name }) => name)).toEqual([null, null, "Name 3"]);
});

test("a status is asked of the server, and the rows before stay until it answers", async () => {
  const { list, portal } = await opened({ sources: [savedSource(8)] });
  await rowsAre(list, "ready");
  list.actions.filterResults("not_found");
  expect(list.getState().opened).toMatchObject({ status: "loading", filter: "not_found", results: { length: 8 } });
  expect((await rowsAre(list, "ready"))?.results.map(({ index }) => index)).toEqual([0, 4]);
  expect(portal.log.at(-1)).toBe("GET /sources/src_1/results?status=not_found&include=names");
});

test("a second press closes it, and its answer is dropped", async () => {
  const gate = createGate();
  const meet = async (request: Request, next: () => Promise<Response>) => {
    if (request.url.includes("/results")) await gate.pass();
    return next();
  };
  const { list, source } = await opened({ sources: [savedSource(2)], meet });
  list.actions.toggleResults(source);
  expect(list.getState().opened).toBeNull();
  const seen = vi.fn();
  onTestFinished(list.subscribe(seen));
  gate.open();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).not.toHaveBeenCalled();
});

test("opening another one closes the first", async () => {
  const { list } = await opened({ sources: [savedSource(2), savedSource(3, "src_2")] });
  const other = list.getState().sources[1];
  if (!other) throw new Error("One is missing.");
  list.actions.toggleResults(other);
  expect((await rowsAre(list, "ready"))?.source.id).toBe(other.id);
});

test("a failure is told and tried again; of a further page, without losing the rows before", async () => {
  let isDown = true;
  const meet = (request: Request, next: () => Promise<Response>) =>
    isDown && request.url.includes("/results") ? new Response(null, { status: 503 }) : next();
  const onError = vi.fn();
  const { list } = await opened({ sources: [savedSource(1_250)], meet }, { onError });
  expect(await rowsAre(list, "failed")).toMatchObject({ failure: "unavailable", results: [] });
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: "unavailable" }));
  isDown = false;
  list.actions.retryResults();
  await rowsAre(list, "ready");
  isDown = true;
  list.actions.moreResults();
  expect(await rowsAre(list, "failed")).toMatchObject({ results: { length: 1_000 } });
  isDown = false;
  list.actions.retryResults();
  expect((await rowsAre(list, "ready"))?.results).toHaveLength(1_250);
});

test("code of the page that can't be loaded fails like an unreachable server, and can be retried", async () => {
  const prepare = vi.fn().mockRejectedValueOnce(new TypeError("Failed to fetch")).mockResolvedValue(undefined);
  const { list } = await opened({ sources: [savedSource(2)] }, { prepare });
  expect((await rowsAre(list, "failed"))?.failure).toBe("network");
  list.actions.retryResults();
  expect((await rowsAre(list, "ready"))?.results).toHaveLength(2);
});

test("deleting it while its rows load closes it, and the late answer changes nothing", async () => {
  const gate = createGate();
  const meet = async (request: Request, next: () => Promise<Response>) => {
    if (request.url.includes("/results")) await gate.pass();
    return next();
  };
  const { list, source } = await opened({ sources: [savedSource(2)], meet });
  list.actions.askDelete(source);
  list.actions.confirmDelete();
  const { opened: none, sources } = await until(list, ({ rolledBack }) => rolledBack !== null);
  expect({ none, sources }).toEqual({ none: null, sources: [] });
  gate.open();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(list.getState().opened).toBeNull();
});

test("a source that was deleted elsewhere is announced and leaves the list", async () => {
  const { list, portal, source } = await opened({ sources: [savedSource(2)] });
  await rowsAre(list, "ready");
  await portal.createClient().deleteSource(source.id);
  list.actions.filterResults("imported");
  const state = await until(list, ({ rolledBack }) => rolledBack !== null);
  expect(state).toMatchObject({
    opened: null,
    sources: [],
    rolledBack: { alreadyDeleted: true, source: { name: "May" } },
  });
});

test("a source missing on the first page of a long list is not taken for deleted", async () => {
  const sources = Array.from({ length: 60 }, (_, number) => savedSource(1, `src_${number}`));
  const meet = (request: Request, next: () => Promise<Response>) =>
    request.url.includes("/results") ? new Response(null, { status: 404 }) : next();
  const { list } = await opened({ sources, meet });
  await rowsAre(list, "none");
  list.actions.loadMore();
  await until(list, (state) => state.sources.length === 60);
  const last = list.getState().sources.at(-1);
  if (!last) throw new Error("The last one is missing.");
  list.actions.toggleResults(last);
  await rowsAre(list, "none");
  list.actions.refresh();
  const refreshed = await until(list, (state) => state.status === "ready" && state.sources.length === 50);
  expect(refreshed).toMatchObject({ opened: null, rolledBack: null });
});

test("a client without listResults offers no rows", async () => {
  const portal = await servePortal({ sources: [savedSource(2)] });
  const { listSources, deleteSource } = portal.client;
  const state = await ready(connected({ client: { listSources, deleteSource } }));
  expect(state.extensions).toEqual(["dryRun", "idempotencyKey"]);
});

test("an empty page with a cursor is the last one", async () => {
  const source = { ...savedSource(0), results: undefined };
  const listResults = vi.fn().mockResolvedValue({ results: [], nextCursor: "again" });
  const listSources = async () => ({ sources: [source], nextCursor: null, extensions: ["results"] });
  const list = connected({ client: { listSources, listResults, deleteSource: vi.fn() } });
  await ready(list);
  list.actions.toggleResults(source);
  expect((await rowsAre(list, "ready"))?.nextCursor).toBeNull();
});

test("errors of a host's own client are reported like any other", async () => {
  const failure = new ImportClientError("forbidden" as never, "No.");
  const source = savedSource(1);
  const listSources = async () => ({ sources: [source], nextCursor: null, extensions: ["results"] });
  const listResults = vi.fn().mockRejectedValue(failure);
  const list = connected({ client: { listSources, listResults, deleteSource: vi.fn() } });
  await ready(list);
  list.actions.toggleResults(source);
  expect((await rowsAre(list, "failed"))?.failure).toBe("forbidden");
});
