// Lists every check in the order of the report: the rules of the guides first.

import { NotChecked } from "../check-errors.ts";
import type { Check } from "../server-under-test.ts";
import { idempotencyChecks } from "./idempotency.ts";
import { importChecks } from "./imports.ts";
import { knownAccountChecks, knownAccountExtendedChecks } from "./known-account.ts";
import { refusalChecks } from "./refusals.ts";
import { rowChecks } from "./rows.ts";
import { rollbackChecks, sourceChecks } from "./sources.ts";

// No request can show these rules. They are reported as not checked, so that their absence is not taken for a pass.
const unobservable: readonly (readonly [id: string, rule: string, title: string, reason: string])[] = [
  [
    "unseen.dates",
    "D7",
    "Dates and shared email of a connection are refreshed, never narrowed",
    "No endpoint shows a connection.",
  ],
  [
    "unseen.reactivation",
    "D8",
    "Refreshes and reactivations survive a rollback",
    "It needs an inactive connection and a look at it.",
  ],
  ["unseen.atomic", "D11", "An import is one transaction", "It needs a server that is killed in the middle."],
  ["unseen.accounts", "D21", "Suspended, deleted and unverified accounts are not_found", "It needs such accounts."],
  ["unseen.forbidden", "D22", "A known application without the right is forbidden", "It needs a second developer."],
  [
    "unseen.rivals",
    "D30",
    "Of two accounts of one email the oldest verified one matches",
    "It needs two such accounts.",
  ],
  ["unseen.logs", "D23", "Logs hold masked emails only", "Logs are not on the wire."],
];

const unobservableChecks: readonly Check[] = unobservable.map(([id, rule, title, reason]) => ({
  id,
  level: "extended",
  rule,
  title,
  run: () => Promise.reject(new NotChecked(reason)),
}));

const bySubject: readonly Check[] = [
  ...importChecks,
  ...rowChecks,
  ...sourceChecks,
  ...rollbackChecks,
  ...knownAccountChecks,
  ...knownAccountExtendedChecks,
  ...idempotencyChecks,
  ...refusalChecks,
  ...unobservableChecks,
];

/** The checks of `core`, then those of `extended` in the order of their decisions. */
export const allChecks: readonly Check[] = [
  ...bySubject.filter(({ level }) => level === "core"),
  ...bySubject.filter(({ level }) => level === "extended").sort((a, b) => numberOf(a) - numberOf(b)),
];

function numberOf({ rule }: Check): number {
  return Number(rule.replace("D", ""));
}
