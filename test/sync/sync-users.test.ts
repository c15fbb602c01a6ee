// Tests a run: every user once, in order, in batches, and a report that adds up.
import { describe, expect, test } from "vitest";
import type { SyncProgress } from "../../src/sync/report/sync-report.ts";
import { connectedEmails, run, setUpSite, sourceNames, tooMany, toUsers } from "./site.ts";

describe("an undisturbed run", () => {
  test("every user is acknowledged or refused, and the counters add up", async () => {
    const site = await setUpSite({ known: 20 });
    const users = [...toUsers(24), { externalUserId: "bad", email: "nowhere" }];
    const { report, outcomes, told } = await run(site, users, { total: 25 });
    expect(report).toMatchObject({ state: "done", failure: null, batches: 3, isInputComplete: true, repetitions: 0 });
    expect(report.counters).toEqual({
      total: 25,
      acknowledged: 20,
      refused: 5,
      pending: 0,
      statuses: { imported: 20, already_connected: 0, not_found: 4, name_mismatch: 0, invalid_row: 1 },
      pendingReasons: {},
    });
    expect(told).toEqual(users.map((_, position) => position));
    expect(outcomes.get(0)).toEqual({
      kind: "acknowledged",
      status: "imported",
      warnings: [],
      sourceId: report.sources[0]?.id,
    });
    expect(outcomes.get(24)).toMatchObject({
      kind: "refused",
      status: "invalid_row",
      code: "invalid_email",
      field: "email",
    });
    expect(await connectedEmails(site)).toHaveLength(20);
  });

  test.each([
    [25, ["Nightly (1/3)", "Nightly (2/3)", "Nightly (3/3)"]],
    [undefined, ["Nightly (1)", "Nightly (2)", "Nightly (3)"]],
  ])("with a total of %s its sources are numbered %j", async (total, names) => {
    const site = await setUpSite();
    const { report } = await run(site, toUsers(25), { total });
    expect(report.sources.map(({ name }) => name)).toEqual(names);
    expect(await sourceNames(site)).toEqual(names);
  });

  test("an input longer than announced is sent whole", async () => {
    const site = await setUpSite();
    const { report } = await run(site, toUsers(25), { total: 12 });
    expect(report).toMatchObject({ state: "done", counters: { total: 25, acknowledged: 25 } });
    expect(await sourceNames(site)).toEqual(["Nightly (1/2)", "Nightly (2/2)", "Nightly (3)"]);
  });

  test("an empty input sends nothing", async () => {
    const site = await setUpSite();
    const { report } = await run(site, []);
    expect(report).toMatchObject({ state: "done", batches: 0, counters: { total: 0 }, sources: [] });
    expect(site.log).toEqual([]);
  });

  test("it reads no further than it sends", async () => {
    const site = await setUpSite();
    let most = 0;
    let answered = 0;
    async function* read() {
      for (const [index, user] of toUsers(40).entries()) {
        most = Math.max(most, index + 1 - answered);
        yield user;
      }
    }
    const onProgress = (event: SyncProgress) => {
      if (event.type === "batchAnswered") answered += event.count;
    };
    await run(site, read(), { onProgress });
    expect(most).toBe(10);
  });

  test("a user twice, in one batch or in two, is connected once", async () => {
    const site = await setUpSite();
    const { report } = await run(site, [...toUsers(12), ...toUsers(3)]);
    expect(report.counters.statuses).toMatchObject({ imported: 12, already_connected: 3 });
  });

  test("inputs of any kind are judged, and none breaks the run", async () => {
    const site = await setUpSite();
    const cyclic: Record<string, unknown> = { externalUserId: "x", email: "p1@example.com" };
    cyclic.name = cyclic;
    const garbage = [
      null,
      undefined,
      7,
      "text",
      [],
      { email: 5n },
      cyclic,
      { email: "p2@example.com", externalUserId: "9".repeat(9_999) },
    ];
    const guards = { maxInvalidShare: 1 };
    const { report, outcomes } = await run(site, [...garbage, ...toUsers(2)] as never, { guards });
    expect(report.state).toBe("done");
    const codes = garbage
      .map((_, position) => outcomes.get(position))
      .map((outcome) => outcome?.kind === "refused" && outcome.code);
    expect(codes).toEqual([...Array(5).fill("not_an_object"), "required", "invalid_type", "too_long"]);
    expect(report.counters).toMatchObject({ total: 10, acknowledged: 2, refused: 8 });
  });

  test("progress events come at once", async () => {
    const site = await setUpSite();
    const events: SyncProgress[] = [];
    await run(site, toUsers(12), { onProgress: (event) => events.push(event) });
    expect(events.map(({ type, counters }) => [type, counters.total])).toEqual([
      ["runStarted", 0],
      ["batchStarted", 0],
      ["batchAnswered", 10],
      ["batchStarted", 10],
      ["batchAnswered", 12],
      ["runFinished", 12],
    ]);
  });
});

describe("a request that is too large", () => {
  test("is sent in halves, and the next batches are halved at once", async () => {
    const site = await setUpSite({ fate: tooMany(3) });
    const { report, told } = await run(site, toUsers(14), { total: 14 });
    expect(report).toMatchObject({ state: "done", counters: { acknowledged: 14, pending: 0 } });
    expect(await sourceNames(site)).toEqual([
      "Nightly (1.1/2)",
      "Nightly (1.2/2)",
      "Nightly (1.3/2)",
      "Nightly (1.4/2)",
      "Nightly (2.1/2)",
      "Nightly (2.2/2)",
    ]);
    expect(site.log.filter((line) => line === "POST /csv")).toHaveLength(2 + 6);
    expect(told).toEqual(toUsers(14).map((_, position) => position));
  });

  test("with a single user ends the run without losing a user", async () => {
    const site = await setUpSite({ fate: tooMany(0) });
    const { report, outcomes } = await run(site, toUsers(4));
    expect(report).toMatchObject({ state: "partial", failure: { code: "too-many-users" } });
    expect(report.counters).toMatchObject({
      total: 4,
      pending: 4,
      pendingReasons: { request_refused: 1, not_sent: 3 },
    });
    expect(outcomes.get(0)).toEqual({ kind: "pending", reason: "request_refused" });
  });
});

describe("a dry run", () => {
  test("judges every user and acknowledges none", async () => {
    const site = await setUpSite({ known: 3 });
    const { report, outcomes } = await run(site, toUsers(5), { dryRun: true });
    expect(report).toMatchObject({
      state: "done",
      isDryRun: true,
      sources: [],
      counters: { acknowledged: 0, pending: 5 },
    });
    expect(report.counters.statuses).toMatchObject({ imported: 3, not_found: 2 });
    expect(outcomes.get(0)).toEqual({ kind: "pending", reason: "dry_run", status: "imported" });
    expect(await sourceNames(site)).toEqual([]);
  });

  test("is refused where the server offers none", async () => {
    const site = await setUpSite({ extensions: [] });
    const { report } = await run(site, toUsers(5), { dryRun: true });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "dry_run_not_offered" },
      counters: { pending: 5 },
    });
    expect(site.log).toEqual(["GET /sources"]);
  });
});
