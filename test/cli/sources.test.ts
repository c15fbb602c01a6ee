// Tests `sources list`, `show` and `delete` against the reference backend on a real port.
import { expect, test } from "vitest";
import { createScenario, demoAppId, demoUser, type ScenarioName, type Store } from "../../mock-server/index.ts";
import { createImportClient } from "../../src/client/index.ts";
import { serveBackend } from "./command.ts";
import { runInside } from "./terminal.ts";

// Starts a portal with one imported source.
async function startWithSource(name: ScenarioName) {
  const { backend, store } = createScenario(name);
  const url = await serveBackend(backend);
  const client = createImportClient({ baseUrl: url, appId: demoAppId });
  const users = Array.from({ length: 30 }, (_, index) => demoUser(index));
  const { source } = await client.importUsers({ sourceName: "By hand", users });
  if (!source) throw new Error("The backend saved no source.");
  const sources = (...args: readonly string[]) => ["sources", ...args, "--base-url", url, "--app", demoAppId];
  return { store, source, sources, client };
}

async function countConnections(store: Store): Promise<number> {
  return (await store.snapshot()).connections.length;
}

test("list prints the target, then the sources, newest first", async () => {
  const { source, sources } = await startWithSource("realistic");
  const { code, stdout } = await runInside(sources("list"));
  expect(code).toBe(0);
  expect(stdout.split("\n")[0]).toMatch(/^Target: http:.* · application app_demo$/);
  expect(stdout.split("\n")[2]).toMatch(new RegExp(`^${source.id} .* 30 .* By hand$`));
  const json = await runInside(sources("list", "--limit", "1", "--json"));
  expect(JSON.parse(json.stdout).sources).toMatchObject([{ id: source.id, name: "By hand" }]);
  expect(json.stderr).toMatch(/^Target:/);
});

test("deltas of a day are one line, so that an import before 300 of them is found; --all and --json list each", async () => {
  const { source, sources, client } = await startWithSource("guide-only");
  for (const day of ["2026-05-02", "2026-05-03"]) {
    for (let number = 1; number <= 150; number += 1) {
      const sourceName = `Deltas ${day}${number === 1 ? "" : ` (${number})`}`;
      await client.importUsers({ sourceName, users: [demoUser(number)] });
    }
  }
  const { stdout } = await runInside(sources("list", "--limit", "3"));
  const lines = stdout.trim().split("\n").slice(2);
  expect(lines[0]).toMatch(/^src_\w+ … .* 150 .* Deltas 2026-05-03 \(150 sources\)$/);
  expect(lines[1]).toMatch(/ Deltas 2026-05-02 \(150 sources\)$/);
  expect([lines.length, lines[2]?.startsWith(source.id)]).toEqual([3, true]);
  const all = await runInside(sources("list", "--limit", "3", "--all"));
  expect(all.stdout).toContain("Deltas 2026-05-03 (148)");
  const json = await runInside(sources("list", "--limit", "3", "--json"));
  expect(JSON.parse(json.stdout).sources).toHaveLength(3);
});

test("show prints the counters, and the results of one status if the server stores them", async () => {
  const { source, sources } = await startWithSource("realistic");
  const { stdout } = await runInside(sources("show", source.id, "--status", "not_found", "--json"));
  const shown = JSON.parse(stdout);
  expect(shown.source.counters).toEqual(source.counters);
  expect(shown.results).toHaveLength(source.counters?.not_found ?? -1);
  const guideOnly = await startWithSource("guide-only");
  const text = await runInside(guideOnly.sources("show", guideOnly.source.id, "--status", "not_found"));
  expect(text).toMatchObject({ code: 0, stdout: expect.stringContaining("offers no stored results") });
  expect((await runInside(sources("show", "src_none"))).code).toBe(1);
});

test("delete prints its exact effect, and deletes only after a yes", async () => {
  const { store, source, sources } = await startWithSource("realistic");
  const before = await countConnections(store);
  const no = await runInside(sources("delete", source.id), { isTTY: true, stdin: "n\n" });
  expect(no.stdout).toContain(`Deleting it removes ${source.counters?.imported} connections.`);
  expect(no.stderr).toContain("Delete this source? [y/N]");
  expect([no.code, await countConnections(store)]).toEqual([130, before]);
  const yes = await runInside(sources("delete", source.id), { isTTY: true, stdin: "y\n" });
  expect([yes.code, await countConnections(store)]).toEqual([0, before - (source.counters?.imported ?? 0)]);
  expect(yes.stdout).toContain("connections removed");
});

test("without a terminal, delete needs --yes", async () => {
  const { store, source, sources } = await startWithSource("realistic");
  const before = await countConnections(store);
  const refused = await runInside(sources("delete", source.id));
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining("add --yes")]);
  const preview = await runInside(sources("delete", source.id, "--dry-run", "--json"));
  expect(JSON.parse(preview.stdout).dryRun.removed).toBe(source.counters?.imported);
  expect(await countConnections(store)).toBe(before);
  const { code, stdout } = await runInside(sources("delete", source.id, "--yes", "--json"));
  expect([code, JSON.parse(stdout).rollback.removed]).toEqual([0, source.counters?.imported]);
});

test("a server without dry runs is never sent one; its counters are used instead", async () => {
  const { store, source, sources } = await startWithSource("guide-only");
  const before = await countConnections(store);
  const asked = await runInside(sources("delete", source.id, "--dry-run"));
  expect(asked.code).toBe(2);
  const refused = await runInside(sources("delete", source.id));
  expect(refused.stdout).toContain(`at most ${source.counters?.imported}`);
  expect(await countConnections(store)).toBe(before);
  expect((await runInside(sources("delete", source.id, "--yes"))).code).toBe(0);
});

test("a token from the environment is never printed", async () => {
  const { sources } = await startWithSource("realistic");
  const env = { IMPORT_EXISTING_USERS_TOKEN: "very-secret" };
  const { stdout, stderr, code } = await runInside(sources("list"), { env });
  expect(code).toBe(0);
  expect(stdout + stderr).not.toContain("very-secret");
});
