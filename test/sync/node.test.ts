// Tests checkpoint, lock and audit log on a real file system.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { basename, join } from "node:path";
import process from "node:process";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Checkpoint } from "../../src/sync/checkpoint/checkpoint.ts";
import { createFileAuditLog, createFileCheckpoint } from "../../src/sync/node.ts";
import { undoRun } from "../../src/sync/undo-run.ts";
import { run, setUpSite, toUsers } from "./site.ts";

async function directory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "sync-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const wholeRun = JSON.stringify({
  ...{ version: 1, runId: "run-0001", name: "Nightly", target: null, total: null, batchSize: 1, state: "running" },
  ...{ startedAt: "2026-05-03T00:00:00.000Z", mostUsers: 1, inDoubt: null, lastSuccess: null },
});

const batchOf = (first: number, hash: string) => {
  const counts = { total: 1, acknowledged: 1, refused: 0, pending: 0, pendingReasons: {} };
  const source = {
    id: `src_${first}`,
    name: `Nightly (${first + 1})`,
    createdAt: "",
    counters: null,
    reactivated: null,
  };
  return { first, count: 1, hash, source, counters: { ...counts, statuses: { imported: 1 } } };
};

const toRunText = (change: object) => `${JSON.stringify({ ...JSON.parse(wholeRun), batches: [], ...change })}\n`;

const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe("a checkpoint in a file", () => {
  test("brings a run back to a new process, is readable by its owner alone and leaves nothing beside it", async () => {
    const path = join(await directory(), "made", "run.json");
    const fate = (method: string, number: number) =>
      method === "POST" && number === 2 ? ("lost" as const) : undefined;
    const site = await setUpSite({ fate }, { retry: { attempts: 1 } });
    const first = await run(site, toUsers(25), { checkpoint: createFileCheckpoint(path) });
    expect(first.report.state).toBe("partial");
    const kept = await createFileCheckpoint(path).read();
    expect(kept).toMatchObject({
      runId: first.report.runId,
      batches: [{ first: 0, count: 10 }],
      inDoubt: { first: 10 },
    });
    const { report } = await run(site, toUsers(25), { checkpoint: createFileCheckpoint(path), resume: true });
    expect(report).toMatchObject({ state: "done", counters: { total: 25, acknowledged: 25 } });
    expect(await modeOf(path)).toBe(0o600);
    expect(await readdir(join(path, ".."))).toEqual(["run.json"]);
  });

  test.each([
    ["half of one", '{"version":1,"runId":"run-1","na'],
    ["of a later version", '{"version":2}'],
    ["anything else", "[]"],
    ["nothing", ""],
    [
      "a damaged line between others",
      `${wholeRun.slice(0, -1)},"batches":[]}\n{"set":{"sta\n{"set":{},"batches":[]}\n`,
    ],
    ["a batch without counts", toRunText({ batches: [{ ...batchOf(0, "a"), counters: undefined }] })],
    ["a batch with half of its counts", toRunText({ batches: [{ ...batchOf(0, "a"), counters: { total: 1 } }] })],
    ["a batch whose source has no id", toRunText({ batches: [{ ...batchOf(0, "a"), source: "src_1" }] })],
    [
      "a batch that does not say whether it has a source",
      toRunText({ batches: [{ ...batchOf(0, "a"), source: undefined }] }),
    ],
    ["a batch in doubt without a name", toRunText({ inDoubt: { first: 0, count: 1, hash: "a" } })],
    ["another last success than a run", toRunText({ lastSuccess: 5 })],
    ["a number for a target", toRunText({ target: 5 })],
    ["a text for a total", toRunText({ total: "ten" })],
    ["a batch size below one", toRunText({ batchSize: -5 })],
    ["a run of an unknown kind", toRunText({ kind: "other" })],
    ["a change of something else", `${toRunText({})}{"set":{"state":"paused"},"batches":[]}\n`],
  ])("that holds %s is refused, not guessed at", async (_, text) => {
    const path = join(await directory(), "run.json");
    await writeFile(path, text);
    const site = await setUpSite();
    const result = run(site, toUsers(1), { checkpoint: createFileCheckpoint(path) });
    const message = expect.stringContaining(`${path} holds something else than a run of this version, or is damaged.`);
    await expect(result).rejects.toMatchObject({ code: "checkpoint_unreadable", message });
    expect(site.log).toEqual([]);
  });

  test("grows by its changes alone: a line for each write, however many batches there are", async () => {
    const path = join(await directory(), "run.json");
    const site = await setUpSite();
    const sizes: number[] = [];
    const store = createFileCheckpoint(path);
    const checkpoint = {
      ...store,
      async write(one: Checkpoint) {
        await store.write(one);
        sizes.push((await stat(path)).size);
      },
    };
    const { report } = await run(site, toUsers(60), { checkpoint, batchSize: 1 });
    const steps = sizes.slice(1).map((size, index) => size - (sizes[index] ?? 0));
    expect([report.state, steps.length, Math.max(...steps) < 1_500]).toEqual(["done", 120, true]);
    const stored = await createFileCheckpoint(path).read();
    expect(stored).toMatchObject({ state: "done", inDoubt: null });
    expect(stored?.batches.map(({ first }) => first)).toEqual(Array.from({ length: 60 }, (_, index) => index));
  });

  test("whose last line was cut by a crash is the state before it", async () => {
    const path = join(await directory(), "run.json");
    const site = await setUpSite();
    await run(site, toUsers(30), { checkpoint: createFileCheckpoint(path) });
    const text = await readFile(path, "utf8");
    await writeFile(path, text.slice(0, -20));
    expect(await createFileCheckpoint(path).read()).toMatchObject({ state: "running", batches: [{}, {}, {}] });
    const { report } = await run(site, toUsers(30), { checkpoint: createFileCheckpoint(path), resume: true });
    expect(report).toMatchObject({ state: "done", batches: 3 });
    expect((await readFile(path, "utf8")).split("\n").length).toBeLessThan(4);
  });

  test("of an earlier version is read", async () => {
    const path = join(await directory(), "run.json");
    await writeFile(
      path,
      `${wholeRun.slice(0, -1)},"batches":[\n${JSON.stringify(batchOf(0, "a"))},\n${JSON.stringify(batchOf(1, "b"))}\n]}\n`,
    );
    expect(await createFileCheckpoint(path).read()).toMatchObject({ batches: [{ hash: "a" }, { hash: "b" }] });
  });

  test("that can't be written stops the run before it sends, and the lock is given back", async () => {
    const path = await directory();
    const site = await setUpSite();
    const checkpoint = { ...createFileCheckpoint(path), read: async () => null };
    const { report } = await run(site, toUsers(1), { checkpoint });
    expect(report).toMatchObject({
      state: "partial",
      failure: { code: "checkpoint_failed" },
      counters: { pending: 1 },
    });
    expect(site.log).toEqual(["GET /sources"]);
    expect(await readdir(join(path, ".."))).not.toContain(`${basename(path)}.lock`);
  });
});

