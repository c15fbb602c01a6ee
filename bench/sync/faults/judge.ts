// Checks what must hold after a run has ended, whatever faults it met.
import type { UserOutcome } from "../../../src/sync/report/outcome.ts";
import type { SyncReport } from "../../../src/sync/report/sync-report.ts";
import { type ApplicationState, type Faultless, toVerdict } from "./portal/application.ts";
import type { ServerKind } from "./proxy/kinds.ts";

/** A finished run and its outcomes. */
export interface Ended {
  readonly kind: ServerKind;
  readonly batches: number;
  readonly report: Pick<SyncReport, "state" | "counters" | "sources" | "batches">;
  /** Every reported outcome, per user, in order. */
  readonly reported: readonly (readonly UserOutcome[])[];
  /** True when a process was killed, after which a batch may be reported again. */
  readonly mayRepeat: boolean;
}

/** Lists everything that is wrong. */
export function judge(ended: Ended, faultless: Faultless, state: ApplicationState): string[] {
  const { kind, batches, report } = ended;
  const { total, acknowledged, refused, pending, pendingReasons } = report.counters;
  const count = faultless.outcomes.length;
  const wrong: string[] = [];
  const check = (isTrue: boolean, text: string) => void (isTrue || wrong.push(text));
  check(report.state === "done", `the run ended ${report.state}`);
  check(total === count && acknowledged + refused + pending === total, `counters ${JSON.stringify(report.counters)}`);
  check(pending === (pendingReasons.results_unknown ?? 0), `pending ${JSON.stringify(pendingReasons)}`);
  // Allowed only where a saved source may bring counts only.
  check(kind === "keyless" || kind === "terse" || pending === 0, `${pending} pending`);
  check(report.batches === batches, `${report.batches} batches`);
  // A source that the answer does not name may stay unknown.
  check(kind === "terse" || report.sources.length === batches, `${report.sources.length} sources reported`);
  for (const { id, name } of report.sources) check(state.names.get(id) === name, `${id} is not there`);
  wrong.push(...compare("connections", state.connections, faultless.state.connections));
  wrong.push(...compare("sources", state.sources, faultless.state.sources));
  wrong.push(...judgeOutcomes(ended, faultless));
  return wrong;
}

function judgeOutcomes({ reported, report, mayRepeat }: Ended, { outcomes }: Faultless): string[] {
  const wrong: string[] = [];
  const kinds = { acknowledged: 0, refused: 0, pending: 0 };
  for (const [position, expected] of outcomes.entries()) {
    const heard = reported[position] ?? [];
    const last = heard.at(-1);
    if (!last) {
      wrong.push(`user ${position} was never reported`);
      continue;
    }
    kinds[last.kind] += 1;
    const final = heard.filter((one) => one.kind !== "pending" || one.reason === "results_unknown").map(toVerdict);
    // A server without keys can't repeat results that a killed process reported but did not write down.
    const verdicts = new Set(mayRepeat ? final.filter((one) => one !== "pending results_unknown") : final);
    if (final.length === 0 || verdicts.size > 1 || (final.length > 1 && !mayRepeat)) {
      wrong.push(`user ${position} was reported as ${heard.map(toVerdict).join(", then ")}`);
    }
    if (last.kind !== "pending" && toVerdict(last) !== expected) {
      wrong.push(`user ${position} is ${toVerdict(last)}, where ${expected} is right`);
    }
  }
  for (const kind of ["acknowledged", "refused", "pending"] as const) {
    if (kinds[kind] !== report.counters[kind]) wrong.push(`${kinds[kind]} reported as ${kind}, counted otherwise`);
  }
  return wrong;
}

/** Lines that only one of the two has. */
export function compare(what: string, is: readonly string[], should: readonly string[]): string[] {
  const left = [...should];
  const more = is.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return [...more.map((line) => `${what}: ${line} too many`), ...left.map((line) => `${what}: ${line} is missing`)];
}
