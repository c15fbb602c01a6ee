// Runs `serve`: loads the reference backend and serves it.
import process from "node:process";
import { exitCodes } from "../terminal/terminal.ts";

/** Serves the backend; resolves when the server listens, or with the exit code when it can't. */
export async function serve(args: readonly string[]): Promise<number> {
  const { runCommandLine } = await import("../../../mock-server/serve-command.ts");
  await runCommandLine(args, "import-existing-users serve");
  return Number(process.exitCode ?? exitCodes.ok);
}
