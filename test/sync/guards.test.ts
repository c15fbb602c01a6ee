// Tests guards, which stop a run before it does harm, alerts and the retry budget.
import { describe, expect, test } from "vitest";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { type Alert, createJsonLineSink } from "../../src/sync/report/alerts.ts";
import { run, setUpSite, toUsers } from "./site.ts";

const invalid = (count: number) => Array.from({ length: count }, () => ({ externalUserId: "1", email: "nobody" }));
const override = { reason: "The old system had no emails" };

describe("a first batch that is mostly invalid", () => {
  test("stops the run before anything is sent", async () => {
    const site = await setUpSite();
    const { report } = await run(site, [...invalid(6), ...toUsers(20)], { checkpoint: createMemoryCheckpoint() });
    const guard = { code: "first_batch_invalid", share: 0.6, most: 0.5, override: null };
    expect(report).toMatchObject({ state: "stopped_by_guard", failure: { code: "guard_tripped" }, guards: [guard] });
    expect(report.counters).toMatchObject({ total: 10, pending: 10 });
    expect(site.log).toEqual([]);
  });

  test("goes on with an override, whose reason is in the report", async () => {
    const site = await setUpSite();
    const { report } = await run(site, [...invalid(6), ...toUsers(4)], { guards: { override } });
    expect(report).toMatchObject({ state: "done", counters: { refused: 6, acknowledged: 4 } });
    expect(report.guards.map(({ code, override }) => [code, override])).toEqual([
      ["first_batch_invalid", override.reason],
      ["first_batch_refused", override.reason],
    ]);
  });

  test("by the server's results alone ends the run after it, and again when resumed", async () => {
    const site = await setUpSite({}, { fetch: strict });
    const checkpoint = createMemoryCheckpoint();
    const first = await run(site, toUsers(25), { checkpoint });
    expect(first.report).toMatchObject({
      state: "stopped_by_guard",
      guards: [{ code: "first_batch_refused", share: 1 }],
    });
    expect(first.report.counters).toMatchObject({ refused: 10 });
    const again = await run(site, toUsers(25), { checkpoint, resume: true });
    expect(again.report).toMatchObject({ state: "stopped_by_guard", batches: 1 });
    const on = await run(site, toUsers(25), { checkpoint, resume: true, guards: { override } });
    expect(on.report).toMatchObject({ state: "done", batches: 3 });
  });

  test("of a few users is not judged", async () => {
    const site = await setUpSite();
    expect((await run(site, invalid(9))).report.state).toBe("done");
  });
});

describe("an input that shrank", () => {
  async function afterThirty() {
    const site = await setUpSite();
    const checkpoint = createMemoryCheckpoint();
    await run(site, toUsers(30), { checkpoint });
    return { site, checkpoint, sent: site.log.length };
  }

  test.each([
    ["announced", 23, { total: 23 }],
    ["of one batch", 9, {}],
    ["empty", 0, {}],
  ])("stops the run before anything is sent when it is %s", async (_, count, options) => {
    const { site, checkpoint, sent } = await afterThirty();
    const { report } = await run(site, toUsers(count), { checkpoint, ...options });
    expect(report).toMatchObject({ state: "stopped_by_guard", guards: [{ code: "input_shrunk", most: 0.2 }] });
    expect(site.log).toHaveLength(sent);
  });

  test("by no more than a fifth trips no guard", async () => {
    const { site, checkpoint } = await afterThirty();
    expect((await run(site, toUsers(24), { checkpoint, total: 24 })).report).toMatchObject({
      state: "done",
      guards: [],
    });
  });

  test("of unknown total is reported at the end, and is no baseline for the next run", async () => {
    const { site, checkpoint } = await afterThirty();
    const { report } = await run(site, toUsers(21), { checkpoint });
    expect(report).toMatchObject({
      state: "done",
      guards: [{ code: "input_shrunk" }],
      alerts: [{ code: "input_shrunk" }],
    });
    const next = await run(site, toUsers(21), { checkpoint, total: 21 });
    expect(next.report.state).toBe("stopped_by_guard");
  });

  test("with an override is sent, and becomes the baseline for the next run", async () => {
    const { site, checkpoint } = await afterThirty();
    const guards = { override: { reason: "A customer left" } };
    expect((await run(site, toUsers(12), { checkpoint, total: 12, guards })).report).toMatchObject({
      state: "done",
      alerts: [],
    });
    expect((await run(site, toUsers(12), { checkpoint, total: 12 })).report).toMatchObject({
      state: "done",
      guards: [],
    });
  });
});

