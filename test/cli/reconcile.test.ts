// Tests `reconcile` and `undo --ledger` against the reference backend on a real port: drift, resume, undo, results.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { look, type PortalOptions, startPortal, toCsv } from "./portal.ts";
import { createFolder, runInside } from "./terminal.ts";

// A portal whose 40 accounts and 5 strangers were synced into a ledger.
async function startWithLedger(options?: PortalOptions) {
  const portal = await startPortal(options);
  const ledger = join(createFolder(), "ledger.ndjson");
  const users = portal.file(toCsv(45));
  const { stdout } = await runInside(portal.args("sync", users, "--ledger", ledger, "--batch-size", "20", "--json"));
  const { run, sources } = JSON.parse(stdout);
  const reconcile = (...more: string[]) => runInside(portal.args("reconcile", users, "--ledger", ledger, ...more));
  return { ...portal, ledger, users, run: run as string, sources: sources as { id: string }[], reconcile };
}

const servers: readonly [string, PortalOptions][] = [
  ["with dry runs", {}],
  ["that knows only the guides", { guideOnly: true }],
];

test.each(servers)("on a server %s, after undo --ledger a reconcile sends everybody again", async (_, options) => {
  const { store, args, ledger, run, reconcile } = await startWithLedger(options);
  const undone = await runInside(args("undo", run, "--ledger", ledger, "--yes"));
  expect(undone).toMatchObject({ code: 0, stdout: expect.stringContaining("The ledger forgot 40 users") });
  const { code, stdout } = await reconcile();
  expect(stdout).toContain("Compared: 45 users: 40 missing, 5 refused and not yet due.");
  expect([code, (await look(store)).ids.length]).toEqual([0, 40]);
});

test.each(servers)("on a server %s, --verify finds what was undone behind the ledger's back", async (_, options) => {
  const { store, args, sources, reconcile } = await startWithLedger(options);
  await runInside(args("sources", "delete", sources[0]?.id ?? "", "--yes").slice(0, -2));
  expect((await reconcile()).stdout).toContain("Compared: 45 users: 40 up to date");
  const { code, stdout } = await reconcile("--verify");
  const how = options.guideOnly ? /by sending all users again, because/ : /by dry runs/;
  expect(stdout).toMatch(how);
  expect(stdout).toMatch(/Asked the server about 45 users .*: 20 differ\.\n {2}20 connected in the ledger, without a/);
  expect(stdout).toContain("20 of them repaired");
  expect([code, (await look(store)).ids.length]).toEqual([0, 40]);
  const again = await reconcile("--verify", "--json");
  expect(JSON.parse(again.stdout).verification).toMatchObject({ drift: { lost: 0 }, repaired: 0 });
});

const refusals: readonly [string, () => Response, number, string][] = [
  ["401", () => new Response("", { status: 401 }), 4, "unauthenticated"],
  ["404", () => new Response("", { status: 404 }), 8, "application-not-found"],
  [
    "a page to sign in",
    () => new Response("<!doctype html>Sign in", { headers: { "content-type": "text/html" } }),
    9,
    "unexpected_answer",
  ],
];

test.each(refusals)(
  "--verify against a server that answers %s ends with the exit code and the report of any refused run",
  async (_, answer, exitCode, code) => {
    let isBroken = false;
    const methods: string[] = [];
    const { reconcile } = await startWithLedger({
      async answer(request, next) {
        if (isBroken) methods.push(request.method);
        return isBroken ? answer() : next(request);
      },
    });
    isBroken = true;
    const ended = await reconcile("--verify", "--json");
    const report = { state: "partial", exitCode, verification: null, resume: null, sync: { failure: { code } } };
    expect(ended.code).toBe(exitCode);
    expect(JSON.parse(ended.stdout)).toMatchObject(report);
    expect(methods).toEqual(["GET"]);
    expect((await reconcile("--verify")).stdout).toContain("Failed: 0 users in 0 sources.");
    expect((await reconcile("--verify", "--plan", "--json")).code).toBe(exitCode);
  },
);

