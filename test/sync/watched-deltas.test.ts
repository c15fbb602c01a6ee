// Guards, audit log, alerts and counts of delta syncs, over real HTTP.
import { expect, test } from "vitest";
import { systemTiming } from "../../src/client/clock.ts";
import type { AuditEntry } from "../../src/sync/audit/audit-trail.ts";
import type { Alert } from "../../src/sync/report/alerts.ts";
import { json } from "../client/scripted-server.ts";
import { createTestSync, judge, servePosts, toUser, until } from "./delta-syncs.ts";

const morning = Date.parse("2026-05-03T07:22:00Z");
const timing = { ...systemTiming, now: () => morning };
const invalid = (id: number) => ({ externalUserId: String(id), email: "no address", name: "invalid_row" });

test("users are counted by status", async () => {
  const server = await servePosts();
  const { sync } = createTestSync(server.url);
  const statuses = ["imported", "imported", "already_connected", "not_found", "name_mismatch", "invalid_row"];
  for (const [id, status] of statuses.entries()) await sync.enqueue(toUser(id, status));
  await sync.drain();
  expect(sync.stats()).toMatchObject({
    acknowledged: 3,
    refused: 3,
    statuses: { imported: 2, already_connected: 1, not_found: 1, name_mismatch: 1, invalid_row: 1 },
  });
});

test("a batch that is mostly invalid stops sending: nothing of it is sent, and the users stay in the queue", async () => {
  const server = await servePosts();
  const { sync, failures, queue } = createTestSync(server.url);
  for (let id = 0; id < 12; id += 1) await sync.enqueue(id < 7 ? invalid(id) : toUser(id));
  expect(await sync.drain()).toEqual({ sent: 0, left: 12 });
  expect([failures, sync.stats().state, server.sent()]).toEqual([["guard_tripped, stopped"], "stopped", []]);
  // Corrected states replace the waiting ones.
  for (let id = 0; id < 7; id += 1) await sync.enqueue(toUser(id));
  sync.start();
  await until(() => sync.stats().acknowledged === 12);
  expect(queue.waiting()).toEqual([]);
});

test("a batch that the server finds mostly invalid is judged, and stops the next one", async () => {
  const server = await servePosts();
  const { sync } = createTestSync(server.url, { batchSize: 10 });
  for (let id = 0; id < 20; id += 1) await sync.enqueue(toUser(id, "invalid_row"));
  expect(await sync.drain()).toEqual({ sent: 10, left: 10 });
  expect(sync.stats()).toMatchObject({ state: "stopped", failure: { code: "guard_tripped" } });
});

test("a guard with a reason lets it go on, and the reason is in the audit log", async () => {
  const server = await servePosts();
  const entries: AuditEntry[] = [];
  const { sync } = createTestSync(server.url, {
    audit: { write: (entry) => void entries.push(entry) },
    guards: { override: { reason: "a shop without emails" } },
  });
  for (let id = 0; id < 10; id += 1) await sync.enqueue(invalid(id));
  expect(await sync.drain()).toEqual({ sent: 10, left: 0 });
  expect(entries).toContainEqual(
    expect.objectContaining({
      type: "guardTripped",
      guard: expect.objectContaining({ override: "a shop without emails" }),
    }),
  );
});

test("the audit log has request, exchanges and answer of each batch, one id a day, with masked emails", async () => {
  const server = await servePosts(json({ code: "unavailable" }, 503));
  const entries: AuditEntry[] = [];
  let isClosed = 0;
  let now = morning;
  const { sync } = createTestSync(server.url, {
    timing: { ...timing, now: () => now },
    audit: {
      write: (entry) => void entries.push(entry),
      close: () => {
        isClosed += 1;
      },
    },
  });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
  now += 86_400_000;
  await sync.enqueue(toUser(2));
  await until(() => sync.stats().acknowledged === 2);
  await until(() => entries.filter(({ type }) => type === "answer").length === 2);
  expect(entries.map(({ runId, type }) => `${runId} ${type}`)).toEqual([
    "Deltas-2026-05-03 request",
    "Deltas-2026-05-03 exchange",
    "Deltas-2026-05-03 failure",
    "Deltas-2026-05-03 request",
    "Deltas-2026-05-03 exchange",
    "Deltas-2026-05-03 answer",
    "Deltas-2026-05-04 request",
    "Deltas-2026-05-04 exchange",
    "Deltas-2026-05-04 answer",
  ]);
  expect(JSON.stringify(entries)).not.toContain("1@example.com");
  await sync.drain();
  expect(isClosed).toBe(2);
});

test("while the audit log can't be written nothing is sent, and afterwards it is", async () => {
  const server = await servePosts();
  let broken = 2;
  const { sync, failures } = createTestSync(server.url, {
    audit: {
      write() {
        broken -= 1;
        if (broken >= 0) throw new Error("The disk is full.");
      },
    },
  });
  await sync.enqueue(toUser(1));
  sync.start();
  await until(() => sync.stats().acknowledged === 1);
  expect([failures, server.sent().length]).toEqual([["audit_failed", "audit_failed"], 1]);
});

test("high rates of a day are an alert, once", async () => {
  const server = await servePosts();
  const heard: Alert[] = [];
  const { sync } = createTestSync(server.url, {
    timing,
    batchSize: 10,
    alerts: { sinks: [(alert) => void heard.push(alert)], minUsers: 20, maxStatusShares: { not_found: 0.5 } },
  });
  for (let id = 0; id < 60; id += 1) await sync.enqueue(toUser(id, id < 40 ? "not_found" : "imported"));
  await sync.drain();
  expect(heard).toEqual([
    { code: "high_rate", runId: "Deltas-2026-05-03", status: "not_found", count: 20, judged: 20, share: 1, most: 0.5 },
  ]);
});

test("a failure long after the last success is an alert, again after the next success", async () => {
  const down = json({ code: "unavailable" }, 503);
  const server = await servePosts(judge, down, down, judge, down, judge);
  const heard: string[] = [];
  let now = morning;
  const { sync } = createTestSync(server.url, {
    batchSize: 1,
    timing: { ...timing, now: () => now },
    alerts: { maxAge: 3_600_000, sinks: [({ code }) => void heard.push(code)] },
  });
  for (const id of [1, 2, 3]) {
    await sync.enqueue(toUser(id));
    sync.start();
    await until(() => sync.stats().acknowledged === id);
    now += 2 * 3_600_000;
  }
  expect(heard).toEqual(["no_recent_success", "no_recent_success"]);
});
