// The words of `conformance`: options, help and examples.
import { type Command, Option } from "commander";
import type { ConformanceOptions } from "../server/run-conformance.ts";
import { tokenVariable, withServerOptions } from "../server/server-options.ts";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addConformance(program: Command, { terminal, finish }: CommandContext): void {
  withServerOptions(program.command("conformance"))
    .description("check a server against the guides and the contract; what it creates is rolled back")
    .addOption(
      new Option("--level <level>", "core: what the guides say; extended: that and the decisions beyond it")
        .choices(["core", "extended"])
        .default("extended"),
    )
    .option("--known-email <email>", "an account that exists and is not connected to the application")
    .option("--known-name <name>", "the name in that account's profile")
    .addHelpText("after", help)
    .action(async (options: ConformanceOptions) => {
      const { runConformance } = await import("../server/run-conformance.ts");
      finish(await runConformance(options, terminal));
    });
}

const help = `
Examples:
  import-existing-users conformance --base-url http://127.0.0.1:8787 --app app_demo --level core
  ${tokenVariable}=... import-existing-users conformance --base-url https://portal.example.com --app app_123
  import-existing-users conformance --base-url https://portal.example.com --app app_123 --header-file session.txt \\
    --known-email test.account@example.com --known-name "Test Account" --json > report.json

${tokenVariable} is sent as "Authorization: Bearer ..."; a header file holds lines such as "Cookie: session=...".`;
