// The importer without React, against the reference backend on a real port.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { template } from "../../src/csv/write/template.ts";
import { createImporter } from "../../src/importer/importer.ts";
import { createSourceList } from "../../src/importer/sources/source-list.ts";
import { createGate } from "../gate.ts";
import { csv, may3, posts, reached, ready } from "./importers.ts";
import { savedNames, servePortal, until } from "./portal.ts";
import type { StateOf } from "./states.ts";

describe("a whole import", () => {
  test("the guide's own file is mapped, imported and rolled back, and the world is as before", async () => {
    const portal = await servePortal();
    const before = await portal.store.snapshot();
    const onImported = vi.fn();
    const importer = await ready({ client: portal.client, onImported });
    const { review, sourceName } = importer.getState() as StateOf<"reviewing">;
    expect(sourceName).toBe("User Export 2026-05-03");
    expect(review.mapping).toEqual({ externalUserId: 0, email: 1, name: 2, registrationDate: 3, lastLoginDate: 4 });

    importer.actions.start();
    const { report } = await reached(importer, "finished");
    expect(report.rows.map(({ row, result }) => [row.number, result?.status])).toEqual([
      [2, "imported"],
      [3, "imported"],
    ]);
    expect(onImported).toHaveBeenCalledExactlyOnceWith(report);
    expect((await portal.store.snapshot()).connections).toHaveLength(3);

    const sources = createSourceList({ client: portal.client });
    onTestFinished(sources.connect());
    await until(sources, ({ status }) => status === "ready");
    for (const { source } of report.parts) if (source) sources.actions.askDelete(source);
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "ready");
    expect(deleting?.effect).toMatchObject({ removed: 2, alreadyGone: 0 });
    sources.actions.confirmDelete();
    const { rolledBack } = await until(sources, (state) => state.rolledBack !== null);
    expect(rolledBack).toMatchObject({ removed: 2, alreadyDeleted: false });
    const after = await portal.store.snapshot();
    expect({ ...after, sources: [] }).toEqual(before);
    expect(await savedNames(portal)).toEqual([]);
  });

  test("rows with problems are sent to the server, or held back if the host wants that", async () => {
    const portal = await servePortal();
    const text = "id,mail\n1,user.one@example.com\n2,not an address\n3,user.two@example.com\n";
    const statusesOf = async (invalidRows: "send" | "skip") => {
      const importer = createImporter({ client: portal.client, invalidRows });
      importer.actions.chooseFiles([csv(text)]);
      await reached(importer, "reviewing");
      importer.actions.start();
      return (await reached(importer, "finished")).report.rows.map(({ result }) => result?.status ?? null);
    };
    expect(await statusesOf("send")).toEqual(["imported", "invalid_row", "imported"]);
    expect(await statusesOf("skip")).toEqual(["already_connected", null, "already_connected"]);
  });

  test("the name is sent without the blanks around it", async () => {
    const portal = await servePortal();
    const importer = await ready({ client: portal.client });
    importer.actions.nameSource("  May \u200B");
    importer.actions.start();
    expect((await reached(importer, "finished")).report.sourceName).toBe("May");
    expect(await savedNames(portal)).toEqual(["May"]);
  });
});

describe("a start", () => {
  test("called a hundred times sends one request and saves one source", async () => {
    const portal = await servePortal();
    const importer = await ready({ client: portal.client });
    for (let count = 0; count < 100; count += 1) importer.actions.start();
    await reached(importer, "finished");
    importer.actions.start();
    expect(posts(portal.log)).toHaveLength(1);
    expect(await savedNames(portal)).toHaveLength(1);
  });

  test("is one request even if a listener starts again meanwhile", async () => {
    const portal = await servePortal();
    const importer = await ready({ client: portal.client });
    onTestFinished(importer.subscribe(() => importer.actions.start()));
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(portal.log)).toHaveLength(1);
  });

  test("that a listener cancels at once sends nothing", async () => {
    const portal = await servePortal();
    const importer = await ready({ client: portal.client });
    onTestFinished(importer.subscribe(() => importer.getState().status === "importing" && importer.actions.cancel()));
    importer.actions.start();
    await portal.client.listSources();
    expect(importer.getState().status).toBe("failed");
    expect(posts(portal.log)).toEqual([]);
  });

  test("announces each coming attempt", async () => {
    let met = 0;
    const portal = await servePortal({
      meet: (request, next) => {
        if (request.method !== "POST" || ++met > 1) return next();
        return new Response(null, { status: 503 });
      },
    });
    const importer = await ready({ client: portal.createClient({ retry: { attempts: 3, baseDelay: 1 } }) });
    importer.actions.start();
    const told = await until(importer, (state) => state.status === "importing" && state.run.retry !== null);
    expect((told as StateOf<"importing">).run.retry).toMatchObject({ attempt: 2, attempts: 3 });
    await reached(importer, "finished");
  });
});

