// The conformance suite that people point at their own server, over PGlite and over PostgreSQL.
import { expect, onTestFinished, test } from "vitest";
import { createSqlStore, type Database, loadWorld } from "../../../mock-server/sql/index.ts";
import { brokenIn, check, createReference, createWorld } from "../../conformance/reference.ts";
import { createPostgresDatabase, engineNames, openSharedPglite } from "./databases.ts";

async function openOwnPostgres(): Promise<Database> {
  const { database, drop } = await createPostgresDatabase();
  onTestFinished(drop);
  return database;
}

const open = { PGlite: openSharedPglite, PostgreSQL: openOwnPostgres };

test.each(engineNames)("the reference backend keeps every rule over %s", async (name) => {
  const database = await open[name]();
  await loadWorld(database, createWorld());
  const report = await check(createReference({ store: createSqlStore(database) }).backend);
  expect(brokenIn(report)).toEqual([]);
  expect(report).toMatchObject({ core: { not_checked: 0 }, leftovers: [] });
});
