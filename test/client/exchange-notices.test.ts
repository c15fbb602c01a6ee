// onExchange is called for every exchange, and mayRetry may end the retries.
import { describe, expect, test } from "vitest";
import type { ExchangeNotice } from "../../src/client/import-client.ts";
import { gatewayTimeout, lost, posts, request, setUp, toClient } from "./one-import.ts";
import { json, raw, serveSteps } from "./scripted-server.ts";

describe("onExchange", () => {
  test("is called for every attempt, with its answer or failure", async () => {
    const heard: ExchangeNotice[] = [];
    const { client } = await setUp({ fate: posts(gatewayTimeout, lost) });
    await client.importUsers(request, { onExchange: (notice) => heard.push(notice) });
    expect(heard.map(({ method, status, failure, isReplay }) => [method, status, failure, isReplay])).toEqual([
      ["GET", 200, null, false],
      ["POST", 504, "internal", false],
      ["POST", null, "network", false],
      ["POST", 200, null, true],
    ]);
    expect(heard[1]?.path).toBe("/api/developer/applications/app_1/import-existing-users/csv");
    expect(heard.every(({ duration }) => duration >= 0)).toBe(true);
  });

  test("is called for the looks after a lost answer too", async () => {
    const heard: string[] = [];
    const { client } = await setUp({ extensions: [], fate: posts(lost) });
    await client.importUsers(request, { onExchange: ({ method }) => heard.push(method) });
    expect(heard).toEqual(["GET", "POST", "GET"]);
  });

  test("gets the answer's request id", async () => {
    const { url } = await serveSteps(raw("[]", 200, { "x-request-id": "req-7" }));
    const heard: ExchangeNotice[] = [];
    await toClient(url).listSources({ onExchange: (notice) => heard.push(notice) });
    expect(heard).toMatchObject([{ requestId: "req-7", status: 200 }]);
  });

  test("distinguishes an abort from a failure of HTTP", async () => {
    const controller = new AbortController();
    const { url } = await serveSteps(() => controller.abort(new Error("left")));
    const heard: ExchangeNotice[] = [];
    const options = { signal: controller.signal, onExchange: (notice: ExchangeNotice) => heard.push(notice) };
    await expect(toClient(url).listSources(options)).rejects.toThrow("left");
    expect(heard).toMatchObject([{ failure: "ended", status: null }]);
  });
});

test("mayRetry ends a call that the policy would continue, and then onRetry is not called", async () => {
  const { url, log } = await serveSteps(raw("", 503));
  const told: number[] = [];
  const options = { mayRetry: ({ attempt }: { attempt: number }) => attempt < 3, onRetry: () => told.push(1) };
  await expect(toClient(url).listSources(options)).rejects.toMatchObject({ status: 503 });
  expect(log).toHaveLength(2);
  expect(told).toHaveLength(1);
});

describe("an import that another process began, on a server without keys", () => {
  const saved = { id: "src_1", name: "May", createdAt: "", counters: { total: 2 } };
  const results = request.users.map(() => ({ status: "imported" }));
  const look = "GET /sources";

  test("is looked for before it is sent", async () => {
    const { url, log } = await serveSteps(json([saved]));
    const recovery = { before: [], sentEarlier: true };
    expect(await toClient(url).importUsers(request, { recovery })).toMatchObject({
      adopted: true,
      source: { id: "src_1" },
    });
    expect(log).toEqual([look]);
  });

  test("is looked for even by a client that repeats nothing", async () => {
    const { url, log } = await serveSteps(json([saved]));
    const client = toClient(url, { retry: false });
    expect(await client.importUsers(request, { recovery: { before: [], sentEarlier: true } })).toMatchObject({
      adopted: true,
    });
    expect(log).toEqual([look]);
  });

  test("is sent when the look finds only what was there before", async () => {
    const { url, log } = await serveSteps(json([saved]), json({ source: { ...saved, id: "src_2" }, results }));
    const recovery = { before: ["src_1"], sentEarlier: true };
    expect(await toClient(url).importUsers(request, { recovery })).toMatchObject({ source: { id: "src_2" } });
    expect(log).toEqual([look, "POST /csv"]);
  });

  test("is not sent if it is unknown what was there before", async () => {
    const { url, log } = await serveSteps(json([]));
    const recovery = { before: null, sentEarlier: true };
    const failure = { code: "network", outcomeUnknown: true };
    await expect(toClient(url).importUsers(request, { recovery })).rejects.toMatchObject(failure);
    expect(log).toEqual([]);
  });

  test("a list that the caller has read is not read again", async () => {
    const { url, log } = await serveSteps(json({ source: saved, results }));
    await toClient(url).importUsers(request, { recovery: { before: [], sentEarlier: false } });
    expect(log).toEqual(["POST /csv"]);
  });
});
