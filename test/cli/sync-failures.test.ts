// Tests `sync` with a pipe that stays open, files that can't be written, and a dry run that ends early.
import { chmodSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { toProgressText } from "../../src/cli/runs/run-report.ts";
import { toCommandFailure, toExitCode, toFailureFacts, toSyncFailureText } from "../../src/cli/terminal/failures.ts";
import { HttpError } from "../../src/client/errors.ts";
import { LedgerError } from "../../src/sync/ledger/file-ledger.ts";
import { countPending } from "../../src/sync/report/outcome.ts";
import { look, startPortal, toCsv, toNdjson } from "./portal.ts";
import { createTerminal, runInside } from "./terminal.ts";

test.each([
  ["before the run begins", ["--ledger", "<ledger>"], 2],
  ["at its first batch", ["--batch-size", "1"], 4],
])("an open pipe does not keep the program alive when it fails %s", async (_when, flags, code) => {
  const { args, file } = await startPortal({ answer: async () => new Response("", { status: 401 }) });
  const ledger = file("no ledger", "ledger");
  const { terminal } = createTerminal({ stdin: null });
  terminal.stdin.push(`${toNdjson(2)}\n`);
  const ended = runProgram(args("sync", "-", ...flags.map((flag) => flag.replace("<ledger>", ledger))), terminal);
  expect(await ended).toBe(code);
  expect(terminal.stdin.destroyed).toBe(true);
});

// Only Linux has /dev/full.
test.skipIf(process.platform !== "linux")(
  "a results file that can't be written stops the run before anything is sent, and is named",
  async () => {
    const { store, args, file } = await startPortal();
    const { code, stdout, stderr } = await runInside(args("sync", file(toCsv(5)), "--results", "/dev/full"));
    expect(stderr).toContain("--results /dev/full can't be written: ENOSPC. [results_unwritable]");
    expect(stdout).toContain("Failed: 5 users in 0 sources.");
    expect(code).toBe(2);
    expect((await look(store)).sources).toBe(0);
  },
);

test.skipIf(process.platform !== "linux")("a results file that can't be written is named to programs too", async () => {
  const { args, file } = await startPortal();
  const { stdout } = await runInside(args("sync", file(toCsv(5)), "--results", "/dev/full", "--json"));
  expect(JSON.parse(stdout).failure).toEqual({
    code: "results_unwritable",
    message: "--results /dev/full can't be written: ENOSPC.",
  });
});

test.each([
  ["below a file", "users.csv/ledger.ndjson", "ENOTDIR"],
  ["that is a folder", "", "EISDIR"],
])("a ledger %s is named, and nothing is sent", async (_, name, reason) => {
  const { store, args, file } = await startPortal();
  const ledger = join(file(toCsv(5)), "..", name);
  for (const command of ["sync", "reconcile"]) {
    const { code, stderr } = await runInside(args(command, file(toCsv(5)), "--ledger", ledger));
    expect([code, stderr]).toEqual([2, `The ledger ${ledger} can't be read or written. (${reason})\n`]);
  }
  expect((await look(store)).sources).toBe(0);
});

test("a ledger that can't be written during a run is named, to people and programs", () => {
  const full = Object.assign(new Error("no space left"), { code: "ENOSPC" });
  const cause = new LedgerError("ledger_unusable", "The ledger users.ledger can't be read or written.", {
    cause: full,
  });
  const failure = { code: "checkpoint_failed", message: "The checkpoint could not be written.", cause } as const;
  expect(toSyncFailureText(failure)).toBe(
    "The ledger users.ledger can't be read or written. (ENOSPC) [ledger_unusable]",
  );
  expect(toFailureFacts(failure)).toEqual({ code: "ledger_unusable", message: cause.message });
});

test.each<[string, number, number | null, number]>([
  ["a 429", 429, 5, 5],
  ["a 429 that asks for two days", 429, 172_800, 5],
  ["a 500", 500, null, 5],
  ["a 502", 502, null, 5],
  ["a 503", 503, 86_400, 5],
  ["a 409 while another import is running", 409, 3, 5],
  ["a 409 without an end", 409, null, 1],
  ["a 422", 422, null, 1],
])(
  "%s that ended a run before anything was saved has the exit code of what to do next",
  (_, status, retryAfter, code) => {
    const cause = new HttpError("", { code: "http", status, problem: null, retryAfter });
    expect([toExitCode("http", cause), toCommandFailure(cause).exitCode]).toEqual([code, code]);
  },
);

// Root may write anywhere.
test.skipIf(process.getuid?.() === 0)(
  "a state folder that can't be written is named, and nothing is sent",
  async () => {
    const { store, args, state, file } = await startPortal();
    mkdirSync(state, { mode: 0o500 });
    const { code, stderr } = await runInside(args("sync", file(toCsv(5))));
    expect([code, stderr]).toEqual([2, `The state folder ${state} can't be written: EACCES. Nothing was sent.\n`]);
    expect((await look(store)).sources).toBe(0);
  },
);

test("a results file that others could read is replaced by one that they can't", async () => {
  const { args, file } = await startPortal();
  const path = file("other text", "results.csv");
  chmodSync(path, 0o644);
  linkSync(path, `${path}.other`);
  const { code } = await runInside(args("sync", file(toCsv(5)), "--results", path));
  expect([code, statSync(path).mode & 0o777]).toEqual([0, 0o600]);
  expect(readFileSync(path, "utf8").split("\r\n")).toHaveLength(7);
  expect(readFileSync(`${path}.other`, "utf8")).toBe("other text");
});

test("a resumed run keeps the rows of a results file, and takes it from others", async () => {
  let posts = 0;
  const { args, file } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return posts === 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  const [users, path] = [file(toCsv(6)), file("", "results.csv")];
  const run = (...more: string[]) =>
    runInside(args("sync", users, "--batch-size", "3", "--results", path, "--source-name", "May", ...more));
  await run();
  chmodSync(path, 0o664);
  posts = 10;
  expect(await run("--resume", "last")).toMatchObject({ code: 0 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readFileSync(path, "utf8").match(/^\d+,u\d/gm)).toEqual([1, 2, 3, 4, 5, 6].map((one) => `${one + 1},u${one}`));
});

test.each([
  ["--results", "is a symbolic link. Name the file itself."],
  ["--ledger", "is a symbolic link. Name the file itself."],
])("%s that is a symbolic link is refused, and its target stays as it is", async (flag, text) => {
  const { store, args, file } = await startPortal();
  const target = file(flag === "--ledger" ? '{"ledger":1}\n' : "precious", "target");
  const before = readFileSync(target, "utf8");
  symlinkSync(target, `${target}.link`);
  const { code, stderr } = await runInside(args("sync", file(toCsv(5)), flag, `${target}.link`));
  expect([code === 0, stderr]).toEqual([false, expect.stringContaining(`${target}.link ${text}`)]);
  expect(readFileSync(target, "utf8")).toBe(before);
  expect((await look(store)).sources).toBe(0);
});

test.each([
  ["an empty folder", [], 0o777, 0o700, /was open to others \(mode 0777\)\. Now only its owner can use it/],
  ["a folder of earlier runs", ["a.checkpoint.json", "a.ndjson"], 0o755, 0o700, /was open to others \(mode 0755\)/],
  [
    "a folder with other files that others may change",
    ["notes.txt"],
    0o777,
    0o777,
    /can be changed by others \(mode 0777\)/,
  ],
  ["a folder with other files that others may read", ["notes.txt"], 0o755, 0o755, /^(?!.*state folder)/s],
  ["a folder of its owner", ["a.ndjson"], 0o700, 0o700, /^(?!.*state folder)/s],
  ["a folder that nobody may write", ["a.ndjson"], 0o555, 0o500, /was open to others \(mode 0555\)/],
])("of --state, %s is narrowed or warned about", async (_, names, mode, modeAfter, warning) => {
  const { args, file, state } = await startPortal();
  mkdirSync(state);
  for (const name of names) writeFileSync(join(state, name), "");
  chmodSync(state, mode);
  const { stderr } = await runInside(args("sync", file(toCsv(2))));
  expect(stderr.trim()).toMatch(warning);
  expect(statSync(state).mode & 0o777).toBe(modeAfter);
});

test.each(["--results", "--ledger"])("%s never overwrites the input file", async (flag) => {
  const { store, args, file } = await startPortal();
  const path = file(toCsv(5));
  const { code, stderr } = await runInside(args("sync", path, flag, path));
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${flag} ${path} is the input file`)]);
  expect(readFileSync(path, "utf8")).toBe(toCsv(5));
  expect((await look(store)).sources).toBe(0);
});

test("a dry run prints how many users were checked, also when it ends early", async () => {
  let posts = 0;
  const { args, file } = await startPortal({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return posts > 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  const { code, stdout } = await runInside(args("sync", file(toCsv(50)), "--dry-run", "--batch-size", "10"));
  const counters = countPending(20, "dry_run");
  const event = { type: "runStarted", runId: "run-1234", total: 50, counters } as const;
  expect(toProgressText(event)).toBe("20 of 50 users answered");
  expect(stdout).toContain("Partly done: 20 of 50 users checked, nothing saved: 20 imported.");
  expect(code).toBe(4);
});
