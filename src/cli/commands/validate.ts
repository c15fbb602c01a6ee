// The words of `validate`: options, help and examples.
import type { Command } from "commander";
import { withInputOptions } from "../input/input-options.ts";
import type { ValidateOptions } from "../input/run-validate.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addValidate(program: Command, { terminal, finish }: CommandContext): void {
  withInputOptions(program.command("validate"))
    .description("read a file as `sync` would, and name the rows with problems; nothing is sent")
    .option("--json", "print JSON and nothing else")
    .addHelpText("after", help)
    .action(async (file: string, options: ValidateOptions) => {
      const { runValidate } = await import("../input/run-validate.ts");
      finish(await runValidate(file, options, terminal));
    });
}

const help = `
Exit code 0: no row has a problem. 3: some have. 2: the file can't be used, or not without a flag that is named.

Examples:
  import-existing-users validate users.csv
  import-existing-users validate export.csv --map "externalUserId=Customer no." --date-format registrationDate=day_month_year
  psql -At -c "select row_to_json(u) from users u" | import-existing-users validate - --map externalUserId=id`;