test("sources delete --ledger tells the ledger too", async () => {
  const { args, ledger, sources, reconcile } = await startWithLedger();
  const remove = args("sources", "delete", sources[0]?.id ?? "", "--yes", "--ledger", ledger).slice(0, -2);
  expect((await runInside(remove)).stdout).toContain("The ledger forgot 20 users");
  expect((await reconcile("--plan")).stdout).toContain("20 missing");
});

test("a reconcile is a run: interrupted it is resumed by its id, and undone as a whole", async () => {
  let posts = 0;
  let isBroken = false;
  const { store, args, ledger, run, reconcile } = await startWithLedger({
    async answer(request, next) {
      if (request.method === "POST" && isBroken) posts += 1;
      return isBroken && posts === 3 ? new Response("", { status: 401 }) : next(request);
    },
  });
  await runInside(args("undo", run, "--ledger", ledger, "--yes"));
  isBroken = true;
  const first = await reconcile("--batch-size", "10", "--json");
  const report = JSON.parse(first.stdout);
  expect([first.code, report.state, report.resume]).toEqual([
    6,
    "partial",
    expect.stringMatching(new RegExp(`^import-existing-users reconcile .* --resume ${report.run}$`)),
  ]);
  isBroken = false;
  const second = await reconcile("--batch-size", "10", "--resume", "last");
  expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining(`undo ${report.run} `) });
  expect((await look(store)).ids).toHaveLength(40);
  const undone = await runInside(args("undo", report.run, "--ledger", ledger, "--yes"));
  expect(undone.stdout).toContain("Undone: 40 connections removed, 0 sources left.");
  expect(await look(store)).toEqual({ ids: [], sources: 0 });
});

test("a reconcile that is done is not begun again by --resume, so that it can still be undone", async () => {
  const { store, args, ledger, run, reconcile } = await startWithLedger();
  await runInside(args("undo", run, "--ledger", ledger, "--yes"));
  await reconcile();
  const { sources } = await look(store);
  const again = await reconcile("--resume", "last", "--verify");
  expect(again).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("is already done: there is nothing to resume"),
  });
  expect((await look(store)).sources).toBe(sources);
  const undone = await runInside(args("undo", "last", "--ledger", ledger, "--yes"));
  expect(undone.stdout).toContain("Undone: 40 connections removed, 0 sources left.");
});

test("--resume last of a sync leaves a newer reconcile alone", async () => {
  const { args, users, run, reconcile } = await startWithLedger();
  await reconcile();
  const { code, stdout } = await runInside(args("sync", users, "--resume", "last"));
  expect([code, stdout]).toEqual([0, expect.stringContaining(`Run ${run} is already done`)]);
});

test("--results has one line per row, in order, with the reason where a row was not sent", async () => {
  const { args, ledger, file } = await startWithLedger();
  const results = join(createFolder(), "results.csv");
  const rows = "user_id,email\nu1,person1@example.com\nnew,person2@example.com\nbad,nobody\nu44,person44@example.com\n";
  const flags = ["--ledger", ledger, "--results", results, "--invalid-rows", "skip", "--allow-shrink", "some users"];
  const { code } = await runInside(args("reconcile", file(rows), ...flags));
  const lines = readFileSync(results, "utf8").trim().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(",").slice(0, 6).join(" "))).toEqual([
    "2 u1 person1@example.com not_sent  upToDate",
    expect.stringMatching(/^3 new person2@example.com acknowledged already_connected/),
    "4 bad nobody held_back  email invalid_email: the @ is missing",
    "5 u44 person44@example.com not_sent  waiting",
  ]);
  expect(code).toBe(0);
});

test("an export that broke off is an alert, and nobody is listed as gone, until a reason is given", async () => {
  const { args, ledger, file } = await startWithLedger();
  const cut = ["reconcile", file(toCsv(5)), "--ledger", ledger];
  const stopped = await runInside(args(cut[0] ?? "", ...cut.slice(1)));
  expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining("--allow-shrink")]);
  expect(stopped.stdout).not.toContain("no longer in the file");
  const allowed = await runInside(args(cut[0] ?? "", ...cut.slice(1), "--allow-shrink", "a shop was closed"));
  expect(allowed).toMatchObject({ code: 0, stdout: expect.stringContaining("35 no longer in the file") });
});
