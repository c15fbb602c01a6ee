// What a check is, and the two ways in which it can end other than well.
import type { Site } from "./site.ts";

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

/** The server does something else than the rule says. */
export class Broken extends Error {
  override readonly name = "Broken";
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`Expected ${expected}, came ${came}`);
    this.expected = expected;
    this.came = came;
  }
}

/** The rule could not be tried here; the message says why. */
export class NotChecked extends Error {
  override readonly name = "NotChecked";
}
