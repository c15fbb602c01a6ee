// `undo`: rolls back a whole run, after a yes to what exactly goes.
import type { ImportClient } from "../../client/import-client.ts";
import type { Checkpoint } from "../../sync/checkpoint/checkpoint.ts";
import { type UndoReport, undoRun } from "../../sync/undo/undo-run.ts";
import { openState, type StoredRun } from "../runs/state-folder.ts";
import type { ServerOptions } from "../server/server-options.ts";
import { openTarget } from "../server/target.ts";
import { exitCodeOf, InputError, toReportedText, UsageError } from "../terminal/cli-errors.ts";
import { confirm } from "../terminal/confirm.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import { count, plural } from "../terminal/numbers.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { removalText } from "./source-text.ts";

/** What the command line says. */
export interface UndoCommandOptions extends ServerOptions {
  readonly state: string;
  readonly dryRun?: true;
  readonly yes?: true;
}

/** Asks, undoes and reports; resolves with the exit code. */
export async function runUndo(id: string, options: UndoCommandOptions, terminal: Terminal): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping after this source. The rest can be undone later.", async (signal) => {
    const run = await (await openState(options.state)).find(id);
    const checkpoint = requireRun(await run.checkpoint.read(), id, target);
    const preview = await previewUndo(client, run, options, signal);
    output.say(toEffect(checkpoint, preview));
    if (preview && options.dryRun) return sayUndone(preview, run.id, output);
    const yes = options.yes === true;
    if (!(await confirm({ text: "Undo this run?", yes, signal }, terminal))) {
      output.say("Nothing was undone.");
      return exitCodes.interrupted;
    }
    const onProgress = ({ sourceId, state }: { sourceId: string; state: string }) =>
      output.warn(printable(`${sourceId} ${state}`));
    return sayUndone(await undoRun(client, run.checkpoint, { signal, audit: run.audit, onProgress }), run.id, output);
  });
}

function requireRun(checkpoint: Checkpoint | null, id: string, target: string): Checkpoint {
  if (!checkpoint) throw new InputError("no_such_run", `There is no run "${id}".`);
  if (checkpoint.target === target) return checkpoint;
  throw new UsageError(`Run ${checkpoint.runId} wrote to ${checkpoint.target}, not to ${target}.`);
}

// Asked for by name, a server without dry runs is an error; else its own counters have to do.
async function previewUndo(
  client: ImportClient,
  { checkpoint }: StoredRun,
  { dryRun }: UndoCommandOptions,
  signal: AbortSignal,
): Promise<UndoReport | null> {
  const { extensions } = await client.listSources({ limit: 1, signal });
  const isOffered = extensions.includes("dryRun");
  if (!isOffered && dryRun) throw new UsageError("This server offers no dry run: nothing was asked of it.");
  return isOffered ? undoRun(client, checkpoint, { dryRun: true, signal }) : null;
}

function toEffect({ runId, name, batches }: Checkpoint, preview: UndoReport | null): string {
  const sources = batches.filter(({ source, undone }) => source !== null && !undone);
  if (sources.length === 0) return `Run ${runId} "${name}": nothing is left to undo.`;
  const run = `Run ${runId} "${name}": ${plural(sources.length, "source")} to undo.`;
  const created = sources.reduce((sum, { counters }) => sum + counters.statuses.imported, 0);
  if (preview?.state === "done") return `${run} That removes ${removalText(preview)}`;
  return `${run} That removes the connections they created, at most ${count(created)}.`;
}

function sayUndone(report: UndoReport, runId: string, output: Output): number {
  const { state, removed, sources, unnamed, inDoubt, failure, isDryRun } = report;
  const open = sources.filter((source) => ["unknown", "failed", "not_tried"].includes(source.state));
  if (!isDryRun)
    output.say(`${headings[state]}: ${plural(removed, "connection")} removed, ${plural(open.length, "source")} left.`);
  if (unnamed > 0)
    output.warn(`The server did not name ${plural(unnamed, "source")}: look for them with \`sources list\`.`);
  if (inDoubt !== null) output.warn(`Nobody knows whether "${inDoubt}" was saved: look for it with \`sources list\`.`);
  if (failure) output.warn(output.paint("red", toReportedText(failure)));
  const { callbackError: _, ...told } = report;
  output.result({ run: runId, ...told, failure: failure && { code: failure.code, message: failure.message } });
  if (state === "done") return exitCodes.ok;
  if (state === "aborted") return exitCodes.interrupted;
  return failure && open.length === sources.length ? exitCodeOf(failure.code) : exitCodes.partlyDone;
}

const headings: Readonly<Record<UndoReport["state"], string>> = {
  done: "Undone",
  partial: "Undone in part",
  aborted: "Interrupted",
};
