// The words of `template`: options, help and examples.
import type { Command } from "commander";
import type { TemplateOptions } from "../input/run-template.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addTemplate(program: Command, { terminal, finish }: CommandContext): void {
  program
    .command("template")
    .description("print the starter CSV file, or write it to a file that does not exist yet")
    .option("--output <file>", "where to write it")
    .option("--json", "print JSON and nothing else")
    .addHelpText("after", help)
    .action(async (options: TemplateOptions) => {
      const { runTemplate } = await import("../input/run-template.ts");
      finish(await runTemplate(options, terminal));
    });
}

const help = `
Examples:
  import-existing-users template --output users.csv
  import-existing-users template | head -1`;
