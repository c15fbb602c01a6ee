// Every check, in the order of the report: what the guides say first.
import type { Check } from "../check.ts";
import { idempotencyChecks } from "./idempotency.ts";
import { importChecks } from "./imports.ts";
import { knownAccountChecks } from "./known-account.ts";
import { knownAccountExtendedChecks } from "./known-account-extended.ts";
import { refusalChecks } from "./refusals.ts";
import { rollbackChecks } from "./rollback.ts";
import { rowChecks } from "./rows.ts";
import { sourceChecks } from "./sources.ts";
import { unseenChecks } from "./unobservable.ts";

const bySubject: readonly Check[] = [
  ...importChecks,
  ...rowChecks,
  ...sourceChecks,
  ...rollbackChecks,
  ...knownAccountChecks,
  ...knownAccountExtendedChecks,
  ...idempotencyChecks,
  ...refusalChecks,
  ...unseenChecks,
];

/** The checks of `core`, then those of `extended` by the number of their decision. */
export const allChecks: readonly Check[] = [
  ...bySubject.filter(({ level }) => level === "core"),
  ...bySubject.filter(({ level }) => level === "extended").sort((a, b) => numberOf(a) - numberOf(b)),
];

function numberOf({ rule }: Check): number {
  return Number(rule.replace("D", ""));
}
