// The conformance suite that people point at their own server, over PGlite and over PostgreSQL.
import { expect, onTestFinished, test } from "vitest";
import { createSqlStore, type Database, loadWorld } from "../../../mock-server/sql/index.ts";
import { brokenIn, check, createReference, createWorld } from "../../conformance/reference.ts";
import { createPostgresDatabase, openSharedPglite } from "./databases.ts";

async function openOwnPostgres(): Promise<Database> {
  const { database, drop } = await createPostgresDatabase();
  onTestFinished(drop);
  return database;
}

test.each([
  ["PGlite", openSharedPglite],
  ["PostgreSQL", openOwnPostgres],
])("the reference backend keeps every rule over %s", async (_, open) => {
  const database = await open();
  await loadWorld(database, createWorld());
  const report = await check(createReference({ store: createSqlStore(database) }).backend);
  expect(brokenIn(report)).toEqual([]);
  expect(report).toMatchObject({ core: { not_checked: 0 }, leftovers: [] });
});
