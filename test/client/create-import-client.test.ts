// The four calls against the reference backend, and against a server that knows only the guides.
import { describe, expect, test, vi } from "vitest";
import { createImportClient, type ImportClientOptions } from "../../src/client/create-import-client.ts";
import { createInstantTiming } from "./instant-timing.ts";
import { type ReferenceOptions, serveReference } from "./reference-server.ts";
import { hangUp, json, loginPage, raw, type Step, serveSteps } from "./scripted-server.ts";

const request = {
  sourceName: "May",
  users: [
    { externalUserId: "1", email: "Ada@Example.com" },
    { externalUserId: "2", email: "nobody@example.com" },
  ],
};
const guideOnly = { extensions: [] } as const;

function toClient(baseUrl: string, more: Partial<ImportClientOptions> = {}) {
  return createImportClient({ appId: "app_1", baseUrl, ...more }, createInstantTiming());
}

async function setUp(options: ReferenceOptions = {}) {
  const server = await serveReference(options);
  return { ...server, client: toClient(server.url) };
}

const statuses = (results: readonly { status: string }[]) => results.map(({ status }) => status);

describe.each([
  ["the reference backend", {}],
  ["a server that knows only the guides", guideOnly],
])("%s", (_, options) => {
  test("an import is saved, listed and rolled back", async () => {
    const { client, store } = await setUp(options);
    const { source, results } = await client.importUsers(request);
    expect(statuses(results)).toEqual(["imported", "not_found"]);
    expect(await client.listSources()).toMatchObject({ sources: [{ id: source?.id, name: "May" }], nextCursor: null });
    expect(await client.deleteSource(source?.id ?? "")).toMatchObject({ removed: 1, alreadyDeleted: false });
    expect((await store.snapshot()).connections).toEqual([]);
    expect((await client.listSources()).sources).toEqual([]);
  });

  test("pages of sources follow each other", async () => {
    const { client } = await setUp(options);
    for (const sourceName of ["a", "b", "c"]) await client.importUsers({ ...request, sourceName });
    const first = await client.listSources({ limit: 2 });
    const second = await client.listSources({ limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.sources, ...second.sources].map(({ name }) => name)).toEqual(["c", "b", "a"]);
    expect(second.nextCursor).toBeNull();
  });

  test("an unknown source is not found", async () => {
    const { client } = await setUp(options);
    await expect(client.deleteSource("src_none")).rejects.toMatchObject({ status: 404, code: "source-not-found" });
  });

  test("a request that is refused is refused once", async () => {
    const { client, log } = await setUp(options);
    const refused = client.importUsers({ ...request, sourceName: " " });
    await expect(refused).rejects.toMatchObject({ code: "invalid-request", outcomeUnknown: false });
    expect(log.filter((line) => line.startsWith("POST"))).toHaveLength(1);
  });
});

describe("extensions that a server does not list are not used", () => {
  test("no dry run is sent to a server that would act for real", async () => {
    const { client, log, store } = await setUp(guideOnly);
    const { source } = await client.importUsers(request);
    const before = await store.snapshot();
    const sent = log.length;
    const refusal = { name: "ImportClientError", code: "dry_run_not_offered", outcomeUnknown: false };
    await expect(client.deleteSource(source?.id ?? "", { dryRun: true })).rejects.toMatchObject(refusal);
    await expect(client.importUsers(request, { dryRun: true })).rejects.toMatchObject(refusal);
    expect(log.slice(sent)).toEqual([]);
    expect(await store.snapshot()).toEqual(before);
  });

  test("a new client lists first, and only lists", async () => {
    const { client, log } = await setUp(guideOnly);
    await expect(client.deleteSource("src_1", { dryRun: true })).rejects.toMatchObject({ code: "dry_run_not_offered" });
    expect(log).toEqual(["GET /sources"]);
  });

  test("no stored results are asked for", async () => {
    const { client, log } = await setUp(guideOnly);
    expect(await client.listResults("src_1")).toBeNull();
    expect(log).toEqual(["GET /sources"]);
  });
});

