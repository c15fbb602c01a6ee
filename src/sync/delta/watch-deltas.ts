// Watches deltas as a run is watched: guards before and after each batch, the audit log, and alerts on the counts of a day.
import type { Timing } from "../../client/clock.ts";
import type { CallOptions, ImportOutcome } from "../../client/import-client.ts";
import { type AuditTrail, createAuditTrail } from "../audit/audit-trail.ts";
import { type Alert, toAlerts } from "../report/alerts.ts";
import { createGuards, type TrippedGuard } from "../report/guards.ts";
import { addCounters, countOutcomes, noUsers, type SyncCounters, toOutcomes } from "../report/outcome.ts";
import { SyncError } from "../sync-error.ts";
import type { DeltaSettings } from "./delta-options.ts";
import type { Delta } from "./delta-queue.ts";
import type { DeltaRequest } from "./delta-request.ts";
import type { ReportFailure } from "./settle-deltas.ts";

/** Watches the batches of one delta sync. */
export interface DeltaWatch {
  /** @throws SyncError `guard_tripped` for a batch that is mostly invalid; nothing of it was sent. */
  checkBatch(batch: readonly Delta[]): void;
  /**
   * Writes the request to the audit log; the options record its exchanges.
   *
   * @throws SyncError `audit_failed`; nothing was sent.
   */
  open(batch: readonly Delta[], made: DeltaRequest): Promise<CallOptions>;
  /** Records the answer and sends alerts. Resolves with a guard that tripped at the server's results, else null. */
  record(batch: readonly Delta[], made: DeltaRequest, response: ImportOutcome): Promise<SyncError | null>;
  /** Records a failure, and sends an alert if the last success is too long ago. */
  recordFailure(code: string, error: unknown): void;
  /** Closes the audit log. Never rejects. */
  close(): Promise<void>;
}

/** What a watch works with. */
export interface DeltaWatchSetup {
  readonly settings: DeltaSettings;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  readonly reportFailure: ReportFailure;
}

/** Creates a watch. */
export function createDeltaWatch({ settings, timing, signal, reportFailure }: DeltaWatchSetup): DeltaWatch {
  const { name, audit } = settings;
  const guards = createGuards(settings.guards ?? {});
  const startedAt = timing.now();
  let lastSuccessAt = startedAt;
  let day = { name: "", counters: noUsers, sent: new Set<string>() };
  let log: { readonly runId: string; readonly trail: AuditTrail } | null = null;

  function today(): typeof day {
    const date = new Date(timing.now()).toISOString().slice(0, 10);
    if (day.name !== date) day = { name: date, counters: noUsers, sent: new Set() };
    return day;
  }

  const toRunId = () => `${name.replaceAll(" ", "-")}-${today().name}`;

  // A new log for each day, and after one that failed.
  async function trailOfToday(): Promise<AuditTrail> {
    const runId = toRunId();
    if (log?.runId === runId) return log.trail;
    await log?.trail.close().catch(() => {});
    log = { runId, trail: createAuditTrail(audit, runId, timing.now) };
    return log.trail;
  }

  async function flush(trail: AuditTrail): Promise<void> {
    await trail.flush().catch((error) => {
      log = null;
      throw error;
    });
  }

  function enforce(guard: TrippedGuard | null): SyncError | null {
    if (!guard) return null;
    log?.trail.record({ type: "guardTripped", guard });
    if (guard.override !== null) return null;
    const share = `${guard.code}: a share of ${guard.share.toFixed(3)}, where ${guard.most} is allowed.`;
    return new SyncError("guard_tripped", `${share} The users stay in the queue.`);
  }

  async function alert(counters: SyncCounters): Promise<void> {
    const at = new Date(lastSuccessAt).toISOString();
    const facts = { runId: toRunId(), counters, lastSuccessAt: at, now: timing.now(), guards: [] };
    for (const one of toAlerts(facts, settings.alerts ?? {})) {
      const kind = one.code === "high_rate" ? `${one.code} ${one.status}` : one.code;
      if (day.sent.has(kind)) continue;
      day.sent.add(kind);
      await callSinks(one);
    }
  }

  async function callSinks(one: Alert): Promise<void> {
    for (const sink of settings.alerts?.sinks ?? []) {
      try {
        await sink(one);
      } catch (error) {
        reportFailure("callback", error, null);
      }
    }
  }

  return {
    checkBatch(batch) {
      const tripped = enforce(guards.checkFirst(batch.map(({ user }) => user)));
      if (tripped) throw tripped;
    },
    async open(batch, { request: { sourceName }, idempotencyKey }) {
      const trail = await trailOfToday();
      if (!trail.isOn) return { signal };
      const bytes = JSON.stringify(batch.map(({ user }) => user)).length;
      const facts = { sourceName, first: 0, count: batch.length, bytes, hash: idempotencyKey.slice("delta-".length) };
      trail.record({ type: "request", ...facts, idempotencyKey });
      await flush(trail);
      const attempts = new Map<string, number>();
      return {
        signal,
        onExchange(notice) {
          const attempt = (attempts.get(notice.method) ?? 0) + 1;
          attempts.set(notice.method, attempt);
          trail.record({ type: "exchange", sourceName, attempt, ...notice });
        },
      };
    },
    async record(batch, { request }, response) {
      const outcomes = toOutcomes(request.users, response, false);
      const counters = countOutcomes(outcomes);
      const current = today();
      current.counters = addCounters(current.counters, counters);
      current.sent.delete("no_recent_success");
      lastSuccessAt = timing.now();
      const trail = await trailOfToday();
      if (trail.isOn) {
        const users = outcomes.map((outcome, index) => trail.toAuditedUser(batch[index]?.user, outcome, index));
        const { source, adopted: isAdopted = false } = response;
        trail.record({ type: "answer", sourceName: request.sourceName, source, counters, isAdopted, users });
        await flush(trail).catch((error) => reportFailure("audit_failed", error, null));
      }
      await alert(current.counters);
      return enforce(guards.checkFirstAnswer(counters));
    },
    recordFailure(code, error) {
      log?.trail.record({ type: "failure", code, message: error instanceof Error ? error.message : String(error) });
      void alert(noUsers);
    },
    async close() {
      await log?.trail.close().catch((error) => reportFailure("audit_failed", error, null));
      log = null;
    },
  };
}
