// What a check is: one rule, tried on a server.
import type { Site } from "./server-under-test.ts";

/** `core`: what the product's guides say. `extended`: the decisions D1 to D24 beyond them. */
export type Level = "core" | "extended";

/** One rule, tried on a server. */
export interface Check {
  /** Subject and what of it, such as `rollback.removes`; stays the same between versions. */
  readonly id: string;
  readonly level: Level;
  /** A sentence of the guides, or the number of a decision. */
  readonly rule: string;
  /** What a server that keeps the rule does. */
  readonly title: string;
  /** Resolves when the rule is kept; rejects with `Broken` or `NotChecked`. */
  readonly run: (site: Site) => Promise<void>;
}
