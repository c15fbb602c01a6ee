// Tests that an interrupted run continues where it stopped, with every user sent exactly once.
import { describe, expect, test } from "vitest";
import type { ImportClientOptions } from "../../src/client/create-import-client.ts";
import type { Checkpoint, CheckpointStore } from "../../src/sync/checkpoint/checkpoint.ts";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import type { SyncOptions } from "../../src/sync/run/sync-options.ts";
import type { Fate, ReferenceOptions } from "../client/reference-server.ts";
import { connectedEmails, run, type Site, setUpSite, sourceNames, tooMany, toUsers } from "./site.ts";

// These fates meet the requests of one method, one after another.
function fates(method: string, ...script: readonly Fate[]): NonNullable<ReferenceOptions["fate"]> {
  return (met, number) => (met === method ? script[number - 1] : undefined);
}

const lost: Fate = "lost";
const unheard: Fate = "unheard";
const fine: Fate = undefined;
const posts = (site: Site) => site.log.filter((line) => line.startsWith("POST"));

describe.each([
  ["with idempotency keys", undefined],
  ["that knows only the guides", [] as const],
])("against a server %s", (_, extensions) => {
  const server = extensions ? { extensions } : {};
  const oneTry = { retry: { attempts: 1 } } as const;

  test.each([
    ["answered and the answer lost", [fine, lost]],
    ["never heard of", [fine, unheard]],
    ["answered by a gateway", [fine, new Response("", { status: 504 })]],
  ])("a batch that was %s is saved once", async (_, script) => {
    const site = await setUpSite({ ...server, fate: fates("POST", ...script) }, oneTry);
    const checkpoint = createMemoryCheckpoint();
    const first = await run(site, toUsers(25), { checkpoint, total: 25 });
    expect(first.report).toMatchObject({ state: "partial", counters: { acknowledged: 10, pending: 15 } });
    expect(first.report.counters.pendingReasons).toEqual({ outcome_unknown: 10, not_sent: 5 });
    expect(first.outcomes.get(10)).toEqual({ kind: "pending", reason: "outcome_unknown" });
    const second = await run(site, toUsers(25), { checkpoint, total: 25, resume: true });
    expect(second.report).toMatchObject({ state: "done", runId: first.report.runId, counters: { total: 25 } });
    expect(await sourceNames(site)).toEqual(["Nightly (1/3)", "Nightly (2/3)", "Nightly (3/3)"]);
    expect(await connectedEmails(site)).toHaveLength(25);
    expect(second.told[0]).toBe(10);
  });

  test("a run aborted while a batch is being sent can be resumed", async () => {
    const controller = new AbortController();
    const fate: ReferenceOptions["fate"] = (method, number) => {
      if (method === "POST" && number === 2) controller.abort(new Error("Ctrl+C"));
      return undefined;
    };
    const site = await setUpSite({ ...server, fate });
    const checkpoint = createMemoryCheckpoint();
    const { report } = await run(site, toUsers(25), { checkpoint, signal: controller.signal });
    expect(report).toMatchObject({ state: "aborted", failure: null, counters: { acknowledged: 10 } });
    // The server goes on with what it was sent.
    await expect.poll(() => sourceNames(site)).toHaveLength(2);
    const again = await run(site, toUsers(25), { checkpoint, resume: true });
    expect(again.report).toMatchObject({ state: "done", counters: { total: 25 } });
    expect(await sourceNames(site)).toHaveLength(3);
  });
});

