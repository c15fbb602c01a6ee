// The words of `sync`: options, help and examples.
import { type Command, Option } from "commander";
import { withInputOptions } from "../input/input-options.ts";
import { defaultStateFolder } from "../runs/merge-state-folder.ts";
import { collectAlert, type SyncCommandOptions, toBatchSize, toReason, toSourceName } from "../runs/sync-options.ts";
import { tokenVariable, withServerOptions } from "../server/server-options.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addSync(program: Command, { terminal, words, finish }: CommandContext): void {
  withRunOptions(withServerOptions(withInputOptions(program.command("sync"))))
    .description("send every user of a file, in batches; each batch becomes a source that can be rolled back")
    .addHelpText("after", help)
    .action(async (file: string, options: SyncCommandOptions) => {
      const { runSync } = await import("../runs/run-sync.ts");
      finish(await runSync(file, options, terminal, words));
    });
}

function withRunOptions(command: Command): Command {
  return command
    .option("--source-name <name>", "what the sources are called; (3/25) is added", toSourceName)
    .option("--batch-size <users>", "users per request; 1000 where not said", toBatchSize)
    .addOption(
      new Option("--dry-run", "judge every user and save nothing, where the server offers that").conflicts("resume"),
    )
    .option("--resume <run>", "go on with a run that did not end, by its id or as last")
    .option("--state <folder>", "where runs are kept to be resumed and undone", defaultStateFolder)
    .addOption(
      new Option("--invalid-rows <way>", "rows with problems: send them for the server to judge, or skip them")
        .choices(["send", "skip"])
        .default("send"),
    )
    .option("--alert <limit>", "exit code 3 beyond it: not_found=5%, age=26h; may be repeated", collectAlert)
    .option("--allow-shrink <reason>", "go on although the file has far fewer users than the last time", toReason)
    .option("--allow-invalid <reason>", "go on although most of the first batch is invalid", toReason)
    .option("--results <file>", "write what became of each row to a CSV file")
    .option("--ledger <file>", "remember what was acknowledged, for `reconcile`");
}

const help = `
Exit codes: 0 done · 2 wrong command line or unusable file · 3 more problems than allowed · 4 not signed in or not allowed
            5 no answer · 6 done in part, --resume goes on · 130 interrupted, --resume goes on

Examples:
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 --dry-run
  ${tokenVariable}=... import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 \\
    --source-name "Nightly Sync" --results results.csv --alert not_found=5%
  export-users | import-existing-users sync - --format ndjson --base-url https://portal.example.com --app app_123
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123 --resume last`;
