// The model of what the card may show and download: compares it with the store and with an undisturbed import.
import type { Connection, Store, StoredSource } from "../../mock-server/index.ts";
import { createImportClient } from "../../src/client/index.ts";
import { countStatuses, isRowStatus, type RowStatus } from "../../src/contract/status.ts";
import { checkUser, type UserInput } from "../../src/contract/user.ts";
import { pickEarlier } from "../sync/faults/portal/people.ts";
import type { Claim, ReportedRow, ShownResult } from "./drive.ts";

/** Kinds of violations, each of which must never happen. */
export const violationKinds = ["lost", "doubled", "false success", "false report row", "false failure"] as const;

/** One violation. */
export interface Violation {
  readonly kind: (typeof violationKinds)[number];
  readonly text: string;
}

type Fetch = (request: Request) => Promise<Response>;

/** Connects some of the users before the run. */
export async function connectEarlier(fetch: Fetch, appId: string, users: readonly UserInput[]): Promise<void> {
  await importCalmly(fetch, appId, { sourceName: "Earlier", users: pickEarlier(users) });
}

/** Imports without faults, and returns the status of each user. */
export async function importCalmly(
  fetch: Fetch,
  appId: string,
  request: { readonly sourceName: string; readonly users: readonly UserInput[] },
): Promise<string[]> {
  const client = createImportClient({
    appId,
    baseUrl: "http://calm.example",
    fetch: (url, init) => fetch(new Request(url, init)),
  });
  const { results } = await client.importUsers({ ...request, users: [...request.users] });
  return results.map(({ status }) => status);
}

/** One run of the card, and the truth about it. */
export interface CardRun {
  readonly store: Store;
  readonly appId: string;
  /** The application with the undisturbed import. */
  readonly calmId: string;
  readonly sourceName: string;
  readonly users: readonly UserInput[];
  /** The right status of each user. */
  readonly statuses: readonly string[];
}

interface Application {
  readonly connections: readonly Connection[];
  readonly sources: readonly StoredSource[];
}

async function readApplication({ store, sourceName }: CardRun, appId: string): Promise<Application> {
  const { connections, sources = [] } = await store.snapshot();
  return {
    connections: connections.filter((one) => one.appId === appId),
    sources: sources.filter((one) => one.appId === appId && one.name === sourceName && one.rollback === null),
  };
}

/** Judges a statement at the moment it is made. */
export async function judgeClaim(run: CardRun, claim: Claim): Promise<Violation[]> {
  const { sources } = await readApplication(run, run.appId);
  const isThere = sources.length > 0;
  if (claim === "deleted" && isThere) return [{ kind: "false success", text: "it is not deleted" }];
  if (claim === "not deleted" && !isThere) return [{ kind: "false failure", text: "it was deleted" }];
  if (claim === "nothing saved" && isThere) return [{ kind: "false failure", text: "it was saved" }];
  return [];
}

/** Judges the end of an import. `shown` is null where the list alone told that it was saved. */
export async function judgeImport(run: CardRun, shown: ShownResult | null): Promise<Violation[]> {
  const [is, should] = await Promise.all([readApplication(run, run.appId), readApplication(run, run.calmId)]);
  const found: Violation[] = [...compareConnections(is, should)];
  if (is.sources.length === 0) found.push({ kind: "false success", text: "no source was saved" });
  if (is.sources.length > 1) found.push({ kind: "doubled", text: `${is.sources.length} sources` });
  if (shown) found.push(...judgeShown(run, shown), ...judgeRows(run, shown));
  return found;
}

/** Judges the end of a deletion: what the import created is gone. */
export async function judgeDeleted(run: CardRun): Promise<Violation[]> {
  const { connections, sources } = await readApplication(run, run.appId);
  const { sources: all = [] } = await run.store.snapshot();
  const deleted = new Set(all.filter(({ rollback }) => rollback !== null).map(({ id }) => id));
  const left = connections.filter((one) => deleted.has(one.createdBySourceId ?? "")).length;
  return sources.length + left > 0 ? [{ kind: "false success", text: `${left} connections are left` }] : [];
}

function compareConnections(is: Application, should: Application): Violation[] {
  const toLines = ({ connections }: Application) =>
    connections.map((one) =>
      JSON.stringify([one.accountId, one.externalUserId, one.sharedEmail, one.active, one.registrationDate]),
    );
  const [lines, expected] = [toLines(is), toLines(should)];
  const missing = expected.filter((line) => !lines.includes(line));
  const added = lines.filter((line, place) => !expected.includes(line) || lines.indexOf(line) !== place);
  return [
    ...missing.map((line): Violation => ({ kind: "lost", text: line })),
    ...added.map((line): Violation => ({ kind: "doubled", text: line })),
  ];
}

const shownNames: Readonly<Record<RowStatus, string>> = {
  imported: "imported",
  already_connected: "already connected",
  not_found: "not found",
  name_mismatch: "name mismatch",
  invalid_row: "invalid row",
};

function judgeShown({ statuses }: CardRun, { connected, bar }: ShownResult): Violation[] {
  const counts = countStatuses(statuses.map((status) => ({ status })));
  const found: Violation[] = [];
  if (connected > counts.imported) {
    found.push({ kind: "false success", text: `${connected} newly connected, where ${counts.imported} are` });
  } else if (connected < counts.imported) {
    found.push({ kind: "false failure", text: `${connected} newly connected, where ${counts.imported} are` });
  }
  for (const [status, name] of Object.entries(shownNames) as [RowStatus, string][]) {
    const count = bar[name] ?? 0;
    if (count !== counts[status]) {
      found.push({ kind: "false report row", text: `${count} ${name}, where ${counts[status]} are` });
    }
  }
  return found;
}

// A status that nobody knows is shown as the server sent it.
function judgeRows({ users, statuses }: CardRun, { rows, isCountsOnly }: ShownResult): Violation[] {
  const count = isCountsOnly ? 0 : users.length;
  if (rows.length !== count) return [{ kind: "false report row", text: `${rows.length} rows of ${count}` }];
  return rows.flatMap((row): Violation[] => {
    const place = row.number - 2;
    const user = users[place];
    const isOfUser = user && row.externalUserId === user.externalUserId && isSameEmail(row, user);
    const isRight = row.status === statuses[place] || !isRowStatus(row.status);
    return isOfUser && isRight
      ? []
      : [{ kind: "false report row", text: `row ${row.number} is ${row.status}, where ${statuses[place]} is right` }];
  });
}

function isSameEmail(row: ReportedRow, user: UserInput): boolean {
  return row.email === user.email || row.email === checkUser(user).user?.email;
}