describe("alerts", () => {
  test("high rates go to every sink, and a sink that fails stops nothing", async () => {
    const site = await setUpSite({ known: 2 });
    const heard: Alert[] = [];
    const lines: string[] = [];
    const error = new Error("The pager is off.");
    const broken = () => Promise.reject(error);
    const sinks = [
      broken,
      (alert: Alert) => void heard.push(alert),
      createJsonLineSink((line) => void lines.push(line)),
    ];
    const { report } = await run(site, [...toUsers(22), ...invalid(3)], { alerts: { sinks } });
    expect(report.alerts).toMatchObject([
      { code: "high_rate", status: "invalid_row", count: 3, judged: 25, share: 0.12, most: 0.1 },
    ]);
    expect(heard).toEqual(report.alerts);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ type: "alert", code: "high_rate" }]);
    expect(report).toMatchObject({ state: "done", callbackError: error });
  });

  test.each([
    ["a share that may be larger", { maxStatusShares: { invalid_row: 1 } }],
    ["too few users", { minUsers: 26 }],
  ])("none for %s", async (_, alerts) => {
    const site = await setUpSite();
    expect((await run(site, [...toUsers(22), ...invalid(3)], { alerts })).report.alerts).toEqual([]);
  });

  test("a failed run reports the time since the last success", async () => {
    let isDown = false;
    const fate = () => (isDown ? new Response("", { status: 401 }) : undefined);
    const site = await setUpSite({ fate });
    const checkpoint = createMemoryCheckpoint();
    await run(site, toUsers(3), { checkpoint });
    isDown = true;
    const { report } = await run(site, toUsers(3), { checkpoint, alerts: { maxAge: -1 } });
    expect(report.alerts).toMatchObject([
      { code: "no_recent_success", age: 0, lastSuccessAt: "2026-05-03T00:00:00.000Z" },
    ]);
    const never = await run(site, toUsers(3), { alerts: { maxAge: 1_000 } });
    expect(never.report.alerts).toMatchObject([{ code: "no_recent_success", age: null, lastSuccessAt: null }]);
  });
});

describe("the retry budget", () => {
  test("ends a run on a failing server, whatever each single request would still retry", async () => {
    const site = await setUpSite({
      fate: (method) => (method === "POST" ? new Response("", { status: 503 }) : undefined),
    });
    const { report } = await run(site, toUsers(10), { retryQuota: 2 });
    expect(report).toMatchObject({ state: "partial", repetitions: 2, failure: { code: "unavailable" } });
    expect(site.log.filter((line) => line.startsWith("POST"))).toHaveLength(3);
  });

  test("is refilled by answered batches", async () => {
    const everyThird = (number: number) => (number % 6 === 0 ? new Response("", { status: 503 }) : undefined);
    const site = await setUpSite({ fate: (method, number) => (method === "POST" ? everyThird(number) : undefined) });
    const { report } = await run(site, toUsers(60), { batchSize: 2, retryQuota: 1 });
    expect(report).toMatchObject({ state: "done", repetitions: 5 });
  });
});

// A server whose rule for a valid user is stricter than the shared one.
async function strict(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  if (init.method !== "POST") return response;
  const { results } = (await response.json()) as { results: object[] };
  return Response.json({ results: results.map((result) => ({ ...result, status: "invalid_row", code: "required" })) });
}
