// Starts the parts of a run in two ways: the engine with its files, and the command with its state folder.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import papaparse from "papaparse";
import type { UserInput } from "../../../../src/contract/user.ts";
import { parseCheckpoint } from "../../../../src/sync/checkpoint/file-checkpoint.ts";
import type { AuditManifest, Checkpoint } from "../../../../src/sync/index.ts";
import type { UserOutcome } from "../../../../src/sync/report/outcome.ts";
import type { Ended } from "../judge.ts";
import type { SyncOrder, ToldOutcome } from "./sync-process.ts";

/** One run and its files. */
export interface Runner {
  /** Options of the next part. */
  words(): string[];
  isDone(): boolean;
  /** The reports and outcomes. */
  read(): Pick<Ended, "report" | "reported" | "mayRepeat">;
}

const suffix = ".checkpoint.json";

/** Runs `syncUsers` in a process of its own. */
export function createEngine(order: SyncOrder): Runner {
  const state = toState(order);
  return {
    words: () => [join(import.meta.dirname, "sync-process.ts"), JSON.stringify(order)],
    isDone: () => readCheckpoint(state)?.state === "done",
    read() {
      const reported: UserOutcome[][] = Array.from({ length: order.count }, () => []);
      for (const line of readFileSync(join(order.folder, "outcomes.ndjson"), "utf8").trim().split("\n")) {
        const { position, outcome } = JSON.parse(line) as ToldOutcome;
        reported[position]?.push(outcome);
      }
      return { report: readReport(state), reported, mayRepeat: true };
    },
  };
}

/** Runs the command line, which writes one line per row. */
export function createCommand(order: SyncOrder, users: readonly UserInput[]): Runner {
  const state = toState(order);
  const file = join(order.folder, "users.ndjson");
  const results = join(order.folder, "results.csv");
  writeFileSync(file, users.map((user) => `${JSON.stringify(user)}\n`).join(""));
  const main = join(import.meta.dirname, "../../../../src/cli/main.ts");
  const target = ["--base-url", order.baseUrl, "--app", order.appId, "--state", state, "--results", results];
  const first = ["--source-name", "Nightly", "--batch-size", String(order.batchSize)];
  return {
    words: () => [main, "sync", file, ...target, ...(readCheckpoint(state) ? ["--resume", "last"] : first)],
    isDone: () => readCheckpoint(state)?.state === "done",
    read: () => ({ report: readReport(state), reported: readResults(results, order.count), mayRepeat: false }),
  };
}

function toState({ folder }: SyncOrder): string {
  const state = join(folder, "state");
  mkdirSync(state);
  return state;
}

function readCheckpoint(state: string): Checkpoint | null {
  const name = readdirSync(state).findLast((one) => one.endsWith(suffix));
  return name === undefined ? null : parseCheckpoint(readFileSync(join(state, name), "utf8"));
}

// A process killed after its last step prints nothing, so the stored files are read.
function readReport(state: string): Ended["report"] {
  const checkpoint = readCheckpoint(state);
  const path = join(state, `${checkpoint?.runId}.manifest.json`);
  const { counters, sources, ...manifest } = JSON.parse(readFileSync(path, "utf8")) as AuditManifest;
  if (!checkpoint || !counters) throw new Error(`The run was left ${manifest.state}.`);
  return {
    state: checkpoint.state === "done" ? "done" : "partial",
    counters,
    sources,
    batches: checkpoint.batches.length,
  };
}

function readResults(path: string, count: number): UserOutcome[][] {
  const reported: UserOutcome[][] = Array.from({ length: count }, () => []);
  const { data } = papaparse.parse<string[]>(readFileSync(path, "utf8").trim());
  for (const [number, , , kind, status, reason = "", sourceId = ""] of data.slice(1)) {
    const outcome = {
      kind,
      status,
      reason,
      // A cause may follow: "email invalid_email: the @ is missing".
      code: reason.split(":")[0]?.split(" ").at(-1) || null,
      sourceId,
      field: null,
      warnings: [],
    };
    reported[Number(number) - 1]?.push(outcome as unknown as UserOutcome);
  }
  return reported;
}
