// The command line: what it understands, and the running program in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { parseCommandLine } from "../../mock-server/serve-command.ts";

const serveByDefault = {
  ...{ kind: "serve", port: 8787, host: "127.0.0.1", scenario: "realistic" },
  ...{ store: { kind: "memory" }, allowedOrigins: [] },
};
const url = "postgres://user:password@localhost:5432/portal";

test.each([
  [[], serveByDefault],
  [["--port", "0", "--scenario", "guide-only"], { ...serveByDefault, port: 0, scenario: "guide-only" }],
  [["--host=0.0.0.0"], { ...serveByDefault, host: "0.0.0.0" }],
  [
    ["--origin", "http://a.test", "--origin", "http://b.test"],
    { ...serveByDefault, allowedOrigins: ["http://a.test", "http://b.test"] },
  ],
  [["--store", "pglite"], { ...serveByDefault, store: { kind: "pglite", data: null } }],
  [["--store", "pglite", "--data", "./data"], { ...serveByDefault, store: { kind: "pglite", data: "./data" } }],
  [["--store", "postgres", "--url", url], { ...serveByDefault, store: { kind: "postgres", url } }],
  [["--store", "postgres"], { kind: "mistake", text: expect.stringContaining("needs --url postgres://") }],
  [["--store", "mysql"], { kind: "mistake", text: expect.stringContaining("There are: memory, pglite, postgres") }],
  [["--data", "./data"], { kind: "mistake", text: expect.stringContaining("--store pglite") }],
  [["--url", url, "--store", "pglite"], { kind: "mistake", text: expect.stringContaining("--store postgres") }],
  [["--help"], { kind: "help", text: expect.stringContaining("--scenario <name>") }],
  [["-h", "--port", "x"], { kind: "help", text: expect.stringContaining("guide-only") }],
  [["--port", "x"], { kind: "mistake", text: expect.stringContaining("--port x") }],
  [["--port", "65536"], { kind: "mistake", text: expect.stringContaining("65535") }],
  [["--port"], { kind: "mistake", text: expect.stringContaining("--port") }],
  [["--prot", "1"], { kind: "mistake", text: expect.stringContaining("--prot") }],
  [["realistic"], { kind: "mistake", text: expect.stringContaining("realistic") }],
  [["--scenario", "none"], { kind: "mistake", text: expect.stringContaining("There are: realistic, empty") }],
])("%j", (words, command) => {
  expect(parseCommandLine(words, "serve")).toEqual(command);
});

async function run(...words: string[]) {
  const child = spawn(process.execPath, ["mock-server/main.ts", ...words], { stdio: "pipe" });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const ended = once(child, "close").then(([code]) => ({ code, output }));
  return { child, ended, output: () => output };
}

test("serves, says where and what, and ends cleanly on Ctrl+C", async () => {
  const { child, ended, output } = await run("--port", "0");
  await expect.poll(output).toContain("Ctrl+C");
  const url = /curl (\S+)/.exec(output())?.[1] ?? "";
  expect(await (await fetch(url)).json()).toMatchObject({ sources: [{ name: "User Export 2026-04-01" }] });
  child.kill("SIGINT");
  expect(await ended).toEqual({ code: 0, output: expect.stringMatching(/app_demo, app_other[\s\S]*Stopped\./) });
});

test("a wrong flag ends with 2, a taken port with 1 and a way out", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const [wrong, taken] = await Promise.all([
    (await run("--nonsense")).ended,
    (await run("--port", String(port))).ended,
  ]);
  other.close();
  expect(wrong).toEqual({ code: 2, output: expect.stringContaining("--help") });
  expect(taken).toEqual({
    code: 1,
    output: `Port ${port} is taken. Choose another: --port ${port + 1}, or --port 0 for any.\n`,
  });
});
