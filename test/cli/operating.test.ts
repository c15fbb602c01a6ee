// Tests what an operator meets: stopping, what is left, quiet runs, questions, configuration, exit codes and their messages.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import { createPace, toDuration, toUnread } from "../../src/cli/runs/pace.ts";
import { countPending } from "../../src/sync/report/outcome.ts";
import { findFreePort } from "../free-port.ts";
import { createGate } from "../gate.ts";
import { run as runProcess } from "./command.ts";
import { look, startPortal, toCsv, toNdjson } from "./portal.ts";
import { createFolder, createTerminal, runInside } from "./terminal.ts";

// Holds the POST with this number until it is released.
function holdPost(number: number) {
  let posts = 0;
  const gate = createGate();
  const answer = async (request: Request, next: (request: Request) => Promise<Response>) => {
    if (request.method !== "POST") return next(request);
    posts += 1;
    const response = await next(request);
    if (posts === number) await gate.pass();
    return response;
  };
  return { answer, release: gate.open, posts: () => posts };
}

test("SIGTERM waits for the answer, so that no batch is left in doubt", async () => {
  const { answer, release, posts } = holdPost(2);
  const { store, args } = await startPortal({ answer });
  const { terminal, output, interrupt } = createTerminal({ stdin: toNdjson(35) });
  const running = runProgram(args("sync", "-", "--batch-size", "10"), terminal);
  await expect.poll(posts).toBe(2);
  interrupt();
  expect(output.stderr).toContain("Stopping after the answer it waits for, at most 30 s");
  release();
  expect(await running).toBe(130);
  expect(output.stdout).toMatch(/Interrupted: 20 users in 2 sources\.\n {2}acknowledged {3}20/);
  expect(output.stdout).toContain("not read       the rest of the input, of unknown size");
  expect(await look(store)).toMatchObject({ sources: 2 });
});

test("an interrupted NDJSON run says about how many users were not read", async () => {
  const { answer, release, posts } = holdPost(2);
  const { args, file } = await startPortal({ answer });
  const { terminal, output, interrupt } = createTerminal();
  const users = file(toNdjson(6_000), "users.ndjson");
  const running = runProgram(args("sync", users, "--batch-size", "500", "--json"), terminal);
  await expect.poll(posts).toBe(2);
  interrupt();
  release();
  expect(await running).toBe(130);
  const [, about = ""] = /not read {7}about ([\d,]+) users; 1\d % of the file was read/.exec(output.stderr) ?? [];
  expect(Math.abs(Number(about.replace(",", "")) - 5_000)).toBeLessThan(300);
  await new Promise(setImmediate);
  expect(JSON.parse(output.stdout)).toMatchObject({ inputComplete: false, shareRead: expect.closeTo(0.165, 1) });
});

test.each(["sync", "reconcile"])(
  "%s that is interrupted before it has sent anything says so, with what was not read",
  async (command) => {
    const gate = createGate();
    const { store, args, file, state } = await startPortal({
      guideOnly: true,
      async answer(request, next) {
        await gate.pass();
        return next(request);
      },
    });
    const { terminal, output, interrupt } = createTerminal();
    const users = file(toNdjson(6_000), "users.ndjson");
    const flags = command === "sync" ? [] : ["--ledger", join(createFolder(), "ledger")];
    const running = runProgram(args(command, users, "--batch-size", "500", ...flags), terminal);
    await gate.reached;
    interrupt();
    gate.open();
    expect(await running).toBe(130);
    expect(output.stdout).toMatch(/not read {7}about [\d,]+ users; \d+ % of the file was read/);
    expect(output.stdout).toMatch(/\nNothing was sent\. Run the command again\.\n$/);
    expect((await look(store)).sources).toBe(0);
    expect((await runInside(["runs", "list", "--state", state])).stdout).toContain("contains no runs");
  },
);

