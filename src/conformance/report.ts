// What a run found: one finding per rule, and what could not be rolled back.
import type { Level } from "./check.ts";

/** What became of one rule. */
export type Finding = {
  readonly id: string;
  readonly level: Level;
  readonly rule: string;
  readonly title: string;
} & (
  | { readonly verdict: "kept" }
  | { readonly verdict: "broken"; readonly expected: string; readonly came: string }
  | { readonly verdict: "not_checked"; readonly reason: string }
);

/** How many rules got which verdict. */
export type Tally = Readonly<Record<Finding["verdict"], number>>;

/** The outcome of a run. */
export interface Report {
  readonly server: string;
  readonly appId: string;
  /** What the server says it offers beyond the guides. */
  readonly extensions: readonly string[];
  readonly findings: readonly Finding[];
  readonly core: Tally;
  readonly extended: Tally;
  /** Sources that this run created and that would not go; empty when all is as it was. */
  readonly leftovers: readonly string[];
  readonly interrupted: boolean;
}

/** Counts the findings of a level. */
export function tally(findings: readonly Finding[], level: Level): Tally {
  const counts = { kept: 0, broken: 0, not_checked: 0 };
  for (const finding of findings) if (finding.level === level) counts[finding.verdict] += 1;
  return counts;
}
