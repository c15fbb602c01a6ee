// The words of `reconcile`: options, help and examples.
import type { Command } from "commander";
import { withInputOptions } from "../input/input-options.ts";
import { defaultStateFolder } from "../runs/merge-state-folder.ts";
import type { ReconcileCommandOptions } from "../runs/run-reconcile.ts";
import { collectAlert, toBatchSize, toReason, toSourceName } from "../runs/sync-options.ts";
import { withServerOptions } from "../server/server-options.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addReconcile(program: Command, { terminal, finish }: CommandContext): void {
  withServerOptions(withInputOptions(program.command("reconcile")))
    .description(
      "compare all users with the ledger, and send only those who are missing, changed or due for another try",
    )
    .requiredOption("--ledger <file>", "what `sync --ledger` and earlier reconciles wrote")
    .option("--plan", "find out and send nothing")
    .option("--gone <file>", "write who is in the ledger and not in the file any more to a CSV file")
    .option("--source-name <name>", "what the sources are called; Reconcile where not said", toSourceName)
    .option("--batch-size <users>", "users per request; 1000 where not said", toBatchSize)
    .option("--alert <limit>", "exit code 3 beyond it: not_found=5%; may be repeated", collectAlert)
    .option("--allow-invalid <reason>", "go on although most of the first batch is refused as invalid", toReason)
    .option("--state <folder>", "where the audit log is kept", defaultStateFolder)
    .addHelpText("after", help)
    .action(async (file: string, options: ReconcileCommandOptions) => {
      const { runReconcile } = await import("../runs/run-reconcile.ts");
      finish(await runReconcile(file, options, terminal));
    });
}

const help = `
A reconcile that ended early is simply run again: the ledger knows what was done.

Examples:
  import-existing-users reconcile all-users.csv --ledger ledger.ndjson --plan --base-url https://portal.example.com --app app_123
  export-users | import-existing-users reconcile - --ledger ledger.ndjson --base-url https://portal.example.com --app app_123`;