describe("the lock of a checkpoint", () => {
  const lockOf = (pid: number, host = hostname()) => JSON.stringify({ pid, host, since: "2026-05-03T00:00:00.000Z" });

  test("excludes a second run until it is released", async () => {
    const path = join(await directory(), "run.json");
    const unlock = await createFileCheckpoint(path).lock?.();
    await expect(createFileCheckpoint(path).lock?.()).rejects.toMatchObject({ code: "checkpoint_locked" });
    await unlock?.();
    await (await createFileCheckpoint(path).lock?.())?.();
    expect(await readdir(join(path, ".."))).toEqual([]);
  });

  test("of a dead process does not count, and only one process takes it over", async () => {
    const path = join(await directory(), "run.json");
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await writeFile(`${path}.lock`, lockOf(pid));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => createFileCheckpoint(path).lock?.()));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("of a dead process does not count either when another process was killed during the takeover", async () => {
    const path = join(await directory(), "run.json");
    const { pid } = spawnSync(process.execPath, ["--version"]);
    for (const end of ["", ".takeover", ".takeover.takeover"]) await writeFile(`${path}.lock${end}`, lockOf(pid));
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => createFileCheckpoint(path).lock?.()));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readdir(join(path, ".."))).toEqual([`${basename(path)}.lock`]);
  });

  test("with this process's own pid counts only while it is held, because a restarted container reuses pids", async () => {
    const path = join(await directory(), "run.json");
    await writeFile(`${path}.lock`, lockOf(process.pid));
    await expect(createFileCheckpoint(path).lock?.()).resolves.toBeTypeOf("function");
  });

  test("of a living process, another host or an unknown holder is reported with the file to delete", async () => {
    const path = join(await directory(), "run.json");
    const living = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    onTestFinished(async () => {
      living.kill("SIGKILL");
      await once(living, "exit");
    });
    for (const text of [lockOf(living.pid ?? 0), lockOf(1, "elsewhere"), "?"]) {
      await writeFile(`${path}.lock`, text);
      await expect(createFileCheckpoint(path).lock?.()).rejects.toThrow(`delete ${path}.lock`);
    }
  });
});

