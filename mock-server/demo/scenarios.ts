// Lists the scenarios of demo, stories, tests and mock server: the data at the start, and a simulated failure.
import type { RowResult } from "../../src/contract/import.ts";
import type { Extension } from "../../src/contract/source.ts";
import { countStatuses, type RowStatus } from "../../src/contract/status.ts";
import { type Backend, type BackendOptions, createBackend } from "../http/app.ts";
import { allowApplications } from "../http/authorize.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { Account, Connection, Store, StoredSource, World } from "../store/store.ts";
import { demoAccount, demoAccountCount, demoAppId, demoConnection, demoPerson } from "./demo-people.ts";
import { type Failure, failures, withFailure } from "./simulated-failures.ts";

/** One scenario to try the importer in. */
export interface Scenario {
  readonly description: string;
  readonly createWorld: () => World;
  /** The simulated failure. @default none */
  readonly failure?: Failure;
  /** The extensions that the backend offers. @default all */
  readonly extensions?: readonly Extension[];
}

/** A second application; the first one must never touch its connections. */
export const otherAppId = "app_other";

/** The applications that every scenario has; the first is the demo's. */
export const scenarioAppIds = [demoAppId, otherAppId] as const;

const named = {
  realistic: {
    description: "5,000 accounts, some of them connected, suspended or unverified, and one saved import.",
    createWorld: createRealisticWorld,
  },
  empty: {
    description: "No accounts, no saved imports.",
    createWorld: createEmptyWorld,
  },
  "guide-only": {
    description: "A server that knows only the guides: no dry run, no idempotency key, no stored results.",
    createWorld: createRealisticWorld,
    extensions: [],
  },
  "guide-only-lost-answer": {
    description: "A server that knows only the guides, and every other answer to a write is lost.",
    createWorld: createRealisticWorld,
    extensions: [],
    failure: failures["lost-answer"],
  },
} satisfies Record<string, Scenario>;

/** The name of a scenario: a world, or a failure in front of the realistic world. */
export type ScenarioName = keyof typeof named | keyof typeof failures;

const failureScenarios = Object.fromEntries(
  Object.entries(failures).map(([name, failure]) => [name, toScenario(failure)]),
) as Record<keyof typeof failures, Scenario>;

/** Every scenario by name; `realistic` is the default everywhere. */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = { ...named, ...failureScenarios };

function toScenario(failure: Failure): Scenario {
  return { description: failure.description, createWorld: createRealisticWorld, failure };
}

/** True for the name of a scenario. */
export function isScenarioName(text: string): text is ScenarioName {
  return Object.hasOwn(scenarios, text);
}

/**
 * Creates a scenario's backend and its store.
 *
 * @param options Overrides the scenario's own; with a `store`, the backend works on the data that store already has.
 */
export function createScenario(
  name: ScenarioName,
  options: Partial<BackendOptions> = {},
): { readonly backend: Backend; readonly store: Store } {
  const { createWorld, failure, extensions } = scenarios[name];
  const store = options.store ?? createMemoryStore(createWorld());
  const authorize = allowApplications(...scenarioAppIds);
  const backend = createBackend({ authorize, ...(extensions ? { extensions } : {}), ...options, store });
  return { backend: failure ? withFailure(backend, failure) : backend, store };
}

/** No accounts, no connections, no saved imports. */
export function createEmptyWorld(): World {
  return { accounts: [], connections: [], sources: [] };
}

/** 5,000 accounts, about 900 connections, and one import saved in spring. */
export function createRealisticWorld(): World {
  const numbers = Array.from({ length: demoAccountCount }, (_, number) => number);
  const accounts = numbers.map(demoAccount);
  const ownConnections = numbers.flatMap((number) => demoConnection(number) ?? []);
  const connected = new Set(ownConnections.map(({ accountId }) => accountId));
  const imported = accounts
    .slice(4_000, 4_100)
    .filter((account) => !connected.has(account.id) && isImportable(account))
    .map(toImportedConnection);
  const otherConnections = accounts.slice(0, 50).map(toOtherConnection);
  return {
    accounts,
    connections: [...ownConnections, ...imported, ...otherConnections],
    sources: [toPastImport(imported)],
  };
}

const pastSourceId = "src_demo_spring";

function isImportable(account: Account): boolean {
  return account.emailVerified && account.state === "active";
}

function toImportedConnection(account: Account): Connection {
  return {
    id: account.id.replace("acc", "con"),
    appId: demoAppId,
    accountId: account.id,
    externalUserId: toExternalUserId(Number(account.id.slice(4))),
    sharedEmail: account.email,
    active: true,
    registrationDate: "2024-03-01",
    lastLoginDate: null,
    createdBySourceId: pastSourceId,
  };
}

function toOtherConnection(account: Account): Connection {
  return {
    ...toImportedConnection(account),
    id: account.id.replace("acc", "con_other"),
    appId: otherAppId,
    createdBySourceId: null,
    externalUserId: null,
  };
}

function toPastImport(connections: readonly Connection[]): StoredSource {
  const imported = connections.map(({ id, externalUserId, sharedEmail }) =>
    toResult(externalUserId ?? "", sharedEmail ?? "", "imported", id),
  );
  const notFound = Array.from({ length: 40 }, (_, index) => {
    const number = 6_000 + index;
    return toResult(toExternalUserId(number), demoPerson(number).email, "not_found", null);
  });
  const results = [...imported, ...notFound].map((result, index) => ({ ...result, index }));
  const names = results.map(({ externalUserId }) => demoPerson(toNumber(externalUserId)).name);
  return {
    id: pastSourceId,
    appId: demoAppId,
    name: "User Export 2026-04-01",
    createdAt: "2026-04-01T08:15:00.000Z",
    counters: countStatuses(results),
    reactivated: 0,
    idempotencyKey: null,
    fingerprint: null,
    rollback: null,
    results,
    names,
  };
}

function toExternalUserId(number: number): string {
  return `legacy_${1001 + number}`;
}

function toNumber(externalUserId: string): number {
  return Number(externalUserId.slice("legacy_".length)) - 1001;
}

function toResult(externalUserId: string, email: string, status: RowStatus, connectionId: string | null): RowResult {
  return { index: 0, externalUserId, email, status, connectionId, code: null, field: null, warnings: [] };
}
