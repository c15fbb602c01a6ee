// Tests `--resume`: a stopped, interrupted or killed run continues, and every user is sent once.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { readCsv } from "../../src/csv/index.ts";
import { createGate } from "../gate.ts";
import { start } from "./command.ts";
import { look, startPortal, toCsv, toNdjson } from "./portal.ts";
import { createFolder, createTerminal, runInside } from "./terminal.ts";

type Answer = NonNullable<Parameters<typeof startPortal>[0]>["answer"];

// Lets this many imports through; the next one hangs until it is released.
function stopAfter(count: number) {
  let posts = 0;
  const gate = createGate();
  const answer: Answer = async (request, next) => {
    if (request.method === "POST" && ++posts === count + 1) await gate.pass();
    return next(request);
  };
  return { answer, release: gate.open, posts: () => posts };
}

async function readResults(path: string) {
  const read = await readCsv(readFileSync(path, "utf8"));
  if (!read.ok) throw new Error(read.issue.code);
  return read.table.records.map(({ cells }) => [cells[0], cells[3]]);
}

test("Ctrl+C ends with 130 and prints the command that resumes; that command sends the rest", async () => {
  const { answer, release, posts } = stopAfter(2);
  const { store, args, file } = await startPortal({ answer });
  const { terminal, output, interrupt } = createTerminal();
  const results = join(createFolder(), "results.csv");
  const secret = ["--header", "X-Secret: of mine"];
  const typed = args("sync", file(toCsv(30)), "--batch-size", "10", "--results", results, "--grace", "0", ...secret);
  const running = runProgram(typed, terminal);
  await expect.poll(posts).toBe(3);
  interrupt();
  expect(await running).toBe(130);
  release();
  expect(output.stdout).toMatch(/Interrupted: 30 users in 2 sources\./);
  const command = /import-existing-users (sync .*--resume \S+)/.exec(output.stdout)?.[1] ?? "";
  expect(command).not.toContain("of mine");
  const run = /--resume (\S+)/.exec(command)?.[1] ?? "";
  const resumed = await runInside([...typed, "--resume", run]);
  expect(resumed).toMatchObject({ code: 0, stderr: expect.stringContaining("20 users were answered before") });
  expect(await look(store)).toMatchObject({ sources: 3 });
  expect((await look(store)).ids).toHaveLength(30);
  expect(await readResults(results)).toEqual(
    Array.from({ length: 30 }, (_, index) => [String(index + 2), "acknowledged"]),
  );
  const again = await runInside([...typed, "--resume", "last"]);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing to resume") });
});

test("a run killed in the middle of a batch resumes without lost or duplicate users, and its results file is complete", async () => {
  const { answer, release, posts } = stopAfter(1);
  const { store, args } = await startPortal({ answer });
  const results = join(createFolder(), "results.csv");
  const options = ["--batch-size", "10", "--source-name", "Nightly", "--results", results, "--invalid-rows", "skip"];
  const lines = toNdjson(35).split("\n");
  lines.splice(5, 0, '{"half');
  const typed = args("sync", "-", "--format", "ndjson", ...options);
  const { child, ended } = start(typed);
  child.stdin.end(lines.join("\n"));
  await expect.poll(posts).toBe(2);
  child.kill("SIGKILL");
  expect((await ended).code).toBe(null);
  release();
  const resumed = await runInside([...typed, "--resume", "last"], { stdin: lines.join("\n") });
  expect(resumed.code).toBe(3);
  expect((await look(store)).ids).toHaveLength(35);
  expect(await look(store)).toMatchObject({ sources: 4 });
  const rows = lines.map((_, index) => [String(index + 1), index === 5 ? "held_back" : "acknowledged"]);
  expect(await readResults(results)).toEqual(rows);
});

test("another file, another target and an unknown run are refused: exit code 2", async () => {
  const { answer, release, posts } = stopAfter(1);
  const { store, args, file, state } = await startPortal({ answer });
  const { terminal, interrupt } = createTerminal();
  const running = runProgram(args("sync", file(toCsv(20)), "--batch-size", "10", "--grace", "0"), terminal);
  await expect.poll(posts).toBe(2);
  interrupt();
  expect(await running).toBe(130);
  release();
  await expect.poll(async () => (await look(store)).ids.length).toBe(20);
  const changed = file(toCsv(20).replace("u2,", "u99,"));
  expect(await runInside(args("sync", changed, "--resume", "last"))).toMatchObject({ code: 2 });
  const other = await startPortal();
  const elsewhere = ["sync", file(toCsv(20)), ...other.server, "--state", state, "--resume", "last"];
  expect(await runInside(elsewhere)).toMatchObject({ code: 2, stderr: expect.stringContaining("target") });
  const unknown = await runInside(args("sync", file(toCsv(20)), "--resume", "../../etc/passwd"));
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining("There is no run") });
  expect(await look(store)).toMatchObject({ sources: 2 });
});

test("a second Ctrl+C ends the program at once", async () => {
  const { answer, release, posts } = stopAfter(0);
  const { args, file } = await startPortal({ answer });
  const { terminal, interrupt, exits } = createTerminal();
  const running = runProgram(args("sync", file(toCsv(5))), terminal);
  await expect.poll(posts).toBe(1);
  interrupt();
  interrupt();
  expect(exits).toEqual([130]);
  release();
  await running;
});
