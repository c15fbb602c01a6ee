// Creates worlds that only stories need: many saved sources, long names, a newer server.
import {
  createEmptyWorld,
  createRealisticWorld,
  demoAppId,
  demoUser,
  type Failure,
  type World,
} from "../../mock-server/index.ts";
import type { StoredSource } from "../../mock-server/store/store.ts";
import type { RowResult } from "../../src/contract/import.ts";
import { countStatuses, rowStatuses } from "../../src/contract/status.ts";

const day = 24 * 60 * 60 * 1000;
const newest = Date.UTC(2026, 4, 3, 8, 15);

/** This many saved imports, one a day. */
export function createWorldWithSources(count: number): World {
  return { ...createEmptyWorld(), sources: Array.from({ length: count }, (_, index) => toSource(index)) };
}

/** Three deltas of one day above two imports. */
export function createWorldWithDeltas(): World {
  const names = ["Deltas 2026-05-03 (3)", "Deltas 2026-05-03 (2)", "Deltas 2026-05-03"];
  const sources = Array.from({ length: 5 }, (_, index) => toSource(index));
  return {
    ...createEmptyWorld(),
    sources: sources.map((source, index) => ({ ...source, name: names[index] ?? source.name })),
  };
}

/** One saved import with this many rows, all statuses in turn, and the names that were sent. */
export function createWorldWithRows(count: number): World {
  const results = Array.from({ length: count }, (_, index) => toResult(index));
  const names = results.map(({ index }) => demoUser(index).name ?? null);
  const source = { ...toSource(0), id: "src_rows", counters: countStatuses(results), results, names };
  return { ...createEmptyWorld(), sources: [source] };
}

/** The same, saved before names were kept. */
export function createWorldWithRowsWithoutNames(count: number): World {
  const world = createWorldWithRows(count);
  return { ...world, sources: (world.sources ?? []).map(({ names, ...source }) => source) };
}

function toResult(index: number): RowResult {
  const { externalUserId, email } = demoUser(index);
  const status = rowStatuses[index % rowStatuses.length] ?? "imported";
  const isInvalid = status === "invalid_row";
  return {
    index,
    externalUserId: externalUserId ?? "",
    email: isInvalid ? (email ?? "").replace("@", " at ") : (email ?? ""),
    status,
    connectionId: null,
    code: isInvalid ? "invalid_email" : null,
    field: isInvalid ? "email" : null,
    warnings: [],
  };
}

/** The realistic world with an import of this name. */
export function createWorldWithName(name: string): World {
  const world = createRealisticWorld();
  return { ...world, sources: [{ ...toSource(0), name }, ...(world.sources ?? [])] };
}

function toSource(index: number): StoredSource {
  const createdAt = new Date(newest - index * day).toISOString();
  const imported = 900 + ((index * 37) % 100);
  const rest = {
    already_connected: 24 + (index % 7),
    not_found: 310 - index,
    name_mismatch: 12,
    invalid_row: index % 3,
  };
  return {
    id: `src_${String(index).padStart(3, "0")}`,
    appId: demoAppId,
    name: `User Export ${createdAt.slice(0, 10)}`,
    createdAt,
    counters: { total: imported + Object.values(rest).reduce((sum, count) => sum + count, 0), imported, ...rest },
    reactivated: 0,
    idempotencyKey: null,
    fingerprint: null,
    rollback: null,
    results: [],
  };
}

/** A server newer than the card: it gives the first row an unknown status, which its counters leave out. */
export const newStatus = changeImport("The first row has a status of a later version.", ({ source, results }) => {
  const [first, ...others] = results;
  const counters = { ...source.counters, [`${first?.status}`]: Number(source.counters[`${first?.status}`]) - 1 };
  return { source: { ...source, counters }, results: [{ ...first, status: "awaiting_consent" }, ...others] };
});

/** A server that mistakes the users: its first result is of somebody else. */
export const resultOfAnother = changeImport("The first result is of another person.", ({ source, results }) => {
  const [first, ...others] = results;
  return { source, results: [{ ...first, externalUserId: "legacy_9", email: "user.nine@example.com" }, ...others] };
});

interface ImportAnswer {
  readonly source: { readonly counters: Readonly<Record<string, unknown>> };
  readonly results: readonly Readonly<Record<string, unknown>>[];
}

function changeImport(description: string, change: (answer: ImportAnswer) => unknown): Failure {
  return {
    description,
    methods: ["POST"],
    answer: async (next) => Response.json(change((await (await next()).json()) as ImportAnswer)),
  };
}
