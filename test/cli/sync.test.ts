// Tests `sync` and `reconcile` against the reference backend on a real port: requests, output and files.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCsv } from "../../src/csv/index.ts";
import { accountCount, look, startPortal, toCsv, toNdjson } from "./portal.ts";
import { createFolder, runInside } from "./terminal.ts";

test("a file is sent in batches, each a source; the target is printed first, report and undo command last", async () => {
  const { store, args, file } = await startPortal();
  const path = file(toCsv(50));
  const { code, stdout } = await runInside(args("sync", path, "--batch-size", "20", "--source-name", "Nightly"));
  expect(stdout).toMatch(/^Target: http.* · application app_demo\nCSV: 50 rows/);
  expect(stdout).toMatch(
    /Done: 50 users in 3 sources\.\n {2}acknowledged {3}40: 40 imported\n {2}refused {8}10: 10 not_found/,
  );
  expect(stdout).toMatch(/import-existing-users undo \d{8}-\d{6}-[\da-f]{4} --base-url/);
  expect(code).toBe(0);
  expect((await look(store)).ids).toHaveLength(accountCount);
  const names = (await store.snapshot()).sources?.map(({ name }) => name);
  expect(names?.sort()).toEqual(["Nightly (1/3)", "Nightly (2/3)", "Nightly (3/3)"]);
});

test.each([
  ["CSV", toCsv(30), "users.csv"],
  ["NDJSON", toNdjson(30), "users.ndjson"],
  ["JSON", `[${toNdjson(30).replaceAll("\n", ",")}]`, "users.json"],
])("%s gives the same users from a file and from a pipe", async (_name, content, name) => {
  const { store, args, file } = await startPortal();
  expect(await runInside(args("sync", file(content, name)))).toMatchObject({ code: 0 });
  const piped = await runInside(args("sync", "-", "--json"), { stdin: content });
  expect(piped.code).toBe(0);
  expect(JSON.parse(piped.stdout).counters.statuses).toMatchObject({ already_connected: 30 });
  expect((await look(store)).ids).toHaveLength(30);
});

test("--json prints one object to standard output, and text to standard error", async () => {
  const { args, file } = await startPortal();
  const { stdout, stderr } = await runInside(args("sync", file(toCsv(5)), "--json"));
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({ state: "done", dryRun: false, exitCode: 0, resume: null, failure: null });
  expect(report.sources).toHaveLength(1);
  expect(stderr).toMatch(/^Target:(?:.|\n)*Done: 5 users/);
});

test("a dry run checks every user and leaves nothing behind", async () => {
  const { store, args, file, state } = await startPortal();
  const { code, stdout } = await runInside(args("sync", file(toCsv(50)), "--dry-run"));
  expect(stdout).toContain("Done: 50 users checked, nothing saved: 40 imported, 10 not_found.");
  expect(code).toBe(0);
  expect(await look(store)).toEqual({ ids: [], sources: 0 });
  expect(() => statSync(state)).toThrow();
});

test("a server without dry runs is never sent one: exit code 2", async () => {
  const asked: string[] = [];
  const { store, args, file } = await startPortal({
    guideOnly: true,
    answer: (request, next) => {
      asked.push(`${request.method} ${new URL(request.url).search}`);
      return next(request);
    },
  });
  const { code, stderr } = await runInside(args("sync", file(toCsv(5)), "--dry-run"));
  expect([code, stderr]).toEqual([2, expect.stringContaining("offers no dry run")]);
  expect(asked.filter((one) => one.startsWith("POST") || one.includes("dryRun"))).toEqual([]);
  expect(await look(store)).toEqual({ ids: [], sources: 0 });
});

test("an ambiguous file ends the command before anything is sent", async () => {
  const { store, args, file } = await startPortal();
  const path = file("Kunde,email,registration_date\n1,person1@example.com,03/04/2024\n");
  const { code, stderr } = await runInside(args("sync", path));
  expect([code, stderr]).toEqual([2, expect.stringContaining("--map externalUserId=<column>")]);
  expect(stderr).toContain("--date-format registrationDate=month_day_year");
  expect((await look(store)).sources).toBe(0);
  const told = ["--map", "externalUserId=Kunde", "--date-format", "registrationDate=month_day_year"];
  expect(await runInside(args("sync", path, ...told))).toMatchObject({ code: 0 });
  const [connection] = (await store.snapshot()).connections;
  expect(connection).toMatchObject({ externalUserId: "1", registrationDate: expect.stringMatching(/^2024-03-04/) });
});

