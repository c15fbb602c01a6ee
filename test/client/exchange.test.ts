// One request on a real port: the request that is sent, and the answer that is read.
import { describe, expect, test, vi } from "vitest";
import type { HttpSettings } from "../../src/client/exchange.ts";
import { get, paths, post, run } from "./exchanges.ts";
import { json, loginPage, raw, serveSteps } from "./scripted-server.ts";

describe("the request", () => {
  test.each([
    ["", `${paths}/csv`],
    ["/", `${paths}/csv`],
    ["/portal/", `/portal${paths}/csv`],
  ])("behind a base ending in %j the path is %s", async (base, path) => {
    const server = await serveSteps(json({}));
    await run(server.url + base);
    expect(server.requests[0]?.url).toBe(path);
  });

  test("only defined members become query parameters", async () => {
    const server = await serveSteps(json({}));
    await run(server.url, { ...get, query: { cursor: "a b&c", limit: undefined } });
    expect(server.requests[0]?.url).toBe(`${paths}/sources?cursor=a+b%26c`);
  });

  test("a POST sends its JSON as it was made", async () => {
    const server = await serveSteps(json({}));
    await run(server.url, { ...post, headers: { "Idempotency-Key": "key-1234" } });
    expect(server.requests[0]).toMatchObject({
      method: "POST",
      body: '{"users":[]}',
      headers: { "content-type": "application/json", "idempotency-key": "key-1234" },
    });
  });

  test("a GET sends no header that would need a preflight", async () => {
    const sent: Headers[] = [];
    const spy: HttpSettings["fetch"] = async (_, init) => {
      sent.push(new Headers(init.headers));
      return Response.json({});
    };
    await run("https://portal.test", get, { fetch: spy });
    expect([...(sent[0]?.keys() ?? [])]).toEqual(["accept"]);
  });

  test("the session cookie is sent, and caches are bypassed", async () => {
    const inits: RequestInit[] = [];
    const spy: HttpSettings["fetch"] = async (_, init) => {
      inits.push(init);
      return Response.json({});
    };
    await run("", get, { fetch: spy });
    await run("", get, { fetch: spy, credentials: "omit" });
    expect(inits).toMatchObject([
      { credentials: "include", cache: "no-store" },
      { credentials: "omit", cache: "no-store" },
    ]);
  });

  test.each<[string, HttpSettings["headers"]]>([
    ["a record", { "X-CSRF": "t1" }],
    ["pairs", [["X-CSRF", "t1"]]],
    ["a function", () => ({ "X-CSRF": "t1" })],
    ["an asynchronous function", async () => new Headers({ "X-CSRF": "t1" })],
  ])("a host's headers may be %s", async (_, headers) => {
    const server = await serveSteps(json({}));
    await run(server.url, post, { headers });
    expect(server.requests[0]?.headers).toMatchObject({ "x-csrf": "t1", "content-type": "application/json" });
  });

  test("a relative address reaches a host's own fetch as it is", async () => {
    const urls: string[] = [];
    const own: HttpSettings["fetch"] = async (url) => {
      urls.push(url);
      return Response.json({});
    };
    await run("/portal", get, { fetch: own });
    await run("", get, { fetch: own });
    expect(urls).toEqual([`/portal${paths}/sources`, `${paths}/sources`]);
  });

  test("a page's own origin is the default", async () => {
    const server = await serveSteps(json({}));
    vi.stubGlobal("location", new URL(server.url));
    const platform = globalThis.fetch;
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => platform(new URL(url, location.href), init));
    await run("");
    vi.unstubAllGlobals();
    expect(server.requests).toHaveLength(1);
  });

  test("outside of a browser a relative address is refused in words", async () => {
    await expect(run("/portal")).rejects.toThrow(/absolute baseUrl/);
  });
});

describe("the answer", () => {
  test.each([200, 201, 202, 206])("a %i is a success", async (status) => {
    const { url } = await serveSteps(json({ ok: true }, status));
    expect(await run(url)).toMatchObject({ status, body: { ok: true }, redirected: false });
  });

  test("JSON is read under any media type, with a byte order mark too", async () => {
    const { url } = await serveSteps(raw('\uFEFF{"ok":true}', 200, { "content-type": "text/plain" }));
    expect(await run(url)).toMatchObject({ body: { ok: true } });
  });

  test("a body that is not JSON is left to the reader", async () => {
    const { url } = await serveSteps(loginPage);
    expect(await run(url)).toMatchObject({ body: undefined });
  });

  test("a followed redirect is reported", async () => {
    const { url } = await serveSteps(raw("", 302, { location: "/login" }), loginPage);
    expect(await run(url, get)).toMatchObject({ redirected: true, body: undefined });
  });

  test("a redirect that a host's fetch does not follow is not an answer", async () => {
    const { url } = await serveSteps(raw("", 302, { location: "/login" }));
    const stay: HttpSettings["fetch"] = (address, init) => fetch(address, { ...init, redirect: "manual" });
    await expect(run(url, post, { fetch: stay })).rejects.toMatchObject({
      name: "ContractError",
      code: "unexpected_answer",
      outcomeUnknown: true,
    });
  });
});
