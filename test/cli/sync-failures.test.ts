// Tests `sync` with a pipe that stays open, files that can't be written, and a dry run that ends early.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { toProgressText } from "../../src/cli/runs/run-report.ts";
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
    expect(stderr).toContain("--results /dev/full can't be written: ENOSPC.");
    expect(stdout).toContain("Failed: 5 users in 0 sources.");
    expect(code).toBe(1);
    expect((await look(store)).sources).toBe(0);
  },
);

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