describe("extensions that a server lists are used", () => {
  test("a dry run judges and counts, and changes nothing", async () => {
    const { client, store, log } = await setUp();
    const tried = await client.importUsers(request, { dryRun: true });
    expect(tried.source).toBeNull();
    expect(statuses(tried.results)).toEqual(["imported", "not_found"]);
    expect((await store.snapshot()).connections).toEqual([]);
    const { source } = await client.importUsers(request);
    expect(await client.deleteSource(source?.id ?? "", { dryRun: true })).toMatchObject({ removed: 1 });
    expect((await store.snapshot()).connections).toHaveLength(1);
    expect(log).toEqual([
      "GET /sources",
      "POST /csv?dryRun=true",
      "POST /csv",
      "GET /sources",
      expect.stringMatching(/\?dryRun=true$/),
    ]);
  });

  test("a dry run that is answered with a source has failed, and may have saved it", async () => {
    const { url } = await serveSteps(
      json({ sources: [], extensions: ["dryRun"] }),
      json({ source: { id: "src_9", name: request.sourceName }, results: [] }),
    );
    const saved = { code: "unexpected_answer", outcomeUnknown: true };
    await expect(toClient(url).importUsers(request, { dryRun: true })).rejects.toMatchObject(saved);
  });

  test("extensions of the first page are remembered on the next", async () => {
    const { url, log } = await serveSteps(
      json({ sources: [], extensions: ["results"] }),
      json({ sources: [] }),
      json({ results: [] }),
    );
    const client = toClient(url);
    await client.listSources();
    await client.listSources({ cursor: "2" });
    await client.listResults("src_1");
    expect(log.at(-1)).toBe("GET /sources/src_1/results");
  });

  test("before a dry run they are read again, as the server may have changed", async () => {
    const { url, log } = await serveSteps(json({ sources: [], extensions: ["dryRun"] }), json({ sources: [] }));
    const client = toClient(url);
    await client.listSources();
    await expect(client.deleteSource("src_1", { dryRun: true })).rejects.toMatchObject({ code: "dry_run_not_offered" });
    expect(log).toEqual(["GET /sources", "GET /sources"]);
  });

  test("stored results come in pages, by status", async () => {
    const { client } = await setUp();
    const { source, results } = await client.importUsers(request);
    expect(await client.listResults(source?.id ?? "")).toEqual({ results, nextCursor: null });
    expect(await client.listResults(source?.id ?? "", { status: "not_found" })).toMatchObject({
      results: [{ index: 1, status: "not_found" }],
    });
  });

  test("names come with the stored results where they are asked for and offered, and else not", async () => {
    const { client, log } = await setUp();
    const users = request.users.map((user, at) => ({ ...user, ...(at === 1 ? { name: "Nemo Nobody" } : {}) }));
    const { source, results } = await client.importUsers({ ...request, users });
    const list = (include?: "names") => client.listResults(source?.id ?? "", { include });
    expect((await list("names"))?.results).toEqual(
      results.map((row, at) => ({ ...row, name: at === 1 ? "Nemo Nobody" : null })),
    );
    expect(log.at(-1)).toMatch(/\?include=names$/);
    expect((await list())?.results).toEqual(results);
  });

  test.each([
    ["without the extension", ["results"], undefined],
    ["with it", ["results", "resultNames"], null],
  ])("a server %s that tells a wrong name, or one unasked", async (_, extensions, name) => {
    const told = json({ results: [{ index: 0, status: "imported", name: ["Ada"] }] });
    const { url, log } = await serveSteps(json({ sources: [], extensions }), told);
    const page = await toClient(url).listResults("src_1", { include: "names" });
    expect(page?.results[0]?.name).toBe(name);
    expect(log.at(-1)?.includes("include")).toBe(extensions.includes("resultNames"));
  });

  test("results of a source that is gone are none", async () => {
    const { client } = await setUp();
    expect(await client.listResults("src_none")).toBeNull();
  });
});

