// The conformance suite that people point at their own server, over PGlite and over PostgreSQL.
import { expect, test } from "vitest";
import { createSqlStore, loadWorld } from "../../../mock-server/sql/index.ts";
import { brokenIn, check, createReference, createWorld } from "../../conformance/reference.ts";
import { createPgliteDatabase, createPostgresDatabase } from "./databases.ts";

test.each([
  ["PGlite", createPgliteDatabase],
  ["PostgreSQL", createPostgresDatabase],
])("the reference backend keeps every rule over %s", async (_, open) => {
  const { database, drop } = await open();
  try {
    await loadWorld(database, createWorld());
    const report = await check(createReference({ store: createSqlStore(database) }).backend);
    expect(brokenIn(report)).toEqual([]);
    expect(report).toMatchObject({ core: { not_checked: 0 }, leftovers: [] });
  } finally {
    await drop();
  }
});
