// Writes the audit log of a run: one entry per request, answer and event, and a manifest of the whole run.
import type { ExchangeNotice } from "../../client/import-client.ts";
import { textOr, toMembers } from "../../contract/read-json.ts";
import type { Source } from "../../contract/source.ts";
import { maskEmails } from "../../contract/text.ts";
import type { UndoneSource } from "../checkpoint/checkpoint.ts";
import type { TrippedGuard } from "../report/guards.ts";
import type { SyncCounters, UserOutcome } from "../report/outcome.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { SyncError } from "../sync-error.ts";

/** The outcome of one user as it stands in the audit log. */
export type AuditedUser = UserOutcome & {
  /** Position in the input, from 0. */
  readonly position: number;
  /** An email within the id is masked too. */
  readonly externalUserId: string;
  readonly email: string;
};

/** An event of a run. */
export type AuditFact =
  | {
      readonly type: "runStarted";
      readonly name: string;
      readonly target: string | null;
      readonly total: number | null;
      readonly batchSize: number;
      readonly isDryRun: boolean;
      /** Users answered in earlier parts of the run. */
      readonly answered: number;
    }
  | { readonly type: "guardTripped"; readonly guard: TrippedGuard }
  /** A batch is about to be sent. */
  | {
      readonly type: "request";
      readonly sourceName: string;
      readonly first: number;
      readonly count: number;
      readonly bytes: number;
      /** SHA-256 of the users as they are sent. */
      readonly hash: string;
      readonly idempotencyKey: string;
    }
  /** One attempt over HTTP, for a batch, a list or a rollback. */
  | ({ readonly type: "exchange"; readonly sourceName: string | null; readonly attempt: number } & ExchangeNotice)
  /** The answer to a batch. */
  | {
      readonly type: "answer";
      readonly sourceName: string;
      readonly source: Source | null;
      readonly counters: SyncCounters;
      /** True when the answer was lost and the saved source was found in the list. */
      readonly isAdopted: boolean;
      readonly users: readonly AuditedUser[];
    }
  | { readonly type: "failure"; readonly code: string; readonly message: string }
  | ({ readonly type: "sourceUndone" } & UndoneSource)
  | { readonly type: "runFinished"; readonly state: string };

/** One entry: the time, the run and the event. */
export type AuditEntry = { readonly time: string; readonly runId: string } & AuditFact;

/** A summary of the run, written when it starts (with `finishedAt` null) and again when it ends. */
export type AuditManifest = Pick<SyncReport, "runId" | "name" | "target" | "startedAt"> & {
  /** Null while the run goes on, and still null after it was killed. */
  readonly finishedAt: string | null;
  readonly state: string;
  readonly isDryRun: boolean;
  readonly counters: SyncCounters | null;
  readonly sources: readonly Source[];
  readonly guards: readonly TrippedGuard[];
  readonly failure: string | null;
};

/** Receives audit entries. A log that fails stops the run before the next request. */
export interface AuditLog {
  /** Whether entries hold whole emails. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
  write(entry: AuditEntry): void | Promise<void>;
  writeManifest?(manifest: AuditManifest): void | Promise<void>;
  /** Called when a run or its undoing ends. A later write opens the log again. */
  close?(): void | Promise<void>;
}

/** Writes the entries of one run in order. */
export interface AuditTrail {
  readonly isOn: boolean;
  /** Queues an event; events are written in order. */
  record(fact: AuditFact): void;
  /** The outcome of a user, with the emails masked where the log wants it. */
  toAuditedUser(user: unknown, outcome: UserOutcome, position: number): AuditedUser;
  /** @throws SyncError `audit_failed` when anything recorded so far could not be written. */
  flush(): Promise<void>;
  /** @throws SyncError `audit_failed` */
  writeManifest(manifest: AuditManifest): Promise<void>;
  /** @throws SyncError `audit_failed` */
  close(): Promise<void>;
}

// Texts of an input may be of any length.
const maxTextLength = 256;

/** Creates the trail of a run; without a log it writes nothing. */
export function createAuditTrail(log: AuditLog | undefined, runId: string, now: () => number): AuditTrail {
  let written: Promise<void> = Promise.resolve();
  let failure: { readonly cause: unknown } | null = null;

  function queue(write: () => void | Promise<void>): void {
    written = written.then(write).catch((cause: unknown) => {
      failure ??= { cause };
    });
  }

  function toText(value: unknown): string {
    const text = textOr(value, "").slice(0, maxTextLength);
    return log?.emails === "plain" ? text : maskEmails(text);
  }

  async function flush(): Promise<void> {
    await written;
    if (failure) throw new SyncError("audit_failed", "The audit log could not be written.", failure);
  }

  return {
    isOn: log !== undefined,
    record(fact) {
      if (!log) return;
      const entry: AuditEntry = { time: new Date(now()).toISOString(), runId, ...fact };
      queue(() => log.write(entry));
    },
    toAuditedUser(user, outcome, position) {
      const { externalUserId, email } = toMembers(user) ?? {};
      return { ...outcome, position, externalUserId: toText(externalUserId), email: toText(email) };
    },
    flush,
    async writeManifest(manifest) {
      queue(() => log?.writeManifest?.(manifest));
      await flush();
    },
    async close() {
      queue(() => log?.close?.());
      await flush();
    },
  };
}
