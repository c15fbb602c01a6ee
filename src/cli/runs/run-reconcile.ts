// `reconcile`: all users against the ledger; only what the server does not know yet is sent.
import { writeFile } from "node:fs/promises";
import type { UserInput } from "../../contract/user.ts";
import { stringify } from "../../csv/write/stringify.ts";
import { openFileLedger } from "../../sync/ledger/file-ledger.ts";
import type { LedgerEntry } from "../../sync/ledger/ledger.ts";
import { reconcile } from "../../sync/reconcile/reconcile.ts";
import { requireApart } from "../input/different-files.ts";
import type { InputOptions } from "../input/input-options.ts";
import type { Input } from "../input/input-row.ts";
import { createProblems, type Problems, toRest } from "../input/problems.ts";
import { readInput } from "../input/read-input.ts";
import type { ServerOptions } from "../server/server-options.ts";
import { openTarget } from "../server/target.ts";
import { InputError } from "../terminal/cli-errors.ts";
import { interruptible } from "../terminal/interruption.ts";
import { createOutput } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { createProgress } from "./progress.ts";
import { sayReconciled } from "./reconcile-result.ts";
import { showProgress, toAlerts, toGuards } from "./run-options.ts";
import { openState } from "./state-folder.ts";
import type { AlertLimits } from "./sync-options.ts";

/** What the command line says. */
export interface ReconcileCommandOptions extends ServerOptions, InputOptions {
  readonly ledger: string;
  readonly plan?: true;
  readonly gone?: string;
  readonly sourceName?: string;
  readonly batchSize?: number;
  readonly alert?: AlertLimits;
  readonly allowInvalid?: string;
  readonly state: string;
}

/** Compares, sends and reports; resolves with the exit code. */
export async function runReconcile(
  file: string,
  options: ReconcileCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping. What was answered is kept.", async (signal) => {
    await requireApart(file, { "--ledger": options.ledger, "--gone": options.gone });
    const input = await readInput(file, options, terminal, signal);
    for (const note of input.notes) output.say(note);
    const problems = createProblems(input.unit, 20, output.say);
    const { audit, id } = await (await openState(options.state)).create(target);
    const ledger = await openFileLedger(options.ledger);
    const progress = await createProgress(terminal);
    const gone: LedgerEntry[] = [];
    try {
      const report = await reconcile(client, toUsers(input, problems), {
        ...{ ledger, target, signal, audit, runId: id, name: options.sourceName, batchSize: options.batchSize },
        ...{ plan: options.plan, guards: toGuards(options), alerts: toAlerts(options) },
        onProgress: (event) => showProgress(event, progress.update, output),
        onGone: (users) => void (options.gone !== undefined && gone.push(...users)),
      });
      progress.stop();
      // Whoever stands in a row that can't be read is not gone.
      const isCertain = report.gone !== null && problems.unreadable === 0;
      if (isCertain && options.gone !== undefined) await writeGone(options.gone, gone);
      for (const line of toRest(problems, input.unit)) output.say(line);
      return sayReconciled(
        { report: isCertain ? report : { ...report, gone: null }, options, problems, unit: input.unit },
        output,
      );
    } finally {
      progress.stop();
      await ledger.close();
    }
  });
}

async function* toUsers(input: Input, problems: Problems): AsyncGenerator<UserInput> {
  for await (const row of input.rows) {
    problems.add(row);
    if (row.user) yield row.user;
  }
}

async function writeGone(path: string, gone: readonly LedgerEntry[]): Promise<void> {
  const rows = gone.map(({ key, connectedEmail, email }) => [key, connectedEmail ?? email]);
  await writeFile(path, stringify([["user_id", "email"], ...rows]), { mode: 0o600 }).catch((error) => {
    throw new InputError("gone_unwritable", `--gone ${path} can't be written: ${error.code}.`, { cause: error });
  });
}