test("the pace has percent, rate and time left, as far as they are known", () => {
  let now = 0;
  let share = 0.1;
  const pace = createPace(
    () => share,
    () => now,
  );
  const at = (users: number, total: number | null) => pace.toText({ counters: countPending(users, "dry_run"), total });
  expect(at(100, null)).toBe(", 10 %");
  now = 10_000;
  share = 0.3;
  expect(at(300, null)).toBe(", 30 %, 20 users/s, 35 s left");
  const known = createPace(undefined, () => now);
  expect(known.toText({ counters: countPending(0, "dry_run"), total: 1_000 })).toBe(", 0 %");
  now = 20_000;
  expect(known.toText({ counters: countPending(250, "dry_run"), total: 1_000 })).toBe(", 25 %, 25 users/s, 30 s left");
  const blind = createPace(
    () => null,
    () => now,
  );
  blind.toText({ counters: countPending(0, "dry_run"), total: null });
  now = 30_000;
  expect(blind.toText({ counters: countPending(50, "dry_run"), total: null })).toBe(", 5 users/s");
  expect([toDuration(1), toDuration(61_000), toDuration(3_900_000)]).toEqual(["1 s", "2 min", "1 h 5 min"]);
  expect(toUnread({ isInputComplete: true }, { total: null, toShare: () => 0.5 }, 10)).toBe(null);
});

test("--quiet prints nothing when all goes well, and everything when it does not", async () => {
  const { args, file } = await startPortal();
  const users = file(toCsv(30));
  expect(await runInside(args("sync", users, "--quiet"))).toEqual({ code: 0, stdout: "", stderr: "" });
  const json = await runInside(args("sync", users, "--quiet", "--json"));
  expect([json.code, json.stderr, JSON.parse(json.stdout).state]).toEqual([0, "", "done"]);
  const stopped = await runInside(args("sync", file(toCsv(5)), "--quiet"));
  expect([stopped.code, stopped.stdout, stopped.stderr]).toEqual([7, "", expect.stringContaining("Target: http")]);
  expect(stopped.stderr).toContain("--allow-shrink");
});

test.each([
  ["yes\n", 0, 30],
  ["\n", 130, 0],
])("on a terminal, sync asks before it sends: %j", async (stdin, code, connections) => {
  const { store, args, file } = await startPortal();
  const asked = await runInside(args("sync", file(toCsv(30))), { isTTY: true, stdin });
  expect([asked.code, asked.stderr]).toEqual([
    code,
    expect.stringMatching(/Send 30 rows to app_demo on http.*\? \[y\/N\]/),
  ]);
  expect((await look(store)).ids).toHaveLength(connections);
});

test("on a terminal, --yes spares the question, as a dry run does", async () => {
  const { store, args, file } = await startPortal();
  const users = file(toCsv(30));
  expect(await runInside(args("sync", users, "--dry-run"), { isTTY: true })).toMatchObject({ code: 0 });
  expect((await look(store)).ids).toEqual([]);
  expect(await runInside(args("sync", users, "--yes"), { isTTY: true })).toMatchObject({ code: 0 });
  expect((await look(store)).ids).toHaveLength(30);
});

test("target and flags come from the environment and a file; flags win, then the environment", async () => {
  const { url, state, file } = await startPortal();
  const config = join(createFolder(), "users.json");
  const values = {
    app: "app_unknown",
    baseUrl: "http://127.0.0.1:9",
    state,
    "batch-size": 5,
    sourceName: "From a file",
    yes: true,
  };
  writeFileSync(config, JSON.stringify({ ...values, alert: ["not_found=90%"], dryRun: false }));
  const env = { IMPORT_EXISTING_USERS_BASE_URL: url, IMPORT_EXISTING_USERS_APP: "app_other" };
  const users = file(toCsv(10));
  const { code, stdout } = await runInside(["sync", users, "--config", config, "--app", "app_demo", "--json"], { env });
  const report = JSON.parse(stdout);
  expect([code, report.name, report.batches, report.target]).toEqual([
    0,
    "From a file",
    2,
    { baseUrl: url, app: "app_demo" },
  ]);
  const named = await runInside(["sources", "list"], { env: { ...env, IMPORT_EXISTING_USERS_CONFIG: config } });
  expect(named).toMatchObject({ code: 0, stdout: expect.stringContaining("application app_other") });
});

test("every command takes the file: runs are listed from the state folder that sync has used", async () => {
  const { url, state, file } = await startPortal();
  const values = { baseUrl: url, app: "app_demo", state, map: ["email=2"], keep: "30d" };
  const config = file(JSON.stringify(values), "config.json");
  const users = file(toCsv(3));
  const env = { IMPORT_EXISTING_USERS_CONFIG: config };
  expect(await runInside(["sync", users], { env })).toMatchObject({ code: 0 });
  const listed = await runInside(["runs", "list"], { env });
  expect([listed.code, listed.stdout.match(/ done /g)]).toEqual([0, [" done "]]);
  for (const words of [["validate", users], ["runs", "show", "last"], ["runs", "prune"], ["template"]]) {
    expect(await runInside([...words, "--config", config]), words.join(" ")).toMatchObject({ code: 0 });
  }
});

