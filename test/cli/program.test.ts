// Tests the command line itself: help, version, invalid arguments and their exit codes.
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { run, start, startServe } from "./command.ts";
import { createFile, runInside } from "./terminal.ts";

test("--help shows every command, with examples and exit codes", async () => {
  const { code, stdout } = await runInside(["--help"]);
  expect(code).toBe(0);
  const names = ["sync", "validate", "template", "sources", "undo", "reconcile", "serve", "migrate", "conformance"];
  for (const part of [...names, "Examples:", "130 interrupted"]) expect(stdout).toContain(part);
});

test.each([
  ["sync"],
  ["validate"],
  ["template"],
  ["sources", "list"],
  ["sources", "show"],
  ["sources", "delete"],
  ["undo"],
  ["reconcile"],
  ["migrate"],
  ["conformance"],
])("the help of %s %s has an example of it", async (...args) => {
  const { code, stdout } = await runInside([...args, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/Examples?:\n/);
  expect(stdout).toContain(`import-existing-users ${args.join(" ")}`);
  expect(stdout).toMatch(/--json/);
});

test("serve and conformance have a help of their own", async () => {
  const [serve, conformance] = await Promise.all([run(["serve", "--help"]), runInside(["conformance", "--help"])]);
  expect(serve).toMatchObject({ code: 0, stdout: expect.stringContaining("import-existing-users serve [--port") });
  expect(conformance).toMatchObject({ code: 0, stdout: expect.stringContaining("IMPORT_EXISTING_USERS_TOKEN") });
});

test("--version prints the version of the package", async () => {
  expect(await run(["--version"])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

const target = ["--base-url", "http://127.0.0.1:9", "--app", "a"];

test.each<[readonly string[], RegExp]>([
  [[], /Usage:/],
  [["import"], /unknown command 'import'/],
  [["serve", "--prot", "1"], /--prot/],
  [["serve", "--port", "x"], /--port x/],
  [["migrate", "--url", "postgres://x", "--partitions", "1"], /2 to 1000/],
  [["migrate", "--url", "postgres://x", "--partitions", "many"], /2 to 1000/],
  [["conformance", "--app", "a"], /--base-url/],
  [["conformance", "--base-url", "http://127.0.0.1:9"], /--app/],
  [["conformance", "--base-url", "portal", "--app", "a"], /absolute URL/],
  [["conformance", "--base-url", "https://ada:secret@portal.test", "--app", "a"], /not into the URL/],
  [["conformance", ...target, "--level", "all"], /core, extended/],
  [["conformance", ...target, "--header", "secret"], /"Name: value"/],
  [["conformance", ...target, "--header", "X-Token: secret €"], /not a valid HTTP header/],
  [["conformance", ...target, "--header-file", "/nowhere/secret"], /ENOENT/],
  [["sync", ...target], /Expected a file, - for a pipe, or --from/],
  [["sync", "a.csv", ...target, "--map", "id=1"], /externalUserId= email= name=/],
  [["sync", "a.csv", ...target, "--date-format", "email=iso"], /email is not a date field/],
  [["sync", "a.csv", ...target, "--date-format", "lastLoginDate=d.m.y"], /day_month_year/],
  [["sync", "a.csv", ...target, "--delimiter", "."], /";" "\|" tab/],
  [["sync", "a.csv", ...target, "--header-row", "0"], /a row number such as 1, or none/],
  [["sync", "a.csv", ...target, "--batch-size", "20000"], /from 1 to 10000/],
  [["sync", "a.csv", ...target, "--source-name", " "], /1 to 170 characters/],
  [["sync", "a.csv", ...target, "--alert", "imported=5%"], /not_found=5%/],
  [["sync", "a.csv", ...target, "--alert", "not_found=101%"], /not_found=5%/],
  [["sync", "a.csv", ...target, "--allow-shrink", ""], /Give a reason/],
  [["sync", "a.csv", ...target, "--dry-run", "--resume", "last"], /cannot be used with/],
  [["sources", "list", ...target, "--limit", "0"], /from 1/],
  [["reconcile", "a.csv", ...target], /--ledger/],
])("%j is refused with exit code 2 and a hint", async (args, expectedText) => {
  // The server's own command line writes to the process, so it needs one.
  const { code, stdout, stderr } = await (args[0] === "serve" ? run(args) : runInside(args));
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(expectedText);
  expect(stderr).toMatch(/--help/);
  if (args.includes("--header")) expect(stderr).not.toContain("secret");
});

test("a header file may contain comments; a token is never printed", async () => {
  const file = createFile("headers.txt", "# credentials\n\nno header, but a secret\n");
  const { code, stderr } = await runInside(["conformance", ...target, "--header-file", file]);
  expect(code).toBe(2);
  expect(stderr).not.toContain("secret");
});

test("no answer is exit code 5, with the reason", async () => {
  const args = ["conformance", "--base-url", "http://127.0.0.1:2", "--app", "a"];
  expect(await runInside(args)).toMatchObject({ code: 5, stderr: expect.stringContaining("ECONNREFUSED") });
});

test("`serve` serves until Ctrl+C", async () => {
  const { child, ended, url } = await startServe("--scenario", "empty");
  const path = "/api/developer/applications/app_demo/import-existing-users/sources";
  expect(await (await fetch(url + path)).json()).toMatchObject({ sources: [] });
  child.kill("SIGINT");
  expect(await ended).toMatchObject({ code: 0, stdout: expect.stringContaining("Stopped.") });
});

test("a closed output pipe (`| head`) is not a crash", async () => {
  const { child, ended } = start(["template"]);
  child.stdout.destroy();
  expect(await ended).toMatchObject({ code: 0, stderr: "" });
});
