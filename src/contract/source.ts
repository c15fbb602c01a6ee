// A saved import run, the list of them, and what deleting one did.
import * as z from "zod/mini";
import { type Counters, countersSchema } from "./status.ts";

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

const nullableCount = z.catch(z.nullable(z.number()), null);

// An id may be a number on some servers; as text it works in every URL.
const id = z.pipe(
  z.union([z.string().check(z.minLength(1)), z.number()]),
  z.transform((value: string | number) => String(value)),
);

/** A source as any server may send it. */
export const sourceSchema = z.object({
  id,
  name: z.catch(z.string(), ""),
  createdAt: z.catch(z.string(), ""),
  counters: z.catch(z.nullable(countersSchema), null),
  reactivated: nullableCount,
});

// One entry that can't be read must not hide the others; a list of nothing else is no list of sources.
const sources = z.pipe(
  z.array(z.unknown()).check(z.refine((entries) => entries.length === 0 || readSources(entries).length > 0)),
  z.transform(readSources),
);

function readSources(entries: unknown[]): Source[] {
  return entries.flatMap((entry) => {
    const read = sourceSchema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}

/** A list as any server may send it: the guides do not say whether it is an object or a bare array. */
export const sourceListSchema = z.union([
  z.pipe(
    sources,
    z.transform((listed): SourceList => ({ sources: listed, nextCursor: null, extensions: [] })),
  ),
  z.object({
    sources,
    nextCursor: z.catch(z.nullable(z.string()), null),
    extensions: z.catch(z.array(z.string()), []),
  }),
]);

/** A rollback's answer as any server may send it, an empty one included. */
export const rollbackSchema = z.object({
  source: z.catch(z.nullable(sourceSchema), null),
  removed: nullableCount,
  alreadyGone: nullableCount,
  reactivatedKept: nullableCount,
  alreadyDeleted: z.catch(z.boolean(), false),
});
