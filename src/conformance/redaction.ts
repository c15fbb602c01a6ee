// A report is made to be shown around: no token, no real address and no real name is in it.
import type { Finding } from "./report.ts";
import type { Site } from "./server-under-test.ts";

/** Makes what takes secrets and the known person out of a finding. */
export function createRedaction(secrets: readonly string[], known: Site["known"]): (finding: Finding) => Finding {
  const replacements: (readonly [RegExp, string])[] = secrets
    // `Bearer abc`: the token alone would be a secret too.
    .flatMap((secret) => [secret, ...secret.split(/[\s=;]+/)])
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length)
    .map((secret) => [toPattern(secret), "[secret]"]);
  if (known.email !== null) replacements.push([toPattern(known.email), "[known email]"]);
  if (known.name !== null) replacements.push([toPattern(known.name), "[known name]"]);
  const clean = (text: string) => replacements.reduce((left, [pattern, word]) => left.replace(pattern, word), text);

  return (finding) =>
    finding.verdict === "broken"
      ? { ...finding, expected: clean(finding.expected), came: clean(finding.came) }
      : finding;
}

function toPattern(text: string): RegExp {
  return new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi");
}
