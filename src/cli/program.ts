// The commands, their options and examples; what a command does is loaded when it is asked for.
import { createRequire } from "node:module";
import process from "node:process";
import { Command, CommanderError, Option } from "commander";
import type { ConformanceOptions } from "./conformance.ts";
import { exitCodes } from "./exit-codes.ts";
import { toFailure } from "./failure.ts";
import { tokenVariable, withServerOptions } from "./server-options.ts";

/** Does what the words ask for; resolves with the exit code. Never rejects. */
export async function runProgram(words: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = createProgram((code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong already; asked-for help is no mistake.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const failure = toFailure(error);
    process.stderr.write(`${failure.text}\n`);
    return failure.exitCode;
  }
}

function createProgram(finish: (exitCode: number) => void): Command {
  const program = new Command("import-existing-users")
    .description("Import existing users into a portal, and check the server that takes them.")
    .version(readVersion())
    .exitOverride()
    .showHelpAfterError("Try --help.")
    .addHelpText("after", programHelp);
  addServe(program, finish);
  addConformance(program, finish);
  return program;
}

// The server reads its own flags, which `npm run mock-server` shares.
function addServe(program: Command, finish: (exitCode: number) => void): void {
  program
    .command("serve")
    .description("serve the reference backend on a port; `serve --help` lists its flags")
    .argument("[flags...]")
    .helpOption(false)
    .allowUnknownOption()
    .action(async (_flags, _options, command: Command) => {
      const { serve } = await import("./serve.ts");
      finish(await serve(command.args));
    });
}

function addConformance(program: Command, finish: (exitCode: number) => void): void {
  withServerOptions(program.command("conformance"))
    .description("check a server against the guides and the contract; what it creates is rolled back")
    .addOption(
      new Option("--level <level>", "core: what the guides say; extended: that and the decisions beyond it")
        .choices(["core", "extended"])
        .default("extended"),
    )
    .option("--known-email <email>", "an account that exists and is not connected to the application")
    .option("--known-name <name>", "the name in that account's profile")
    .addHelpText("after", conformanceHelp)
    .action(async (options: ConformanceOptions) => {
      const { runConformance } = await import("./conformance.ts");
      finish(await runConformance(options));
    });
}

function readVersion(): string {
  // By its own name: the compiled file and the source lie at different depths.
  const manifest = createRequire(import.meta.url)("import-existing-users/package.json") as { version: string };
  return manifest.version;
}

const programHelp = `
Examples:
  import-existing-users serve --port 8787
  import-existing-users conformance --base-url http://127.0.0.1:8787 --app app_demo

Exit codes: 0 ok · 1 unexpected, or a rule is broken · 2 wrong command line · 4 not signed in or not allowed
            5 no answer · 6 done in part · 130 interrupted`;

const conformanceHelp = `
Examples:
  import-existing-users conformance --base-url http://127.0.0.1:8787 --app app_demo --level core
  ${tokenVariable}=... import-existing-users conformance --base-url https://portal.example.com --app app_123
  import-existing-users conformance --base-url https://portal.example.com --app app_123 --header-file session.txt \\
    --known-email test.account@example.com --known-name "Test Account" --json > report.json

${tokenVariable} is sent as "Authorization: Bearer ..."; a header file holds lines such as "Cookie: session=...".`;
