// Checking the users against the accounts before anything is written, against the reference backend on a real port.
import { describe, expect, test, vi } from "vitest";
import type { ImporterEvent } from "../../src/importer/events.ts";
import { createImporter, type Importer, type ImporterOptions } from "../../src/importer/importer.ts";
import { checkedResult } from "../../src/importer/machine/check-run.ts";
import type { ImporterState } from "../../src/importer/state.ts";
import { createGate } from "../gate.ts";
import { csv, may3, posts, reached } from "./importers.ts";
import { type PortalOptions, servePortal, until } from "./portal.ts";
import { result, type StateOf } from "./states.ts";

type Reviewing = StateOf<"reviewing">;

// User Three is connected already; Four has no account; row 6 has no email address.
const file = `user_id,email,name
legacy_1,user.one@example.com,User One
legacy_2,user.two@example.com,Somebody Else
legacy_3,user.three@example.com,User Three
legacy_4,user.four@example.com,User Four
legacy_5,none,User Five
`;
const everybody = file.replace(/^legacy_[245].*\n/gm, "");

async function reviewed(options: Partial<ImporterOptions> & Pick<ImporterOptions, "client">, text = file) {
  const importer = createImporter({ now: () => may3, offersDryRun: () => true, ...options });
  importer.actions.chooseFiles([csv(text)]);
  await reached(importer, "reviewing");
  return importer;
}

function checkOf(importer: Importer) {
  const state = importer.getState();
  return state.status === "reviewing" ? state.review.check : null;
}

async function checked(importer: Importer): Promise<Reviewing> {
  importer.actions.check();
  return ended(importer);
}

function ended(importer: Importer): Promise<Reviewing> {
  const isEnded = (state: ImporterState) => state.status === "reviewing" && state.review.check?.status !== "running";
  return until(importer, isEnded) as Promise<Reviewing>;
}

function statuses({ review }: Reviewing): (string | undefined)[] {
  const resultOf = checkedResult(review);
  return review.rows.map((row) => resultOf(row)?.status);
}

async function serve(options: PortalOptions = {}) {
  const portal = await servePortal(options);
  return { ...portal, before: await portal.store.snapshot() };
}

describe("a check", () => {
  test("gives each row the result that an import would give it, and writes nothing", async () => {
    const { client, log, store, before } = await serve();
    const importer = await reviewed({ client });
    const state = await checked(importer);
    const found = ["imported", "name_mismatch", "already_connected", "not_found", "invalid_row"];
    expect(statuses(state)).toEqual(found);
    expect(state.review.check).toMatchObject({ status: "done", result: { checkedAt: may3 } });
    expect(posts(log)).toEqual(["POST /csv?dryRun=true"]);
    expect(await store.snapshot()).toEqual(before);

    importer.actions.start();
    const { report } = await reached(importer, "finished");
    expect(report.rows.map((row) => row.result?.status)).toEqual(found);
  });

  test("sends no row that an import would hold back", async () => {
    const { client } = await serve();
    const state = await checked(await reviewed({ client, invalidRows: "skip" }));
    expect(statuses(state)).toEqual(["imported", "name_mismatch", "already_connected", "not_found", undefined]);
    expect(state.review.check?.changes).toBe(0);
  });

  test("is never asked of a server that lists no dry run, not even before a start", async () => {
    const { client, log, store, before } = await serve({ extensions: ["idempotencyKey", "results"] });
    const importer = await reviewed({ client, offersDryRun: () => false, checkBeforeStart: true });
    const state = importer.getState();
    importer.actions.check();
    expect(importer.getState()).toBe(state);
    expect(log).toEqual([]);
    expect(await store.snapshot()).toEqual(before);
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(log)).toEqual(["POST /csv"]);
  });

  test("fails without a request if the server lists no dry run any more", async () => {
    const { client, log } = await serve({ extensions: [] });
    const onError = vi.fn();
    const { review } = await checked(await reviewed({ client, onError }));
    expect(review.check).toMatchObject({ status: "failed", result: null, failure: { code: "dry_run_not_offered" } });
    expect(posts(log)).toEqual([]);
    expect(onError).toHaveBeenCalledExactlyOnceWith(review.check?.failure);
  });

  test("that failed says why, and leaves the start possible", async () => {
    const { client, log } = await serve({
      meet: (request, next) => (request.url.includes("dryRun") ? new Response(null, { status: 503 }) : next()),
    });
    const importer = await reviewed({ client });
    const { review } = await checked(importer);
    expect(review.check).toMatchObject({ failure: { code: "unavailable", status: 503, outcomeUnknown: false } });
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(log)).toEqual(["POST /csv?dryRun=true", "POST /csv"]);
  });

  test("can be stopped, and made again; an earlier result stays", async () => {
    const gate = createGate();
    let waits = false;
    const { client } = await serve({
      meet: async (request, next) => {
        if (waits && request.url.includes("dryRun")) await gate.pass();
        return next();
      },
    });
    const importer = await reviewed({ client });
    await checked(importer);
    waits = true;
    importer.actions.check();
    expect(checkOf(importer)?.status).toBe("running");
    importer.actions.cancel();
    expect(checkOf(importer)).toMatchObject({ status: "stopped", result: { checkedAt: may3 } });
    gate.open();
    expect(statuses(await checked(importer))).toContain("not_found");
  });

  test("is aborted by a start, by another file, and by reading the file in another way", async () => {
    const gate = createGate();
    const meet: PortalOptions["meet"] = async (request, next) => {
      if (request.url.includes("dryRun")) await gate.pass();
      return next();
    };
    const { client, log } = await serve({ meet });
    const ways: readonly [(importer: Importer) => void, ImporterState["status"]][] = [
      [({ actions }) => actions.start(), "finished"],
      [({ actions }) => actions.chooseFiles([csv("user_id,email\n1,a@example.com\n")]), "reviewing"],
      [({ actions }) => actions.changeDialect({ headerRow: null }), "reviewing"],
    ];
    for (const [act, status] of ways) {
      const importer = await reviewed({ client });
      importer.actions.check();
      act(importer);
      await reached(importer, status);
      const state = importer.getState();
      expect("review" in state ? state.review.check?.status : null).not.toBe("running");
    }
    gate.open();
    expect(log.filter((line) => line === "POST /csv")).toHaveLength(1);
  });

  test("waits for what blocks a start", async () => {
    const { client, log } = await serve();
    const importer = await reviewed({ client }, "a,b\n1,2\n");
    importer.actions.check();
    expect(checkOf(importer)).toBeNull();
    expect(log).toEqual([]);
  });
});