test("a variable that a flag replaces may hold anything", async () => {
  const { args, file } = await startPortal();
  const env = { IMPORT_EXISTING_USERS_BASE_URL: "portal", IMPORT_EXISTING_USERS_APP: ".." };
  expect(await runInside(args("sync", file(toCsv(3))), { env })).toMatchObject({ code: 0 });
  expect(await runInside(["sources", "list"], { env })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("IMPORT_EXISTING_USERS_BASE_URL: --base-url portal: Expected an absolute URL"),
  });
});

test.each(["", " ", ".", ".."])("an application %j is refused before anything is sent: exit code 2", async (app) => {
  const { url, file } = await startPortal();
  const { code, stderr } = await runInside(["sync", file(toCsv(3)), "--base-url", url, "--app", app]);
  expect([code, stderr]).toEqual([2, expect.stringContaining("Expected the id of an application")]);
});

test.each([
  ["{", /is not valid JSON/],
  ["[]", /is not a JSON object/],
  ['{"bseUrl":"https://x.example"}', /there is no flag "bseUrl"/],
  ['{"header":"Cookie: a"}', /there is no flag "header"/],
  ['{"baseUrl":"portal"}', /--base-url portal: Expected an absolute URL/],
  ['{"yes":"no"}', /--yes is true or left out/],
  ['{"url":"postgres://u:secret@h/d"}', /"url" takes no password. Put the whole address into DATABASE_URL/],
])("a configuration of %s is refused: exit code 2", async (text, message) => {
  const { args, file } = await startPortal();
  const config = file(text, "config.json");
  const { code, stderr } = await runInside(args("sync", file(toCsv(3)), "--config", config));
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
});

const html = () => new Response("<!doctype html><title>Sign in</title>", { headers: { "content-type": "text/html" } });

test.each<[string, () => Response, number, RegExp]>([
  [
    "an unknown application",
    () => Response.json({}, { status: 404 }),
    8,
    /knows no such application. Check --app and --base-url/,
  ],
  ["a sign-in page", html, 9, /A page came instead of an answer.* Check --base-url and IMPORT_EXISTING_USERS_TOKEN/],
  ["401", () => new Response("", { status: 401 }), 4, /Renew IMPORT_EXISTING_USERS_TOKEN or --header-file/],
  ["413", () => new Response("", { status: 413 }), 1, /Use a smaller --batch-size/],
])(
  "%s has its own exit code, and a message with flags and variables of the command",
  async (_, respond, code, text) => {
    const { args, file } = await startPortal({ answer: async () => respond() });
    for (const words of [args("sync", file(toCsv(1))), args("sources", "list").slice(0, -2)]) {
      const ended = await runInside(words);
      expect([ended.code, ended.stderr]).toEqual([code, expect.stringMatching(text)]);
      expect(ended.stderr).not.toMatch(/createImportClient|CORS|appId|baseUrl/);
    }
  },
);

test("no answer is told with the address to check, and exit code 5", async () => {
  const { args, file } = await startPortal();
  const closed = `http://127.0.0.1:${await findFreePort()}`;
  const words = args("sync", file(toCsv(1))).map((word) => (word.startsWith("http") ? closed : word));
  const { code, stderr } = await runInside(words);
  expect([code, stderr]).toEqual([5, expect.stringContaining("Check --base-url and the network. (ECONNREFUSED)")]);
  expect(stderr).not.toContain("CORS");
});

test("serve --help names every flag of the server, and needs no package", async () => {
  const own = await runInside(["serve", "--help"]);
  const { parseCommandLine } = await import("../../mock-server/serve-command.ts");
  const real = parseCommandLine(["--help"], "x");
  const flags = (text: string) => [...new Set(text.match(/--[a-z]+/g))].sort();
  expect([own.code, flags(own.stdout)]).toEqual([0, flags(real.kind === "help" ? real.text : "")]);
});

test("the help names the exit codes", async () => {
  expect((await runProcess(["--help"])).stdout).toContain("7 stopped by a guard");
});