describe("against a server that knows only the guides", () => {
  test("a source found saved brings counts only, so its users are not acknowledged", async () => {
    const site = await setUpSite({ extensions: [], fate: fates("POST", lost) });
    const { report, outcomes } = await run(site, toUsers(10));
    expect(report).toMatchObject({
      state: "done",
      counters: { acknowledged: 0, pendingReasons: { results_unknown: 10 } },
    });
    expect(report.sources).toMatchObject([{ name: "Nightly (1)", counters: { imported: 10 } }]);
    expect(outcomes.get(0)).toEqual({ kind: "pending", reason: "results_unknown", sourceId: report.sources[0]?.id });
  });

  test("a resumed run first gives the server time to finish", async () => {
    const site = await setUpSite({ extensions: [], fate: fates("POST", lost) }, { retry: { attempts: 1 } });
    const checkpoint = createMemoryCheckpoint();
    await run(site, toUsers(5), { checkpoint });
    const { waits, report } = await run(site, toUsers(5), { checkpoint, resume: true, settleTime: 7_000 });
    expect(waits).toEqual([7_000]);
    expect(report.counters.pendingReasons).toEqual({ results_unknown: 5 });
    expect(posts(site)).toHaveLength(1);
  });

  test("an older source with the same name is not mistaken for the batch", async () => {
    const site = await setUpSite({ extensions: [], fate: fates("POST", fine, unheard) }, { retry: { attempts: 1 } });
    const checkpoint = createMemoryCheckpoint();
    await run(site, toUsers(5), { checkpoint });
    await run(site, toUsers(5), { checkpoint });
    const { report } = await run(site, toUsers(5), { checkpoint, resume: true });
    expect(report.counters.statuses.already_connected).toBe(5);
    expect(await sourceNames(site)).toEqual(["Nightly (1)", "Nightly (1)"]);
  });

  test("a source that the answer does not name is found in the list", async () => {
    const site = await setUpSite({ extensions: [] }, { fetch: withoutSource });
    const { report } = await run(site, toUsers(5));
    expect(report).toMatchObject({ counters: { acknowledged: 5 }, sources: [{ name: "Nightly (1)" }] });
  });
});

test("an unconfirmed batch is not sent again to a server that lost its keys", async () => {
  const keyed = await setUpSite({ fate: fates("POST", lost) }, { retry: { attempts: 1 } });
  const checkpoint = createMemoryCheckpoint();
  await run(keyed, toUsers(5), { checkpoint });
  const site = await setUpSite({ extensions: [] });
  const { report } = await run(site, toUsers(5), { checkpoint, resume: true });
  expect(report).toMatchObject({ state: "partial", counters: { pendingReasons: { outcome_unknown: 5 } } });
  expect(posts(site)).toEqual([]);
});

test("a run without a checkpoint is replayed under its id", async () => {
  const site = await setUpSite({ fate: tooMany(4) });
  const first = await run(site, toUsers(25), { runId: "nightly-2026-05-03" });
  const second = await run(site, toUsers(25), { runId: "nightly-2026-05-03" });
  expect(second.report.sources).toEqual(first.report.sources);
  expect(second.report.counters).toEqual(first.report.counters);
});

