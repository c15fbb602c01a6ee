// Counts what happened to deltas.

import type { UserOutcome } from "../report/outcome.ts";
import type { DeltaFailure, DeltaState, DeltaStats } from "./delta-options.ts";

/** The numbers of one delta sync, while they change. */
export interface DeltaTally {
  enqueued(): void;
  judged(outcomes: readonly UserOutcome[], time: number): void;
  buried(count: number): void;
  failed(failure: DeltaFailure): void;
  turned(state: DeltaState): void;
  stats(): DeltaStats;
}

/** Begins to count. */
export function createDeltaTally(): DeltaTally {
  let stats: DeltaStats = {
    state: "idle",
    ...{ enqueued: 0, batches: 0, acknowledged: 0, refused: 0, pending: 0, buried: 0 },
    ...{ lastSuccessAt: null, failure: null },
  };
  const change = (changed: Partial<DeltaStats>) => {
    stats = { ...stats, ...changed };
  };
  return {
    enqueued: () => change({ enqueued: stats.enqueued + 1 }),
    judged(outcomes, time) {
      const count = (kind: UserOutcome["kind"]) => outcomes.filter((outcome) => outcome.kind === kind).length;
      change({
        batches: stats.batches + 1,
        acknowledged: stats.acknowledged + count("acknowledged"),
        refused: stats.refused + count("refused"),
        pending: stats.pending + count("pending"),
        lastSuccessAt: time,
        failure: null,
      });
    },
    buried: (count) => change({ buried: stats.buried + count }),
    failed: (failure) => change({ failure }),
    turned: (state) => change(state === "running" ? { state, failure: null } : { state }),
    stats: () => stats,
  };
}
