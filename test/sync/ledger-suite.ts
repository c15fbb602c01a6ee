// Tests that every ledger must pass.
import { expect, test } from "vitest";
import type { Ledger, LedgerEntry } from "../../src/sync/ledger/ledger.ts";

export function toEntry(key: string, more: Partial<LedgerEntry> = {}): LedgerEntry {
  const email = `${key}@example.com`;
  return {
    key,
    hash: "h1",
    email,
    connectedEmail: email,
    createdBy: null,
    connectedAt: null,
    status: "imported",
    judgedAt: 1_000,
    refusals: 0,
    tryAgainAt: null,
    ...more,
  };
}

const keys = (entries: readonly LedgerEntry[]) => entries.map(({ key }) => key);

export function describeLedger(open: () => Promise<Ledger>): void {
  test("returns stored entries, and nothing for unknown keys", async () => {
    const ledger = await open();
    const refused = { connectedEmail: null, status: "not_found", refusals: 2, tryAgainAt: 1_777_777_777_777 };
    const entries = [toEntry("a"), toEntry("b", refused)];
    await ledger.put(entries, null);
    const found = await ledger.look(["a", "b", "stranger"], null);
    expect([...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual(
      entries.map((entry) => ({ ...entry, seenBy: null })),
    );
    expect((await ledger.look([], null)).size).toBe(0);
  });

  test("keeps the later result, whichever was stored last", async () => {
    const ledger = await open();
    await ledger.put([toEntry("a", { hash: "new", judgedAt: 2_000 })], null);
    await ledger.put([toEntry("a", { hash: "old", judgedAt: 1_000 })], null);
    expect((await ledger.look(["a"], null)).get("a")?.hash).toBe("new");
  });

  test("says which run has seen a user before", async () => {
    const ledger = await open();
    await ledger.put([toEntry("a"), toEntry("b")], null);
    expect((await ledger.look(["a"], "run 1")).get("a")?.seenBy).toBe(null);
    expect((await ledger.look(["a", "b"], "run 1")).get("a")?.seenBy).toBe("run 1");
    expect((await ledger.look(["b"], null)).get("b")?.seenBy).toBe("run 1");
  });

  test("pages through users with a connection that a run has not seen", async () => {
    const ledger = await open();
    const gone = ["a", "B", "c", "Ä"].map((key) => toEntry(key));
    const others = [
      toEntry("seen"),
      toEntry("judged since", { judgedAt: 6_000 }),
      toEntry("never connected", { connectedEmail: null }),
    ];
    await ledger.put([...gone, ...others], null);
    await ledger.put([toEntry("put by the run")], "run 1");
    await ledger.look(["seen", "judged since"], "run 1");
    const run = { id: "run 1", startedAt: 5_000 };
    const first = await ledger.gone(run, null, 2);
    const second = await ledger.gone(run, first.at(-1)?.key ?? null, 2);
    expect([keys(first), keys(second)]).toEqual([
      ["B", "a"],
      ["c", "Ä"],
    ]);
    expect(await ledger.gone(run, "Ä", 2)).toEqual([]);
    const before = await ledger.gone({ id: "run 2", startedAt: 5_000 }, null, 9);
    expect(keys(before)).toContain("seen");
  });

  test("deletes the users whose connections a source created", async () => {
    const ledger = await open();
    const entries = [
      toEntry("a", { createdBy: "src_1", connectedAt: 1_777_777_777_777 }),
      toEntry("b", { createdBy: "src_2", connectedAt: 1_777_777_777_777 }),
      toEntry("c", { connectedAt: 4_999 }),
      toEntry("may be its own", { connectedAt: 5_000 }),
    ];
    await ledger.put(entries, null);
    expect([await ledger.forgetSource("src_1", null), await ledger.forgetSource("src_1", 5_000)]).toEqual([1, 1]);
    expect(
      [...(await ledger.look(["a", "b", "c"], null)).values()].map(({ key, createdBy }) => [key, createdBy]),
    ).toEqual(
      expect.arrayContaining([
        ["b", "src_2"],
        ["c", null],
      ]),
    );
  });

  test("deletes users, and keeps the last run", async () => {
    const ledger = await open();
    await ledger.put([toEntry("a"), toEntry("b")], null);
    await ledger.forget(["a"]);
    expect([...(await ledger.look(["a", "b"], null)).keys()]).toEqual(["b"]);
    expect(await ledger.lastRun()).toBe(null);
    await ledger.finish({ id: "run 1", startedAt: 1, finishedAt: 2 });
    await ledger.finish({ id: "run 2", startedAt: 1_777_777_777_777, finishedAt: 1_777_777_777_778 });
    expect(await ledger.lastRun()).toEqual({
      id: "run 2",
      startedAt: 1_777_777_777_777,
      finishedAt: 1_777_777_777_778,
    });
  });
}
