// Loads a whole world into the tables and takes a snapshot of them, for demos, tests and benchmarks.
import type { RowResult } from "../../src/contract/import.ts";
import type { StoredSource, World } from "../store/store.ts";
import { insertConnections, toConnection } from "./connection-rows.ts";
import { insertRows } from "./row-sets.ts";
import type { Database, ResultPageTable } from "./schema.ts";
import { insertSource, readNames, toSourceRecord } from "./source-rows.ts";
import { toAccount, toAccountRow } from "./sql-accounts.ts";
import { readAgain, retryConflicts } from "./sql-failures.ts";

/** Adds a world to what is there. */
export async function loadWorld(database: Database, { accounts, connections, sources = [] }: World): Promise<void> {
  await retryConflicts(() =>
    database.transaction().execute(async (transaction) => {
      await insertRows(transaction, "ieu_accounts", accounts.map(toAccountRow));
      await insertConnections(transaction, connections);
      for (const { results, names = null, ...source } of sources)
        await insertSource(transaction, source, results, names);
    }),
  );
}

/** True when there is neither an account nor a source: a new database. */
export async function isEmpty(database: Database): Promise<boolean> {
  const account = database.selectFrom("ieu_accounts").select("id").limit(1);
  const source = database.selectFrom("ieu_sources").select("app_id").limit(1);
  return readAgain(async () => !(await account.executeTakeFirst()) && !(await source.executeTakeFirst()));
}

/** All data at one moment: accounts by id, connections by account, sources by creation time. */
export async function takeSnapshot(database: Database): Promise<Required<World>> {
  const [accounts, connections, sources, pages] = await database
    .transaction()
    .setIsolationLevel("repeatable read")
    .execute(
      async (transaction) =>
        [
          await transaction.selectFrom("ieu_accounts").selectAll().orderBy("id").execute(),
          await transaction.selectFrom("ieu_connections").selectAll().orderBy("app_id").orderBy("account_id").execute(),
          await transaction
            .selectFrom("ieu_sources")
            .selectAll()
            .orderBy("app_id")
            .orderBy("created_at")
            .orderBy("id")
            .execute(),
          await transaction.selectFrom("ieu_result_pages").selectAll().orderBy("page").execute(),
        ] as const,
    );
  const ofSources = new Map<string, Pages>();
  for (const page of pages) {
    const key = JSON.stringify([page.app_id, page.source_id]);
    ofSources.set(key, join(ofSources.get(key), page));
  }
  return {
    accounts: accounts.map(toAccount),
    connections: connections.map(toConnection),
    sources: sources.map(toSourceRecord).map((source) => ({
      ...source,
      ...(ofSources.get(JSON.stringify([source.appId, source.id])) ?? { results: [] }),
    })),
  };
}

type Pages = Pick<StoredSource, "results" | "names">;

function join({ results, names }: Pages = { results: [] }, page: ResultPageTable): Pages {
  const more = JSON.parse(page.results) as RowResult[];
  const joined = { results: [...results, ...more] };
  if (page.names === null && names === undefined) return joined;
  // A page without names has none of its own.
  const withNames = (given: readonly (string | null)[], count: number) =>
    Array.from({ length: count }, (_, place) => given[place] ?? null);
  return {
    ...joined,
    names: [...withNames(names ?? [], results.length), ...withNames(readNames(page.names), more.length)],
  };
}
