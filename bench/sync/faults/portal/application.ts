// Reads the connections and sources of one application from the database, without values that differ from run to run.
import { type Database, loadWorld } from "../../../../mock-server/sql/index.ts";
import { createImportClient } from "../../../../src/client/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { syncUsers } from "../../../../src/sync/index.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import { accounts, pickEarlier } from "./people.ts";

/** One application as text, for comparison. */
export interface ApplicationState {
  /** A line for each connection, without ids and times. */
  readonly connections: readonly string[];
  /** A line for each source that is not deleted. */
  readonly sources: readonly string[];
  /** Emails with an active connection. */
  readonly connected: ReadonlySet<string>;
  /** Names of the sources that are not deleted, by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Loads the accounts into an empty database. */
export async function loadAccounts(database: Database): Promise<void> {
  await loadWorld(database, { accounts, connections: [] });
}

/** Reads one application. */
export async function readApplication(database: Database, appId: string): Promise<ApplicationState> {
  const sources = await database.selectFrom("ieu_sources").selectAll().where("app_id", "=", appId).execute();
  const connections = await database.selectFrom("ieu_connections").selectAll().where("app_id", "=", appId).execute();
  const living = sources.filter(({ removed }) => removed === null);
  const names = new Map(living.map(({ id, name }) => [id, name]));
  const lines = connections.map((one) => [
    one.account_id,
    one.external_user_id,
    one.shared_email,
    one.active,
    one.registration_date,
    one.last_login_date,
    one.created_by_source_id && (names.get(one.created_by_source_id) ?? "gone"),
  ]);
  const counted = living.map((one) => [
    one.name,
    one.total,
    one.imported,
    one.already_connected,
    one.not_found,
    one.name_mismatch,
    one.invalid_row,
    one.reactivated,
  ]);
  const active = new Set(connections.filter((one) => one.active).map((one) => one.account_id));
  return {
    connections: lines.map((line) => JSON.stringify(line)).sort(),
    sources: counted.map((line) => JSON.stringify(line)).sort(),
    connected: new Set(accounts.filter(({ id }) => active.has(id)).map(({ email }) => email)),
    names,
  };
}

/** Adds the connections that existed before the run. */
export async function prepareApplication(
  database: Database,
  baseUrl: string,
  appId: string,
  users: readonly UserInput[],
): Promise<void> {
  const client = createImportClient({ appId, baseUrl });
  const { state } = await syncUsers(client, pickEarlier(users), { name: "Earlier", batchSize: 1_000 });
  if (state !== "done") throw new Error(`The run before it ended ${state}.`);
  await database
    .updateTable("ieu_connections")
    .set({ active: false })
    .where("app_id", "=", appId)
    .where("external_user_id", "like", "%7")
    .execute();
}

/** The result of an undisturbed run: the application and the outcome of each user. */
export interface Faultless {
  readonly state: ApplicationState;
  readonly outcomes: readonly string[];
}

/** Carries out the undisturbed run. */
export async function runFaultless(
  database: Database,
  baseUrl: string,
  appId: string,
  users: readonly UserInput[],
  options: { readonly name: string; readonly batchSize: number },
): Promise<Faultless> {
  await prepareApplication(database, baseUrl, appId, users);
  const outcomes: string[] = [];
  const onOutcome = (_: UserInput, outcome: UserOutcome, position: number) => {
    outcomes[position] = toVerdict(outcome);
  };
  const { state } = await syncUsers(createImportClient({ appId, baseUrl }), users, { ...options, onOutcome });
  if (state !== "done") throw new Error(`The faultless run ended ${state}.`);
  return { state: await readApplication(database, appId), outcomes };
}

/** An outcome without its source, for the comparison of two runs. */
export function toVerdict(outcome: UserOutcome): string {
  const { kind } = outcome;
  if (kind === "pending") return `pending ${outcome.reason}`;
  return kind === "acknowledged" ? `${kind} ${outcome.status}` : `${kind} ${outcome.status} ${outcome.code ?? ""}`;
}
