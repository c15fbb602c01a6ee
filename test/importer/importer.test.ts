// The importer without React, against the reference backend on a real port.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ImportOptions } from "../../src/client/client.ts";
import { template } from "../../src/csv/template.ts";
import { createImporter, type Importer, type ImporterOptions } from "../../src/importer/importer.ts";
import { createSourceList } from "../../src/importer/source-list.ts";
import type { ImporterState } from "../../src/importer/state.ts";
import { createGate, savedNames, servePortal, until } from "./portal.ts";
import type { StateOf } from "./states.ts";

const may3 = new Date(2026, 4, 3, 12).getTime();

function csv(text: string, name = "users.csv"): File {
  return new File([text], name);
}

function reached<Status extends ImporterState["status"]>(importer: Importer, status: Status) {
  return until(importer, (state) => state.status === status) as Promise<StateOf<Status>>;
}

// With the guide's own file read, and ready to start.
async function ready(options: Partial<ImporterOptions> & Pick<ImporterOptions, "client">): Promise<Importer> {
  const importer = createImporter({ now: () => may3, ...options });
  importer.actions.chooseFiles([csv(template(), "import-template.csv")]);
  await reached(importer, "reviewing");
  return importer;
}

function posts(log: readonly string[]): readonly string[] {
  return log.filter((line) => line.startsWith("POST"));
}

// A file on a drive that answers when the test says so.
function slowFile(text: string, name: string) {
  const gate = createGate();
  const file = csv(text, name);
  const read = async () => {
    await gate.opened;
    return new TextEncoder().encode(text).buffer;
  };
  Object.assign(file, { slice: () => Object.assign(new Blob([text]), { arrayBuffer: read }) });
  return { file, open: gate.open };
}

describe("the whole way", () => {
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
    if (report.source) sources.actions.askDelete(report.source);
    const { deleting } = await until(sources, (state) => state.deleting?.phase === "ready");
    expect(deleting?.effect).toMatchObject({ removed: 2, alreadyGone: 0 });
    sources.actions.confirmDelete();
    const { rolledBack } = await until(sources, (state) => state.rolledBack !== null);
    expect(rolledBack).toMatchObject({ removed: 2, alreadyDeleted: false });
    const after = await portal.store.snapshot();
    expect({ ...after, sources: [] }).toEqual(before);
    expect(await savedNames(portal)).toEqual([]);
  });

  test("rows with problems are judged by the server, or held back when the host wants that", async () => {
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
  test("a hundred times is one request and one source", async () => {
    const portal = await servePortal();
    const importer = await ready({ client: portal.client });
    for (let count = 0; count < 100; count += 1) importer.actions.start();
    await reached(importer, "finished");
    importer.actions.start();
    expect(posts(portal.log)).toHaveLength(1);
    expect(await savedNames(portal)).toHaveLength(1);
  });

  test("is one request even when a listener starts again in the midst of it", async () => {
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

  test("tells of each attempt to come", async () => {
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

  test("is made good by the same key: one source, and its report", async () => {
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

  test("followed by an edit is said to be unconfirmed, and the next start has another key", async () => {
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

describe("a file", () => {
  test("that is refused leaves the one before on the screen", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    const before = (importer.getState() as StateOf<"reviewing">).review;
    importer.actions.chooseFiles([csv("", "empty.csv")]);
    await reached(importer, "reviewing");
    expect(importer.getState()).toMatchObject({ refusal: { fileName: "empty.csv", issue: { code: "empty_file" } } });
    expect((importer.getState() as StateOf<"reviewing">).review).toBe(before);
  });

  test("comes alone", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    importer.actions.chooseFiles([csv("a"), csv("b")]);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "several_files", count: 2 } } });
    importer.actions.chooseFiles([]);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "not_a_file" } } });
  });

  test("with too many rows is refused, and its first rows are taken on demand", async () => {
    const importer = createImporter({ client: (await servePortal()).client, maxRows: 2 });
    importer.actions.chooseFiles([csv("id,mail\n1,a@example.com\n2,b@example.com\n3,c@example.com\n")]);
    await until(importer, (state) => state.status === "idle" && state.refusal !== null);
    expect(importer.getState()).toMatchObject({ refusal: { issue: { code: "too_many_rows", count: 3, limit: 2 } } });
    importer.actions.overruleRefusal({ overflow: "first" });
    expect((await reached(importer, "reviewing")).review.rows).toHaveLength(2);
  });

  test("can be chosen again under the same name after it was edited", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    importer.actions.chooseFiles([csv("id,mail\n7,a@example.com\n", "import-template.csv")]);
    await until(importer, (state) => state.status === "reviewing" && state.review.rows.length === 1);
  });

  test("that answers late does not overwrite the one chosen after it", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    const slow = slowFile("id,mail\n1,a@example.com\n", "slow.csv");
    importer.actions.chooseFiles([slow.file]);
    importer.actions.chooseFiles([csv("id,mail\n7,b@example.com\n", "quick.csv")]);
    await reached(importer, "reviewing");
    slow.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect((importer.getState() as StateOf<"reviewing">).review.file.name).toBe("quick.csv");
  });

  test("that is gone when it is read is refused", async () => {
    const importer = createImporter({ client: (await servePortal()).client });
    const gone = Object.assign(csv("id,mail\n"), {
      slice() {
        throw new DOMException("The file was removed.", "NotFoundError");
      },
    });
    importer.actions.chooseFiles([gone]);
    const { refusal } = (await until(importer, (state) => state.status === "idle")) as StateOf<"idle">;
    expect(refusal?.issue).toEqual({ code: "unreadable", reason: "NotFoundError" });
  });

  test("is read again with another delimiter at once", async () => {
    const importer = await ready({ client: (await servePortal()).client });
    importer.actions.changeDialect({ delimiter: ";" });
    expect((await reached(importer, "reviewing")).review.table.headers).toHaveLength(1);
  });
});

describe("the source name", () => {
  const client = { importUsers: () => new Promise<never>(() => {}) };

  test("steps aside when it is taken, whatever the case and the blanks", () => {
    const importer = createImporter({ client, now: () => may3 });
    importer.avoidNames([" user export 2026-05-03 ", "User Export 2026-05-03 (2)"]);
    expect(importer.getState()).toMatchObject({ sourceName: "User Export 2026-05-03 (3)", sourceNameEdited: false });
    importer.avoidNames([]);
    expect(importer.getState()).toMatchObject({ sourceName: "User Export 2026-05-03 (3)" });
  });

  test("that somebody typed is left alone", () => {
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
  test("may throw in its callbacks and listeners: it is reported, and the import goes on", async () => {
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

  test("hears of a refusal with its code, its status and when to come back", async () => {
    const headers = { "Retry-After": "30" };
    const portal = await servePortal({ meet: () => new Response(null, { status: 429, headers }) });
    const importer = await ready({ client: portal.client });
    importer.actions.start();
    const { failure } = await reached(importer, "failed");
    expect(failure).toMatchObject({ code: "rate-limited", status: 429, retryAt: may3 + 30_000, outcomeUnknown: false });
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
        if (request.method === "POST") await gate.opened;
        return next();
      },
    });
    const importer = await ready({ client: portal.client });
    const leave = importer.connect();
    importer.actions.start();
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