describe("a rollback", () => {
  test.each([
    ["a sign-in page", "the source is still listed", loginPage, json([{ id: "src_1" }]), false],
    ["a sign-in page", "the list is the same page", loginPage, loginPage, true],
    ["other JSON", "the source is still listed", json({ ok: true }), json([{ id: "src_1" }]), false],
    ["null", "the list can't be read", json(null), json({}), true],
  ])("answered with %s is not done when %s", async (_, __, answer, list, outcomeUnknown) => {
    const { url, log } = await serveSteps(answer, list);
    await expect(toClient(url).deleteSource("src_1")).rejects.toMatchObject({
      code: "unexpected_answer",
      outcomeUnknown,
    });
    expect(log).toEqual(["DELETE /sources/src_1", "GET /sources"]);
  });

  test.each<[string, string, ...Step[]]>([
    ["204", "the source is still listed", raw("", 204), json([{ id: "src_1" }])],
    ["an empty 200", "the source is still listed", raw(""), json([{ id: "src_1" }])],
    [
      "an empty 202",
      "it is listed on the second page",
      raw("\n", 202),
      json({ sources: [], nextCursor: "2" }),
      json([{ id: "src_1" }]),
    ],
    ["204", "the list can't be read", raw("", 204), loginPage],
    ["204", "the list is answered with 204 too", raw("", 204), raw("", 204)],
  ])("answered with %s is not confirmed when %s", async (_, __, ...steps) => {
    const { url, log } = await serveSteps(...steps);
    const failure = { code: "not_confirmed", outcomeUnknown: true };
    await expect(toClient(url).deleteSource("src_1")).rejects.toMatchObject(failure);
    expect(log.slice(0, 2)).toEqual(["DELETE /sources/src_1", "GET /sources"]);
  });

  test("answered with numbers is done without a look at the list", async () => {
    const { url, log } = await serveSteps(json({ removed: 0 }), json([{ id: "src_1" }]));
    expect(await toClient(url).deleteSource("src_1")).toMatchObject({ removed: 0 });
    expect(log).toHaveLength(1);
  });

  test.each<[string, ...Step[]]>([
    ["204, and gone from the list", raw("", 204), json([])],
    ["an empty 200, and gone from the list", raw(""), json([{ id: "src_2" }])],
    ["words, and gone from the list", raw("Deleted."), json([])],
    ["other JSON, and gone from the list", json({ ok: true }), json([])],
  ])("answered with %s is done, without numbers", async (_, ...steps) => {
    const { url } = await serveSteps(...steps);
    expect(await toClient(url).deleteSource("src_1")).toEqual({
      source: null,
      removed: null,
      alreadyGone: null,
      reactivatedKept: null,
      alreadyDeleted: false,
    });
  });

  test("repeated after a lost answer finds nothing left, and succeeds", async () => {
    const { url, log } = await serveSteps(hangUp, raw("", 404));
    expect(await toClient(url).deleteSource("src_1")).toMatchObject({ removed: null, alreadyDeleted: true });
    expect(log).toHaveLength(2);
  });

  test("answered with a login page did not happen", async () => {
    const { url } = await serveSteps(raw("", 303, { location: "/login" }), loginPage);
    await expect(toClient(url).deleteSource("src_1")).rejects.toMatchObject({ code: "unexpected_answer" });
  });

  test("of an id that would be another path is refused before anything is sent", async () => {
    const server = await serveSteps(json({}));
    await expect(toClient(server.url).deleteSource("..")).rejects.toBeInstanceOf(TypeError);
    expect(server.requests).toEqual([]);
  });
});

describe("a host", () => {
  test("may bring its own fetch, called as a bare function", async () => {
    const { url } = await serveReference();
    const own = vi.fn(function (this: unknown, address: string, init: RequestInit) {
      expect(this).toBeUndefined();
      return fetch(address, init);
    });
    await toClient(url, { fetch: own }).listSources();
    expect(own).toHaveBeenCalledOnce();
  });

  test("is asked for headers on each attempt", async () => {
    const server = await serveSteps(raw("", 503), json([]));
    let asked = 0;
    await toClient(server.url, { headers: () => ({ "x-token": `t${++asked}` }) }).listSources();
    expect(server.requests.map(({ headers }) => headers["x-token"])).toEqual(["t1", "t2"]);
  });

  test("is told of each repetition", async () => {
    const server = await serveSteps(raw("", 429, { "retry-after": "3" }), json([]));
    const onRetry = vi.fn();
    await toClient(server.url).listSources({ onRetry });
    expect(onRetry.mock.calls).toMatchObject([[{ attempt: 2, attempts: 4, delay: 3000, error: { status: 429 } }]]);
  });

  test("may switch retries off", async () => {
    const server = await serveSteps(raw("", 503));
    await expect(toClient(server.url, { retry: false }).listSources()).rejects.toMatchObject({ status: 503 });
    expect(server.requests).toHaveLength(1);
  });
});
