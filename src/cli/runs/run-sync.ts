// `sync`: opens file, server and state, lets the users be sent, and says what came of it.
import type { ImportClient } from "../../client/import-client.ts";
import type { Checkpoint } from "../../sync/checkpoint/checkpoint.ts";
import { requireApart } from "../input/different-files.ts";
import { readInput } from "../input/read-input.ts";
import { openTarget } from "../server/target.ts";
import { UsageError } from "../terminal/cli-errors.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { sendUsers } from "./send-users.ts";
import { openState, type StoredRun } from "./state-folder.ts";
import type { SyncCommandOptions } from "./sync-options.ts";
import { sayEnd } from "./sync-result.ts";

/** Sends and reports; resolves with the exit code. @param words what was typed, for the command that resumes. */
export async function runSync(
  file: string,
  options: SyncCommandOptions,
  terminal: Terminal,
  words: readonly string[],
): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping. What was answered is kept.", async (signal) => {
    await requireApart(file, { "--results": options.results, "--ledger": options.ledger });
    if (options.dryRun) await requireDryRun(client, signal);
    const run = options.dryRun ? null : await openRun(options, target);
    const earlier = options.resume === undefined ? null : ((await run?.checkpoint.read()) ?? null);
    if (earlier?.state === "done") return sayDone(earlier, output);
    const input = await readInput(file, options, terminal, signal);
    for (const note of input.notes) output.say(note);
    if (run) output.say(`Run: ${run.id}, kept in ${options.state}`);
    const sent = await sendUsers({ input, options, run, earlier, target, client, signal, terminal, output });
    return sayEnd({ ...sent, file, input, words, options }, output);
  });
}

async function requireDryRun(client: ImportClient, signal: AbortSignal): Promise<void> {
  const { extensions } = await client.listSources({ limit: 1, signal });
  if (extensions.includes("dryRun")) return;
  throw new UsageError(
    "This server offers no dry run, and one that does not know it would import for real: nothing was sent. `validate` checks the file alone.",
  );
}

async function openRun({ state, resume }: SyncCommandOptions, target: string): Promise<StoredRun> {
  const folder = await openState(state);
  return resume === undefined ? folder.create(target) : folder.find(resume === "last" ? null : resume);
}

function sayDone({ runId, name }: Checkpoint, output: Output): number {
  output.say(`Run ${runId} ended well before: there is nothing to resume.`);
  output.result({ run: runId, name, state: "done", resumed: false });
  return exitCodes.ok;
}
