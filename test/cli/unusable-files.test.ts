// Tests runs whose state folder, checkpoint, ledger or results file can't be used, belongs to something else, or is in use.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFileLedger } from "../../src/sync/ledger/file-ledger.ts";
import { look, startPortal, toCsv } from "./portal.ts";
import { createFolder, runInside } from "./terminal.ts";

const checkpointsOf = (state: string) => readdirSync(state).filter((name) => name.endsWith(".checkpoint.json"));

test.each([
  ["list", ["runs", "list"], 0],
  ["show", ["runs", "show", "last"], 2],
  ["prune", ["runs", "prune", "--keep", "30d"], 0],
])("runs %s says that there is no state folder, and makes none", async (_, words, code) => {
  const state = join(createFolder(), "mistyped");
  const ended = await runInside([...words, "--state", state]);
  expect([ended.code, ended.stdout + ended.stderr]).toEqual([
    code,
    expect.stringMatching(/There is no (state folder .*mistyped\.|such folder\.)/),
  ]);
  expect(existsSync(state)).toBe(false);
});

test.each([
  ["sync --resume last", ["sync", "<users>", "--resume", "last"]],
  ["reconcile --resume last", ["reconcile", "<users>", "--ledger", "<ledger>", "--resume", "last"]],
])("%s makes no state folder where there is none: exit code 2", async (_, words) => {
  const { args, file, state } = await startPortal();
  const given = words.map((word) => word.replace("<users>", file(toCsv(3))).replace("<ledger>", file("", "ledger")));
  const [command = "", ...rest] = given;
  expect(await runInside(args(command, ...rest))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is no such folder."),
  });
  expect(existsSync(state)).toBe(false);
});

test.each([
  ["runs list", ["runs", "list"]],
  ["runs prune", ["runs", "prune", "--keep", "30d"]],
])("%s never says that a folder is empty which can't be read: exit code 2", async (_, words) => {
  const { file } = await startPortal();
  const below = join(file(toCsv(1)), "state");
  const { code, stderr } = await runInside([...words, "--state", below]);
  expect([code, stderr]).toEqual([2, `The state folder ${below} can't be read: ENOTDIR.\n`]);
});

test("a file in the place of the state folder is named: exit code 2", async () => {
  const { args, file, state } = await startPortal();
  writeFileSync(state, "");
  expect(await runInside(args("sync", file(toCsv(3))))).toMatchObject({
    code: 2,
    stderr: `The state folder ${state} is no folder.\n`,
  });
});

test.each([
  ["cut", (text: string) => text.slice(0, 90)],
  ["empty", () => ""],
  ["of a later version", (text: string) => text.replace('"version":1', '"version":2')],
  ["garbled", (text: string) => text.replace("batches", "b\u0000tches")],
])("a checkpoint that is %s is named with its file, never resumed or undone: exit code 2", async (_, damage) => {
  const { store, args, file, state } = await startPortal();
  const users = file(toCsv(5));
  await runInside(args("sync", users));
  const path = join(state, checkpointsOf(state)[0] ?? "");
  writeFileSync(path, damage(readFileSync(path, "utf8")));
  const text = `${path} holds something else than a run of this version, or is damaged.`;
  for (const words of [
    ["runs", "show", "last", "--state", state],
    args("sync", users, "--resume", "last"),
    args("undo", "last", "--yes"),
  ]) {
    expect(await runInside(words)).toMatchObject({ code: 2, stderr: expect.stringContaining(text) });
  }
  expect((await look(store)).sources).toBe(1);
});

test("a new run says that it can't be compared with a run that is unreadable", async () => {
  const { args, file, state } = await startPortal();
  const users = file(toCsv(5));
  await runInside(args("sync", users));
  const [name = ""] = checkpointsOf(state);
  writeFileSync(join(state, name), "");
  const { code, stderr } = await runInside(args("sync", users));
  const id = name.replace(".checkpoint.json", "");
  expect([code, stderr]).toEqual([0, expect.stringContaining(`The run ${id} in ${state} can't be read.`)]);
});

test("a checkpoint that can't be locked is named with its file: exit code 2", async () => {
  const { store, args, file, state } = await startPortal();
  await runInside(args("sync", file(toCsv(5))));
  const [name = ""] = checkpointsOf(state);
  // The lock of another machine, which can't be read, is a lock all the same.
  writeFileSync(join(state, `${name}.lock`), "{}");
  const held = await runInside(args("undo", "last", "--yes"));
  expect([held.code, held.stderr]).toEqual([5, expect.stringContaining(`delete ${join(state, name)}.lock`)]);
  expect((await look(store)).sources).toBe(1);
});

