// Without idempotency keys, an import is looked for before it is sent again.
import { afterEach, describe, expect, test, vi } from "vitest";
import type { ImportClientOptions } from "../../src/client/create-import-client.ts";
import {
  bothImported,
  gatewayTimeout,
  lost,
  posts,
  request,
  setUp,
  statuses,
  throttled,
  toClient,
  unheard,
} from "./one-import.ts";
import type { ReferenceOptions } from "./reference-server.ts";
import { hangUp, json, loginPage, raw, type Step, serveSteps } from "./scripted-server.ts";

describe("D15: where the server knows only the guides", () => {
  const look = "GET /sources";
  const send = "POST /csv";
  const timeout = 60_000;
  // Only the request of this step runs out of time, however slow the machine is.
  const passTimeout: Step = () => void vi.advanceTimersByTime(timeout);

  afterEach(() => vi.useRealTimers());

  test("the list is read before, and after an answer it is not read again", async () => {
    const { client, log } = await setUp({ extensions: [] });
    expect(await client.importUsers(request)).not.toHaveProperty("adopted");
    expect(log).toEqual([look, send]);
  });

  test.each([
    ["its answer is lost", [lost], [look, send, look]],
    ["it never arrived, then its answer is lost", [unheard, lost], [look, send, look, send, look]],
    ["it is throttled, then its answer is lost", [throttled, lost], [look, send, send, look]],
  ])("what was saved is adopted when %s", async (_, fates, path) => {
    const { client, store, log } = await setUp({ extensions: [], fate: posts(...fates) });
    const { source, results, adopted } = await client.importUsers(request);
    expect(adopted).toBe(true);
    expect(source).toMatchObject({ name: "May", counters: { total: 2, imported: 2 } });
    expect(results).toEqual([]);
    expect((await store.snapshot()).sources).toHaveLength(1);
    expect(log).toEqual(path);
  });

  test("its stored results are fetched where they are offered", async () => {
    const { client } = await setUp({ extensions: ["results"], fate: posts(lost) });
    const { results, adopted } = await client.importUsers(request);
    expect(adopted).toBe(true);
    expect(results).toMatchObject([
      { index: 0, email: "ada@example.com", status: "imported" },
      { index: 1, email: "bob@example.com", status: "imported" },
    ]);
  });

  test("results that can't be fetched don't make the import look failed", async () => {
    const fate: ReferenceOptions["fate"] = (method, number) =>
      method === "POST" ? "lost" : number > 2 ? new Response("", { status: 500 }) : undefined;
    const { client } = await setUp({ extensions: ["results"], fate });
    expect(await client.importUsers(request)).toMatchObject({ adopted: true, results: [], source: { name: "May" } });
  });

  test.each([
    ["it never arrived", [unheard]],
    ["a gateway gave up before it", [gatewayTimeout]],
  ])("what is not in the list is sent again when %s", async (_, fates) => {
    const { client, store, log } = await setUp({ extensions: [], fate: posts(...fates) });
    const { results, adopted } = await client.importUsers(request);
    expect(statuses(results)).toEqual(bothImported);
    expect(adopted).toBeUndefined();
    expect((await store.snapshot()).sources).toHaveLength(1);
    expect(log).toEqual([look, send, look, send]);
  });

  test("a call that was given up on is found by the next one with its key", async () => {
    const person = new AbortController();
    const impatient: ImportClientOptions["fetch"] = async (url, init) => {
      const response = await fetch(url, init);
      if (init.method === "POST") person.abort();
      return response;
    };
    const { client, store, log } = await setUp({ extensions: [] }, { fetch: impatient });
    const idempotencyKey = "one-confirmed-start";
    await expect(client.importUsers(request, { idempotencyKey, signal: person.signal })).rejects.toThrow("aborted");
    expect(await client.importUsers(request, { idempotencyKey })).toMatchObject({ adopted: true });
    expect((await store.snapshot()).sources).toHaveLength(1);
    expect(log).toEqual([look, send, look]);
  });

  test("an older source of that name is not adopted", async () => {
    const { client, store } = await setUp({ extensions: [], fate: posts(() => undefined, unheard) });
    const { source } = await client.importUsers(request);
    const second = await client.importUsers(request);
    expect(second.source?.id).not.toBe(source?.id);
    expect(statuses(second.results)).toEqual(["already_connected", "already_connected"]);
    expect((await store.snapshot()).sources).toHaveLength(2);
  });

  test("an older source is recognised on any page", async () => {
    const { client, store } = await setUp({
      extensions: [],
      fate: (method, number) => (method === "POST" && number === 61 ? "lost" : undefined),
    });
    for (let night = 0; night < 60; night += 1) await client.importUsers(request);
    expect(await client.importUsers(request)).toMatchObject({ adopted: true });
    expect((await store.snapshot()).sources).toHaveLength(61);
  });

  test("when the look fails, nothing is repeated and the outcome stays unknown", async () => {
    const fate: ReferenceOptions["fate"] = (method, number) => {
      if (method === "POST") return "lost";
      return number > 1 ? new Response("", { status: 403 }) : undefined;
    };
    const { client, log } = await setUp({ extensions: [], fate });
    await expect(client.importUsers(request)).rejects.toMatchObject({ code: "network", outcomeUnknown: true });
    expect(log).toEqual([look, send, look]);
  });

  test("a look that fails temporarily is repeated", async () => {
    const fate: ReferenceOptions["fate"] = (method, number) => {
      if (method === "POST") return "lost";
      return number === 2 ? new Response("", { status: 503 }) : undefined;
    };
    const { client } = await setUp({ extensions: [], fate });
    expect(await client.importUsers(request)).toMatchObject({ adopted: true });
  });

  test("the last look may end after the deadline, for nothing is sent any more", async () => {
    const saved = { id: "src_1", name: "May", createdAt: "", counters: { total: 2 } };
    const later = raw("", 503, { "retry-after": "30" });
    const { url } = await serveSteps(json([]), hangUp, later, json([saved]));
    const client = toClient(url, { retry: { deadline: 10_000 } });
    expect(await client.importUsers(request)).toMatchObject({ adopted: true });
  });

  test("another run of that name at the same time makes it unclear", async () => {
    const other = { id: "src_9", name: "May", createdAt: "2026-05-03T00:00:00Z", counters: { total: 9 } };
    const server = await serveSteps(json([]), hangUp, json([other]));
    const failure = { code: "network", outcomeUnknown: true };
    await expect(toClient(server.url).importUsers(request)).rejects.toMatchObject(failure);
    expect(server.log).toEqual([look, send, look]);
  });

  test.each<[string, Step]>([
    ["a timeout", passTimeout],
    ["another shape of answer", json({ status: "ok" })],
    ["too few results", json({ results: [{ status: "imported" }] })],
    ["a login page", loginPage],
  ])("%s ends as saved when the list says so", async (_, step) => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const saved = { id: "src_1", name: "May", createdAt: "", counters: { total: 2 } };
    const { url, log } = await serveSteps(json([]), step, json([saved]));
    const client = toClient(url, { timeout });
    expect(await client.importUsers(request)).toMatchObject({ adopted: true, source: { id: "src_1" }, results: [] });
    expect(log).toEqual([look, send, look]);
  });

  test("an unexpected answer that left nothing behind is not repeated", async () => {
    const { url, log } = await serveSteps(json([]), loginPage, json([]));
    const failure = { code: "unexpected_answer", outcomeUnknown: true };
    await expect(toClient(url).importUsers(request)).rejects.toMatchObject(failure);
    expect(log).toEqual([look, send, look]);
  });

  test.each([401, 403, 404])("a list that answers %i ends it before anything is sent", async (status) => {
    const { url, log } = await serveSteps(raw("", status));
    await expect(toClient(url).importUsers(request)).rejects.toMatchObject({ status, outcomeUnknown: false });
    expect(log).toEqual([look]);
  });

  test("without repetition it is exactly one request", async () => {
    const { client, log } = await setUp({ extensions: [], fate: posts(lost) }, { retry: false });
    await expect(client.importUsers(request)).rejects.toMatchObject({ code: "network", outcomeUnknown: true });
    expect(log).toEqual([send]);
  });
});
