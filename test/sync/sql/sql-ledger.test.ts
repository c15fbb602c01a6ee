// Tests the ledger in SQL on PGlite and on a real PostgreSQL, with the suite of all ledgers.
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { createSqlLedger, ledgerSchema, type SqlQuery } from "../../../src/sync/ledger/sql-ledger.ts";
import { createDatabase } from "../../mock-server/sql/create-database.ts";
import { describeLedger, toEntry } from "../ledger-suite.ts";

interface Engine {
  readonly query: SqlQuery;
  close(): Promise<void>;
}

const engines: Readonly<Record<string, () => Promise<Engine>>> = {
  async PGlite() {
    const database = await PGlite.create();
    return { query: database.query.bind(database), close: () => database.close() };
  },
  async PostgreSQL() {
    const { url, drop } = await createDatabase(inject("postgresUrl"));
    const pool = new pg.Pool({ connectionString: url });
    // A connection that is still closing when its database goes says so.
    pool.on("error", () => {});
    return { query: pool.query.bind(pool), close: () => pool.end().then(drop) };
  },
};

describe.for(Object.entries(engines))("on %s", ([, start]) => {
  let engine: Engine;
  let scope = 0;

  beforeAll(async () => {
    engine = await start();
    // Twice, as two deployments would.
    for (const statement of [...ledgerSchema(), ...ledgerSchema()]) await engine.query(statement);
  });
  afterAll(() => engine.close());

  const open = async () => {
    scope += 1;
    return createSqlLedger({ query: (text, values) => engine.query(text, values), scope: `app_${scope}` });
  };

  describeLedger(open);

  test("separates the users of two applications", async () => {
    const [one, other] = [await open(), await open()];
    await one.put([toEntry("a")], null);
    expect((await other.look(["a"], null)).size).toBe(0);
    await other.forget(["a"]);
    expect((await one.look(["a"], null)).size).toBe(1);
  });

  test("accepts a user twice in one set", async () => {
    const ledger = await open();
    await ledger.put([toEntry("a", { hash: "1" }), toEntry("a", { hash: "2" })], null);
    expect((await ledger.look(["a"], null)).get("a")?.hash).toBe("2");
  });

  test("two writers of the same users do not deadlock", async () => {
    const ledger = await open();
    const names = Array.from({ length: 300 }, (_, number) => String(number));
    await ledger.put(
      names.map((name) => toEntry(name)),
      null,
    );
    const both = [names, names.toReversed()];
    const work = both.flatMap((list) => [
      ledger.put(
        list.map((name) => toEntry(name, { judgedAt: 2_000 })),
        null,
      ),
      ledger.look(list, "run 1"),
    ]);
    await Promise.all(work);
    expect((await ledger.look(names, null)).size).toBe(300);
  });
});

test("a table name is a plain identifier", () => {
  expect(() => ledgerSchema("x; drop table users")).toThrow(TypeError);
  expect(ledgerSchema("portal.ledger")[0]).toContain("portal.ledger (");
});