describe("the audit log", () => {
  async function audited(emails?: "plain") {
    const path = join(await directory(), "audit");
    const fate = (method: string, number: number) =>
      method === "POST" && number === 1
        ? new Response("", { status: 503, headers: { "x-request-id": "req-7" } })
        : undefined;
    const site = await setUpSite({ known: 1, fate });
    const users = [...toUsers(1), { externalUserId: "ann.lee@example.com", email: "Ann.Lee@Example.com" }];
    const { report } = await run(site, users, { audit: createFileAuditLog({ directory: path, emails }) });
    const text = await readFile(join(path, `${report.runId}.ndjson`), "utf8");
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    return { path, site, report, text, lines };
  }

  test("has a line for every request, attempt and answer, and a manifest", async () => {
    const { path, report, lines } = await audited();
    expect(lines.map(({ type }) => type)).toEqual([
      "runStarted",
      "exchange",
      "request",
      "exchange",
      "exchange",
      "answer",
      "runFinished",
    ]);
    expect(lines.every(({ runId, time }) => runId === report.runId && !Number.isNaN(Date.parse(time)))).toBe(true);
    expect(lines[3]).toMatchObject({
      method: "POST",
      attempt: 1,
      status: 503,
      requestId: "req-7",
      failure: "unavailable",
    });
    expect(lines[4]).toMatchObject({
      method: "POST",
      attempt: 2,
      status: 200,
      failure: null,
      sourceName: "Nightly (1)",
    });
    expect(lines[4].duration).toBeTypeOf("number");
    expect(lines[5]).toMatchObject({
      source: { id: report.sources[0]?.id },
      counters: { acknowledged: 1, refused: 1 },
    });
    const manifest = JSON.parse(await readFile(join(path, `${report.runId}.manifest.json`), "utf8"));
    expect(manifest).toMatchObject({ runId: report.runId, state: "done", counters: report.counters, failure: null });
    for (const file of await readdir(path)) expect(await modeOf(join(path, file))).toBe(0o600);
  });

  test("masks emails, also those used as ids", async () => {
    const { lines, text } = await audited();
    expect(text).not.toMatch(/ann\.lee/i);
    expect(lines[5].users[1]).toMatchObject({ position: 1, externalUserId: "a***@e***.com", email: "A***@E***.com" });
  });

  test("holds whole emails with `emails: plain`", async () => {
    const { lines } = await audited("plain");
    expect(lines[5].users[1]).toMatchObject({ externalUserId: "ann.lee@example.com", email: "Ann.Lee@Example.com" });
  });

  test("begins a new line after a half line left by a crash", async () => {
    const { path, site, report } = await audited();
    const file = join(path, `${report.runId}.ndjson`);
    await writeFile(file, '{"type":"half', { flag: "a" });
    await undoRun(
      site.client,
      report.sources.map(({ id }) => id),
      { audit: createFileAuditLog({ directory: path }) },
    );
    await run(site, toUsers(1), { runId: report.runId, audit: createFileAuditLog({ directory: path }) });
    const lines = (await readFile(file, "utf8")).trim().split("\n");
    expect(lines[7]).toBe('{"type":"half');
    expect(JSON.parse(lines[8] ?? "")).toMatchObject({ type: "runStarted" });
  });

  test("stays in its directory, whatever the name of the run", async () => {
    const path = join(await directory(), "audit");
    const site = await setUpSite();
    await run(site, [], { runId: "../../../outside", audit: createFileAuditLog({ directory: path }) });
    expect(await readdir(path)).toEqual(["..%2F..%2F..%2Foutside.manifest.json", "..%2F..%2F..%2Foutside.ndjson"]);
  });

  test("stops the run before sending when it can't be written", async () => {
    const site = await setUpSite();
    const audit = { write: () => Promise.reject(new Error("EROFS")) };
    const { report } = await run(site, toUsers(1), { audit });
    expect(report).toMatchObject({ state: "partial", failure: { code: "audit_failed" }, isInputComplete: false });
    expect(site.log).toEqual([]);
  });
});

// prlimit of util-linux gives the disk its room back.
test.skipIf(!existsSync("/usr/bin/prlimit"))(
  "a text that was written in part on a full disk is not continued by the next one",
  async () => {
    const path = join(await directory(), "log.ndjson");
    const program = `
    import { spawnSync } from "node:child_process";
    import { openToAppend } from ${JSON.stringify(join(import.meta.dirname, "../../src/sync/node-files.ts"))};
    const file = await openToAppend(${JSON.stringify(path)});
    const { code } = await file.append("x".repeat(5_000) + "\\n").catch((error) => error);
    spawnSync("prlimit", ["--pid", String(process.pid), "--fsize=1000000:"]);
    await file.append("next\\n");
    await file.close();
    console.log(code);
  `;
    const script = 'trap "" XFSZ; ulimit -S -f 2; exec "$0" --input-type=module --eval "$1"';
    const { stdout } = spawnSync("sh", ["-c", script, process.execPath, program], { encoding: "utf8" });
    const lines = (await readFile(path, "utf8")).split("\n");
    expect([stdout, lines.length > 2, lines.at(-2)]).toEqual(["EFBIG\n", true, "next"]);
  },
);
