// The commands, put together; what a command does is loaded when it is asked for.
import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { addConformance } from "./commands/conformance.ts";
import type { CommandContext } from "./commands/context.ts";
import { addReconcile } from "./commands/reconcile.ts";
import { addServe } from "./commands/serve.ts";
import { addSources } from "./commands/sources.ts";
import { addSync } from "./commands/sync.ts";
import { addTemplate } from "./commands/template.ts";
import { addUndo } from "./commands/undo.ts";
import { addValidate } from "./commands/validate.ts";
import { toFailure } from "./terminal/cli-errors.ts";
import { exitCodes } from "./terminal/exit-codes.ts";
import type { Terminal } from "./terminal/terminal.ts";

/** Does what the words ask for; resolves with the exit code. Never rejects. */
export async function runProgram(words: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const finish = (code: number) => {
    exitCode = code;
  };
  try {
    await createProgram({ terminal, words, finish }).parseAsync([...words], { from: "user" });
    return exitCode;
  } catch (error) {
    return fail(error, words, terminal);
  }
}

/** The program with all its commands, to run or to parse with. */
export function createProgram(context: CommandContext): Command {
  const { stdout, stderr } = context.terminal;
  const program = new Command("import-existing-users")
    .description("Import existing users into a portal, keep them in step, and check the server that takes them.")
    .version(readVersion())
    .configureOutput({ writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) })
    .exitOverride()
    .showHelpAfterError("Try --help.")
    .addHelpText("after", help);
  for (const add of commands) add(program, context);
  return program;
}

const commands = [
  ...[addSync, addValidate, addTemplate, addSources, addUndo, addReconcile],
  ...[addServe, addConformance],
];

function fail(error: unknown, words: readonly string[], { stdout, stderr }: Terminal): number {
  // Commander has said what is wrong already; asked-for help is no mistake.
  const isSaid = error instanceof CommanderError;
  if (isSaid && error.exitCode === 0) return exitCodes.ok;
  const { text, code, exitCode } = isSaid
    ? { text: error.message, code: "usage", exitCode: exitCodes.usage }
    : toFailure(error);
  if (!isSaid) stderr.write(`${text}\n`);
  if (words.includes("--json"))
    stdout.write(`${JSON.stringify({ error: { code, message: text, exitCode } }, null, 2)}\n`);
  return exitCode;
}

function readVersion(): string {
  // By its own name: the compiled file and the source lie at different depths.
  const manifest = createRequire(import.meta.url)("import-existing-users/package.json") as { version: string };
  return manifest.version;
}

const help = `
Examples:
  import-existing-users validate users.csv
  import-existing-users sync users.csv --base-url https://portal.example.com --app app_123
  import-existing-users sources list --base-url https://portal.example.com --app app_123

Exit codes: 0 ok · 1 unexpected, or a rule is broken · 2 wrong command line or unusable file · 3 more problems than allowed
            4 not signed in or not allowed · 5 no answer · 6 done in part, can be resumed · 130 interrupted`;
