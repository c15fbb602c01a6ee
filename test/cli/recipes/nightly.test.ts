// Runs the recipes of docs/sync.md in a scratch folder: scripts as they are written, jobs of CI night after night.
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { accountCount, look } from "../portal.ts";
import { createFolder } from "../terminal.ts";
import { openMachine, readRecipes } from "./machine.ts";

const recipe = readRecipes("docs/sync.md");

test("the nightly script prints nothing when all is well, and is stopped by a file that shrank: exit code 7", async () => {
  const { store, work, exportUsers, runScript } = await openMachine();
  exportUsers(accountCount);
  expect(await runScript(recipe("nightly-users"))).toEqual({ code: 0, output: "" });
  expect(JSON.parse(readFileSync(join(work, "report.json"), "utf8"))).toMatchObject({ state: "done", exitCode: 0 });
  expect((await look(store)).ids).toHaveLength(accountCount);
  exportUsers(5);
  const stopped = await runScript(recipe("nightly-users"));
  expect([stopped.code, stopped.output]).toEqual([7, expect.stringContaining("--allow-shrink")]);
  expect((await look(store)).sources).toBe(1);
});

test("the nightly script resumes a run that was partly done", async () => {
  let posts = 0;
  const { store, exportUsers, runScript, hasSlept } = await openMachine({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return request.method === "POST" && posts === 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  exportUsers(1_500);
  // Most of them have no account, and that is no alert of the script.
  expect(await runScript(recipe("nightly-users"))).toMatchObject({ code: 0 });
  expect([hasSlept(), (await look(store)).sources]).toEqual([true, 2]);
});

test("cron calls the script, and mails only what it prints", async () => {
  const { bin, folder, exportUsers, runScript, adapt } = await openMachine();
  const [, line = ""] = /^15 3 \* \* \* (.*)$/m.exec(recipe("crontab")) ?? [];
  exportUsers(30);
  writeFileSync(join(bin, "nightly-users"), adapt(recipe("nightly-users")));
  chmodSync(join(bin, "nightly-users"), 0o755);
  const own = line.replace("/usr/local/bin/", `${bin}/`).replace("/run/lock", folder);
  expect(await runScript(own)).toEqual({ code: 0, output: "" });
  exportUsers(3);
  expect((await runScript(own)).output).toContain("nightly-users: exit code 7");
});

test("the first weekly check goes by the ledger of the nightly script, and sends nobody who is up to date", async () => {
  const sent: string[] = [];
  const { work, exportUsers, runScript } = await openMachine({
    async answer(request, next) {
      if (request.method === "POST") sent.push(new URL(request.url).search);
      return next(request);
    },
  });
  exportUsers(30);
  expect(await runScript(recipe("nightly-users"))).toEqual({ code: 0, output: "" });
  expect(await runScript(recipe("weekly-users"))).toEqual({ code: 0, output: "" });
  const { counters, verification } = JSON.parse(readFileSync(join(work, "weekly.json"), "utf8"));
  expect(counters).toMatchObject({ upToDate: 30, missing: 0, toSend: 0 });
  expect(verification).toMatchObject({ by: "dry_run", checked: 30, repaired: 0 });
  expect(sent).toEqual(["", "?dryRun=true"]);
  expect(statSync(join(work, "ledger.ndjson")).mode & 0o777).toBe(0o600);
});

test.each([
  ["with dry runs", {}],
  ["that knows only the guides", { guideOnly: true }],
])("on a server %s, the weekly check repairs what was undone behind the ledger's back", async (_, options) => {
  const { store, work, args, exportUsers, runScript } = await openMachine(options);
  exportUsers(30);
  expect(await runScript(recipe("nightly-users"))).toEqual({ code: 0, output: "" });
  const [source] = (await store.snapshot()).sources ?? [];
  const { runInside } = await import("../terminal.ts");
  await runInside(args("sources", "delete", source?.id ?? "", "--yes").slice(0, -2));
  expect((await look(store)).ids).toHaveLength(0);
  expect((await runScript(recipe("weekly-users"))).code).toBe(0);
  expect(JSON.parse(readFileSync(join(work, "weekly.json"), "utf8"))).toMatchObject({
    counters: { missing: 0, upToDate: 30 },
    verification: { drift: { lost: 30 }, repaired: 30 },
  });
  expect((await look(store)).ids).toHaveLength(30);
});

interface GithubStep {
  readonly run?: string;
  readonly uses?: string;
  readonly if?: string;
  readonly with?: { readonly path?: string; readonly key?: string; readonly "restore-keys"?: string };
}

type Machine = Awaited<ReturnType<typeof openMachine>>;

// One night of the job on a fresh checkout: the cache is all that is left of the nights before.
async function runGithubNight({ work, folder, runScript, adapt, bin }: Machine, night: number) {
  const { jobs } = parse(recipe("github.yml")) as {
    jobs: { sync: { env: Record<string, string>; steps: GithubStep[] } };
  };
  const caches = join(folder, "caches");
  mkdirSync(caches, { recursive: true });
  rmSync(join(work, "state"), { recursive: true, force: true });
  rmSync(join(work, "users.ndjson"), { force: true });
  cpSync(join(bin, "export-users"), join(work, "export-users"));
  const fill = (text: string) =>
    text.replace(/\$\{\{ github\.run_id \}\}/, `${night}`).replace(/\$\{\{ github\.run_attempt \}\}/, "1");
  const env = Object.fromEntries(
    Object.entries(jobs.sync.env).map(([name, value]) => [name, adapt(value.replace(/\$\{\{.*\}\}/, "secret"))]),
  );
  let ended = { code: 0, output: "" };
  for (const step of jobs.sync.steps) {
    if (ended.code !== 0 && step.if !== "always()") continue;
    const { path = "", key = "", "restore-keys": prefix = "" } = step.with ?? {};
    if (step.uses?.startsWith("actions/cache/restore")) {
      const { readdirSync } = await import("node:fs");
      const newest = readdirSync(caches)
        .filter((name) => name.startsWith(prefix))
        .sort()
        .at(-1);
      if (newest) cpSync(join(caches, newest), join(work, path), { recursive: true });
    }
    if (step.uses?.startsWith("actions/cache/save"))
      cpSync(join(work, path), join(caches, fill(key)), { recursive: true });
    if (step.run !== undefined) {
      const done = await runScript(step.run, ["bash", "-e"], env);
      ended = { code: done.code, output: ended.output + done.output };
    }
  }
  return ended;
}

test("GitHub keeps the state from night to night: the guard and the prune see it", async () => {
  const machine = await openMachine();
  machine.exportUsers(accountCount);
  expect((await runGithubNight(machine, 1)).code).toBe(0);
  machine.exportUsers(5);
  const second = await runGithubNight(machine, 2);
  expect([second.code, second.output]).toEqual([7, expect.stringContaining("--allow-shrink")]);
  machine.exportUsers(accountCount + 2);
  const third = await runGithubNight(machine, 3);
  expect([third.code, third.output]).toEqual([0, expect.stringContaining("Done: 42 users")]);
  expect((await look(machine.store)).sources).toBe(2);
});

test("GitLab keeps the state from night to night, and warns of exit code 3 only", async () => {
  const { job } = { job: (parse(recipe("gitlab.yml")) as Record<string, GitlabJob>)["nightly-users"] };
  if (!job) throw new Error("There is no job.");
  expect([job.cache.paths, job.cache.when, job.allow_failure.exit_codes]).toEqual([["state"], "always", [3]]);
  const machine = await openMachine();
  const env = Object.fromEntries(Object.entries(job.variables).map(([name, value]) => [name, machine.adapt(value)]));
  const night = (count: number) => {
    machine.exportUsers(count);
    return machine.runScript(`set -e\n${job.script.join("\n")}`, ["bash"], env);
  };
  expect((await night(accountCount)).code).toBe(0);
  expect((await night(5)).code).toBe(7);
});

interface GitlabJob {
  readonly variables: Record<string, string>;
  readonly cache: { readonly paths: string[]; readonly when: string };
  readonly script: string[];
  readonly allow_failure: { readonly exit_codes: number[] };
}

test("a CI job that was partly done is resumed in the job", async () => {
  let posts = 0;
  const machine = await openMachine({
    async answer(request, next) {
      if (request.method === "POST") posts += 1;
      return request.method === "POST" && posts === 2 ? new Response("", { status: 401 }) : next(request);
    },
  });
  machine.exportUsers(1_010);
  // Far more than 90 % have no account: everything was sent, and that is a warning.
  const ended = await runGithubNight(machine, 1);
  expect([ended.code, ended.output]).toEqual([0, expect.stringContaining("::warning::More problems than allowed")]);
  expect([machine.hasSlept(), (await look(machine.store)).sources]).toEqual([true, 2]);
});

test("the CronJob waits longer for its end than a run does, and keeps the state on a volume", () => {
  const { spec } = parse(recipe("cronjob.yml")) as { spec: { jobTemplate: { spec: { template: { spec: PodSpec } } } } };
  const pod = spec.jobTemplate.spec.template.spec;
  expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(30);
  const volumes = new Set(pod.volumes.map(({ name }) => name));
  expect(pod.containers[0]?.volumeMounts.every(({ name }) => volumes.has(name))).toBe(true);
  expect(pod.containers[0]?.volumeMounts.map(({ mountPath }) => mountPath)).toContain("/var/lib/nightly-users");
});

interface PodSpec {
  readonly terminationGracePeriodSeconds: number;
  readonly volumes: { readonly name: string }[];
  readonly containers: { readonly volumeMounts: { readonly name: string; readonly mountPath: string }[] }[];
}

test("the Dockerfile has known instructions only, and does not run as root", () => {
  const lines = recipe("Dockerfile").trim().split("\n");
  const known = /^(?:FROM \S+|RUN .+|COPY \S+ .+|USER node|WORKDIR \/\S+|ENTRYPOINT \[.*\])$/;
  expect(lines.filter((line) => !known.test(line))).toEqual([]);
  expect(JSON.parse(lines.at(-1)?.replace("ENTRYPOINT ", "") ?? "")).toEqual(["/usr/local/bin/nightly-users"]);
});

// On machines without systemd the units are only read.
test.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)("systemd accepts service and timer", async () => {
  const folder = createFolder();
  for (const name of ["nightly-users.service", "nightly-users.timer"]) {
    const text = recipe(name).replace("ExecStart=/usr/local/bin/nightly-users", "ExecStart=/bin/true");
    writeFileSync(join(folder, name), text.replace(/^OnFailure=.*\n/m, ""));
  }
  const { status, stderr } = spawnSync("systemd-analyze", ["verify", "--man=no", join(folder, "nightly-users.timer")]);
  expect(
    stderr
      .toString()
      .split("\n")
      .filter((line) => line.includes("nightly-users")),
  ).toEqual([]);
  expect(status).toBe(0);
});
