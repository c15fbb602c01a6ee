// Imports that were cancelled or lost their answer, and how a retry recovers them.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ImportOptions, ImportOutcome } from "../../src/client/import-client.ts";
import { createImporter } from "../../src/importer/importer.ts";
import { posts, reached, ready, slowFile } from "./importers.ts";
import { createGate, savedNames, servePortal } from "./portal.ts";
import { result, type StateOf } from "./states.ts";

describe("cancelling", () => {
  test("stops waiting for the server; the retry finds what was saved, and makes no second source", async () => {
    const gate = createGate();
    const arrived = createGate();
    let met = 0;
    const portal = await servePortal({
      async meet(request, next) {
        const response = await next();
        if (request.method !== "POST" || ++met > 1) return response;
        arrived.open();
        await gate.opened;
        return response;
      },
    });
    const onError = vi.fn();
    const importer = await ready({ client: portal.client, onError });
    importer.actions.start();
    await arrived.opened;
    importer.actions.cancel();
    expect(importer.getState()).toMatchObject({ status: "failed", failure: { code: "cancelled" } });
    gate.open();
    importer.actions.retry();
    const { report } = await reached(importer, "finished");
    expect(report.counters.imported).toBe(2);
    expect(await savedNames(portal)).toEqual(["User Export 2026-05-03"]);
    expect(onError).not.toHaveBeenCalled();
  });

  test("ends the request itself", async () => {
    const importUsers = vi.fn((_request: unknown, _options?: ImportOptions) => new Promise<never>(() => {}));
    const importer = await ready({ client: { importUsers } });
    importer.actions.start();
    const signal = importUsers.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    importer.actions.cancel();
    expect(signal?.aborted).toBe(true);
  });

  test("drops the late answer of a client that does not stop", async () => {
    let answer = (_: ImportOutcome) => {};
    const importUsers = () =>
      new Promise<ImportOutcome>((resolve) => {
        answer = resolve;
      });
    const importer = await ready({ client: { importUsers } });
    importer.actions.start();
    const answerFirst = answer;
    importer.actions.cancel();
    importer.actions.retry();
    answerFirst({ source: null, results: [result(0, "imported"), result(1, "imported")] });
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(importer.getState().status).toBe("importing");
  });

  test("stops reading, and a late file does not come back", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    const slow = slowFile("id,mail\n1,a@example.com\n", "slow.csv");
    importer.actions.chooseFiles([slow.file]);
    expect(importer.getState().status).toBe("reading");
    importer.actions.cancel();
    slow.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(importer.getState()).toMatchObject({ status: "idle", refusal: null });
  });
});

describe("a lost answer", () => {
  async function losingFirst(extensions?: readonly []) {
    let met = 0;
    return servePortal({
      ...(extensions ? { extensions } : {}),
      async meet(request, next) {
        const response = await next();
        if (request.method === "POST" && ++met === 1) throw new Error("The connection was lost on the way out.");
        return response;
      },
    });
  }

  test("is recovered with the same key: one source, and its report", async () => {
    const portal = await losingFirst();
    const onError = vi.fn();
    const importer = await ready({ client: portal.client, onError });
    importer.actions.start();
    const { failure, run } = await reached(importer, "failed");
    expect(failure).toMatchObject({ code: "network", outcomeUnknown: true });
    expect(onError).toHaveBeenCalledExactlyOnceWith(failure);
    importer.actions.retry();
    const again = importer.getState() as StateOf<"importing">;
    expect(again.run.key).toBe(run.key);
    const { report } = await reached(importer, "finished");
    expect(report.rows.map(({ result }) => result?.status)).toEqual(["imported", "imported"]);
    expect(await savedNames(portal)).toHaveLength(1);
  });

  test("may be retried by a listener at once", async () => {
    const portal = await losingFirst();
    const importer = await ready({ client: portal.client });
    onTestFinished(importer.subscribe(() => importer.actions.retry()));
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(portal.log)).toHaveLength(2);
  });

  test("is shown as unconfirmed after an edit, and the next start has another key", async () => {
    const portal = await losingFirst();
    const importer = await ready({ client: portal.client });
    importer.actions.start();
    const { run } = await reached(importer, "failed");
    importer.actions.correctCell(3, "name", "User 2");
    expect(importer.getState()).toMatchObject({ status: "reviewing", unconfirmed: "User Export 2026-05-03" });
    importer.actions.start();
    expect((importer.getState() as StateOf<"importing">).run.key).not.toBe(run.key);
    await reached(importer, "finished");
    expect(await savedNames(portal)).toHaveLength(2);
  });

  test("of a server that knows only the guides is found in the list, and reported with counts", async () => {
    const portal = await losingFirst([]);
    const importer = await ready({ client: portal.createClient({ retry: { attempts: 2, baseDelay: 1 } }) });
    importer.actions.start();
    const { report } = await reached(importer, "finished");
    expect(report).toMatchObject({ countsOnly: true, rows: [], counters: { total: 2, imported: 2 } });
    expect(await savedNames(portal)).toHaveLength(1);
  });
});
