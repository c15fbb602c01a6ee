// Tests `undo`: rolls back a whole run after confirmation.
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { look, startPortal, toCsv } from "./portal.ts";
import { createTerminal, runInside } from "./terminal.ts";

// Starts a portal with a finished run of three sources.
async function startWithRun(options?: Parameters<typeof startPortal>[0]) {
  const portal = await startPortal(options);
  const { stdout } = await runInside(portal.args("sync", portal.file(toCsv(30)), "--batch-size", "10", "--json"));
  return { ...portal, run: JSON.parse(stdout).run as string };
}

test("undo prints its effect; a no changes nothing, a yes undoes every source", async () => {
  const { store, args, run } = await startWithRun();
  const no = await runInside(args("undo", run), { isTTY: true, stdin: "\n" });
  expect(no).toMatchObject({
    code: 130,
    stdout: expect.stringContaining("3 sources to undo. This removes 30 connections."),
  });
  expect((await look(store)).ids).toHaveLength(30);
  const yes = await runInside(args("undo", run), { isTTY: true, stdin: "yes\n" });
  expect(yes).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Undone: 30 connections removed, 0 sources left."),
  });
  expect(await look(store)).toEqual({ ids: [], sources: 0 });
});

test("without a terminal, undo needs --yes; --dry-run prints what would be removed", async () => {
  const { store, args, run } = await startWithRun();
  expect(await runInside(args("undo", run))).toMatchObject({ code: 2, stderr: expect.stringContaining("add --yes") });
  const preview = await runInside(args("undo", run, "--dry-run", "--json"));
  expect(JSON.parse(preview.stdout)).toMatchObject({ isDryRun: true, removed: 30 });
  expect((await look(store)).sources).toBe(3);
  expect(await runInside(args("undo", run, "--yes"))).toMatchObject({ code: 0 });
  expect((await look(store)).sources).toBe(0);
});

test("a server without dry runs is never sent one; its counters are used instead", async () => {
  const { store, args, run } = await startWithRun({ guideOnly: true });
  expect(await runInside(args("undo", run, "--dry-run"))).toMatchObject({ code: 2 });
  expect((await look(store)).sources).toBe(3);
  const { code, stdout } = await runInside(args("undo", run, "--yes"));
  expect([code, stdout]).toEqual([0, expect.stringContaining("at most 30")]);
  expect((await look(store)).ids).toEqual([]);
});

test("an unknown run, and a run of another target, are refused", async () => {
  const { args, run, state } = await startWithRun();
  const other = await startPortal();
  const elsewhere = ["undo", run, ...other.server, "--state", state, "--yes"];
  expect(await runInside(elsewhere)).toMatchObject({ code: 2, stderr: expect.stringContaining("wrote to") });
  expect(await runInside(args("undo", "20260101-000000-0000", "--yes"))).toMatchObject({ code: 2 });
});

test("a run that is undone has nothing left to undo", async () => {
  const { args, run } = await startWithRun();
  await runInside(args("undo", run, "--yes"));
  const again = await runInside(args("undo", run, "--yes"));
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining("nothing left to undo") });
});

test("Ctrl+C during the question undoes nothing: exit code 130", async () => {
  const { store, args, run } = await startWithRun();
  const { terminal, output, interrupt } = createTerminal({ isTTY: true });
  const ended = runProgram(args("undo", run), terminal);
  await expect.poll(() => output.stderr).toContain("[y/N]");
  interrupt();
  expect(await ended).toBe(130);
  expect((await look(store)).sources).toBe(3);
});
