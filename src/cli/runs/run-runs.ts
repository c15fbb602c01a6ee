// Runs `runs list`, `runs show` and `runs prune`: the runs that a state folder keeps.
import { rm, stat } from "node:fs/promises";
import type { Checkpoint } from "../../sync/checkpoint/checkpoint.ts";
import { addCounters, noUsers, type SyncCounters } from "../../sync/report/outcome.ts";
import type { PruneOptions, RunsOptions } from "../commands/options.ts";
import { sourceTable } from "../server/run-sources.ts";
import { count, createOutput, exitCodes, InputError, plural, printable, type Terminal } from "../terminal/terminal.ts";
import { openState, type StateFolder, type StoredRun } from "./state-folder.ts";

/** Lists the runs of a folder, newest first; resolves with the exit code. */
export async function listRuns({ state, json }: RunsOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, json === true);
  const folder = await openState(state, output.warn, false);
  const runs = (await readRuns(folder)).reverse();
  const lines = runs.map(({ id, checkpoint }) => (checkpoint ? toLine(id, checkpoint) : [id, "unreadable"]));
  for (const line of toTable(["Run", "Kind", "State", "Users", "Sources", "Name", "Target"], lines)) output.say(line);
  if (!folder.exists) output.say(`There is no state folder ${state}.`);
  else if (runs.length === 0) output.say(`${state} contains no runs.`);
  output.result({ runs: runs.map(({ id, checkpoint }) => ({ run: id, ...(checkpoint && toFacts(checkpoint)) })) });
  return exitCodes.ok;
}

/** Shows one run; resolves with the exit code. */
export async function showRun(wanted: string, { state, json }: RunsOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, json === true);
  const run = await (await openState(state, output.warn, false)).find(wanted === "last" ? null : wanted);
  const checkpoint = await run.checkpoint.read();
  if (!checkpoint) throw new InputError("no_such_run", `There is no run "${wanted}".`);
  const { name, target, startedAt, lastSuccess, inDoubt, batches } = checkpoint;
  const facts = toFacts(checkpoint);
  const { acknowledged, refused, pending } = facts.counters;
  output.say(printable(`Run ${run.id} "${name}", ${facts.kind}, ${facts.state}`));
  output.say(printable(`  target         ${target ?? "unknown"}`));
  output.say(`  started        ${startedAt}`);
  if (lastSuccess?.runId === checkpoint.runId) output.say(`  finished       ${lastSuccess.finishedAt}`);
  output.say(
    `  answered       ${plural(facts.users, "user")}: ${count(acknowledged)} acknowledged, ${count(refused)} refused, ${count(pending)} pending`,
  );
  if (inDoubt) output.say(printable(`  in doubt       ${plural(inDoubt.count, "user")} in "${inDoubt.sourceName}"`));
  const kept = batches.flatMap(({ source, undone }) => (source && !undone ? [source] : []));
  for (const line of sourceTable(kept)) output.say(line);
  output.result({ run: run.id, ...facts, inDoubt, lastSuccess, sources: kept });
  return exitCodes.ok;
}

/**
 * Deletes the files of runs that are older than `--keep`, but never the last successful run of a target, with which the next one is
 * compared, and no run that a process works on. Resolves with the exit code.
 */
export async function pruneRuns({ state, keep, dryRun, json }: PruneOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, json === true);
  const folder = await openState(state, output.warn, false);
  if (!folder.exists) output.say(`There is no state folder ${state}.`);
  const runs = await readRuns(folder);
  const baselines = findBaselines(runs);
  const pruned: string[] = [];
  let bytes = 0;
  for (const { id, run, changedAt } of runs) {
    if (changedAt > Date.now() - keep || baselines.has(id)) continue;
    const size = dryRun ? await folder.size(id) : await removeRun(folder, run);
    if (size === null) continue;
    bytes += size;
    pruned.push(id);
  }
  const verb = dryRun ? "Would delete" : "Deleted";
  output.say(
    `${verb} ${plural(pruned.length, "run")} (${(bytes / 1e6).toFixed(1)} MB), kept ${count(runs.length - pruned.length)}.`,
  );
  output.result({ pruned, bytes, kept: runs.length - pruned.length, dryRun: dryRun === true });
  return exitCodes.ok;
}

interface ReadRun {
  readonly id: string;
  readonly run: StoredRun;
  /** Null for one that can't be read. */
  readonly checkpoint: Checkpoint | null;
  /** In milliseconds since the epoch. */
  readonly changedAt: number;
}

// Oldest first.
async function readRuns(folder: StateFolder): Promise<ReadRun[]> {
  const runs: ReadRun[] = [];
  for (const id of await folder.list()) {
    const run = folder.open(id);
    const checkpoint = await run.checkpoint.read().catch(() => null);
    const changedAt = await stat(run.files[0] ?? "").then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    runs.push({ id, run, checkpoint, changedAt });
  }
  return runs;
}

function findBaselines(runs: readonly ReadRun[]): ReadonlySet<string> {
  const newest = new Map(
    runs.flatMap(({ id, checkpoint }) => (checkpoint?.state === "done" ? [[checkpoint.target, id] as const] : [])),
  );
  return new Set(newest.values());
}

// The bytes that became free; null for a run that is locked.
async function removeRun(folder: StateFolder, { id, checkpoint, files }: StoredRun): Promise<number | null> {
  const unlock = await checkpoint.lock?.().catch(() => null);
  if (!unlock) return null;
  const size = await folder.size(id);
  for (const file of files) await rm(file, { force: true });
  await unlock();
  return size;
}

function toFacts({ name, kind, target, state, startedAt, batches }: Checkpoint) {
  const counters = batches.reduce<SyncCounters>((sum, batch) => addCounters(sum, batch.counters), noUsers);
  const undone = batches.filter((batch) => batch.undone).length;
  const sources = batches.filter(({ source }) => source !== null).length - undone;
  return { name, kind: kind ?? "sync", target, state, startedAt, users: counters.total, sources, undone, counters };
}

function toLine(id: string, checkpoint: Checkpoint): string[] {
  const { kind, state, users, sources, name, target } = toFacts(checkpoint);
  return [id, kind, state, count(users), count(sources), name, target ?? ""].map(printable);
}

function toTable(header: readonly string[], lines: readonly (readonly string[])[]): string[] {
  if (lines.length === 0) return [];
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => line[column]?.length ?? 0)));
  return [header, ...lines].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
