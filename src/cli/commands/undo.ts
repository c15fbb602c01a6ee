// The words of `undo`: options, help and examples.
import type { Command } from "commander";
import { defaultStateFolder } from "../runs/merge-state-folder.ts";
import { withServerOptions } from "../server/server-options.ts";
import type { UndoCommandOptions } from "../sources/run-undo.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addUndo(program: Command, { terminal, finish }: CommandContext): void {
  withServerOptions(program.command("undo"))
    .argument("<run>", "its id, as `sync` printed it")
    .description("roll back every source of a run, newest first; may be repeated until it is done")
    .option("--state <folder>", "where the run is kept", defaultStateFolder)
    .option("--dry-run", "say what it would remove and remove nothing")
    .option("--yes", "don't ask; needed where nobody can be asked")
    .addHelpText("after", help)
    .action(async (run: string, options: UndoCommandOptions) => {
      const { runUndo } = await import("../sources/run-undo.ts");
      finish(await runUndo(run, options, terminal));
    });
}

const help = `
Examples:
  import-existing-users undo 20261121-031500-4f2a --base-url https://portal.example.com --app app_123 --dry-run
  import-existing-users undo 20261121-031500-4f2a --base-url https://portal.example.com --app app_123 --yes`;
