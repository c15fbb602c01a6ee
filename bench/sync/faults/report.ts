// Prints how often each fault occurred, and what was found.

import type { KillReport } from "./processes/kill-rounds.ts";
import { faultKinds } from "./proxy/kinds.ts";
import type { CutReport } from "./subjects/cut-answers.ts";
import type { DeltaFaultReport } from "./subjects/faulted-deltas.ts";
import type { ReconcileFaultReport } from "./subjects/faulted-reconciles.ts";
import type { FaultReport } from "./subjects/faulted-runs.ts";
import type { MutationReport } from "./subjects/mutated-answers.ts";

const methods = ["POST", "GET", "DELETE"];
const toSeconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);

/** The runs with faults, as a table by kind. */
export function toFaultLines({ counts, runs, users, longest, bound, ...report }: FaultReport): string[] {
  const cells = (kind: (typeof faultKinds)[number]["kind"]) =>
    methods.map((method) => counts.sum(method, kind)).join(" | ");
  const rows = faultKinds.map(({ kind, says }) => `| ${says} | ${cells(kind)} |`);
  return [
    `| Fault at a request | ${methods.join(" | ")} |`,
    "| --- | --- | --- | --- |",
    ...rows,
    "",
    `${counts.sum()} faults in ${runs} runs of ${users} users, resumed ${report.resumptions} times; ${report.undone} of them undone after it.`,
    `Servers without keys left only counts for ${report.countsOnly} users.`,
    `The longest call took ${toSeconds(longest)} s, where the policy allows ${toSeconds(bound)} s.`,
    toFound(report.wrong),
  ];
}

/** The delta syncs with faults. */
export function toDeltaLines({ syncs, users, restarts, counts, unknown, wrong }: DeltaFaultReport): string[] {
  return [
    "",
    `${counts.sum()} faults in ${syncs} delta syncs of ${users} users, started again ${restarts} times.`,
    `Servers without keys could not tell the outcome of ${unknown} users, who are left to a reconcile.`,
    toFound(wrong),
  ];
}

/** The reconciles with faults. */
export function toReconcileLines({ rounds, users, repetitions, counts, lost, wrong }: ReconcileFaultReport): string[] {
  return [
    "",
    `${counts.sum()} faults in ${rounds} rounds of reconcile, repair, undo and reconcile over ${users} users, repeated ${repetitions} times.`,
    `${lost} connections were deleted in the portal, and all of them repaired.`,
    toFound(wrong),
  ];
}

/** The processes that were killed. @param what the runs were */
export function toKillLines({ runs, kills, moments, wrong }: KillReport, what: string): string[] {
  const when = [...moments].map(([moment, count]) => `${count} ${moment}`).join(", ");
  return [
    "",
    `${kills} processes killed in ${runs} ${what} (${when}), each resumed until it was done.`,
    toFound(wrong),
  ];
}

/** The answers that were changed. */
export function toMutationLines({ answers, believed, disbelieved, wrong }: MutationReport): string[] {
  return ["", `${answers} answers changed: ${disbelieved} doubted at first, ${believed} harmless.`, toFound(wrong)];
}

/** The answers that were cut. */
export function toCutLines({ runs, cuts, wrong }: CutReport): string[] {
  const each = [...cuts].map(([method, count]) => `${count} of ${method}`).join(", ");
  return ["", `Answers cut in ${runs} runs, each resumed until it was done, then undone: ${each}.`, toFound(wrong)];
}

function toFound(wrong: readonly string[]): string {
  return wrong.length === 0 ? "Found: nothing." : `Found: **${wrong.length}**.`;
}
