// Tests what `sync` says of answers that are pages, broken off, reordered, too few or too many.
import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { start } from "./command.ts";
import { look, startPortal, toCsv } from "./portal.ts";
import { runInside } from "./terminal.ts";

interface Body {
  readonly source: { readonly counters?: object };
  readonly results: readonly { readonly index?: number; readonly email?: string; readonly externalUserId?: string }[];
}

// A portal whose answers to an import are changed.
const startChanged = (guideOnly: boolean, change: (text: string) => string) =>
  startPortal({
    guideOnly,
    async answer(request, next) {
      const response = await next(request);
      if (request.method !== "POST") return response;
      return new Response(change(await response.text()), { headers: { "content-type": "application/json" } });
    },
  });

const withResults = (change: (results: Body["results"]) => Body["results"]) => (text: string) => {
  const body = JSON.parse(text) as Body;
  return JSON.stringify({ ...body, results: change(body.results) });
};

const kinds = [
  ["that lists idempotency keys", false],
  ["that knows only the guides", true],
] as const;

test.each(kinds)(
  "of a server %s, results in another order and emails in another case are read by whom they name",
  async (_, guideOnly) => {
    const change = withResults((results) =>
      results.toReversed().map(({ index: _, ...one }) => ({ ...one, email: one.email?.toUpperCase() ?? "" })),
    );
    const { args, file } = await startChanged(guideOnly, change);
    // The first two are one person, in different case.
    const csv = `${toCsv(4)}u5,PERSON1@example.com\nu6,nobody@example.com\n`;
    const { code, stdout } = await runInside(args("sync", file(csv)));
    expect([code, stdout]).toEqual([0, expect.stringContaining("acknowledged   5: 4 imported, 1 already_connected")]);
    expect(stdout).toContain("refused        1: 1 not_found");
  },
);

test.each(
  kinds.flatMap(([server, guideOnly]) => [
    [server, "one result too few", guideOnly, withResults((results) => results.slice(1))] as const,
    [server, "one result too many", guideOnly, withResults((results) => [...results, ...results.slice(0, 1)])] as const,
    [
      server,
      "results of other users",
      guideOnly,
      withResults((results) => results.map((one) => ({ ...one, email: "x@example.com" }))),
    ] as const,
  ]),
)(
  "of a server %s, %s leave the users pending, with a word of it also under --quiet",
  async (_server, _what, guideOnly, change) => {
    const { store, args, file } = await startChanged(guideOnly, change);
    const { code, stdout } = await runInside(args("sync", file(toCsv(5))));
    expect([code, stdout]).toEqual([0, expect.stringContaining("pending        5: 5 results_unknown")]);
    expect(stdout).toContain("acknowledged   0\n");
    const quiet = await runInside(args("sync", file(toCsv(5)), "--quiet"));
    expect(quiet.stdout).toBe("");
    expect(quiet.stderr).toBe(
      "The server's answers do not say reliably what became of 5 users of saved sources. The next run sends them again, which does no harm.\n",
    );
    expect((await look(store)).ids).toHaveLength(5);
  },
);

test("an answer that always breaks off is never told as a page, nor as a failure: exit code 6", async () => {
  const { args, file } = await startChanged(false, (text) => text.slice(0, text.length / 2));
  const { code, stdout, stderr } = await runInside(args("sync", file(toCsv(5))));
  expect([code, stdout]).toEqual([6, expect.stringContaining("Partly done: 5 users in 0 sources.")]);
  expect(stdout).toContain("pending        5: 5 outcome_unknown");
  expect(stderr).toContain("The server gave no whole answer.");
  expect(stdout + stderr).not.toMatch(/A page came|Failed/);
});

test("an answer that breaks off once is asked for again under its key", async () => {
  let posts = 0;
  const { store, args, file } = await startChanged(false, (text) => {
    posts += 1;
    return posts === 1 ? text.slice(0, text.length / 2) : text;
  });
  const { code, stdout } = await runInside(args("sync", file(toCsv(5))));
  expect([code, stdout]).toEqual([0, expect.stringContaining("acknowledged   5: 5 imported")]);
  expect((await look(store)).sources).toBe(1);
});

test("two runs at once without a name have sources of different names, so that neither finds those of the other", async () => {
  const { store, args, file } = await startPortal({ guideOnly: true });
  await Promise.all([runInside(args("sync", file(toCsv(5)))), runInside(args("sync", file(toCsv(5))))]);
  const { sources = [] } = await store.snapshot();
  const names = sources.map(({ name }) => name);
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^Sync \d{4}-\d\d-\d\d \d\d:\d\d [\da-f]{4} \(1\/1\)$/);
});

// Windows has no such signal.
test.skipIf(process.platform === "win32")(
  "a closed terminal (SIGHUP) ends a run after the answer it waits for: exit code 130",
  async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    let posts = 0;
    const { store, args, file } = await startPortal({
      async answer(request, next) {
        if (request.method === "POST") {
          posts += 1;
          await opened;
        }
        return next(request);
      },
    });
    const { child, ended, output } = start(args("sync", file(toCsv(20)), "--batch-size", "10"));
    await expect.poll(() => posts).toBe(1);
    child.kill("SIGHUP");
    await expect.poll(() => output.stderr).toContain("Stopping after the answer it waits for");
    open();
    const { code, stdout } = await ended;
    expect([code, stdout]).toEqual([130, expect.stringContaining("Resume with:")]);
    expect(await look(store)).toMatchObject({ sources: 1 });
  },
);

// Only Linux has /dev/full.
test.skipIf(process.platform !== "linux")(
  "output that a full disk takes is told on standard error, with exit code 1",
  () => {
    const full = openSync("/dev/full", "w");
    const main = join(import.meta.dirname, "../../src/cli/main.ts");
    const { status, stderr } = spawnSync(process.execPath, [main, "template"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect([status, stderr]).toEqual([1, "Standard output can't be written: ENOSPC. The output is not whole.\n"]);
  },
);
