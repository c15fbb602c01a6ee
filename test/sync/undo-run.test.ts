// Tests undoing a run: newest source first, repeatable, and with unknown results reported as such.
import { describe, expect, test } from "vitest";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { undoRun } from "../../src/sync/undo-run.ts";
import type { ReferenceOptions } from "../client/reference-server.ts";
import { connectedEmails, run, setUpSite, sourceNames, toUsers } from "./site.ts";

async function afterRun(options: ReferenceOptions = {}, count = 25) {
  const site = await setUpSite(options);
  const checkpoint = createMemoryCheckpoint();
  const { report } = await run(site, toUsers(count), { checkpoint });
  return { site, checkpoint, report, ids: report.sources.map(({ id }) => id) };
}

const deletes = (log: readonly string[]) => log.filter((line) => line.startsWith("DELETE"));

// These fates meet the DELETEs, one after another.
function fates(...script: readonly (() => ReturnType<NonNullable<ReferenceOptions["fate"]>>)[]): ReferenceOptions {
  return { fate: (method, number) => (method === "DELETE" ? script[number - 1]?.() : undefined) };
}

const fine = () => undefined;
const forbidden = () => new Response("", { status: 403 });
const nowhere = () => new Response("<h1>Not here</h1>", { status: 404 });

describe.each([
  ["with every extension", {}],
  ["that knows only the guides", { extensions: [] }],
])("on a server %s", (_, server: ReferenceOptions) => {
  test("a run is undone from its newest source on, and everything is as before", async () => {
    const { site, checkpoint, ids } = await afterRun(server);
    const report = await undoRun(site.client, checkpoint);
    expect(report).toMatchObject({ state: "done", removed: 25, alreadyGone: 0, inDoubt: null, failure: null });
    expect(report.sources.map(({ sourceId, state, removed }) => [sourceId, state, removed])).toEqual([
      [ids[2], "undone", 5],
      [ids[1], "undone", 10],
      [ids[0], "undone", 10],
    ]);
    expect(await connectedEmails(site)).toEqual([]);
    expect(deletes(site.log)).toEqual(ids.toReversed().map((id) => `DELETE /sources/${id}`));
  });

  test("a run can be undone by ids alone, and undoing it again is no error", async () => {
    const { site, ids } = await afterRun(server);
    expect(await undoRun(site.client, ids)).toMatchObject({ state: "done", removed: 25 });
    const again = await undoRun(site.client, ids);
    expect(again).toMatchObject({ state: "done", failure: null });
    expect(again.sources.map(({ state }) => state)).toEqual(Array(3).fill("already_undone"));
  });
});

test("an interrupted undoing continues, and its counts cover the whole run", async () => {
  const { site, checkpoint } = await afterRun(fates(fine, forbidden));
  const first = await undoRun(site.client, checkpoint);
  expect(first).toMatchObject({ state: "partial", removed: 5, failure: { code: "forbidden" } });
  expect(first.sources.map(({ state }) => state)).toEqual(["undone", "failed", "not_tried"]);
  await expect(run(site, toUsers(25), { checkpoint, resume: true })).rejects.toMatchObject({ code: "run_undone" });
  const second = await undoRun(site.client, checkpoint);
  expect(second).toMatchObject({ state: "done", removed: 25 });
  expect(second.sources.map(({ state }) => state)).toEqual(["already_undone", "undone", "undone"]);
});

test("an undoing that removed nothing leaves a run that can be resumed", async () => {
  const site = await setUpSite(fates(forbidden));
  const checkpoint = createMemoryCheckpoint();
  await run(site, toUsers(13), { checkpoint, total: 25 });
  expect(await undoRun(site.client, checkpoint)).toMatchObject({ state: "partial", removed: 0 });
  const { report } = await run(site, toUsers(25), { checkpoint, total: 25, resume: true });
  expect(report.state).toBe("done");
});

test("an undone run allows a new one, and is no baseline for it", async () => {
  const { site, checkpoint } = await afterRun();
  await undoRun(site.client, checkpoint);
  const { report } = await run(site, toUsers(3), { checkpoint, total: 3 });
  expect(report).toMatchObject({ state: "done", guards: [], counters: { statuses: { imported: 3 } } });
});

