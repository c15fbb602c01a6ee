// Tests failures on the host's side: inputs that fail, callbacks that throw, full stores, invalid options.
import { describe, expect, test } from "vitest";
import { createMemoryCheckpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { run, setUpSite, sourceNames, tooMany, toUsers } from "./site.ts";

describe("failures on the host's side", () => {
  test("an input that fails midway ends the run; users read and not sent are pending", async () => {
    const site = await setUpSite();
    const cause = new Error("The cursor was closed.");
    function* read() {
      yield* toUsers(13);
      throw cause;
    }
    const { report, outcomes } = await run(site, read(), { total: 20 });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "input_failed", cause },
      isInputComplete: false,
    });
    expect(report.counters).toMatchObject({
      total: 20,
      acknowledged: 10,
      pending: 10,
      pendingReasons: { not_sent: 10 },
    });
    expect(outcomes.size).toBe(13);
  });

  test("an input that ends before its announced total ends the run early", async () => {
    const site = await setUpSite();
    const { report } = await run(site, toUsers(12), { total: 20 });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "input_incomplete" },
      counters: { acknowledged: 12 },
    });
  });

  test("an error thrown by onProgress stops nothing and is reported", async () => {
    const site = await setUpSite();
    const error = new Error("no terminal");
    const onProgress = () => {
      throw error;
    };
    const { report } = await run(site, toUsers(12), { onProgress });
    expect(report).toMatchObject({ state: "done", callbackError: error, counters: { acknowledged: 12 } });
  });

  test("an error thrown by onOutcome ends the run, and resuming calls it again for that batch", async () => {
    const site = await setUpSite();
    const checkpoint = createMemoryCheckpoint();
    const onOutcome = (_: unknown, __: unknown, position: number) => {
      if (position === 14) throw new Error("The ledger is full.");
    };
    const { report } = await run(site, toUsers(25), { checkpoint, onOutcome });
    expect(report).toMatchObject({ state: "partial", failure: { code: "callback_failed" } });
    expect(report.counters).toMatchObject({ acknowledged: 20 });
    const again = await run(site, toUsers(25), { checkpoint, resume: true });
    expect(again.told[0]).toBe(10);
    expect(again.report).toMatchObject({ state: "done", counters: { total: 25, acknowledged: 25 } });
    expect(await sourceNames(site)).toHaveLength(3);
  });

  test("a checkpoint that can't be written stops the run before it sends", async () => {
    const site = await setUpSite();
    const cause = new Error("ENOSPC");
    const checkpoint = { read: async () => null, write: () => Promise.reject(cause) };
    const { report } = await run(site, toUsers(5), { checkpoint });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "checkpoint_failed", cause },
      counters: { pending: 5 },
    });
    expect(site.log).toEqual(["GET /sources"]);
  });

  test.each([
    ["a blank name", { name: " " }],
    ["a name that leaves no room for its number", { name: "n".repeat(171) }],
    ["no users at all in a batch", { batchSize: 0 }],
    ["more users in a batch than a request may have", { batchSize: 10_001 }],
    ["half a user", { total: 1.5 }],
    ["a short run id", { runId: "x" }],
    ["an override without a reason", { guards: { override: { reason: " " } } }],
    ["a guard beyond everything", { guards: { maxInvalidShare: 2 } }],
    ["an alert in per cent, which would never be sent", { alerts: { maxStatusShares: { not_found: 5 } } }],
    ["a dry run to resume", { dryRun: true, resume: true }],
  ])("%s is refused before anything is sent", async (_, options) => {
    const site = await setUpSite();
    await expect(run(site, toUsers(1), options)).rejects.toBeInstanceOf(TypeError);
    expect(site.log).toEqual([]);
  });

  test("the longest allowed name gives source names that are allowed too", async () => {
    const site = await setUpSite({ fate: tooMany(1) });
    const { report } = await run(site, toUsers(3), { name: "n".repeat(170), total: 9_999_999 });
    expect(report).toMatchObject({ counters: { acknowledged: 3 } });
  });

  test.each([["text"], [7], [null]])("%j is no input", async (input) => {
    const site = await setUpSite();
    await expect(syncUsers(site.client, input as never, { name: "May" })).rejects.toBeInstanceOf(TypeError);
  });
});
