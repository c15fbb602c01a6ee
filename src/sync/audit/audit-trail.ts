// The audit log: a line for every request and every answer of a run, and a manifest of the whole.
import type { ExchangeNotice } from "../../client/import-client.ts";
import { textOr, toMembers } from "../../contract/read-json.ts";
import type { Source } from "../../contract/source.ts";
import { maskEmails } from "../../contract/text.ts";
import type { UndoneSource } from "../checkpoint/undone-source.ts";
import type { SyncCounters } from "../report/counters.ts";
import type { TrippedGuard } from "../report/guards.ts";
import type { UserOutcome } from "../report/outcome.ts";
import type { SyncReport } from "../report/sync-report.ts";
import { SyncError } from "../sync-error.ts";

/** What became of one user, as the audit log has it. */
export type AuditedUser = UserOutcome & {
  /** Place in the input, from 0. */
  readonly position: number;
  /** An id that holds an email is masked like one. */
  readonly externalUserId: string;
  readonly email: string;
};

/** One thing that happened. */
export type AuditFact =
  | {
      readonly type: "runStarted";
      readonly name: string;
      readonly target: string | null;
      readonly total: number | null;
      readonly batchSize: number;
      readonly isDryRun: boolean;
      /** Users that earlier parts of the run have dealt with. */
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
  /** One attempt over HTTP, be it for a batch, for a list or for a rollback. */
  | ({ readonly type: "exchange"; readonly sourceName: string | null; readonly attempt: number } & ExchangeNotice)
  /** What became of a batch. */
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

/** One line: when, of which run, and what. */
export type AuditEntry = { readonly time: string; readonly runId: string } & AuditFact;

/** The whole run: written when it starts, with `finishedAt` null, and again when it ends. */
export type AuditManifest = Pick<SyncReport, "runId" | "name" | "target" | "startedAt"> & {
  /** Null while it runs, and for ever when it was killed. */
  readonly finishedAt: string | null;
  readonly state: string;
  readonly isDryRun: boolean;
  readonly counters: SyncCounters | null;
  readonly sources: readonly Source[];
  readonly guards: readonly TrippedGuard[];
  readonly failure: string | null;
};

/** Where audit lines go. A log that fails stops the run before the next request. */
export interface AuditLog {
  /** Whether entries hold whole emails. @default "masked" */
  readonly emails?: "masked" | "plain" | undefined;
  write(entry: AuditEntry): void | Promise<void>;
  writeManifest?(manifest: AuditManifest): void | Promise<void>;
  /** Told when a run or its undoing ends; what is written later opens it again. */
  close?(): void | Promise<void>;
}

/** Writes the lines of one run in order. */
export interface AuditTrail {
  readonly isOn: boolean;
  /** Takes a fact; it is written after those before it. */
  tell(fact: AuditFact): void;
  /** What became of a user, as it may be written. */
  toUser(user: unknown, outcome: UserOutcome, position: number): AuditedUser;
  /** @throws SyncError `audit_failed` when anything told so far could not be written. */
  settle(): Promise<void>;
  /** @throws SyncError `audit_failed` */
  tellManifest(manifest: AuditManifest): Promise<void>;
  /** @throws SyncError `audit_failed` */
  close(): Promise<void>;
}

// What a host's input holds may be of any length.
const longestText = 256;

/** Makes the trail of a run; without a log it writes nothing. */
export function createAuditTrail(log: AuditLog | undefined, runId: string, now: () => number): AuditTrail {
  let written: Promise<void> = Promise.resolve();
  let failure: { readonly cause: unknown } | null = null;

  function queue(write: () => void | Promise<void>): void {
    written = written.then(write).catch((cause: unknown) => {
      failure ??= { cause };
    });
  }

  function toText(value: unknown): string {
    const text = textOr(value, "").slice(0, longestText);
    return log?.emails === "plain" ? text : maskEmails(text);
  }

  async function settle(): Promise<void> {
    await written;
    if (failure) throw new SyncError("audit_failed", "The audit log could not be written.", failure);
  }

  return {
    isOn: log !== undefined,
    tell(fact) {
      if (!log) return;
      const entry: AuditEntry = { time: new Date(now()).toISOString(), runId, ...fact };
      queue(() => log.write(entry));
    },
    toUser(user, outcome, position) {
      const { externalUserId, email } = toMembers(user) ?? {};
      return { ...outcome, position, externalUserId: toText(externalUserId), email: toText(email) };
    },
    settle,
    async tellManifest(manifest) {
      queue(() => log?.writeManifest?.(manifest));
      await settle();
    },
    async close() {
      queue(() => log?.close?.());
      await settle();
    },
  };
}
