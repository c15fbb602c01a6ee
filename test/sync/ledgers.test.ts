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

  const header = '{"ledger":1}';
  const line = (key: string) => JSON.stringify({ entry: toEntry(key) });

  test.each([
    ["half a line about a user", [line("b").slice(0, 60), line("c")], ["a", "c"]],
    ["half a line about a user who is known", [line("a").slice(0, 60), line("c")], ["c"]],
    ["half a line that takes users out", ['{"forgotten":["a","b', line("c")], ["c"]],
    ["half a line about a reconcile", ['{"run":{"id":"x', line("c")], ["a", "c"]],
    ["the first letters of a line", ['{"ent', line("c")], ["a", "c"]],
    ["an empty line", ["", line("c")], ["a", "c"]],
    [
      "an entry of an earlier version",
      [
        '{"entry":{"key":"c","hash":"h","email":"c@x.io","status":"imported","judgedAt":1,"connectedEmail":"c@x.io","refusals":0,"tryAgainAt":null}}',
      ],
      ["a", "c"],
    ],
  ])("with %s has everybody else, and nobody who may be outdated", async (_, lines, keys) => {
    const path = await newPath();
    writeFileSync(path, [header, line("a"), ...lines, ""].join("\n"));
    const ledger = await open(path);
    expect([...(await ledger.look(["a", "b", "c"], null)).keys()]).toEqual(keys);
  });

  test.each([
    ["null", "null"],
    ["a number", "5"],
    ["a list", "[1]"],
    ["noise", "\u0000\u0000\u0000"],
    ["the end of a line", line("b").slice(20)],
    ["an entry that is none", '{"entry":5}'],
    ["an entry without a user", '{"entry":{}}'],
    ["an entry with a text for a time", line("b").replace(/"judgedAt":\d+/, '"judgedAt":"x"')],
    ["a text for a list of users", '{"forgotten":"a"}'],
    ["a line of a later version", '{"moved":["a","b"]}'],
  ])("with %s in its third line is refused, and the line is named", async (_, damage) => {
    const path = await newPath();
    const text = [header, line("a"), damage, line("c"), ""].join("\n");
    writeFileSync(path, text);
    const message = `${path} is damaged in line 3. Restore it, or delete it: then all users are sent once more, which does no harm. Nothing was changed in it.`;
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_unreadable", message });
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  test("keeps its target, also when it is compacted, and is refused for another one", async () => {
    const path = await newPath();
    const first = await openFileLedger(path, { target: "https://a.example app_1" });
    await first.put(
      Array.from({ length: 1_100 }, (_, judgedAt) => toEntry("a", { judgedAt })),
      null,
    );
    await first.close();
    for (const target of ["https://a.example app_2", "https://b.example app_1"]) {
      const message = expect.stringContaining(`is the ledger of https://a.example app_1, not of ${target}.`);
      await expect(openFileLedger(path, { target })).rejects.toMatchObject({ code: "ledger_of_other_target", message });
    }
    await (await openFileLedger(path)).close();
    expect(lineCount(path)).toBe(3);
    await (await openFileLedger(path, { target: "https://a.example app_1" })).close();
    await expect(openFileLedger(path, { target: "other" })).rejects.toMatchObject({ code: "ledger_of_other_target" });
  });

  test("of an earlier version gets the target of the first one who names it", async () => {
    const path = await newPath();
    writeFileSync(path, [header, line("a"), ""].join("\n"));
    await (await openFileLedger(path, { target: "https://a.example app_1" })).close();
    await expect(openFileLedger(path, { target: "other" })).rejects.toMatchObject({ code: "ledger_of_other_target" });
    expect([...(await (await open(path)).look(["a"], null)).keys()]).toEqual(["a"]);
  });

  test("never changes a file that is not a ledger", async () => {
    const path = await newPath();
    writeFileSync(path, "id,email\n1,a@example.com\n");
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_unreadable" });
    expect(readFileSync(path, "utf8")).toBe("id,email\n1,a@example.com\n");
    await expect(open(path)).rejects.toMatchObject({ code: "ledger_unreadable" });
  });
});
