// Audit logs beside files: structured lines without users, and several logs at once.
import { expect, test } from "vitest";
import { combineAuditLogs, createJsonLineLog } from "../../src/sync/audit/audit-logs.ts";
import type { AuditEntry } from "../../src/sync/audit/audit-trail.ts";
import { json } from "../client/scripted-server.ts";
import { createTestSync, servePosts, toUser } from "./delta-syncs.ts";

test("several logs get every entry, and JSON lines hold no users", async () => {
  const server = await servePosts();
  const lines: string[] = [];
  const entries: AuditEntry[] = [];
  const audit = combineAuditLogs(
    createJsonLineLog((line) => void lines.push(line)),
    { write: (entry) => void entries.push(entry) },
  );
  const { sync } = createTestSync(server.url, { audit });
  await sync.enqueue(toUser(1));
  await sync.drain();
  expect(lines.map((line) => JSON.parse(line).type)).toEqual(entries.map(({ type }) => type));
  expect(entries.some((entry) => entry.type === "answer" && entry.users.length === 1)).toBe(true);
  expect(lines.join("\n")).not.toContain("externalUserId");
});

test("each batch, attempt and refusal of deltas is a line", async () => {
  const refused = json({ code: "invalid-request" }, 422);
  const server = await servePosts(refused);
  const lines: string[] = [];
  const { sync } = createTestSync(server.url, { audit: createJsonLineLog((line) => void lines.push(line)) });
  await sync.enqueue(toUser(1));
  await sync.drain();
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { type: "request", runId: expect.stringMatching(/^Deltas-\d{4}-\d\d-\d\d$/), count: 1 },
    { type: "exchange", method: "POST", status: 422, failure: "invalid-request" },
    { type: "failure", code: "invalid-request", message: expect.any(String) },
  ]);
});

test("emails in names and messages of JSON lines are masked", () => {
  const lines: string[] = [];
  const log = createJsonLineLog((line) => void lines.push(line));
  const [time, runId] = ["2026-05-03T00:00:00.000Z", "Of ann.lee@example.com"];
  log.write({ time, runId, type: "failure", code: "failed", message: 'no user "bob@example.org"' });
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    ...{ time, runId: "Of a***@e***.com", type: "failure", code: "failed" },
    message: 'no user "b***@e***.org"',
  });
});