test("a source whose answer stays lost is reported as unknown", async () => {
  const { site, ids } = await afterRun(fates(...Array(4).fill(() => new Response("", { status: 504 }))));
  const report = await undoRun(site.client, ids);
  expect(report).toMatchObject({ state: "partial", removed: 0, failure: { cause: { outcomeUnknown: true } } });
  expect(report.sources.map(({ state }) => state)).toEqual(["unknown", "not_tried", "not_tried"]);
});

test("a 204 that deleted nothing leaves its source unknown, and a later undoing removes it", async () => {
  const { site, checkpoint, ids } = await afterRun(fates(fine, () => new Response(null, { status: 204 })));
  const report = await undoRun(site.client, checkpoint);
  expect(report).toMatchObject({ state: "partial", removed: 5, failure: { code: "not_confirmed" } });
  expect(report.sources.map(({ state }) => state)).toEqual(["undone", "unknown", "not_tried"]);
  expect(await undoRun(site.client, checkpoint)).toMatchObject({ state: "done", removed: 25 });
  expect(await undoRun(site.client, ids)).toMatchObject({ state: "done" });
});

test("an abort keeps removed sources removed and reports the rest as unknown", async () => {
  const controller = new AbortController();
  const stop = () => {
    controller.abort(new Error("Ctrl+C"));
    return undefined;
  };
  const { site, checkpoint } = await afterRun(fates(fine, stop));
  const report = await undoRun(site.client, checkpoint, { signal: controller.signal });
  expect(report).toMatchObject({ state: "aborted", failure: null, removed: 5 });
  expect(report.sources.map(({ state }) => state)).toEqual(["undone", "unknown", "not_tried"]);
});

test("a 404 of a wrong address does not count as removed", async () => {
  const { site, ids } = await afterRun(fates(nowhere));
  const report = await undoRun(site.client, ids);
  expect(report).toMatchObject({ state: "partial", failure: { code: "source-not-found" } });
  expect(report.sources[0]?.state).toBe("failed");
  expect(await connectedEmails(site)).toHaveLength(25);
});

test("a dry run counts and changes nothing", async () => {
  const { site, checkpoint } = await afterRun();
  const report = await undoRun(site.client, checkpoint, { dryRun: true });
  expect(report).toMatchObject({ state: "done", isDryRun: true, removed: 25 });
  expect(report.sources.map(({ state }) => state)).toEqual(Array(3).fill("would_be_undone"));
  expect(await connectedEmails(site)).toHaveLength(25);
  expect(await checkpoint.read()).toMatchObject({ state: "done" });
});

test("a dry run is refused where the server offers none", async () => {
  const { site, checkpoint } = await afterRun({ extensions: [] });
  const report = await undoRun(site.client, checkpoint, { dryRun: true });
  expect(report).toMatchObject({ state: "partial", failure: { code: "dry_run_not_offered" } });
  expect(deletes(site.log)).toEqual([]);
});

test.each([
  ["was saved", "lost", "Nightly (2)"],
  ["was not", "unheard", null],
] as const)("an unconfirmed batch that %s: the list shows whether a source is left", async (_, fate, inDoubt) => {
  const options: ReferenceOptions = {
    fate: (method, number) => (method === "POST" && number === 2 ? fate : undefined),
  };
  const site = await setUpSite(options, { retry: { attempts: 1 } });
  const checkpoint = createMemoryCheckpoint();
  await run(site, toUsers(25), { checkpoint });
  const report = await undoRun(site.client, checkpoint);
  expect(report).toMatchObject({ state: inDoubt === null ? "done" : "partial", removed: 10, inDoubt, failure: null });
  expect(await sourceNames(site)).toHaveLength(inDoubt === null ? 1 : 2);
});

test("an empty checkpoint is an error, an empty list of ids is not", async () => {
  const site = await setUpSite();
  await expect(undoRun(site.client, createMemoryCheckpoint())).rejects.toMatchObject({ code: "no_run" });
  expect(await undoRun(site.client, [])).toMatchObject({ state: "done", sources: [] });
});
