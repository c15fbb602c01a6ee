// The words of `serve`. The server reads its own flags, which `npm run mock-server` shares.
import type { Command } from "commander";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addServe(program: Command, { finish }: CommandContext): void {
  program
    .command("serve")
    .description("serve the reference backend on a port; `serve --help` lists its flags")
    .argument("[flags...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (_flags, _options, command: Command) => {
      const { serve } = await import("../server/run-serve.ts");
      finish(await serve(command.args));
    });
}
