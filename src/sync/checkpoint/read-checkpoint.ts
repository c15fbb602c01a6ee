// Reads a checkpoint that was kept as text: whole, or not at all.
import { toMembers } from "../../contract/read-json.ts";
import { SyncError } from "../sync-error.ts";
import type { Checkpoint } from "./checkpoint.ts";

/**
 * The run that a text holds.
 *
 * @throws SyncError `checkpoint_unreadable`: guessing would send users twice.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const checkpoint = toMembers(parseJson(text));
  const isWhole =
    checkpoint?.version === 1 &&
    ["runId", "name", "startedAt"].every((key) => typeof checkpoint[key] === "string") &&
    ["batchSize", "mostUsers"].every((key) => Number.isInteger(checkpoint[key])) &&
    ["running", "done", "undoing", "undone"].includes(String(checkpoint.state)) &&
    Array.isArray(checkpoint.batches) &&
    checkpoint.batches.every(isBatch) &&
    (checkpoint.inDoubt === null || isBatch(checkpoint.inDoubt));
  if (isWhole) return checkpoint as unknown as Checkpoint;
  const message = "The checkpoint holds something else than a run of this version. Nothing was sent.";
  throw new SyncError("checkpoint_unreadable", message);
}

function isBatch(value: unknown): boolean {
  const batch = toMembers(value);
  return Number.isInteger(batch?.first) && Number.isInteger(batch?.count) && typeof batch?.hash === "string";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
