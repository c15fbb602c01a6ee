// Compares what the server says of users with the ledger: by dry runs where they are offered, else by sending all users again.
import { ImportClientError } from "../../client/errors.ts";
import type { CallOptions, ImportClient } from "../../client/import-client.ts";
import { isRowStatus } from "../../contract/status.ts";
import { isAcknowledged, toOutcomes, type UserOutcome } from "../report/outcome.ts";
import { type Drift, isToBeSent, type ReconciledUser, type VerificationReport } from "./reconcile-report.ts";

/** Compares users with the server while a reconcile runs. */
export interface Verification {
  /**
   * Asks whether the server offers dry runs. Called once, before the first page.
   *
   * @throws ImportClientError `dry_run_not_offered` for a plan that would have to send all users.
   */
  open(): Promise<void>;
  /** Finds out which users of a page have to be sent beside those that the ledger shows. */
  check(page: readonly ReconciledUser[]): Promise<readonly ReconciledUser[]>;
  /** Takes note of the outcome of a user that was sent. */
  add(user: ReconciledUser, outcome: UserOutcome): void;
  /** Null where the server could not be asked. @param reactivated connections that the sources of the run activated again */
  report(reactivated: number): VerificationReport | null;
}

/** What a verification works with. */
export interface VerificationSetup {
  readonly client: ImportClient;
  /** Sends nothing: then the server must offer dry runs. */
  readonly plan: boolean;
  readonly name: string;
  readonly batchSize: number;
  /** The options of every call to the client. */
  readonly callOptions: CallOptions;
}

/** Creates a verification. */
export function createVerification(setup: VerificationSetup): Verification {
  let by: VerificationReport["by"] | null = null;
  const drift: Record<Drift, number> = { lost: 0, inactive: 0, refused: 0, accepted: 0 };
  const counts = { checked: 0, repaired: 0 };

  function note(user: ReconciledUser, outcome: UserOutcome): ReconciledUser {
    const found = toDrift(user, outcome);
    counts.checked += 1;
    if (found) drift[found] += 1;
    return found ? { ...user, drift: found } : user;
  }

  return {
    async open() {
      const { extensions } = await setup.client.listSources(setup.callOptions);
      by = extensions.includes("dryRun") ? "dry_run" : "sending";
      if (by === "dry_run" || !setup.plan) return;
      const message = "The server lists no dry run. Only sending all users shows what it has.";
      throw new ImportClientError("dry_run_not_offered", message);
    },
    async check(page) {
      const isAsked = (user: ReconciledUser) => !isToBeSent(user) && user.reason !== "repeated";
      if (by === "sending") return page.map((user) => (isAsked(user) ? { ...user, isResent: true } : user));
      const asked = page.filter(isAsked);
      const outcomes = await judge(setup, asked);
      const noted = new Map(asked.map((user, index) => [user, note(user, outcomes[index] as UserOutcome)]));
      return page.map((user) => noted.get(user) ?? user);
    },
    add(user, outcome) {
      const { drift: found = null } = user.isResent ? note(user, outcome) : user;
      if (found && outcome.kind === "acknowledged") counts.repaired += 1;
    },
    report(reactivated) {
      if (by === null) return null;
      // Without dry runs only the counts of the sources show it.
      const inactive = by === "sending" ? reactivated : drift.inactive;
      const repaired = by === "sending" ? counts.repaired + reactivated : counts.repaired;
      return { by, checked: counts.checked, drift: { ...drift, inactive }, repaired };
    },
  };
}

async function judge(
  { client, name, batchSize, callOptions }: VerificationSetup,
  asked: readonly ReconciledUser[],
): Promise<UserOutcome[]> {
  const outcomes: UserOutcome[] = [];
  for (let first = 0; first < asked.length; first += batchSize) {
    const users = asked.slice(first, first + batchSize).map(({ user }) => user);
    const response = await client.importUsers({ sourceName: name, users }, { ...callOptions, dryRun: true });
    outcomes.push(...toOutcomes(users, response, true));
  }
  return outcomes;
}

// Null where ledger and server agree, and where the server did not say.
function toDrift({ entry }: ReconciledUser, outcome: UserOutcome): Drift | null {
  const { status } = outcome;
  if (!entry || status === undefined || !isRowStatus(status)) return null;
  const wasAccepted = isRowStatus(entry.status) && isAcknowledged(entry.status);
  if (!isAcknowledged(status)) return wasAccepted ? "refused" : null;
  if (!wasAccepted) return "accepted";
  if (status === "imported") return "lost";
  return outcome.kind === "pending" && outcome.isInactive ? "inactive" : null;
}
