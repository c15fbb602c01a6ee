// Runs `undo`: prints what rolling back a whole run removes, asks for confirmation, and rolls it back.
import type { Checkpoint } from "../../sync/checkpoint/checkpoint.ts";
import { type UndoReport, undoRun } from "../../sync/undo-run.ts";
import type { UndoOptions } from "../commands/options.ts";
import { withLedger } from "../runs/outcome-files.ts";
import { openState, type StateFolder, type StoredRun } from "../runs/state-folder.ts";
import { toExitCode, toSyncFailureText } from "../terminal/failures.ts";
import {
  confirm,
  count,
  createOutput,
  exitCodes,
  InputError,
  interruptible,
  type Output,
  plural,
  printable,
  type Terminal,
  UsageError,
} from "../terminal/terminal.ts";
import { removalText } from "./run-sources.ts";
import { openTarget, type Target } from "./target.ts";

/** Asks for confirmation, undoes and reports; resolves with the exit code. */
export async function runUndo(id: string, options: UndoOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  const advice = "Stopping after the current source. The others can be undone later.";
  return interruptible(terminal, advice, async (signal) => {
    const folder = await openState(options.state, output.warn, false);
    const run = id === "last" ? await findLast(folder, target) : await folder.find(id);
    const checkpoint = requireCheckpoint(await run.checkpoint.read(), id, target);
    const preview = await previewUndo(client, run, options, signal);
    output.say(effectText(checkpoint, preview));
    if (preview && options.dryRun) return sayUndone(preview, run.id, output);
    if (!(await confirm({ question: "Undo this run?", yes: options.yes === true, signal }, terminal))) {
      output.say("Nothing was undone.");
      return exitCodes.interrupted;
    }
    const onProgress = ({ sourceId, state }: { sourceId: string; state: string }) =>
      output.warn(printable(`${sourceId} ${state}`));
    const undone = await withLedger(options.ledger, target, (ledger) =>
      undoRun(client, run.checkpoint, { signal, audit: run.audit, onProgress, ledger }),
    );
    return sayUndone(undone, run.id, output);
  });
}

// The newest run of the target of which something may be left.
async function findLast(folder: StateFolder, target: string): Promise<StoredRun> {
  for (const id of [...(await folder.list())].reverse()) {
    const run = folder.open(id);
    const checkpoint = await run.checkpoint.read();
    const isLeft = checkpoint?.batches.some(({ undone }) => !undone) || checkpoint?.inDoubt;
    if (checkpoint?.target === target && checkpoint.state !== "undone" && isLeft) return run;
  }
  throw new InputError("no_such_run", "There is no run of this target that is left to undo.");
}

function requireCheckpoint(checkpoint: Checkpoint | null, id: string, target: string): Checkpoint {
  if (!checkpoint) throw new InputError("no_such_run", `There is no run "${id}".`);
  if (checkpoint.target === target) return checkpoint;
  throw new UsageError(`Run ${checkpoint.runId} wrote to ${checkpoint.target}, not to ${target}.`);
}

// Null where the server offers no dry run; with --dry-run that is an error.
async function previewUndo(
  client: Target["client"],
  { checkpoint }: StoredRun,
  { dryRun }: UndoOptions,
  signal: AbortSignal,
): Promise<UndoReport | null> {
  const { extensions } = await client.listSources({ limit: 1, signal });
  const isOffered = extensions.includes("dryRun");
  if (!isOffered && dryRun) throw new UsageError("This server offers no dry run. Nothing was changed.");
  return isOffered ? undoRun(client, checkpoint, { dryRun: true, signal }) : null;
}

function effectText({ runId, name, batches }: Checkpoint, preview: UndoReport | null): string {
  const sources = batches.filter(({ source, undone }) => source !== null && !undone);
  if (sources.length === 0) return `Run ${runId} "${name}": nothing left to undo.`;
  const run = `Run ${runId} "${name}": ${plural(sources.length, "source")} to undo.`;
  const created = sources.reduce((sum, { counters }) => sum + counters.statuses.imported, 0);
  if (preview?.state === "done") return `${run} This removes ${removalText(preview)}`;
  return `${run} This removes the connections that they created, at most ${count(created)}.`;
}

function sayUndone(report: UndoReport, runId: string, output: Output): number {
  const { state, removed, forgotten, sources, unnamed, inDoubt, failure, isDryRun } = report;
  const open = sources.filter((source) => ["unknown", "failed", "not_tried"].includes(source.state));
  if (!isDryRun)
    output.say(`${headings[state]}: ${plural(removed, "connection")} removed, ${plural(open.length, "source")} left.`);
  if (forgotten > 0) output.say(`The ledger forgot ${plural(forgotten, "user")}, so \`reconcile\` sends them again.`);
  if (unnamed > 0)
    output.warn(`The server returned no id for ${plural(unnamed, "source")}. Look for them with \`sources list\`.`);
  if (inDoubt !== null)
    output.warn(`It is unknown whether the source "${inDoubt}" was saved. Look for it with \`sources list\`.`);
  if (failure) output.warn(output.paint("red", toSyncFailureText(failure)));
  const { callbackError: _, ...published } = report;
  output.result({ run: runId, ...published, failure: failure && { code: failure.code, message: failure.message } });
  if (state === "done") return exitCodes.ok;
  if (state === "aborted") return exitCodes.interrupted;
  return failure && open.length === sources.length ? toExitCode(failure.code, failure.cause) : exitCodes.partlyDone;
}

const headings: Readonly<Record<UndoReport["state"], string>> = {
  done: "Undone",
  partial: "Partly undone",
  aborted: "Interrupted",
};
