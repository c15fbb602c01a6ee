// Reads and writes sources in SQL, and their row results in pages of a thousand.
import type { Insertable, SelectQueryBuilder } from "kysely";
import type { RowResult } from "../../src/contract/import.ts";
import type { RollbackRecord, SourcePosition, SourceRecord, Store } from "../store/store.ts";
import { insertRows } from "./row-sets.ts";
import type { Database, SourceTable, Tables } from "./schema.ts";

const pageLength = 1_000;

/** One source of an application by its id, or by the key that made it. */
export async function findSource(
  database: Database,
  appId: string,
  by: "id" | "idempotency_key",
  text: string,
): Promise<SourceRecord | null> {
  const found = database.selectFrom("ieu_sources").selectAll().where("app_id", "=", appId).where(by, "=", text);
  const row = await found.executeTakeFirst();
  return row ? toSourceRecord(row) : null;
}

/** Living sources, newest first. */
export async function listSources(
  database: Database,
  appId: string,
  { limit, after }: Parameters<Store["listSources"]>[1],
): Promise<readonly SourceRecord[]> {
  const living = database
    .selectFrom("ieu_sources")
    .selectAll()
    .where("app_id", "=", appId)
    .where("removed", "is", null);
  const isAmongUnnumbered = after !== null && after.sequence === null;
  const numbered = isAmongUnnumbered ? [] : await listNumbered(living, limit, after?.sequence ?? null);
  const rest = limit - numbered.length;
  // In two statements, because engines differ in where they sort null.
  const unnumbered = rest > 0 ? await listUnnumbered(living, rest, isAmongUnnumbered ? after : null) : [];
  return [...numbered, ...unnumbered].map(toSourceRecord);
}

type SourceQuery = SelectQueryBuilder<Tables, "ieu_sources", SourceTable>;

function listNumbered(living: SourceQuery, limit: number, after: number | null): Promise<SourceTable[]> {
  const page = after === null ? living.where("sequence", "is not", null) : living.where("sequence", "<", after);
  return page.orderBy("sequence", "desc").limit(limit).execute();
}

function listUnnumbered(living: SourceQuery, limit: number, after: SourcePosition | null): Promise<SourceTable[]> {
  const unnumbered = living.where("sequence", "is", null);
  const page = after
    ? unnumbered.where(({ eb, refTuple, tuple }) =>
        eb(refTuple("created_at", "id"), "<", tuple(new Date(after.createdAt), after.id)),
      )
    : unnumbered;
  return page.orderBy("created_at", "desc").orderBy("id", "desc").limit(limit).execute();
}

/** Results by index. Filters by status here instead of in SQL, as a source has at most ten pages. */
export async function listResults(
  database: Database,
  appId: string,
  sourceId: string,
  { limit, fromIndex, status }: Parameters<Store["listResults"]>[2],
): Promise<readonly RowResult[]> {
  const pages = database
    .selectFrom("ieu_result_pages")
    .select("results")
    .where("app_id", "=", appId)
    .where("source_id", "=", sourceId)
    .where("page", ">=", Math.floor(fromIndex / pageLength))
    .orderBy("page");
  // Only the last result of the first page may be wanted, hence one page more.
  const few = status === null ? pages.limit(Math.ceil(limit / pageLength) + 1) : pages;
  return (await few.execute())
    .flatMap(({ results }) => JSON.parse(results) as RowResult[])
    .filter((result) => result.index >= fromIndex && (status === null || result.status === status))
    .slice(0, limit);
}

