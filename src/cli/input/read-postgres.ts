// Reads the rows of a query from a PostgreSQL database, a thousand at a time, in a transaction that can't write.
import type { Client, ClientConfig, QueryArrayConfig } from "pg";
import { maskEmails } from "../../contract/text.ts";
import type { InputOptions } from "../commands/options.ts";
import { exitCodes, InputError, printable, UsageError } from "../terminal/terminal.ts";
import { requirePostgres, unreadableAddress } from "./database-address.ts";
import { createRowReader, usedNames } from "./member-rows.ts";
import type { Input, InputRow } from "./open-file.ts";

/** Rows that are in memory at a time. */
const pageSize = 1_000;
const connectTimeout = 15_000;

/**
 * Opens a query. Its number of rows is known only at the end.
 *
 * @throws InputError for a database that can't be reached, a query that it refuses, or one without users.
 */
export async function readPostgres(options: InputOptions, signal: AbortSignal): Promise<Input> {
  const { from = "", query = "" } = options;
  if (query.trim() === "") throw new UsageError('--from needs the query that lists the users: --query "select ..."');
  requirePostgres(from);
  const client = await createClient(from);
  const place = `PostgreSQL at ${client.host}:${client.port}, database ${client.database}`;
  const rows = readRows(client, query, options, signal);
  // Reads the first row now: a problem of all rows shows before anything is sent.
  const first = await rows.next();
  if (first.done) throw new InputError("no_rows", "The query returned no users.");
  const all = {
    async *[Symbol.asyncIterator]() {
      yield first.value;
      yield* rows;
    },
  };
  const notes = [printable(place), ...(isOrdered(query) ? [] : [unorderedText])];
  return { format: "postgres", unit: "row", total: null, notes, rows: all };
}

const unorderedText =
  "The query has no order by. An interrupted run can be resumed only if the rows come in the same order again: add order by and a column that never changes.";

// Outside of texts, comments and parentheses.
function isOrdered(query: string): boolean {
  let text = query.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\//g, " ");
  for (let before = ""; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)/g, " ");
  }
  return /\border\s+by\b/i.test(text);
}

async function createClient(from: string): Promise<Client> {
  const { Client } = (await loadPg()).default;
  try {
    return new Client({
      connectionString: from,
      connectionTimeoutMillis: connectTimeout,
      keepAlive: true,
      application_name: "import-existing-users",
      // Every value as the text that PostgreSQL makes of it: no digit is lost, and no date is moved to another zone.
      types: { getTypeParser: () => (text: string) => text } as unknown as NonNullable<ClientConfig["types"]>,
    });
  } catch {
    // The message of the error may quote the address.
    throw unreadableAddress();
  }
}

async function loadPg(): Promise<typeof import("pg")> {
  try {
    return await import("pg");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new InputError(
      "pg_missing",
      "--from needs the package pg: npm install pg. Where the command is installed globally: npm install --global pg.",
      { cause: error },
    );
  }
}

async function* readRows(
  client: Client,
  query: string,
  options: InputOptions,
  signal: AbortSignal,
): AsyncGenerator<InputRow> {
  // A connection that breaks between two pages is reported by the next one.
  let broken: Error | null = null;
  client.on("error", (error) => {
    broken = error;
  });
  const end = () => void client.end().catch(() => {});
  signal.addEventListener("abort", end, { once: true });
  const toRow = createRowReader(options, "column");
  let number = 0;
  try {
    signal.throwIfAborted();
    await client.connect();
    await openCursor(client, query);
    for (;;) {
      const { rows, fields } = await client.query<unknown[]>(fetchPage);
      const names = fields.map(({ name }) => name);
      if (number === 0) requireUniqueColumns(names, options);
      for (const cells of rows) {
        number += 1;
        yield toRow(Object.fromEntries(names.map((name, column) => [name, cells[column]])), number);
      }
      if (rows.length < pageSize) return;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw toInputError(broken ?? error);
  } finally {
    signal.removeEventListener("abort", end);
    // Ends the transaction as well, which has nothing to save.
    end();
  }
}

const fetchPage: QueryArrayConfig = { text: `fetch forward ${pageSize} from ieu_users`, rowMode: "array" };

async function openCursor(client: Client, query: string): Promise<void> {
  await client.query("begin transaction isolation level repeatable read read only");
  await client.query("set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local bytea_output = 'hex'");
  // The whole result is read, however long the server of the portal takes for each batch.
  await client.query("set local cursor_tuple_fraction = 1; set local idle_in_transaction_session_timeout = 0");
  // The extended protocol takes one statement only, so that a query can't end the transaction and write after it.
  const declare = { text: `declare ieu_users no scroll cursor for ${query}`, queryMode: "extended" };
  await client.query(declare);
}

// Of two columns with one name only the last would count.
function requireUniqueColumns(names: readonly string[], options: InputOptions): void {
  const used = usedNames(options);
  const twice = names.find((name, column) => names.indexOf(name) !== column && used.has(name));
  if (twice === undefined) return;
  throw new InputError(
    "mapping_unclear",
    `The query returns two columns named ${printable(twice)}. Rename one: as ...`,
  );
}

interface DatabaseError extends Error {
  readonly code?: string;
  readonly hint?: string;
  /** Present where the server sent the error. */
  readonly severity?: string;
}

// Of a server that is busy, starting or stopping, and of a query that took too long.
const unreachable = /^(?:08\w{3}|53300|57P0\d|57014|40001)$/;
const denied = /^(?:28\w{3}|42501)$/;

function toInputError(error: unknown): Error {
  if (error instanceof InputError || !(error instanceof Error)) return error as Error;
  const { message, code = "", hint, severity } = error as DatabaseError;
  // A host with several addresses fails with one error for each, and no message of its own.
  const said = printable(maskEmails(`${message || code}${hint ? `. ${hint}` : ""}`));
  const fail = (kind: string, text: string, exitCode: number) =>
    new InputError(kind, `${text}: ${said}`, { cause: error, exitCode });
  const isRefusal = severity === undefined ? message.startsWith("SASL") : denied.test(code);
  if (isRefusal) return fail("database_denied", "The database refused the user of --from", exitCodes.auth);
  if (severity === undefined || unreachable.test(code)) {
    return fail("database_unreachable", "The database of --from gave no answer", exitCodes.network);
  }
  if (code === "25006") {
    return fail("query_writes", "The query of --query must only read. It was run read-only", exitCodes.usage);
  }
  return fail("query_refused", "The database refused --query", exitCodes.usage);
}
