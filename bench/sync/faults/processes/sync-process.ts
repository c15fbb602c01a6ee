// Runs one part of a sync in a process that may be killed: its state is in files.
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createImportClient } from "../../../../src/client/index.ts";
import type { UserInput } from "../../../../src/contract/user.ts";
import { syncUsers } from "../../../../src/sync/index.ts";
import { createFileAuditLog, createFileCheckpoint } from "../../../../src/sync/node.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import { createRandom } from "../../../../test/mock-server/sql/faults/random.ts";
import { makeUsers } from "../portal/people.ts";

/** The task, from its arguments. */
export interface SyncOrder {
  readonly baseUrl: string;
  readonly appId: string;
  readonly folder: string;
  readonly count: number;
  readonly seed: number;
  readonly batchSize: number;
}

/** One line of the outcomes. */
export interface ToldOutcome {
  readonly position: number;
  readonly outcome: UserOutcome;
}

const { baseUrl, appId, folder, count, seed, batchSize } = JSON.parse(process.argv[2] ?? "{}") as SyncOrder;

const { state, failure } = await syncUsers(createImportClient({ appId, baseUrl }), readUsers(), {
  name: "Nightly",
  batchSize,
  checkpoint: createFileCheckpoint(join(folder, "state", "run.checkpoint.json")),
  audit: createFileAuditLog({ directory: join(folder, "state") }),
  resume: true,
  settleTime: 500,
  onOutcome(_, outcome, position) {
    appendFileSync(join(folder, "outcomes.ndjson"), `${JSON.stringify({ position, outcome } satisfies ToldOutcome)}\n`);
  },
});
if (state !== "done") throw new Error(`The run ended ${state}.`, { cause: failure });

async function* readUsers(): AsyncGenerator<UserInput> {
  yield* makeUsers(count, createRandom(seed));
}