const faulty = "user_id,email\nu1,person1@example.com\nu2,nobody\nu3,person3@example.com\n";

test("rows with problems are sent for the server to check, or skipped", async () => {
  const { args, file } = await startPortal();
  const skipped = await runInside(args("sync", file(faulty), "--invalid-rows", "skip"));
  expect(skipped.stdout).toContain("held back      1");
  expect(skipped.code).toBe(0);
  const sent = await runInside(args("sync", file(faulty)));
  expect(sent.stdout).toContain("row 3: email is not a valid address: the @ is missing");
  expect(sent.stdout).toContain("1 invalid_row");
});

test("the results file says what exactly is wrong, whether the row was sent or held back", async () => {
  const { args, file } = await startPortal();
  const path = join(createFolder(), "results.csv");
  const rows = "user_id,email,last_login_date\nu1,person1@example,\nu2,person2@example.com,2026-04-31\nu3,,\n";
  const reasons = [
    "email invalid_email: the domain has no ending",
    "lastLoginDate invalid_date: April has 30 days",
    "email required",
  ];
  for (const action of ["send", "skip"]) {
    await runInside(args("sync", file(rows), "--invalid-rows", action, "--results", path));
    const read = await readCsv(readFileSync(path, "utf8"));
    if (!read.ok) throw new Error(read.issue.code);
    expect(read.table.records.map(({ cells }) => cells[5])).toEqual(reasons);
  }
});

test("lines without a user are not sent: exit code 3", async () => {
  const { store, args } = await startPortal();
  const stdin = `${toNdjson(3)}\n{"half\n${toNdjson(5)}`;
  const { code, stdout } = await runInside(args("sync", "-", "--format", "ndjson"), { stdin });
  expect(stdout).toContain("line 4: not valid JSON");
  expect([code, (await look(store)).ids.length]).toEqual([3, 5]);
});

test("the results file has one row per row, and no formula that a spreadsheet would run", async () => {
  const { args, file } = await startPortal();
  const path = join(createFolder(), "results.csv");
  const content = `${faulty}=cmd(),person4@example.com\n`;
  await runInside(args("sync", file(content), "--invalid-rows", "skip", "--results", path));
  const text = readFileSync(path, "utf8");
  expect(text).toContain("5,'=cmd(),");
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const read = await readCsv(text);
  if (!read.ok) throw new Error(read.issue.code);
  expect(read.table.headers).toEqual(["row", "user_id", "email", "outcome", "status", "reason", "source"]);
  expect(read.table.records.map(({ cells }) => [cells[0], cells[1], cells[3], cells[4], cells[5]])).toEqual([
    ["2", "u1", "acknowledged", "imported", ""],
    ["3", "u2", "held_back", "", "email invalid_email: the @ is missing"],
    ["4", "u3", "acknowledged", "imported", ""],
    ["5", "=cmd()", "acknowledged", "imported", ""],
  ]);
});

test.each([
  ["not_found=5%", 3],
  ["not_found=50%", 0],
  ["name_mismatch=0%", 0],
])("--alert %s: exit code %i", async (limit, expected) => {
  const { args, file } = await startPortal();
  const { code, stderr } = await runInside(args("sync", file(toCsv(50)), "--alert", limit));
  expect(code).toBe(expected);
  expect(stderr.includes("Alert:")).toBe(expected === 3);
});

test("rows that were held back count as invalid", async () => {
  const { args, file } = await startPortal();
  const skip = ["--invalid-rows", "skip", "--alert", "invalid_row=10%"];
  expect(await runInside(args("sync", file(faulty), ...skip))).toMatchObject({ code: 3 });
});

