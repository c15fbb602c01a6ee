// Sets up a run for tests: users with and without accounts, a server, and a client with short waits.
import { createImportClient, type ImportClientOptions } from "../../src/client/create-import-client.ts";
import type { UserInput } from "../../src/contract/user.ts";
import type { UserOutcome } from "../../src/sync/report/outcome.ts";
import type { SyncInput, SyncOptions } from "../../src/sync/run/sync-options.ts";
import { syncUsers } from "../../src/sync/run/sync-users.ts";
import { createInstantTiming } from "../client/instant-timing.ts";
import { type Fate, type ReferenceOptions, serveReference } from "../client/reference-server.ts";

/** `count` users; the first `known` of them have accounts on the server below. */
export function toUsers(count: number): UserInput[] {
  return Array.from({ length: count }, (_, index) => ({ externalUserId: `u${index}`, email: `P${index}@Example.com` }));
}

/** A reference server with accounts for the users from 0 up to `known`, and a client for it. */
export async function setUpSite(
  options: ReferenceOptions & { readonly known?: number } = {},
  more: Partial<ImportClientOptions> = {},
) {
  const { known = 100, ...rest } = options;
  const people = Array.from({ length: known }, (_, index) => `p${index}`);
  const server = await serveReference({ people, ...rest });
  const toClient = () => createImportClient({ appId: "app_1", baseUrl: server.url, ...more }, createInstantTiming());
  return { ...server, toClient, client: toClient() };
}

export type Site = Awaited<ReturnType<typeof setUpSite>>;

/** Runs with a new client, as a new process would, and writes down what became of each user. */
export async function run(site: Site, users: SyncInput, options: Partial<SyncOptions> = {}) {
  const outcomes = new Map<number, UserOutcome>();
  const told: number[] = [];
  const onOutcome: SyncOptions["onOutcome"] = (_, outcome, position) => {
    told.push(position);
    outcomes.set(position, outcome);
  };
  const timing = createInstantTiming();
  const report = await syncUsers(
    site.toClient(),
    users,
    { name: "Nightly", batchSize: 10, onOutcome, ...options },
    timing,
  );
  return { report, outcomes, told, waits: timing.waits };
}

/** The names of the saved sources, oldest first. */
export async function sourceNames(site: Site): Promise<string[]> {
  const { sources = [] } = await site.store.snapshot();
  return sources.map(({ name }) => name);
}

/** Whom the server has connected, and how. */
export async function connectedEmails(site: Site): Promise<(string | null)[]> {
  const { connections } = await site.store.snapshot();
  return connections.map(({ sharedEmail }) => sharedEmail).sort();
}

/** A server that takes no more users in one request. */
export function tooMany(most: number): NonNullable<ReferenceOptions["fate"]> {
  return async (method, _, request): Promise<Fate> => {
    if (method !== "POST") return undefined;
    const { users } = (await request.json()) as { users: unknown[] };
    if (users.length <= most) return undefined;
    return Response.json({ code: "too-many-users" }, { status: 413 });
  };
}
