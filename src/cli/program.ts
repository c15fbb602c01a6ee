// Builds and runs the command line program, and turns errors into messages and exit codes.
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { addCommands, type CommandContext } from "./commands/commands.ts";
import { applyDefaults } from "./commands/defaults.ts";
import { startEnvironmentProxy } from "./server/proxy.ts";
import { toCommandFailure } from "./terminal/failures.ts";
import { exitCodes, type Terminal } from "./terminal/terminal.ts";

/** Runs the command that the arguments ask for; resolves with the exit code and never rejects. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number) => {
    exitCode = code;
  };
  let endProxy = () => {};
  try {
    endProxy = startEnvironmentProxy(terminal.env);
    const program = createProgram({ terminal, args, finish });
    applyDefaults(program, args, terminal.env);
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    return reportError(error, args, terminal);
  } finally {
    endProxy();
  }
}

/** Creates the program with all its commands. */
export function createProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.terminal;
  const program = new Command("import-existing-users")
    .description("Import existing users into a portal, keep them in sync, and check the server that receives them.")
    .version(readVersion())
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .exitOverride()
    .showHelpAfterError("Try --help.")
    .addHelpText("after", help);
  addCommands(program, context);
  return program;
}

function reportError(error: unknown, args: readonly string[], { stdout, stderr }: Terminal): number {
  // Commander has printed its own errors already; requested help is not an error.
  const isPrinted = error instanceof CommanderError;
  if (isPrinted && error.exitCode === 0) return exitCodes.ok;
  const { text, code, exitCode } = isPrinted
    ? { text: error.message, code: "usage", exitCode: exitCodes.usage }
    : toCommandFailure(error);
  if (!isPrinted) stderr.write(`${text}\n`);
  if (args.includes("--json"))
    stdout.write(`${JSON.stringify({ error: { code, message: text, exitCode } }, null, 2)}\n`);
  return exitCode;
}

function readVersion(): string {
  // By package name, because the compiled file lies at another depth than the source.
  const manifest = createRequire(import.meta.url)("import-existing-users/package.json") as { version: string };
  return manifest.version;
}

const help = `
Examples:
  import-existing-users validate users.csv
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123
  import-existing-users sources list --base-url https://portal.example.com --app app_123

Exit codes: 0 ok · 1 unexpected error, or a broken rule · 2 wrong command line or unusable file · 3 more problems than allowed
            4 not signed in or not allowed · 5 no answer · 6 partly done, can be resumed · 7 stopped by a guard
            8 unknown application · 9 a page instead of an answer · 130 interrupted`;
