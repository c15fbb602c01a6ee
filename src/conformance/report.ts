// Defines the report of a run, counts its findings, and removes secrets and personal data from them.
import type { Level, ServerUnderTest } from "./server-under-test.ts";

/** The outcome of one check. */
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

/** The number of findings per verdict. */
export type FindingCounts = Readonly<Record<Finding["verdict"], number>>;

/** The outcome of a run. */
export interface Report {
  readonly server: string;
  readonly appId: string;
  /** The extensions that the server lists. */
  readonly extensions: readonly string[];
  readonly findings: readonly Finding[];
  readonly core: FindingCounts;
  readonly extended: FindingCounts;
  /** Sources that this run created and could not roll back. */
  readonly leftovers: readonly string[];
  readonly interrupted: boolean;
}

/** Counts the findings of a level. */
export function countFindings(findings: readonly Finding[], level: Level): FindingCounts {
  const counts = { kept: 0, broken: 0, not_checked: 0 };
  for (const finding of findings) if (finding.level === level) counts[finding.verdict] += 1;
  return counts;
}

/** Creates a function that replaces secrets, and the known email and name, in a finding. */
export function createRedaction(
  secrets: readonly string[],
  known: ServerUnderTest["known"],
): (finding: Finding) => Finding {
  const replacements: (readonly [RegExp, string])[] = secrets
    // `Bearer abc`: the token alone would be a secret too.
    .flatMap((secret) => [secret, ...secret.split(/[\s=;]+/)])
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length)
    .map((secret) => [toPattern(secret), "[secret]"]);
  if (known.email !== null) replacements.push([toPattern(known.email), "[known email]"]);
  if (known.name !== null) replacements.push([toPattern(known.name), "[known name]"]);
  const clean = (text: string) =>
    replacements.reduce((cleaned, [pattern, word]) => cleaned.replace(pattern, word), text);

  return (finding) =>
    finding.verdict === "broken"
      ? { ...finding, expected: clean(finding.expected), came: clean(finding.came) }
      : finding;
}

function toPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
}
