// Rules that no request can show: named in every report, so that nobody takes silence for a pass.

import type { Check } from "../check.ts";
import { NotChecked } from "../check-errors.ts";

const unseen: readonly (readonly [id: string, rule: string, title: string, reason: string])[] = [
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
  ["unseen.logs", "D23", "Logs hold masked emails only", "Logs are not on the wire."],
];

/** The rules that stay unchecked, as checks that say why. */
export const unseenChecks: readonly Check[] = unseen.map(([id, rule, title, reason]) => ({
  ...{ id, rule, title, level: "extended" },
  run: () => Promise.reject(new NotChecked(reason)),
}));
