// Tests `conformance` against servers on real ports: output, exit codes and leftovers.
import { expect, test } from "vitest";
import { createScenario } from "../../mock-server/index.ts";
import type { Report } from "../../src/conformance/report.ts";
import { createBroken } from "../conformance/broken/second-delete-fails.ts";
import { createReference, known, tamper, token } from "../conformance/reference.ts";
import { createGate } from "../gate.ts";
import { serveBackend, start, startServe } from "./command.ts";
import { createFile, runInside } from "./terminal.ts";

const bearer = { IMPORT_EXISTING_USERS_TOKEN: token.replace("Bearer ", "") };
const vouched = ["--known-email", known.knownEmail, "--known-name", known.knownName];

function conformance(url: string, ...args: readonly string[]) {
  return ["conformance", "--base-url", url, "--app", "app_a", ...args];
}

test("the backend of `serve` passes `conformance`", async () => {
  const { url } = await startServe();
  const { code, stdout } = await runInside(["conformance", "--base-url", url, "--app", "app_demo"]);
  expect(stdout).toMatch(/Core: {5}\d+ kept, 0 broken, 5 not checked\nExtended: \d+ kept, 0 broken/);
  expect(stdout).toMatch(/The server lists dryRun, idempotencyKey, results, resultNames beyond the guides/);
  expect(stdout).toContain("Everything it created was rolled back.");
  // No colour outside a terminal.
  expect(stdout).not.toContain("\u001B");
  expect(code).toBe(0);
});

test("with a token and a known account, no rule is left unchecked", async () => {
  const { backend, store } = createReference();
  const { code, stdout } = await runInside(conformance(await serveBackend(backend), ...vouched, "--json"), {
    env: bearer,
  });
  const report = JSON.parse(stdout) as Report;
  expect(report).toMatchObject({ core: { broken: 0, not_checked: 0 }, extended: { broken: 0 }, leftovers: [] });
  expect(code).toBe(0);
  expect((await store.snapshot()).connections).toEqual([]);
});

test("a broken rule is printed with what was expected and received, exit code 1", async () => {
  const url = await serveBackend(createBroken());
  const { code, stdout } = await runInside(conformance(url, "--header", `Authorization: ${token}`));
  expect(stdout).toMatch(
    /BROKEN {7}D10 .*\[rollback\.twice\]\n +expected: 200 .*\n +received: 500 Internal Server Error/,
  );
  expect(stdout).not.toContain("very-secret");
  expect(code).toBe(1);
});

test("--level core sends no request beyond the guides", async () => {
  const asked: string[] = [];
  const backend = tamper(createScenario("guide-only").backend, (request, next) => {
    asked.push(
      `${request.method} ${new URL(request.url).search} ${request.headers.get("Idempotency-Key") ?? ""}`.trim(),
    );
    return next(request);
  });
  const args = ["conformance", "--base-url", await serveBackend(backend), "--app", "app_demo", "--level", "core"];
  const { code, stdout } = await runInside(args);
  expect(code).toBe(0);
  expect(stdout).not.toContain("Extended");
  expect([...new Set(asked)].sort()).toEqual(["DELETE", "GET", "POST"]);
});

test("a missing sign-in is exit code 4, and a header file signs in", async () => {
  const url = await serveBackend(createReference().backend);
  const anonymous = await runInside(conformance(url));
  expect(anonymous).toMatchObject({ code: 4, stdout: "", stderr: expect.stringContaining("not signed in") });
  const file = createFile("headers.txt", `# a developer\nAuthorization: ${token}\n`);
  expect((await runInside(conformance(url, "--level", "core", "--header-file", file))).code).toBe(0);
});

test("Ctrl+C rolls back what was created, and ends with 130", async () => {
  const { backend, store } = createReference();
  let posts = 0;
  const gate = createGate();
  const held = tamper(backend, async (request, next) => {
    if (request.method === "POST" && ++posts > 3) await gate.pass();
    return next(request);
  });
  const { child, ended, output } = start(conformance(await serveBackend(held)), bearer);
  await expect.poll(() => posts).toBeGreaterThan(3);
  child.kill("SIGINT");
  await expect.poll(() => output.stderr).toContain("Stopping after rolling back");
  gate.open();
  const { code, stdout, stderr } = await ended;
  expect(stderr).toContain("Stopping after rolling back");
  expect(stdout).toContain("Interrupted: the other rules were not checked.");
  expect(code).toBe(130);
  expect((await store.snapshot()).sources?.filter(({ rollback }) => rollback === null)).toEqual([]);
});
