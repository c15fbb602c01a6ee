// Passes sets of records as parameters, one array per column: 10,000 rows are a dozen parameters instead of 90,000.
import { type AliasedRawBuilder, type RawBuilder, sql } from "kysely";

/** The SQL type of each column of a set. */
export type ColumnTypes<Row> = {
  readonly [Column in keyof Row & string]: "text" | "boolean" | "integer" | "timestamptz";
};

/** The records as a table named `given`, to select from. */
export function toRowSet<Row>(types: ColumnTypes<Row>, rows: readonly Row[]): AliasedRawBuilder<Row, "given"> {
  const columns = columnsOf(types);
  const arrays = columns.map((column) =>
    toArray(
      rows.map((row) => row[column]),
      types[column],
    ),
  );
  const names = sql.join(columns.map((column) => sql.ref(column)));
  return sql<Row>`unnest(${sql.join(arrays)})`.as<"given">(sql`given(${names})`);
}

/** The names of a set's columns, in the order of its arrays. */
export function columnsOf<Row>(types: ColumnTypes<Row>): (keyof Row & string)[] {
  return Object.keys(types) as (keyof Row & string)[];
}

/** A condition: the column holds one of these texts. */
export function isOneOf(column: string, texts: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${toArray(texts, "text")})`;
}

function toArray(values: readonly unknown[], type: string): RawBuilder<unknown> {
  return sql`${values}::${sql.raw(type)}[]`;
}
