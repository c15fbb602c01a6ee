// What a remembered mapping is.

import type { ColumnMapping, NameColumns } from "../csv/mapping/suggestion.ts";

/** One remembered mapping. It holds no text of the file, not even the names of its columns. */
export interface RememberedMapping {
  /** A hash of the header's names, in their order. */
  readonly signature: string;
  /** How many columns the header has, without those that a download of ours added. */
  readonly width: number;
  readonly mapping: ColumnMapping;
  /** The columns that were joined to the name, in place of `mapping.name`. */
  readonly nameColumns: NameColumns | null;
  /** When it was last confirmed by a start: milliseconds since 1970-01-01 UTC. */
  readonly confirmedAt: number;
  /** The source of that start, to tell one from another. */
  readonly sourceName: string;
}
