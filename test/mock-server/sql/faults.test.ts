// The short form of what `npm run bench:faults` does at length: kills, crowds and random orders.
import { afterEach, expect, inject, test } from "vitest";
import { createDatabase, type OwnDatabase } from "./create-database.ts";
import { isOnPartitions } from "./databases.ts";
import { interleave } from "./faults/interleave.ts";
import { killRepeatedly } from "./faults/kill.ts";
import { importOverlapping } from "./faults/overlap.ts";
import { killPgliteAtCommit } from "./faults/pglite-kill.ts";

const opened: OwnDatabase[] = [];
afterEach(async () => {
  await opened.pop()?.drop();
});

async function open(): Promise<string> {
  const database = await createDatabase(inject("postgresUrl"));
  opened.push(database);
  return database.url;
}

test("a server that is killed leaves no half imports, and every request can be repeated", async () => {
  const report = await killRepeatedly({ databaseUrl: await open(), kills: 4, usersPerImport: 2_000, seed: 1 });
  expect(report).toMatchObject({ kills: 4, damage: [] });
});

test("8 clients x 8 imports of overlapping users: one connection per account, one imported each", async () => {
  const options = { clients: 8, parallel: 8, rounds: 2, seed: 1 };
  const report = await importOverlapping({ databaseUrl: await open(), ...options });
  expect(report).toEqual({ imports: 128, damage: [] });
});

test.skipIf(isOnPartitions)(
  "a PGlite that is killed before, in and after the write of a commit has the import whole or not at all",
  async () => {
    const { kills, saved, damage } = await killPgliteAtCommit({ users: 200, writes: 1 });
    expect([kills, damage]).toEqual([3, []]);
    expect(saved).toBeGreaterThan(0);
  },
);

test("imports and rollbacks at once come out as in some order", async () => {
  expect(await interleave({ databaseUrl: await open(), rounds: 30, seed: 1 })).toEqual([]);
});
