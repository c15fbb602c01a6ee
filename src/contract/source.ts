// A saved import run, the list of them, and what deleting one did.
import { numberOrNull, textOr, toMembers } from "./read-json.ts";
import { type Counters, readCounters } from "./status.ts";

/** One saved import run. */
export interface Source {
  readonly id: string;
  readonly name: string;
  /** ISO 8601 in UTC. */
  readonly createdAt: string;
  /** Null where the server keeps none. */
  readonly counters: Counters | null;
  /** How many of `already_connected` had been inactive; null where the server does not say. */
  readonly reactivated: number | null;
}

/** What a server offers beyond the guides. A client asks for nothing that is not listed. */
export const extensions = ["dryRun", "idempotencyKey", "results"] as const;

export type Extension = (typeof extensions)[number];

/** Saved runs, newest first. */
export interface SourceList {
  readonly sources: readonly Source[];
  /** Opaque; null on the last page. */
  readonly nextCursor: string | null;
  readonly extensions: readonly (Extension | (string & {}))[];
}

/** What a rollback did, or would do in a dry run. Numbers are null where the server gave none. */
export interface Rollback {
  readonly source: Source | null;
  /** Connections removed: those this source had created. */
  readonly removed: number | null;
  /** Created by this source, but gone before. */
  readonly alreadyGone: number | null;
  /** Reactivated by this source; they stay active. */
  readonly reactivatedKept: number | null;
  /** True when the source had been deleted before: not an error. */
  readonly alreadyDeleted: boolean;
}

/** A source as any server may send it; null without an id, which as a number would do too. */
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

/** A list as any server may send it, null for no list: the guides do not say whether it is an object or a bare array. */
export function readSourceList(body: unknown): SourceList | null {
  const { sources: listed, nextCursor, extensions } = toMembers(Array.isArray(body) ? { sources: body } : body) ?? {};
  if (!Array.isArray(listed)) return null;
  // One entry that can't be read must not hide the others; a list of nothing else is no list of sources.
  const sources = listed.map(readSource).filter((source) => source !== null);
  if (sources.length === 0 && listed.length > 0) return null;
  const isTexts = Array.isArray(extensions) && extensions.every((extension) => typeof extension === "string");
  return { sources, nextCursor: textOr(nextCursor, null), extensions: isTexts ? extensions : [] };
}

/** A rollback's answer as any server may send it; numbers that it does not tell are null. Null for no object. */
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
