// Types of the doors "./sync...": runs of any length, and what they leave behind.
import { metrics, trace } from "@opentelemetry/api";
import { createImportClient } from "import-existing-users/client";
import type { UserInput } from "import-existing-users/contract";
import {
  type AuditLog,
  type CheckpointStore,
  createMemoryLedger,
  createTelemetryLog,
  type Ledger,
  type SyncReport,
  syncUsers,
} from "import-existing-users/sync";
import { createFileCheckpoint } from "import-existing-users/sync/node";
import { expectSame, expectType } from "./same.ts";

const client = createImportClient({ appId: "app_1" });
declare const table: AsyncIterable<UserInput>;

// Users come from a list or from a stream; a promise of a list is neither.
expectType<Promise<SyncReport>>()(
  syncUsers(client, [{ externalUserId: "1", email: "a@example.com" }], { name: "All" }),
);
expectType<Promise<SyncReport>>()(syncUsers(client, table, { name: "All", batchSize: 500 }));
// @ts-expect-error not awaited
syncUsers(client, Promise.resolve([]), { name: "All" });
// @ts-expect-error a run has a name, by which a person finds its sources
syncUsers(client, table, {});

expectSame<SyncReport["isInputComplete"], boolean>();
export const checkpoint: CheckpointStore = createFileCheckpoint("run.json");
export const ledger: Ledger = createMemoryLedger();

// A meter and a tracer of OpenTelemetry's own API are taken as they are.
expectType<AuditLog>()(createTelemetryLog({ meter: metrics.getMeter("users"), tracer: trace.getTracer("users") }));
expectType<AuditLog>()(createTelemetryLog({}));
