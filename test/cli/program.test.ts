// The command line itself: help, versions, mistakes, and the exit codes for them.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { run, startServe } from "./command.ts";

test("--help shows every command, with examples and exit codes", async () => {
  const { code, stdout } = await run(["--help"]);
  expect(code).toBe(0);
  for (const part of ["serve", "conformance", "Examples:", "130 interrupted"]) expect(stdout).toContain(part);
});

test("each command has a help of its own", async () => {
  const [serve, conformance] = await Promise.all([run(["serve", "--help"]), run(["conformance", "--help"])]);
  expect(serve).toMatchObject({ code: 0, stdout: expect.stringContaining("import-existing-users serve [--port") });
  expect(conformance).toMatchObject({ code: 0, stdout: expect.stringContaining("IMPORT_EXISTING_USERS_TOKEN") });
});

test("--version is the package's", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

const target = ["--base-url", "http://127.0.0.1:9", "--app", "a"];

test.each<[readonly string[], RegExp]>([
  [[], /Usage:/],
  [["import"], /unknown command 'import'/],
  [["serve", "--prot", "1"], /--prot/],
  [["serve", "--port", "x"], /--port x/],
  [["conformance", "--app", "a"], /--base-url/],
  [["conformance", "--base-url", "http://127.0.0.1:9"], /--app/],
  [["conformance", "--base-url", "portal", "--app", "a"], /absolute address/],
  [["conformance", "--base-url", "https://ada:secret@portal.test", "--app", "a"], /not in the address/],
  [["conformance", ...target, "--level", "all"], /core, extended/],
  [["conformance", ...target, "--header", "secret"], /"Name: value"/],
  [["conformance", ...target, "--header", "X-Token: secret €"], /not a header/],
  [["conformance", ...target, "--header-file", "/nowhere/secret"], /ENOENT/],
])("%j is a mistake: exit code 2, with a way out", async (words, said) => {
  const { code, stdout, stderr } = await run(words);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(said);
  expect(stderr).toMatch(/--help/);
  if (words.includes("--header")) expect(stderr).not.toContain("secret");
});

test("a header file may hold comments; a token is never repeated", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "ieu-")), "headers.txt");
  writeFileSync(file, "# who asks\n\nno header, but a secret\n");
  const { code, stderr } = await run(["conformance", ...target, "--header-file", file]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("secret");
});

test("no answer is exit code 5, and says why", async () => {
  const words = ["conformance", "--base-url", "http://127.0.0.1:2", "--app", "a"];
  expect(await run(words)).toMatchObject({ code: 5, stderr: expect.stringContaining("ECONNREFUSED") });
}, 20_000);

test("serve serves until Ctrl+C", async () => {
  const { child, ended, url } = await startServe("--scenario", "empty");
  const path = "/api/developer/applications/app_demo/import-existing-users/sources";
  expect(await (await fetch(url + path)).json()).toMatchObject({ sources: [] });
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining("Stopped.") });
}, 20_000);
