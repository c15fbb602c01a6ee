// GET: the list of saved sources and the stored results of one.
import { expect, test } from "vitest";
import { toCursor } from "../../../mock-server/http/read-request.ts";
import type { StoredSource } from "../../../mock-server/index.ts";
import { href, routes } from "../../../src/contract/index.ts";
import { countStatuses } from "../../../src/contract/status.ts";
import { appId, createSmallWorld } from "../worlds.ts";
import { importIds, importUsers, list, post, postBody, readProblem, results, rollBack, user } from "./calls.ts";
import { misspeltDryRuns } from "./rollback.ts";
import type { Running, Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeSources(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);
  const extensions = ["dryRun", "idempotencyKey", "results", "resultNames"];

  test("D12: an application without imports has an empty list, and the extensions are named", () =>
    inSmallWorld(async (backend) => {
      expect(await list(backend)).toEqual({ sources: [], nextCursor: null, extensions });
    }));

  test("D12: newest first, as they were answered, deleted ones hidden", () =>
    inSmallWorld(async (backend) => {
      const made = [];
      for (const email of ["a@x.io", "b@x.io", "c@x.io"]) made.push((await importUsers(backend, [user(email)])).source);
      await rollBack(backend, made[1]?.id ?? "");
      expect((await list(backend)).sources).toEqual([made[2], made[0]]);
    }));

  test("D12: pages join without gap or repetition, also when all were made in one millisecond", () =>
    withBackend(start, createSmallWorld, { now: () => new Date("2026-05-03T00:00:00Z") })(async (backend) => {
      const made: string[] = [];
      for (let number = 0; number < 7; number += 1) made.unshift(await importIds(backend, [user("a@x.io")]));
      expect(await readAllSources(backend, 3)).toEqual(made);
      expect((await list(backend, { query: "?limit=7" })).nextCursor).toBeNull();
    }));

  test("D12: newest first also where the clock is set back", () => {
    const clock = { now: Date.parse("2026-05-03T12:00:00Z") };
    return withBackend(start, createSmallWorld, { now: () => new Date(clock.now) })(async (backend) => {
      const made = [];
      for (const hours of [0, -1, -1, 2, -8_760]) {
        clock.now += hours * 3_600_000;
        made.unshift(await importIds(backend, [user("a@x.io")]));
      }
      expect(await readAllSources(backend, 2)).toEqual(made);
    });
  });

  test("D12: sources saved before there were sequences come last, by their time", () => {
    const saved = ["2027-01-01", "2024-01-01", "2025-01-01"].map((day, at) => pastSource(`src_${at}`, day));
    return withBackend(start, () => ({ ...createSmallWorld(), sources: saved }))(async (backend) => {
      const made = [];
      for (const email of ["a@x.io", "b@x.io"]) made.unshift(await importIds(backend, [user(email)]));
      for (const limit of [1, 2, 3, 50]) {
        expect(await readAllSources(backend, limit)).toEqual([...made, "src_0", "src_2", "src_1"]);
      }
    });
  });

  test.each([
    "?limit=0",
    "?limit=201",
    "?limit=-1",
    "?limit=ten",
    "?limit=1.5",
    "?limit=",
    "?cursor=",
    "?cursor=nonsense",
    "?cursor=JTVCJTVE",
    `?cursor=${toCursor(null, "0001-01-01T00:00:00.000Z", "src_a")}`,
    `?cursor=${toCursor(1, "0000-01-01T00:00:00.000Z", "src_a")}`,
    `?cursor=${toCursor(null, "0099-12-31T23:59:59.999Z", "src_a")}`,
    `?cursor=${toCursor(null, "2026-05-03T00:00:00.000Z", "src_\u0000")}`,
    `?cursor=${toCursor("2026-05-03T00:00:00.000Z", "src_a")}`,
    ...[0, -1, 1.5, 2 ** 31, 1e300, "1"].map((one) => `?cursor=${toCursor(one, "2026-05-03T00:00:00.000Z", "src_a")}`),
  ])("D12: %s is refused", (query) =>
    inSmallWorld(async (backend) => {
      const response = await backend.fetch(href(routes.listSources, { appId }) + query);
      expect(await readProblem(response)).toMatchObject({ status: 422, code: "invalid-request" });
    }),
  );

  test("D13: the stored results are the answered ones, and a status filters them", () =>
    inSmallWorld(async (backend) => {
      const answer = await importUsers(backend, [user("a@x.io"), user("nobody@x.io"), user("A@x.io"), 7]);
      const id = answer.source?.id ?? "";
      expect(await results(backend, id)).toEqual({ results: answer.results, nextCursor: null });
      expect((await results(backend, id, "?status=not_found")).results).toEqual([answer.results[1]]);
      expect((await results(backend, id, "?status=name_mismatch")).results).toEqual([]);
    }));

  test("D13: many results come in pages", () =>
    inSmallWorld(async (backend) => {
      const many = Array.from({ length: 2_500 }, (_, number) => user(number % 2 ? `user${number}@x.io` : "wrong"));
      const id = await importIds(backend, many);
      const seen = await readAll(backend, id, "");
      expect(seen.map(({ index }) => index)).toEqual(many.map((_, index) => index));
      expect(await readAll(backend, id, "status=invalid_row&")).toHaveLength(1_250);
    }));

  test("D13: results of an unknown or deleted source are 404, of a wrong status 422", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io")]);
      const ask = (sourceId: string, query = "") =>
        backend.fetch(href(routes.listResults, { appId, sourceId }) + query).then(readProblem);
      expect(await ask(id, "?status=lost")).toMatchObject({ status: 422 });
      expect(await ask(id, "?cursor=x")).toMatchObject({ status: 422 });
      expect(await ask("src_unknown")).toMatchObject({ code: "source-not-found" });
      await rollBack(backend, id);
      expect(await ask(id)).toMatchObject({ code: "source-not-found" });
    }));

  test("D13: include=names tells the names that were sent, also of rows that matched nobody, and never the account's own", () =>
    inSmallWorld(async (backend) => {
      const users = [
        user("a@x.io", { name: "Zoë Wrong" }),
        user("b@x.io"),
        user("nobody@x.io", { name: "\u00a0Nemo\tNobody " }),
        user("no address", { name: "A\u0000b" }),
        user("no address", { name: 7 }),
        user("no address", { name: "x".repeat(9_000) }),
        7,
      ];
      const { source, results: answered } = await importUsers(backend, users);
      const id = source?.id ?? "";
      expect(answered.some((result) => "name" in result)).toBe(false);
      expect((await results(backend, id)).results).toEqual(answered);
      const sent = ["Zoë Wrong", null, "Nemo Nobody", "A\uFFFDb", null, "x".repeat(256), null];
      const named = answered.map((result, at) => ({ ...result, name: sent[at] }));
      expect((await results(backend, id, "?include=names")).results).toEqual(named);
      const invalid = (await results(backend, id, "?include=names&status=invalid_row")).results;
      expect(invalid).toEqual(named.filter(({ status }) => status === "invalid_row"));
    }));

  test("D13: a replay answers without names, as the first time", () =>
    inSmallWorld(async (backend) => {
      const users = [user("a@x.io", { name: "Zoë Wrong" })];
      const [first, again] = [
        await post(backend, users, { key: "names-key" }),
        await post(backend, users, { key: "names-key" }),
      ];
      expect(again.headers.get("Idempotency-Replayed")).toBe("true");
      expect(await again.text()).toBe(await first.text());
    }));

  test("D13: names come in pages, each beside its own result", () =>
    inSmallWorld(async (backend) => {
      const many = Array.from({ length: 2_500 }, (_, at) =>
        user(at % 2 ? `user${at}@x.io` : "wrong", { name: `N${at}` }),
      );
      // A whole page without names.
      for (const one of many.slice(1_000, 2_000)) delete (one as { name?: string }).name;
      const id = await importIds(backend, many);
      const toName = (index: number) => (index < 1_000 || index >= 2_000 ? `N${index}` : null);
      const seen = await readAll(backend, id, "include=names&");
      expect(seen.map(({ name }) => name)).toEqual(many.map((_, index) => toName(index)));
      const invalid = await readAll(backend, id, "status=invalid_row&include=names&");
      expect(invalid.map(({ name }) => name)).toEqual(invalid.map(({ index }) => toName(index)));
      expect(invalid).toHaveLength(1_250);
    }));

  test("D13: a source that was saved before names were kept has none", () => {
    const result = { index: 0, externalUserId: "1", email: "a@x.io", status: "not_found" } as const;
    const stored = { ...result, connectionId: null, code: null, field: null, warnings: [] };
    const past = { ...pastSource("src_past", "2025-01-01"), results: [stored] };
    return withBackend(start, () => ({ ...createSmallWorld(), sources: [past] }))(async (backend) => {
      expect((await results(backend, "src_past", "?include=names")).results).toEqual([{ ...stored, name: null }]);
      expect((await results(backend, "src_past")).results).toEqual([stored]);
    });
  });

  test("D13: names are erased with their source", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io", { name: "Zoë Wrong" })]);
      const other = await importIds(backend, [user("a@x.io", { name: "Other Wrong" })]);
      expect(JSON.stringify(await backend.snapshot())).toContain("Zoë Wrong");
      await rollBack(backend, id);
      const after = JSON.stringify(await backend.snapshot());
      expect(after).not.toContain("Zoë Wrong");
      expect(after).toContain("Other Wrong");
      expect((await results(backend, other, "?include=names")).results).toMatchObject([{ name: "Other Wrong" }]);
    }));

  test.each(["?include=", "?include=name", "?include=names,emails", "?include=names&include=all"])(
    "D13: %s is refused",
    (query) =>
      inSmallWorld(async (backend) => {
        const id = await importIds(backend, [user("a@x.io")]);
        const answer = await backend.fetch(href(routes.listResults, { appId, sourceId: id }) + query);
        expect(await readProblem(answer)).toMatchObject({ status: 422, errors: [{ pointer: "/include" }] });
      }),
  );

  test("D24: a server that does not offer names ignores that they are asked for, and keeps none", () =>
    withBackend(start, createSmallWorld, { extensions: ["results"] })(async (backend) => {
      const { source, results: answered } = await importUsers(backend, [user("a@x.io", { name: "Zoë Wrong" })]);
      expect((await list(backend)).extensions).toEqual(["results"]);
      expect((await results(backend, source?.id ?? "", "?include=names")).results).toEqual(answered);
      expect(JSON.stringify(await backend.snapshot())).not.toContain("Zoë Wrong");
    }));

  test("D13: a dry run answers like the real one, without a source, and writes nothing", () =>
    inSmallWorld(async (backend) => {
      const users = [user("a@x.io"), user("a@x.io"), user("c@x.io"), user("nobody@x.io"), user("no")];
      const before = await backend.snapshot();
      const rehearsed = await importUsers(backend, users, { query: "?dryRun=true", key: "dry-run-key" });
      expect(await backend.snapshot()).toEqual(before);
      expect(rehearsed.source).toBeNull();
      const real = await importUsers(backend, users, { key: "dry-run-key" });
      const unmade = real.results.map((row) => ({
        ...row,
        connectionId: row.email === "a@x.io" ? null : row.connectionId,
        ...(row.email === "c@x.io" ? { reactivated: true } : {}),
      }));
      expect(rehearsed.results).toEqual(unmade);
    }));

  test.each(misspeltDryRuns)("D29: an import with %s is refused rather than done", (query, pointer) =>
    inSmallWorld(async (backend) => {
      const problem = await readProblem(await post(backend, [user("a@x.io")], { query }));
      expect(problem).toMatchObject({ status: 422, code: "invalid-request", errors: [{ pointer }] });
      expect(await backend.snapshot()).toEqual(createSmallWorld());
    }),
  );

  test.each(["dryRun", "dry_run", "DRY-RUN", "Dry Run", "x-dry-run"])(
    "D29: an import with %s in its body is refused rather than done",
    (member) =>
      inSmallWorld(async (backend) => {
        const body = JSON.stringify({ sourceName: "Export", users: [user("a@x.io")], [member]: true });
        const problem = await readProblem(await postBody(backend, body));
        expect(problem).toMatchObject({ status: 422, code: "invalid-request", errors: [{ pointer: `/${member}` }] });
        expect(await backend.snapshot()).toEqual(createSmallWorld());
      }),
  );

  test("D29: an import with a header X-Dry-Run is refused rather than done", () =>
    inSmallWorld(async (backend) => {
      const headers = { "Content-Type": "application/json", "X-Dry-Run": "true" };
      const body = JSON.stringify({ sourceName: "Export", users: [user("a@x.io")] });
      const answer = await backend.fetch(href(routes.importUsers, { appId }), { method: "POST", headers, body });
      expect(await readProblem(answer)).toMatchObject({ status: 422, errors: [{ pointer: "/x-dry-run" }] });
      expect(await backend.snapshot()).toEqual(createSmallWorld());
    }));

  test("D29: a misspelt dry run is refused by a server without dry runs too", () =>
    withBackend(start, createSmallWorld, { extensions: [] })(async (backend) => {
      expect((await post(backend, [user("a@x.io")], { query: "?dryrun=true" })).status).toBe(422);
      expect(await backend.snapshot()).toEqual(createSmallWorld());
    }));

  test("D29: parameters that a list does not know are no danger to it", () =>
    inSmallWorld(async (backend) => {
      expect((await list(backend, { query: "?dryrun=true&_=1" })).sources).toEqual([]);
    }));

  test("D24: a server that knows only the guides ignores what is beyond them", () =>
    withBackend(start, createSmallWorld, { extensions: [] })(async (backend) => {
      const options = { query: "?dryRun=true", key: "short" };
      const { source } = await importUsers(backend, [user("a@x.io")], options);
      expect((await post(backend, [user("b@x.io")], options)).headers.get("Idempotency-Replayed")).toBeNull();
      expect(await list(backend)).toMatchObject({ sources: [{}, { id: source?.id }], extensions: [] });
      const unknown = await backend.fetch(href(routes.listResults, { appId, sourceId: source?.id ?? "" }));
      expect(unknown.status).toBe(404);
      expect(await rollBack(backend, source?.id ?? "", options)).toMatchObject({ removed: 1 });
      expect((await list(backend)).sources).toHaveLength(1);
    }));
}

function pastSource(id: string, day: string): StoredSource {
  const counters = countStatuses([]);
  const past = { idempotencyKey: null, fingerprint: null, rollback: null, reactivated: 0, results: [] };
  return { ...past, id, appId, name: day, createdAt: `${day}T00:00:00.000Z`, counters };
}

async function readAllSources(backend: Running, limit: number): Promise<string[]> {
  const seen: string[] = [];
  for (let query = `?limit=${limit}`; query; ) {
    const { sources, nextCursor } = await list(backend, { query });
    seen.push(...sources.map(({ id }) => id));
    query = nextCursor ? `?limit=${limit}&cursor=${nextCursor}` : "";
  }
  return seen;
}

async function readAll(backend: Running, sourceId: string, filter: string) {
  const seen = [];
  for (let query: string | null = `?${filter}`; query !== null; ) {
    const page: Awaited<ReturnType<typeof results>> = await results(backend, sourceId, query);
    seen.push(...page.results);
    query = page.nextCursor === null ? null : `?${filter}cursor=${page.nextCursor}`;
  }
  return seen;
}
