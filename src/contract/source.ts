// Defines saved import runs (sources), their list and their rollback, and reads them leniently.
import { numberOrNull, textOr, toMembers } from "./read-json.ts";
import { type Counters, readCounters } from "./status.ts";

/** One saved import run. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** Null where the server stores none. */
  readonly counters: Counters | null;
  /** How many of `already_connected` had been inactive; null where the server does not say. */
  readonly reactivated: number | null;
}

/** Optional features of a server beyond the guides. A client uses only those that the server lists. */
export const extensions = ["dryRun", "idempotencyKey", "results", "resultNames"] as const;

export type Extension = (typeof extensions)[number];

/** Saved runs, newest first. */
export interface SourceList {
  readonly sources: readonly Source[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
  readonly extensions: readonly (Extension | (string & {}))[];
}

/** The effect of a rollback, or of its dry run. Numbers are null where the server sent none. */
export interface Rollback {
  readonly source: Source | null;
  /** Connections removed: those this source had created. */
  readonly removed: number | null;
  /** Connections that this source had created, but that were removed before. */
  readonly alreadyGone: number | null;
  /** Connections that this source had reactivated; they stay active. */
  readonly reactivatedKept: number | null;
  /** True when the source had already been deleted, which is not an error. */
  readonly alreadyDeleted: boolean;
}

/** Reads a source as any server may send it; null without an id, which may be a number. */
export function readSource(value: unknown): Source | null {
  const members = toMembers(value);
  const id = typeof members?.id === "number" ? String(members.id) : members?.id;
  if (!members || typeof id !== "string" || id === "") return null;
  return {
    id,
    name: textOr(members.name, ""),
    createdAt: textOr(members.createdAt, ""),
    counters: readCounters(members.counters),
    reactivated: numberOrNull(members.reactivated),
  };
}

/** Reads a list of sources, an object or a bare array (the guides leave that open); null for anything else. */
export function readSourceList(body: unknown): SourceList | null {
  const { sources: listed, nextCursor, extensions } = toMembers(Array.isArray(body) ? { sources: body } : body) ?? {};
  if (!Array.isArray(listed)) return null;
  // An unreadable entry must not hide the others, but a list of nothing else is no list of sources.
  const sources = listed.map(readSource).filter((source) => source !== null);
  if (sources.length === 0 && listed.length > 0) return null;
  const isTexts = Array.isArray(extensions) && extensions.every((extension) => typeof extension === "string");
  return { sources, nextCursor: textOr(nextCursor, null), extensions: isTexts ? extensions : [] };
}

/** Reads the response of a rollback; missing numbers are null. Null for anything but an object. */
export function readRollback(body: unknown): Rollback | null {
  const members = toMembers(body);
  return (
    members && {
      source: readSource(members.source),
      removed: numberOrNull(members.removed),
      alreadyGone: numberOrNull(members.alreadyGone),
      reactivatedKept: numberOrNull(members.reactivatedKept),
      alreadyDeleted: members.alreadyDeleted === true,
    }
  );
}
