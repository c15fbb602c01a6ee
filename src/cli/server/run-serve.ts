// Runs `serve`: loads the reference backend and serves it, or prints the backend's own help.
import process from "node:process";
import { exitCodes, type Terminal } from "../terminal/terminal.ts";

const program = "import-existing-users serve";

/** Serves the backend; resolves when the server listens, or with the exit code when it can't. */
export async function serve(args: readonly string[], { stdout }: Terminal): Promise<number> {
  const { parseCommandLine, runCommandLine } = await import("../../../mock-server/serve-command.ts");
  const command = parseCommandLine(args, program);
  if (command.kind === "help") {
    stdout.write(`${command.text}\n`);
    return exitCodes.ok;
  }
  await runCommandLine(command);
  return Number(process.exitCode ?? exitCodes.ok);
}