describe("the results of a check", () => {
  const answers: readonly [string, unknown, boolean][] = [
    [
      "of other users are not believed",
      { source: null, results: [0, 1, 2, 3, 4].map((at) => of(at, "x@y.zz")) },
      false,
    ],
    ["for fewer users are not believed", { source: null, results: [of(0, "user.one@example.com")] }, false],
    [
      "with a source that was saved are none, and the users may have been imported",
      { source: { id: "src_9", name: "May" }, results: [] },
      true,
    ],
  ];

  test.for(answers)("%s", async ([, answer, outcomeUnknown]) => {
    const { client } = await serve({
      meet: (request, next) => (request.url.includes("dryRun") ? Response.json(answer) : next()),
    });
    // A host's own client may hand on what the built-in one refuses.
    const ownClient = { importUsers: async () => answer as never };
    for (const each of [client, ownClient]) {
      const { review } = await checked(await reviewed({ client: each }));
      expect(review.check).toMatchObject({ status: "failed", failure: { code: "unexpected_answer", outcomeUnknown } });
    }
  });

  const edits: readonly [string, (importer: Importer) => void, (importer: Importer) => void, number][] = [
    [
      "a corrected cell",
      ({ actions }) => actions.correctCell(5, "email", "user.one@example.com"),
      ({ actions }) => actions.correctCell(5, "email", null),
      1,
    ],
    [
      "a column",
      ({ actions }) => actions.assignColumn("name", null),
      ({ actions }) => actions.assignColumn("name", 2),
      5,
    ],
    ["a null text", ({ actions }) => actions.emptyTexts(["User One"]), ({ actions }) => actions.emptyTexts([]), 1],
    [
      "a repair",
      ({ actions }) => actions.repairTexts("email", (text) => `x${text}`),
      ({ actions }) => actions.repairTexts("email", null),
      5,
    ],
  ];

  test.for(edits)("are out of date after %s was changed, and are not once that is undone", async (edit) => {
    const [, change, undo, rows] = edit;
    const { client } = await serve();
    const importer = await reviewed({ client });
    const before = await checked(importer);
    change(importer);
    const changed = importer.getState() as Reviewing;
    expect(changed.review.check?.changes).toBe(rows);
    expect(statuses(changed).filter((status) => status === undefined)).toHaveLength(rows);
    undo(importer);
    const undone = importer.getState() as Reviewing;
    expect(undone.review.check?.changes).toBe(0);
    expect(statuses(undone)).toEqual(statuses(before));
  });

  test("are out of date while a row is left out", async () => {
    const { client } = await serve();
    const importer = await reviewed({ client });
    await checked(importer);
    const changes = () => checkOf(importer)?.changes;
    importer.actions.leaveOutRows([5, 6], true);
    expect(changes()).toBe(2);
    importer.actions.leaveOutRows([6], false);
    expect(changes()).toBe(1);
    importer.actions.leaveOutRows([5], false);
    expect(changes()).toBe(0);
  });

  test("stay with the rows that are read as before, and are out of date for the others", async () => {
    const { client } = await serve();
    const importer = await reviewed({ client });
    await checked(importer);
    importer.actions.changeDialect({ encoding: "windows-1252" });
    const reread = await reached(importer, "reviewing");
    expect(reread.review.check?.changes).toBe(0);
    importer.actions.changeDialect({ delimiter: ";" });
    const other = await reached(importer, "reviewing");
    expect(other.review.check?.changes).toBeGreaterThan(0);
  });

  test("of a file are gone with another file", async () => {
    const { client } = await serve();
    const importer = await reviewed({ client });
    await checked(importer);
    importer.actions.chooseFiles([csv("user_id,email\n1,a@example.com\n", "other.csv")]);
    const other = await until(importer, (state) => "review" in state && state.review.file.name === "other.csv");
    expect((other as Reviewing).review.check).toBeNull();
  });
});

