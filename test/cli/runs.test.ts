// Tests `runs list`, `show` and `prune`, `undo last`, and the state folder itself.
import { readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { look, startPortal, toCsv } from "./portal.ts";
import { createFile, createFolder, runInside } from "./terminal.ts";

async function startWithRuns(count: number) {
  const portal = await startPortal();
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const flags = ["--source-name", `Night ${number}`, "--batch-size", "20", "--json"];
    const { stdout } = await runInside(portal.args("sync", portal.file(toCsv(45)), ...flags));
    ids.push(JSON.parse(stdout).run);
  }
  const runs = (...words: string[]) => runInside(["runs", ...words, "--state", portal.state]);
  return { ...portal, ids, runs };
}

// Makes the files of a run as old as this many days.
function age(state: string, id: string, days: number): void {
  const time = new Date(Date.now() - days * 86_400_000);
  for (const name of readdirSync(state).filter((one) => one.startsWith(id))) utimesSync(join(state, name), time, time);
}

test("runs are listed newest first, and one is shown with its sources", async () => {
  const { runs, ids, state } = await startWithRuns(2);
  writeFileSync(join(state, "20200101-000000-0000.checkpoint.json"), "half");
  const { code, stdout } = await runs("list");
  const lines = stdout.trim().split("\n");
  const sorted = [...ids].sort().reverse();
  expect([code, lines.slice(1).map((line) => line.split(" ")[0])]).toEqual([0, [...sorted, "20200101-000000-0000"]]);
  expect(lines[1]).toMatch(/ sync +done +45 +3 +Night \d +http/);
  const shown = await runs("show", ids[0] ?? "");
  expect(shown.stdout).toContain("answered       45 users: 40 acknowledged, 5 refused, 0 pending");
  expect(shown.stdout.match(/Night 0 \(\d\/3\)/g)).toHaveLength(3);
  const json = await runs("show", "last", "--json");
  expect(JSON.parse(json.stdout)).toMatchObject({ kind: "sync", state: "done", users: 45, sources: [{}, {}, {}] });
  expect((await runs("show", "nothing")).code).toBe(2);
});

test("the newest run is last, also within a second and after a clock was set back", async () => {
  onTestFinished(() => void vi.useRealTimers());
  const portal = await startPortal();
  const ids: string[] = [];
  for (const time of ["2026-05-03T23:59:59Z", "2026-05-03T23:59:59Z", "2026-05-01T08:00:00Z", "2026-05-04T00:00:30Z"]) {
    vi.setSystemTime(time);
    const { stdout } = await runInside(portal.args("sync", portal.file(toCsv(3)), "--json"));
    ids.push(JSON.parse(stdout).run);
  }
  expect([...ids].sort()).toEqual(ids);
  const times = ["20260503-235959", "20260504-000000", "20260504-000001", "20260504-000030"];
  expect(ids.map((id) => id.slice(0, 15))).toEqual(times);
  const undone = await runInside(portal.args("undo", "last", "--yes"));
  expect(undone.stdout).toContain(`Run ${ids[3]} `);
});

test("undo last undoes the newest run, then the one before it, and needs --yes without a terminal", async () => {
  const { store, args, runs, ids } = await startWithRuns(2);
  expect((await runInside(args("undo", "last"))).code).toBe(2);
  const first = await runInside(args("undo", "last", "--yes"));
  expect(first.stdout).toContain(`Run ${[...ids].sort().at(-1)} "Night`);
  expect((await look(store)).sources).toBe(3);
  expect(await runInside(args("undo", "last", "--yes"))).toMatchObject({ code: 0 });
  expect(await look(store)).toEqual({ ids: [], sources: 0 });
  expect((await runInside(args("undo", "last", "--yes"))).stderr).toContain(
    "no run of this target that is left to undo",
  );
  expect((await runs("list")).stdout.match(/undone/g)).toHaveLength(2);
});

test("prune deletes old runs, but not the last successful one, and --dry-run nothing", async () => {
  const { args, runs, ids, state, file } = await startWithRuns(3);
  const sorted = [...ids].sort();
  for (const id of ids) age(state, id, 40);
  const plan = await runs("prune", "--keep", "30d", "--dry-run");
  expect(plan.stdout).toMatch(/^Would delete 2 runs \(\d+\.\d MB\), kept 1\.\n$/);
  const { code, stdout } = await runs("prune", "--keep", "30d", "--json");
  expect([code, JSON.parse(stdout).pruned]).toEqual([0, sorted.slice(0, 2)]);
  expect(readdirSync(state).filter((name) => !name.startsWith(sorted[2] ?? ""))).toEqual([".gitignore"]);
  // It is what the next run is compared with.
  expect((await runInside(args("sync", file(toCsv(5))))).code).toBe(7);
});

test.each([["30"], ["d"], ["1w"]])("a time of %s to keep is refused", async (keep) => {
  expect((await runInside(["runs", "prune", "--keep", keep, "--state", createFolder()])).code).toBe(2);
});

test("the state folder keeps itself out of git, but writes nothing between other files", async () => {
  const { state } = await startWithRuns(1);
  expect(readFileSync(join(state, ".gitignore"), "utf8")).toBe("*\n");
  const other = createFile("notes.txt", "mine");
  const folder = join(other, "..");
  const { args, file } = await startPortal();
  await runInside(args("sync", file(toCsv(5))).map((word) => (word.endsWith("/state") ? folder : word)));
  expect(readdirSync(folder)).not.toContain(".gitignore");
});