describe("the run of a checkpoint continues only as the same run", () => {
  async function interrupted(options: Partial<SyncOptions> = {}) {
    const site = await setUpSite({ fate: fates("POST", fine, new Response("", { status: 401 })) });
    const checkpoint = createMemoryCheckpoint();
    const first = await run(site, toUsers(25), { checkpoint, target: "here", total: 25, ...options });
    expect(first.report).toMatchObject({ failure: { code: "unauthenticated" }, counters: { acknowledged: 10 } });
    expect(first.report.counters.pendingReasons).toEqual({ request_refused: 10, not_sent: 5 });
    return { site, checkpoint };
  }
  const same = { target: "here", total: 25, resume: true };

  test("with the same input it finishes", async () => {
    const { site, checkpoint } = await interrupted();
    const { report, told } = await run(site, toUsers(25), { checkpoint, ...same });
    expect(report).toMatchObject({ state: "done", counters: { total: 25, acknowledged: 25 } });
    expect(told).toEqual(
      toUsers(25)
        .map((_, index) => index)
        .slice(10),
    );
  });

  test("missing options are taken from the checkpoint", async () => {
    const { site, checkpoint } = await interrupted();
    const { report } = await run(site, toUsers(25), { checkpoint, target: "here", resume: true, batchSize: undefined });
    expect(report.sources.map(({ name }) => name)).toEqual(["Nightly (1/3)", "Nightly (2/3)", "Nightly (3/3)"]);
  });

  test.each<[string, Partial<SyncOptions>, string]>([
    ["another target", { target: "there" }, "run_changed"],
    ["no target", { target: undefined }, "run_changed"],
    ["another name", { name: "Weekly" }, "run_changed"],
    ["another batch size", { batchSize: 5 }, "run_changed"],
    ["another total", { total: 26 }, "run_changed"],
    ["another id", { runId: "another-run" }, "run_changed"],
    ["no wish to resume", { resume: false }, "unfinished_run"],
  ])("%s is refused before anything is sent", async (_, change, code) => {
    const { site, checkpoint } = await interrupted();
    const sent = site.log.length;
    await expect(run(site, toUsers(25), { checkpoint, ...same, ...change })).rejects.toMatchObject({ code });
    expect(site.log).toHaveLength(sent);
  });

  test.each([
    ["a user changed", toUsers(25).with(3, { externalUserId: "u3", email: "other@example.com" })],
    ["a user was inserted", [{ externalUserId: "new", email: "new@example.com" }, ...toUsers(24)]],
    ["the input is shorter than what was sent", toUsers(7)],
    ["the input is empty", []],
  ])("%s: nothing is sent, and the run can still be resumed", async (_, users) => {
    const { site, checkpoint } = await interrupted();
    const sent = site.log.length;
    const { report } = await run(site, users, { checkpoint, ...same });
    expect(report).toMatchObject({ state: "partial", failure: { code: "input_changed" } });
    expect(report.counters.acknowledged).toBe(10);
    expect(site.log).toHaveLength(sent);
    const again = await run(site, toUsers(25), { checkpoint, ...same });
    expect(again.report.state).toBe("done");
  });

  test("a run on a truncated export continues with the whole one", async () => {
    const site = await setUpSite();
    const checkpoint = createMemoryCheckpoint();
    await run(site, toUsers(13), { checkpoint, total: 25 });
    const { report } = await run(site, toUsers(25), { checkpoint, total: 25, resume: true });
    expect(report).toMatchObject({ state: "done", counters: { total: 25, acknowledged: 25 } });
    expect(report.sources.map(({ name }) => name)).toEqual([
      "Nightly (1/3)",
      "Nightly (2/3)",
      "Nightly (2.2/3)",
      "Nightly (3/3)",
    ]);
  });

  test("two runs at once are refused", async () => {
    const { site, checkpoint } = await interrupted();
    const results = await Promise.allSettled([1, 2].map(() => run(site, toUsers(25), { checkpoint, ...same })));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await sourceNames(site)).toHaveLength(3);
  });

  test("a finished run does not block the next one", async () => {
    const site = await setUpSite();
    const checkpoint = createMemoryCheckpoint();
    const first = await run(site, toUsers(25), { checkpoint });
    const second = await run(site, toUsers(25), { checkpoint, resume: true });
    expect(second.report).toMatchObject({ state: "done", counters: { statuses: { already_connected: 25 } } });
    expect(second.report.runId).not.toBe(first.report.runId);
  });

  test("a run that saved nothing leaves the stored run in place", async () => {
    const site = await setUpSite();
    const checkpoint = createMemoryCheckpoint();
    const { report } = await run(site, toUsers(25), { checkpoint });
    await run(site, [], { checkpoint, guards: { lastTotal: 25 } });
    expect(await checkpoint.read()).toMatchObject({ runId: report.runId, state: "done" });
  });
});

test("a batch is written down before it is sent and after it is answered, never between", async () => {
  const site = await setUpSite();
  const written: string[] = [];
  const kept = createMemoryCheckpoint();
  const checkpoint: CheckpointStore = {
    read: kept.read,
    async write(next: Checkpoint) {
      written.push(
        `${next.batches.length} answered, ${next.inDoubt ? "one" : "none"} in doubt, ${posts(site).length} sent`,
      );
      await kept.write(next);
    },
  };
  await run(site, toUsers(20), { checkpoint });
  expect(written).toEqual([
    "0 answered, one in doubt, 0 sent",
    "1 answered, none in doubt, 1 sent",
    "1 answered, one in doubt, 1 sent",
    "2 answered, none in doubt, 2 sent",
    "2 answered, none in doubt, 2 sent",
  ]);
});

// Statuses, and no word of the source: the guides describe no answer.
const withoutSource: ImportClientOptions["fetch"] = async (url, init) => {
  const response = await fetch(url, init);
  if (init.method !== "POST") return response;
  const { results } = (await response.json()) as { results: unknown };
  return Response.json({ results });
};
