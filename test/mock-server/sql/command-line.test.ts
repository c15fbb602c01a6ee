// The running program over a database: what it keeps, what it says, how it ends.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, inject, test } from "vitest";
import { href, routes } from "../../../src/contract/index.ts";
import { createDatabase } from "./create-database.ts";
import { isOnPartitions } from "./databases.ts";

async function start(...words: string[]) {
  const child = spawn(process.execPath, ["mock-server/main.ts", "--port", "0", ...words], { stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = once(child, "close").then(([code]) => ({ code, output }));
  return { child, ended, output: () => output };
}

async function startAndListen(...words: string[]) {
  const running = await start(...words);
  await expect.poll(running.output).toContain("Ctrl+C");
  return { ...running, url: /server on (\S+)/.exec(running.output())?.[1] ?? "" };
}

const csvPath = href(routes.importUsers, { appId: "app_demo" });
const sourcesPath = href(routes.listSources, { appId: "app_demo" });
const body = JSON.stringify({ sourceName: "Kept", users: [{ externalUserId: "1", email: "user.one@example.com" }] });

async function importAndRestart(words: readonly string[]) {
  const first = await startAndListen(...words);
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(first.url + csvPath, { method: "POST", headers, body });
  expect(answer.status).toBe(200);
  expect(await (await fetch(`${first.url}/healthz`)).json()).toEqual({ status: "ok" });
  first.child.kill("SIGTERM");
  expect(await first.ended).toEqual({ code: 0, output: expect.stringContaining("Stopped.") });
  const second = await startAndListen(...words);
  expect(await (await fetch(second.url + sourcesPath)).json()).toMatchObject({
    sources: [{ name: "Kept", counters: { imported: 1 } }, { name: "User Export 2026-04-01" }],
  });
  second.child.kill("SIGINT");
  expect((await second.ended).code).toBe(0);
}

test.skipIf(isOnPartitions)("--store pglite keeps everything in its folder", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ieu-command-"));
  await importAndRestart(["--store", "pglite", "--data", join(folder, "data")]);
  rmSync(folder, { recursive: true });
});

test.skipIf(isOnPartitions)(
  "a second server on a PGlite folder refuses to start and names the first; a killed one does not keep others out",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "ieu-command-"));
    const words = ["--store", "pglite", "--data", folder];
    const first = await startAndListen(...words);
    const { code, output } = await (await start(...words)).ended;
    expect(code).toBe(1);
    expect(output).toContain(`is used by process ${first.child.pid} on `);
    const headers = { "Content-Type": "application/json" };
    expect((await fetch(first.url + csvPath, { method: "POST", headers, body })).status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;
    const next = await startAndListen(...words);
    expect(await (await fetch(next.url + sourcesPath)).json()).toMatchObject({
      sources: [{ name: "Kept", counters: { imported: 1 } }, { name: "User Export 2026-04-01" }],
    });
    next.child.kill("SIGTERM");
    expect((await next.ended).code).toBe(0);
    rmSync(folder, { recursive: true });
  },
);

test("--store postgres keeps everything in the database", async () => {
  const { url, drop } = await createDatabase(inject("postgresUrl"));
  await importAndRestart(["--store", "postgres", "--url", url]);
  await drop();
});

test.skipIf(isOnPartitions)(
  "a database that can't be reached ends the program with 1 and the reason, without the password",
  async () => {
    const { ended } = await start("--store", "postgres", "--url", "postgres://user:secret-word@127.0.0.1:1/none");
    const { code, output } = await ended;
    expect(code).toBe(1);
    expect(output).toContain("--store postgres could not be opened: connect ECONNREFUSED");
    expect(output).not.toContain("secret-word");
  },
);