describe("a check before the start", () => {
  test("goes on with the import if every user has an account", async () => {
    const { client, log } = await serve();
    const importer = await reviewed({ client, checkBeforeStart: true }, everybody);
    for (let count = 0; count < 10; count += 1) importer.actions.start();
    const { report } = await reached(importer, "finished");
    expect(report.counters).toMatchObject({ total: 2, imported: 1, already_connected: 1 });
    expect(posts(log)).toEqual(["POST /csv?dryRun=true", "POST /csv"]);
  });

  test("goes on although a row has a problem that the preview had named", async () => {
    const { client } = await serve();
    const importer = await reviewed({ client, checkBeforeStart: true }, `${everybody}legacy_5,none,User Five\n`);
    importer.actions.start();
    expect((await reached(importer, "finished")).report.counters).toMatchObject({ total: 3, invalid_row: 1 });
  });

  test("stops where somebody has no account, and another start imports", async () => {
    const { client, log, store, before } = await serve();
    const importer = await reviewed({ client, checkBeforeStart: true });
    importer.actions.start();
    expect(statuses(await ended(importer))).toContain("not_found");
    expect(await store.snapshot()).toEqual(before);
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(log)).toEqual(["POST /csv?dryRun=true", "POST /csv"]);
  });

  test("checks again what was changed meanwhile", async () => {
    const { client, log } = await serve();
    const importer = await reviewed({ client, checkBeforeStart: true });
    importer.actions.start();
    await ended(importer);
    importer.actions.correctCell(5, "email", "user.five@example.com");
    importer.actions.start();
    await ended(importer);
    expect(posts(log)).toEqual(["POST /csv?dryRun=true", "POST /csv?dryRun=true"]);
  });

  test("does not go on with rows that were changed while they were checked", async () => {
    const gate = createGate();
    const { client, log } = await serve({
      meet: async (request, next) => {
        if (request.url.includes("dryRun")) await gate.pass();
        return next();
      },
    });
    const importer = await reviewed({ client, checkBeforeStart: true }, everybody);
    importer.actions.start();
    importer.actions.correctCell(2, "email", "user.two@example.com");
    gate.open();
    const { review } = await ended(importer);
    expect(review.check?.changes).toBe(1);
    expect(posts(log)).toEqual(["POST /csv?dryRun=true"]);
  });

  test("that failed is not needed for the next start", async () => {
    const { client, log } = await serve({
      meet: (request, next) => (request.url.includes("dryRun") ? new Response(null, { status: 503 }) : next()),
    });
    const importer = await reviewed({ client, checkBeforeStart: true });
    importer.actions.start();
    await ended(importer);
    importer.actions.start();
    await reached(importer, "finished");
    expect(posts(log)).toEqual(["POST /csv?dryRun=true", "POST /csv"]);
  });
});

test("a late answer of a check changes nothing once it was stopped", async () => {
  const events: readonly ImporterEvent[] = [
    { type: "checkFinished", results: [result(0, "imported")], finishedAt: 1 },
    { type: "attemptFailed", retry: { attempt: 2, attempts: 4, at: 1 } },
  ];
  const { transition } = await import("../../src/importer/machine/transition.ts");
  const client = { importUsers: () => new Promise<never>(() => {}) };
  const importer = await reviewed({ client });
  importer.actions.check();
  importer.actions.cancel();
  const state = importer.getState();
  for (const event of events) expect(transition(state, event)).toBe(state);
});

function of(index: number, email: string) {
  return { index, email, status: "imported" };
}
