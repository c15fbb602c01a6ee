// Imports of one application come one after another; applications don't meet.
import { expect, test } from "vitest";
import { createGate, type Gate } from "../../gate.ts";
import { appId, connection, createSmallWorld } from "../worlds.ts";
import { importIds, importUsers, list, post, readProblem, remove, rollBack, user } from "./calls.ts";
import type { Start } from "./start.ts";
import { withBackend } from "./with-backend.ts";

export function describeSerialisation(start: Start): void {
  test("D11: imports at once make each connection once, and all succeed", () =>
    withBackend(
      start,
      createSmallWorld,
    )(async (backend) => {
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => importUsers(backend, [user("a@x.io"), user("d@x.io")])),
      );
      const statuses = answers.flatMap(({ results }) => results.map(({ status }) => status));
      expect(statuses.filter((status) => status === "imported")).toHaveLength(2);
      expect((await backend.snapshot()).connections).toHaveLength(4);
    }));

  test("D11: an unfinished import is invisible; imports and deletes wait for it, other applications don't", async () => {
    const gates: Gate[] = [];
    const beforeWork = () => {
      const gate = createGate();
      gates.push(gate);
      return gate.pass();
    };
    await withBackend(start, createSmallWorld, { beforeWork })(async (backend) => {
      const first = importIds(backend, [user("a@x.io")]);
      await expect.poll(() => gates.length).toBe(1);
      const second = importIds(backend, [user("d@x.io")]);
      const other = importUsers(backend, [user("a@x.io")], { appId: "app_b" });
      await expect.poll(() => gates.length).toBe(2);
      gates[1]?.open();
      await other;
      expect((await list(backend)).sources).toEqual([]);
      expect((await backend.snapshot()).connections.filter((one) => one.appId === appId)).toHaveLength(2);
      gates[0]?.open();
      const firstId = await first;
      await expect.poll(() => gates.length).toBe(3);
      const deletion = rollBack(backend, firstId);
      gates[2]?.open();
      await second;
      await expect.poll(() => gates.length).toBe(4);
      gates[3]?.open();
      expect(await deletion).toMatchObject({ removed: 1 });
    });
  });

  test("D11: what fails at the last moment leaves no trace, neither of an import nor of a rollback", async () => {
    let failing = false;
    const afterWork = async () => {
      if (failing) throw new Error("the database went away");
    };
    await withBackend(start, createSmallWorld, { afterWork })(async (backend) => {
      const id = await importIds(backend, [user("a@x.io")]);
      const before = await backend.snapshot();
      failing = true;
      expect((await post(backend, [user("c@x.io"), user("d@x.io")])).status).toBe(500);
      expect((await remove(backend, id)).status).toBe(500);
      expect(await backend.snapshot()).toEqual(before);
      failing = false;
      expect(await rollBack(backend, id)).toMatchObject({ removed: 1, alreadyDeleted: false });
    });
  });

  test("D11: who waits too long is told to come back, and the turn goes on", async () => {
    const gate = createGate();
    await withBackend(start, createSmallWorld, { beforeWork: gate.pass, maxWait: 40 })(async (backend) => {
      const first = importUsers(backend, [user("a@x.io")]);
      await gate.reached;
      for (const late of await Promise.all([post(backend, [user("d@x.io")]), remove(backend, "src_x")])) {
        expect(Number(late.headers.get("Retry-After"))).toBeGreaterThan(0);
        expect(await readProblem(late)).toMatchObject({ status: 409, code: "import-in-progress" });
      }
      gate.open();
      expect((await first).results).toMatchObject([{ status: "imported" }]);
      expect((await importUsers(backend, [user("d@x.io")])).results).toMatchObject([{ status: "imported" }]);
    });
  });

  test("applications see neither each other's connections nor each other's sources", () =>
    withBackend(start, () => ({
      ...createSmallWorld(),
      connections: [connection("a@x.io", { appId: "app_b", externalUserId: "id-a@x.io" })],
    }))(async (backend) => {
      const { source, results } = await importUsers(backend, [
        user("a@x.io"),
        user("d@x.io", { externalUserId: "id-a@x.io" }),
      ]);
      expect(results.map(({ status, warnings }) => [status, warnings.map(({ code }) => code)])).toEqual([
        ["imported", ["external_user_id_repeated"]],
        ["imported", ["external_user_id_repeated"]],
      ]);
      expect((await list(backend, { appId: "app_b" })).sources).toEqual([]);
      const stranger = await remove(backend, source?.id ?? "", { appId: "app_b" });
      expect(await readProblem(stranger)).toMatchObject({ code: "source-not-found" });
      await rollBack(backend, source?.id ?? "");
      expect((await backend.snapshot()).connections).toMatchObject([{ appId: "app_b", accountId: "a" }]);
    }));

  test("a snapshot given to a new backend restores everything, keys and deleted sources included", async () => {
    const before = await start(createSmallWorld());
    const kept = await post(before, [user("a@x.io"), user("nobody@x.io")], { key: "kept-key" });
    const answer = await kept.text();
    const deleted = await importIds(before, [user("d@x.io")], { key: "deleted-key" });
    await rollBack(before, deleted);
    const world = JSON.parse(JSON.stringify(await before.snapshot()));
    const sources = await list(before);
    await before.close();
    await withBackend(
      start,
      () => world,
    )(async (backend) => {
      expect(await backend.snapshot()).toEqual(world);
      expect(await list(backend)).toEqual(sources);
      expect(await (await post(backend, [user("a@x.io"), user("nobody@x.io")], { key: "kept-key" })).text()).toBe(
        answer,
      );
      expect((await post(backend, [user("d@x.io")], { key: "deleted-key" })).status).toBe(409);
      expect(await rollBack(backend, deleted)).toMatchObject({ removed: 1, alreadyDeleted: true });
    });
  });
}
