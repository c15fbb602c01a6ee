// Tests ledgers in memory and in a file: the common suite, and crashes and locks of a file.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { type FileLedger, openFileLedger } from "../../src/sync/ledger/file-ledger.ts";
import { createMemoryLedger } from "../../src/sync/ledger/memory-ledger.ts";
import { describeLedger, toEntry } from "./ledger-suite.ts";

async function newPath(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ieu-ledger-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "ledger.ndjson");
}

async function open(path: string): Promise<FileLedger> {
  const ledger = await openFileLedger(path);
  onTestFinished(() => ledger.close().catch(() => {}));
  return ledger;
}

const lineCount = (path: string) => readFileSync(path, "utf8").trimEnd().split("\n").length;

describe("in memory", () => describeLedger(async () => createMemoryLedger()));

describe("in a file", () => {
  describeLedger(async () => open(await newPath()));

  test("is persistent, and readable by its owner only", async () => {
    const path = await newPath();
    const first = await open(path);
    await Promise.all([first.put([toEntry("a")], null), first.put([toEntry("b")], null)]);
    await first.forget(["b"]);
    await first.finish({ id: "run 1", startedAt: 1, finishedAt: 2 });
    await first.close();
    const second = await open(path);
    expect([...(await second.look(["a", "b"], null)).keys()]).toEqual(["a"]);
    expect(await second.lastRun()).toMatchObject({ id: "run 1" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test("survives a crash in the middle of a line", async () => {
    const path = await newPath();
    const first = await open(path);
    await first.put([toEntry("a"), toEntry("b")], null);
    await first.close();
    writeFileSync(path, readFileSync(path, "utf8").slice(0, -9));
    const second = await open(path);
    expect([...(await second.look(["a", "b"], null)).keys()]).toEqual(["a"]);
    await second.put([toEntry("c")], null);
    await second.close();
    const third = await open(path);
    expect([...(await third.look(["a", "b", "c"], null)).keys()]).toEqual(["a", "c"]);
  });

  test("is compacted when most of it is outdated", async () => {
    const path = await newPath();
    const first = await open(path);
    const same = Array.from({ length: 1_100 }, (_, judgedAt) => toEntry("a", { judgedAt }));
    await first.put(same, null);
    await first.close();
    expect(lineCount(path)).toBe(1_101);
    const second = await open(path);
    expect(lineCount(path)).toBe(2);
    expect((await second.look(["a"], null)).get("a")?.judgedAt).toBe(1_099);
  });

  test("can be open only once at a time", async () => {
    const path = await newPath();
    const first = await open(path);
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_locked" });
    await first.close();
    await open(path);
  });

  test("never changes a file that is not a ledger", async () => {
    const path = await newPath();
    writeFileSync(path, "id,email\n1,a@example.com\n");
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_unreadable" });
    expect(readFileSync(path, "utf8")).toBe("id,email\n1,a@example.com\n");
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_unreadable" });
  });
});
