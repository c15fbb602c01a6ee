// An import is saved at most once, whatever happens to its answer.
import { describe, expect, test } from "vitest";
import {
  bothImported,
  gatewayTimeout,
  html,
  lost,
  posts,
  request,
  setUp,
  statuses,
  throttled,
  unheard,
} from "./one-import.ts";
import type { ReferenceOptions } from "./reference-server.ts";

describe("where the server knows keys", () => {
  test.each([
    ["its answer is lost", [lost]],
    ["it never arrives", [unheard]],
    ["a gateway gives up", [gatewayTimeout]],
    ["answers are lost three times", [lost, lost, lost]],
    ["it is throttled, then lost", [throttled, lost]],
  ])("it is repeated under one key when %s", async (_, fates) => {
    const { client, store, log } = await setUp({ fate: posts(...fates) });
    const { results, adopted } = await client.importUsers(request);
    expect(statuses(results)).toEqual(bothImported);
    expect(adopted).toBeUndefined();
    expect((await store.snapshot()).sources).toHaveLength(1);
    expect(log).toEqual(["GET /sources", ...Array(fates.length + 1).fill("POST /csv")]);
  });

  test("the list is read once, not before every import", async () => {
    const { client, log } = await setUp({});
    await client.importUsers(request);
    await client.importUsers(request);
    expect(log).toEqual(["GET /sources", "POST /csv", "POST /csv"]);
  });

  test("a caller's own key makes two calls one import", async () => {
    const { client, store } = await setUp({});
    const first = await client.importUsers(request, { idempotencyKey: "nightly-2026-05-03" });
    expect(await client.importUsers(request, { idempotencyKey: "nightly-2026-05-03" })).toEqual(first);
    expect((await store.snapshot()).sources).toHaveLength(1);
  });

  test("a key that can't be sent is refused before anything is sent", async () => {
    const { client, log } = await setUp({});
    await expect(client.importUsers(request, { idempotencyKey: "short" })).rejects.toBeInstanceOf(TypeError);
    expect(log).toEqual([]);
  });

  test("a login page is not repeated, and leaves the outcome unknown", async () => {
    const { client, log } = await setUp({ fate: posts(html) });
    const failure = { code: "unexpected_answer", outcomeUnknown: true };
    await expect(client.importUsers(request)).rejects.toMatchObject(failure);
    expect(log).toEqual(["GET /sources", "POST /csv"]);
  });
});

describe("an abort", () => {
  const reason = new Error("the person left");

  test.each([
    ["the list is read", "GET", 1],
    ["the users are sent", "POST", 1],
    ["it looks for them", "GET", 2],
  ])("while %s ends the import with its own reason", async (_, method, number) => {
    const controller = new AbortController();
    const fate: ReferenceOptions["fate"] = (met, nth) => {
      if (met === method && nth === number) controller.abort(reason);
      return met === "POST" ? "lost" : undefined;
    };
    const { client } = await setUp({ extensions: [], fate });
    await expect(client.importUsers(request, { signal: controller.signal })).rejects.toBe(reason);
  });
});
