// DELETE: what a rollback removes, what it leaves, and what it says.
import { expect, test } from "vitest";
import { href, routes } from "../../../src/contract/index.ts";
import { appId, createSmallWorld } from "../worlds.ts";
import { importIds, importUsers, list, readProblem, remove, rollBack, user } from "./calls.ts";
import type { Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

/** Ways to misspell a dry run, with the parameter that the problem names. */
export const misspeltDryRuns: readonly (readonly [query: string, pointer: string])[] = [
  ["?dryrun=true", "/dryrun"],
  ["?dry_run=true", "/dry_run"],
  ["?dry-run=true", "/dry-run"],
  ["?DryRun=true", "/DryRun"],
  ["?dryRun%20=true", "/dryRun "],
  ["?dryRun[]=true", "/dryRun[]"],
  ["?trockenlauf", "/trockenlauf"],
  ["?=true", "/"],
  ["?dryRun=true&force=true", "/force"],
  ["?dryRun=true&dryRun=true", "/dryRun"],
  ["?dryRun=true&dryRun=false", "/dryRun"],
  ["?dryRun=false&%64ryRun=true", "/dryRun"],
];

export function describeRollback(start: Start): void {
  const inSmallWorld = withBackend(start, createSmallWorld);

  test("D8, D9: removes the connections this source created, and the next import creates them again", () =>
    inSmallWorld(async (backend) => {
      const before = await backend.snapshot();
      const { source } = await importUsers(backend, [user("a@x.io"), user("d@x.io"), user("nobody@x.io")]);
      expect(await rollBack(backend, source?.id ?? "")).toEqual({
        source,
        ...{ removed: 2, alreadyGone: 0, reactivatedKept: 0, alreadyDeleted: false },
      });
      expect((await backend.snapshot()).connections).toEqual(before.connections);
      expect((await importUsers(backend, [user("a@x.io")])).results).toMatchObject([{ status: "imported" }]);
    }));

  test("D8: refreshes and reactivations stay", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("b@x.io"), user("c@x.io")]);
      const after = await backend.snapshot();
      expect(await rollBack(backend, id)).toMatchObject({ removed: 0, alreadyGone: 0, reactivatedKept: 1 });
      expect((await backend.snapshot()).connections).toEqual(after.connections);
    }));

  test("D8: a later source that saw the connection neither keeps it nor removes it", () =>
    inSmallWorld(async (backend) => {
      const first = await importIds(backend, [user("a@x.io")]);
      const second = await importIds(backend, [user("a@x.io")]);
      expect(await rollBack(backend, second)).toMatchObject({ removed: 0 });
      expect((await backend.snapshot()).connections).toHaveLength(3);
      expect(await rollBack(backend, first)).toMatchObject({ removed: 1 });
      expect((await backend.snapshot()).connections).toHaveLength(2);
    }));

  test("D8: a person who disconnected in between is removed too, and one who left is already gone", async () => {
    const before = await start(createSmallWorld());
    const id = await importIds(before, [user("a@x.io"), user("d@x.io")]);
    const world = await before.snapshot();
    await before.close();
    const connections = world.connections
      .filter(({ accountId }) => accountId !== "d")
      .map((connection) => ({ ...connection, active: false }));
    await withBackend(start, () => ({ ...world, connections }))(async (backend) => {
      expect(await rollBack(backend, id)).toMatchObject({ removed: 1, alreadyGone: 1 });
      expect((await backend.snapshot()).connections.map((one) => one.id)).toEqual(["con_b", "con_c"]);
    });
  });

  test("D9: a dry run gives the numbers of the real one and changes nothing", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io"), user("c@x.io")]);
      const before = await backend.snapshot();
      const rehearsed = await rollBack(backend, id, { query: "?dryRun=true" });
      expect(await backend.snapshot()).toEqual(before);
      expect(rehearsed).toMatchObject({ removed: 1, reactivatedKept: 1, alreadyDeleted: false });
      expect(await rollBack(backend, id, { query: "?dryRun=false" })).toEqual(rehearsed);
    }));

  test("D9: a mistyped dry run is refused rather than done", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io")]);
      for (const query of ["?dryRun=1", "?dryRun=TRUE", "?dryRun="]) {
        const problem = await readProblem(await remove(backend, id, { query }));
        expect(problem).toMatchObject({ code: "invalid-request", errors: [{ pointer: "/dryRun" }] });
      }
      expect((await list(backend)).sources).toHaveLength(1);
    }));

  test.each(misspeltDryRuns)("D29: a rollback with %s is refused rather than done", (query, pointer) =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io")]);
      const before = await backend.snapshot();
      const problem = await readProblem(await remove(backend, id, { query }));
      expect(problem).toMatchObject({ status: 422, code: "invalid-request", errors: [{ pointer }] });
      expect(await backend.snapshot()).toEqual(before);
    }),
  );

  test.each<[string, RequestInit, string]>([
    ["a header", { headers: { "X-Dry-Run": "true" } }, "/x-dry-run"],
    ["another header", { headers: { "Dry-Run": "1" } }, "/dry-run"],
    ["a body", { headers: { "Content-Type": "application/json" }, body: '{"dryRun":true}' }, "/dryRun"],
    ["a body without a type", { body: '{"Dry_Run":"yes"}' }, "/Dry_Run"],
  ])("D29: a rollback whose dry run is asked for by %s is refused rather than done", (_, init, pointer) =>
    inSmallWorld(async (backend) => {
      const sourceId = await importIds(backend, [user("a@x.io")]);
      const before = await backend.snapshot();
      const path = href(routes.deleteSource, { appId, sourceId });
      const problem = await readProblem(await backend.fetch(path, { method: "DELETE", ...init }));
      expect(problem).toMatchObject({ status: 422, code: "invalid-request", errors: [{ pointer }] });
      expect(await backend.snapshot()).toEqual(before);
    }),
  );

  test.each(["", "{}", '{"reason":"wrong file"}', "no JSON"])("a rollback with the body %j is done", (body) =>
    inSmallWorld(async (backend) => {
      const sourceId = await importIds(backend, [user("a@x.io")]);
      const answer = await backend.fetch(href(routes.deleteSource, { appId, sourceId }), { method: "DELETE", body });
      expect(answer.status).toBe(200);
    }),
  );

  test("D10: a second delete says the same again, an unknown source is 404", () =>
    inSmallWorld(async (backend) => {
      const id = await importIds(backend, [user("a@x.io"), user("c@x.io")]);
      const first = await rollBack(backend, id);
      expect(await rollBack(backend, id)).toEqual({ ...first, alreadyDeleted: true });
      expect(await rollBack(backend, id, { query: "?dryRun=true" })).toEqual({ ...first, alreadyDeleted: true });
      for (const unknown of ["src_unknown", "__proto__", "a\u0000b", "%"]) {
        expect(await readProblem(await remove(backend, unknown))).toMatchObject({
          code: "source-not-found",
          status: 404,
        });
      }
    }));
}