describe("the source name", () => {
  const client = { importUsers: () => new Promise<never>(() => {}) };

  test("gets a number if it is taken, ignoring case and blanks", () => {
    const importer = createImporter({ client, now: () => may3 });
    importer.avoidNames([" user export 2026-05-03 ", "User Export 2026-05-03 (2)"]);
    expect(importer.getState()).toMatchObject({ sourceName: "User Export 2026-05-03 (3)", sourceNameEdited: false });
    importer.avoidNames([]);
    expect(importer.getState()).toMatchObject({ sourceName: "User Export 2026-05-03 (3)" });
  });

  test("is not changed once it was typed", () => {
    const importer = createImporter({ client });
    importer.actions.nameSource("May");
    importer.avoidNames(["May"]);
    expect(importer.getState()).toMatchObject({ sourceName: "May" });
  });

  test("of the next import is not that of the last", async () => {
    const importer = await ready({ client: (await servePortal()).client, defaultSourceName: "Nightly" });
    importer.actions.start();
    await reached(importer, "finished");
    importer.actions.restart();
    expect(importer.getState()).toMatchObject({ status: "idle", sourceName: "Nightly (2)" });
  });

  test("is free also when the next file is chosen without restarting", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    importer.actions.nameSource("Nightly");
    importer.actions.start();
    await reached(importer, "finished");
    importer.actions.chooseFiles([csv(template())]);
    expect(importer.getState()).toMatchObject({ status: "reading", sourceName: "User Export 2026-05-03" });
  });
});

describe("the host", () => {
  test("may throw in callbacks and listeners: the error is reported, and the import continues", async () => {
    const reportError = vi.fn();
    vi.stubGlobal("reportError", reportError);
    onTestFinished(() => void vi.unstubAllGlobals());
    const error = new Error("The host's own mistake");
    const fail = () => {
      throw error;
    };
    const importer = await ready({ client: (await servePortal()).client, onImported: fail });
    onTestFinished(importer.subscribe(fail));
    importer.actions.start();
    await reached(importer, "finished");
    importer.actions.restart();
    expect(importer.getState().status).toBe("idle");
    // Importing, finished and idle again for the listener; once for the callback.
    expect(reportError.mock.calls).toEqual(Array(4).fill([error]));
  });

  test("gets a failure with its code, its status and the time to retry", async () => {
    const headers = { "Retry-After": "30" };
    const portal = await servePortal({ meet: () => new Response(null, { status: 429, headers }) });
    const importer = await ready({ client: portal.client });
    importer.actions.start();
    const { failure } = await reached(importer, "failed");
    expect(failure).toMatchObject({ code: "rate-limited", status: 429, retryAt: may3 + 30_000, outcomeUnknown: false });
  });

  test.each([
    ["3600", may3 + 3_600_000, null],
    ["3601", null, may3 + 3_601_000],
    ["Sun, 01 Dec 2199 00:00:00 GMT", null, expect.any(Number)],
    ["9".repeat(400), null, 8_640_000_000_000_000],
  ])("gets a Retry-After of %s to wait for or only to know", async (given, retryAt, askedToWaitUntil) => {
    const headers = { "Retry-After": given };
    const portal = await servePortal({ meet: () => new Response(null, { status: 429, headers }) });
    const importer = await ready({ client: portal.client });
    importer.actions.start();
    expect((await reached(importer, "failed")).failure).toMatchObject({ retryAt, askedToWaitUntil });
  });

  test.each([
    [
      "throws at once",
      () => {
        throw new Error("Not set up");
      },
      "unexpected",
    ],
    ["rejects with anything", () => Promise.reject("no"), "unexpected"],
    ["answers for fewer users than were sent", async () => ({ source: null, results: [] }), "unexpected_answer"],
  ])("may bring a client that %s: nobody knows what was saved", async (_, importUsers, code) => {
    const importer = await ready({ client: { importUsers } });
    importer.actions.start();
    expect((await reached(importer, "failed")).failure).toMatchObject({ code, outcomeUnknown: true });
  });
});

describe("leaving the page", () => {
  test("ends the work in progress, and coming back finds everything there", async () => {
    const gate = createGate();
    const portal = await servePortal({
      async meet(request, next) {
        if (request.method === "POST") await gate.pass();
        return next();
      },
    });
    const importer = await ready({ client: portal.client });
    const leave = importer.connect();
    importer.actions.start();
    await gate.reached;
    leave();
    expect(importer.getState()).toMatchObject({ status: "failed", failure: { code: "cancelled" } });
    importer.connect();
    gate.open();
    importer.actions.retry();
    await reached(importer, "finished");
  });

  test("and coming back at once, as StrictMode does, changes nothing", () => {
    const importer = createImporter({ client: { importUsers: () => Promise.reject() } });
    const before = importer.getState();
    importer.connect()();
    importer.connect();
    expect(importer.getState()).toBe(before);
  });
});
