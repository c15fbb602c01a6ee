// Imports that were cancelled or lost their answer, and how a retry recovers them.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ImportOptions, ImportOutcome } from "../../src/client/import-client.ts";
import { createImporter } from "../../src/importer/importer.ts";
import { createGate } from "../gate.ts";
import { posts, reached, ready, slowFile } from "./importers.ts";
import { savedNames, servePortal } from "./portal.ts";
import { result, type StateOf } from "./states.ts";

describe("cancelling", () => {
  test("stops waiting for the server; the retry finds what was saved, and makes no second source", async () => {
    const gate = createGate();
    let met = 0;
    const portal = await servePortal({
      async meet(request, next) {
        const response = await next();
        if (request.method !== "POST" || ++met > 1) return response;
        await gate.pass();
        return response;
      },
    });
    const onError = vi.fn();
    const importer = await ready({ client: portal.client, onError });
    importer.actions.start();
    await gate.reached;
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
    await vi.waitFor(() => expect(importUsers).toHaveBeenCalled());
    const signal = importUsers.mock.calls[0]?.[1]?.signal;
    expect(signal?.aborted).toBe(false);
    importer.actions.cancel();
    expect(signal?.aborted).toBe(true);
  });

  test("before the request is written sends nothing", async () => {
    const importUsers = vi.fn((_request: unknown, _options?: ImportOptions) => new Promise<never>(() => {}));
    const importer = await ready({ client: { importUsers } });
    importer.actions.start();
    // The browser may show the progress first.
    expect(importer.getState().status).toBe("importing");
    expect(importUsers).not.toHaveBeenCalled();
    importer.actions.cancel();
    importer.actions.retry();
    await vi.waitFor(() => expect(importUsers).toHaveBeenCalled());
    expect(importUsers).toHaveBeenCalledOnce();
  });

  test("drops the late answer of a client that does not stop", async () => {
    let answer = (_: ImportOutcome) => {};
    const importUsers = vi.fn(
      () =>
        new Promise<ImportOutcome>((resolve) => {
          answer = resolve;
        }),
    );
    const importer = await ready({ client: { importUsers } });
    importer.actions.start();
    await vi.waitFor(() => expect(importUsers).toHaveBeenCalled());
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
    expect(again.run.parts).toBe(run.parts);
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
    expect((importer.getState() as StateOf<"importing">).run.parts[0]?.key).not.toBe(run.parts[0]?.key);
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

describe("an answer", () => {
  type Result = Record<string, unknown>;
  type Body = { source: Record<string, unknown>; results: Result[] };

  async function answering(change: (body: Body) => unknown) {
    const portal = await servePortal({
      async meet(request, next) {
        const response = await next();
        return request.method === "POST" ? Response.json(change((await response.json()) as Body)) : response;
      },
    });
    const importer = await ready({ client: portal.client });
    importer.actions.start();
    return { importer, portal };
  }

  const withoutIndex = ({ index: _, ...result }: Result) => result;
  const ofOthers = (result: Result) => ({ ...result, externalUserId: `z${result.index}`, email: "z@example.com" });

  test("in another order and without index still says of each row what became of it", async () => {
    const { importer } = await answering(({ results: [first, second], ...body }) => {
      return { ...body, results: [{ ...second, status: "not_found" }, { ...first }].map(withoutIndex), source: null };
    });
    const { report } = await reached(importer, "finished");
    expect(report.rows.map(({ row, result }) => [row.number, result?.status, result?.email])).toEqual([
      [2, "imported", "user.one@example.com"],
      [3, "not_found", "user.two@example.com"],
    ]);
  });

  test.each<[string, (body: Body) => unknown]>([
    ["about other people", (body) => ({ ...body, results: body.results.map(ofOthers) })],
    [
      "with one result of another person",
      (body) => ({ ...body, results: body.results.map((one, at) => (at ? ofOthers(one) : one)) }),
    ],
    ["with a result missing", (body) => ({ ...body, results: body.results.slice(1) })],
    ["without results", ({ source }) => ({ source })],
  ])("%s is a saved import of which the counts are known", async (_, change) => {
    const { importer } = await answering(change);
    const { report } = await reached(importer, "finished");
    expect(report).toMatchObject({
      countsOnly: true,
      isAnswerLost: false,
      rows: [],
      counters: { total: 2, imported: 2 },
    });
  });

  test.each<[string, (body: Body) => unknown]>([
    ["that counts 14 of 2", (body) => ({ ...body, source: { ...body.source, counters: { total: 2, imported: 14 } } })],
    [
      "about other people that counts nothing",
      (body) => ({ results: body.results.map(ofOthers), source: { ...body.source, counters: null } }),
    ],
    [
      "about another import",
      (body) => ({ results: body.results.map(ofOthers), source: { ...body.source, name: "June" } }),
    ],
  ])("%s is none, and the import may be saved", async (_, change) => {
    const { importer } = await answering(change);
    const { failure } = await reached(importer, "failed");
    expect(failure).toMatchObject({ code: "unexpected_answer", outcomeUnknown: true });
  });
});

test("a host's own client is believed no more than the one of this package", async () => {
  const counters = { total: 2, imported: 2, already_connected: 0, not_found: 0, name_mismatch: 0, invalid_row: 0 };
  const source = { id: "src_1", name: "User Export 2026-05-03", createdAt: "", counters, reactivated: null };
  const results = [0, 1].map((index) => ({ ...result(index, "imported"), email: "z@example.com" }));
  const importer = await ready({ client: { importUsers: async () => ({ source, results }) } });
  importer.actions.start();
  const { report } = await reached(importer, "finished");
  expect(report).toMatchObject({ countsOnly: true, rows: [], counters });
});
