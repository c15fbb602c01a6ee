// Divides sets of records into statements that neither hold the thread nor exceed a limit, and passes a set as parameters.
import { type AliasedRawBuilder, type Insertable, type RawBuilder, sql } from "kysely";
import { nextTask } from "../import/time-slices.ts";
import type { Database, Tables } from "./schema.ts";

/** How many records one statement has. */
interface SetSize {
  /** For PGlite, which keeps the thread: 10,000 records at once would take up to half a second. */
  readonly inThisThread: number;
  readonly onServer: number;
}

const toFind: SetSize = { inThisThread: 500, onServer: 10_000 };

// A statement has at most 65,535 parameters, and an insert has one for each value.
const toInsert: SetSize = { inThisThread: 500, onServer: 1_000 };

/** True for PGlite: the only connection, in this thread. */
export function isInThisThread(database: Database): boolean {
  return database.getExecutor().adapter.supportsMultipleConnections === false;
}

/** Runs a statement for each set of the records, in order; other tasks run in between. */
export async function inSets<Row, Out>(
  database: Database,
  records: readonly Row[],
  execute: (set: readonly Row[]) => Promise<readonly Out[]>,
): Promise<Out[]> {
  return divide(database, records, toFind, execute);
}

/** Inserts the rows, as many in a statement as it may have parameters. */
export async function insertRows<Table extends keyof Tables>(
  database: Database,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
  size: SetSize = toInsert,
): Promise<void> {
  await divide(database, rows, size, async (set) => {
    await database.insertInto(table).values(set).execute();
    return [];
  });
}

async function divide<Row, Out>(
  database: Database,
  records: readonly Row[],
  { inThisThread, onServer }: SetSize,
  execute: (set: readonly Row[]) => Promise<readonly Out[]>,
): Promise<Out[]> {
  const size = isInThisThread(database) ? inThisThread : onServer;
  const all: Out[] = [];
  for (let at = 0; at < records.length; at += size) {
    await nextTask();
    for (const one of await execute(records.slice(at, at + size))) all.push(one);
  }
  return all;
}

/** The SQL type of each column of a set. */
export type ColumnTypes<Row> = {
  readonly [Column in keyof Row & string]: "text" | "boolean" | "integer" | "timestamptz";
};

/** The records as a table named `given`, to select from: one array per column. */
export function toRowSet<Row>(types: ColumnTypes<Row>, rows: readonly Row[]): AliasedRawBuilder<Row, "given"> {
  const columns = Object.keys(types) as (keyof Row & string)[];
  const arrays = columns.map((column) =>
    toArray(
      rows.map((row) => row[column]),
      types[column],
    ),
  );
  const names = sql.join(columns.map((column) => sql.ref(column)));
  return sql<Row>`unnest(${sql.join(arrays)})`.as<"given">(sql`given(${names})`);
}

/** A condition: the column holds one of these texts. */
export function isOneOf(column: string, texts: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${toArray(texts, "text")})`;
}

function toArray(values: readonly unknown[], type: string): RawBuilder<unknown> {
  return sql`${values}::${sql.raw(type)}[]`;
}