/** The names from one index to another; null where none is kept. */
export async function listNames(
  database: Database,
  appId: string,
  sourceId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly (string | null)[]> {
  const pages = await database
    .selectFrom("ieu_result_pages")
    .select(["page", "names"])
    .where("app_id", "=", appId)
    .where("source_id", "=", sourceId)
    .where("page", ">=", Math.floor(from / pageLength))
    .where("page", "<=", Math.floor(to / pageLength))
    .execute();
  const listed = new Array<string | null>(Math.max(0, to - from + 1)).fill(null);
  for (const { page, names } of pages) {
    for (const [place, name] of readNames(names).entries()) {
      const at = page * pageLength + place - from;
      if (at >= 0 && at < listed.length) listed[at] = name;
    }
  }
  return listed;
}

/** The names of one page of results. */
export function readNames(names: string | null): (string | null)[] {
  return names === null ? [] : (JSON.parse(names) as (string | null)[]);
}

/** Saves a source with its results, as the newest one of its application, which must be locked. */
export async function insertNewSource(
  database: Database,
  source: SourceRecord,
  results: readonly RowResult[],
  names: readonly (string | null)[] | null,
): Promise<void> {
  const { newest } = await database
    .selectFrom("ieu_sources")
    .select(({ fn }) => fn.max("sequence").as("newest"))
    .where("app_id", "=", source.appId)
    .executeTakeFirstOrThrow();
  await insertSource(database, { ...source, sequence: 1 + Number(newest ?? 0) }, results, names);
}

/** Saves a source with its results as it is. */
export async function insertSource(
  database: Database,
  source: SourceRecord,
  results: readonly RowResult[],
  names: readonly (string | null)[] | null,
): Promise<void> {
  await database.insertInto("ieu_sources").values(toSourceRow(source)).execute();
  await insertPages(database, source, results, names ?? []);
}

/** Hides a source, which stays on record for its key and for a second delete, and erases the names that were sent with it. */
export async function markSourceDeleted(
  database: Database,
  appId: string,
  sourceId: string,
  { removed, alreadyGone, reactivatedKept }: RollbackRecord,
): Promise<void> {
  await database
    .updateTable("ieu_sources")
    .set({ removed, already_gone: alreadyGone, reactivated_kept: reactivatedKept })
    .where("app_id", "=", appId)
    .where("id", "=", sourceId)
    .execute();
  await database
    .updateTable("ieu_result_pages")
    .set({ names: null })
    .where("app_id", "=", appId)
    .where("source_id", "=", sourceId)
    .where("names", "is not", null)
    .execute();
}

async function insertPages(
  database: Database,
  { appId, id }: SourceRecord,
  results: readonly RowResult[],
  names: readonly (string | null)[],
): Promise<void> {
  const pages = Array.from({ length: Math.ceil(results.length / pageLength) }, (_, page) => {
    const [start, end] = [page * pageLength, (page + 1) * pageLength];
    return {
      app_id: appId,
      source_id: id,
      page,
      results: JSON.stringify(results.slice(start, end)),
      names: toNames(names.slice(start, end)),
    };
  });
  await insertRows(database, "ieu_result_pages", pages, { inThisThread: 2, onServer: 10 });
}

function toNames(names: readonly (string | null)[]): string | null {
  return names.some((name) => name !== null) ? JSON.stringify(names) : null;
}

/** A row of the table as the service knows it. */
export function toSourceRecord(row: SourceTable): SourceRecord {
  const { total, imported, already_connected, not_found, name_mismatch, invalid_row } = row;
  const { removed, already_gone: alreadyGone, reactivated_kept: reactivatedKept } = row;
  const isDeleted = removed !== null && alreadyGone !== null && reactivatedKept !== null;
  return {
    id: row.id,
    appId: row.app_id,
    name: row.name,
    ...(row.sequence === null ? {} : { sequence: row.sequence }),
    createdAt: new Date(row.created_at).toISOString(),
    counters: { total, imported, already_connected, not_found, name_mismatch, invalid_row },
    reactivated: row.reactivated,
    idempotencyKey: row.idempotency_key,
    fingerprint: row.fingerprint,
    rollback: isDeleted ? { removed, alreadyGone, reactivatedKept } : null,
  };
}

function toSourceRow(source: SourceRecord): Insertable<SourceTable> {
  const {
    id,
    appId,
    name,
    sequence = null,
    createdAt,
    counters,
    reactivated,
    idempotencyKey,
    fingerprint,
    rollback,
  } = source;
  return {
    app_id: appId,
    id,
    name,
    sequence,
    created_at: new Date(createdAt),
    ...counters,
    reactivated,
    idempotency_key: idempotencyKey,
    fingerprint,
    removed: rollback?.removed ?? null,
    already_gone: rollback?.alreadyGone ?? null,
    reactivated_kept: rollback?.reactivatedKept ?? null,
  };
}