test("a file with far fewer users stops the run until a reason is given", async () => {
  const { store, args, file, state } = await startPortal();
  await runInside(args("sync", file(toCsv(30))));
  const stopped = await runInside(args("sync", file(toCsv(5))));
  expect([stopped.code, stopped.stderr]).toEqual([7, expect.stringContaining("--allow-shrink")]);
  expect((await look(store)).sources).toBe(1);
  const other = await startPortal();
  const elsewhere = ["sync", file(toCsv(5)), ...other.server, "--state", state];
  expect(await runInside(elsewhere)).toMatchObject({ code: 0 });
  const allowed = await runInside(args("sync", file(toCsv(5)), "--allow-shrink", "only new users"));
  expect(allowed).toMatchObject({ code: 0, stderr: expect.stringContaining("only new users") });
  const manifests = readdirSync(state).filter((name) => name.endsWith("manifest.json"));
  expect(manifests.map((name) => readFileSync(join(state, name), "utf8")).join()).toContain("only new users");
});

test("a mostly invalid first batch is not sent, and --allow-shrink does not override that", async () => {
  const { store, args, file } = await startPortal();
  const path = file(`user_id,email\n${"1,nobody\n".repeat(20)}`);
  const stopped = await runInside(args("sync", path, "--allow-shrink", "fewer users"));
  expect([stopped.code, stopped.stderr]).toEqual([7, expect.stringContaining("--allow-invalid")]);
  expect((await look(store)).sources).toBe(0);
  expect(await runInside(args("sync", path, "--allow-invalid", "to see the verdicts"))).toMatchObject({ code: 0 });
});

test("the state folder is readable by its owner only, and contains no full email address", async () => {
  const { args, file, state } = await startPortal();
  await runInside(args("sync", file(toCsv(5))));
  expect(statSync(state).mode & 0o777).toBe(0o700);
  const names = readdirSync(state).map((name) => name.replace(/^[^.]+/, "run"));
  expect(names.sort()).toEqual([".gitignore", "run.checkpoint.json", "run.manifest.json", "run.ndjson"]);
  for (const name of readdirSync(state)) {
    expect(statSync(join(state, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(state, name), "utf8")).not.toMatch(/person\d@example/i);
  }
});

test.each([
  [401, 4, "unauthenticated"],
  [403, 4, "forbidden"],
  [400, 1, "invalid-request"],
])(
  "a server that answers %i to everything: exit code %i, and the alert for the last success",
  async (status, expected, expectedText) => {
    const { args, file } = await startPortal({ answer: async () => new Response(null, { status }) });
    const { code, stderr } = await runInside(args("sync", file(toCsv(5)), "--alert", "age=26h"));
    expect(stderr).toContain(expectedText);
    expect(stderr).toContain("Alert: no run has succeeded so far.");
    expect(code).toBe(expected);
  },
);

test("reconcile sends only users missing in the ledger, and lists users that are gone", async () => {
  const { store, args, file } = await startPortal();
  const ledger = join(createFolder(), "ledger.ndjson");
  const gone = join(createFolder(), "gone.csv");
  await runInside(args("sync", file(toCsv(10)), "--ledger", ledger));
  const next = file(toCsv(12).replace("u1,Person1@example.com\n", ""));
  const plan = await runInside(args("reconcile", next, "--ledger", ledger, "--plan"));
  expect(plan.stdout).toContain("Compared: 11 users: 9 up to date, 2 missing.\nPlanned: 2 to send. Nothing was sent.");
  expect((await look(store)).sources).toBe(1);
  const { code, stdout } = await runInside(args("reconcile", next, "--ledger", ledger, "--gone", gone, "--json"));
  expect(JSON.parse(stdout)).toMatchObject({ state: "done", counters: { toSend: 2, upToDate: 9 }, gone: { count: 1 } });
  expect(code).toBe(0);
  expect(readFileSync(gone, "utf8")).toBe("\uFEFFuser_id,email\r\nu1,person1@example.com\r\n");
  expect((await look(store)).ids).toHaveLength(12);
});

test("no user counts as gone while a line can't be read", async () => {
  const { args, file } = await startPortal();
  const ledger = join(createFolder(), "ledger.ndjson");
  await runInside(args("sync", file(toCsv(3)), "--ledger", ledger));
  const { code, stdout } = await runInside(args("reconcile", "-", "--ledger", ledger, "--json"), {
    stdin: `${toNdjson(2)}\n{"half`,
  });
  expect([code, JSON.parse(stdout).gone]).toEqual([3, null]);
});