test("a ledger says nothing of another application or another server, and is refused there: exit code 2", async () => {
  const portal = await startPortal();
  const ledger = join(createFolder(), "ledger.ndjson");
  const users = portal.file(toCsv(5));
  expect((await runInside(portal.args("sync", users, "--ledger", ledger))).code).toBe(0);
  const before = readFileSync(ledger, "utf8");
  const other = await startPortal();
  const otherApp = portal.server.map((word) => (word === "app_demo" ? "app_other" : word));
  for (const server of [other.server, otherApp]) {
    for (const command of ["sync", "reconcile"]) {
      const { code, stdout, stderr } = await runInside([
        command,
        users,
        "--ledger",
        ledger,
        ...server,
        "--state",
        other.state,
      ]);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`${ledger} is the ledger of ${portal.url} app_demo, not of`),
      ]);
      expect(stdout).not.toMatch(/up to date|imported/);
    }
  }
  expect(readFileSync(ledger, "utf8")).toBe(before);
  expect((await look(other.store)).sources).toBe(0);
  const again = await runInside(portal.args("reconcile", users, "--ledger", ledger));
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("5 up to date")]);
});

test.each(["sync", "reconcile"])(
  "%s leaves a ledger alone that another process has open: exit code 5",
  async (command) => {
    const { store, args, file } = await startPortal();
    const path = join(createFolder(), "ledger.ndjson");
    const ledger = await openFileLedger(path);
    const ended = await runInside(args(command, file(toCsv(5)), "--ledger", path));
    await ledger.close();
    expect([ended.code, ended.stderr]).toEqual([5, expect.stringContaining("The ledger is open in process")]);
    expect((await look(store)).sources).toBe(0);
  },
);

test("a source is not deleted while its ledger is open elsewhere, so that nobody stays connected in it", async () => {
  const { store, args, file, url } = await startPortal();
  const path = join(createFolder(), "ledger.ndjson");
  const users = file(toCsv(5));
  const run = JSON.parse((await runInside(args("sync", users, "--ledger", path, "--json"))).stdout);
  const words = [
    "sources",
    "delete",
    run.sources[0].id,
    "--yes",
    "--ledger",
    path,
    "--base-url",
    url,
    "--app",
    "app_demo",
  ];
  const ledger = await openFileLedger(path);
  const refused = await runInside(words);
  await ledger.close();
  expect([refused.code, (await look(store)).ids.length]).toEqual([5, 5]);
  expect((await runInside(words)).stdout).toContain("The ledger forgot 5 users");
  expect((await runInside(args("reconcile", users, "--ledger", path))).stdout).toContain("5 missing");
});

test("a deletion without an answer takes its users out of the ledger too", async () => {
  const { store, args, file, url } = await startPortal({
    async answer(request, next) {
      const response = await next(request);
      return request.method === "DELETE" && !request.url.includes("dryRun")
        ? new Response("", { status: 502 })
        : response;
    },
  });
  const path = join(createFolder(), "ledger.ndjson");
  const users = file(toCsv(5));
  const run = JSON.parse((await runInside(args("sync", users, "--ledger", path, "--json"))).stdout);
  const server = ["--base-url", url, "--app", "app_demo"];
  const { code } = await runInside(["sources", "delete", run.sources[0].id, "--yes", "--ledger", path, ...server]);
  expect(code).not.toBe(1);
  expect((await look(store)).ids).toEqual([]);
  expect((await runInside(args("reconcile", users, "--ledger", path))).stdout).toContain("5 missing");
});

test("a results file that another run has put in its place is said to be lost: exit code 1", async () => {
  const results = join(createFolder(), "results.csv");
  const { args, file } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") {
        rmSync(results);
        writeFileSync(results, "of another run");
      }
      return next(request);
    },
  });
  const { code, stdout, stderr } = await runInside(args("sync", file(toCsv(5)), "--results", results));
  expect([code, stderr]).toEqual([
    1,
    expect.stringContaining(`--results ${results} was replaced or deleted during the run`),
  ]);
  expect(stdout).toContain("Done: 5 users");
  expect(readFileSync(results, "utf8")).toBe("of another run");
});
