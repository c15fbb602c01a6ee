// Runs `serve`: loads the reference backend, whose packages are optional, and serves it.
import process from "node:process";
import { exitCodes } from "../terminal/terminal.ts";

/** A package that the command needs is not installed; the message says how to install it. */
class NotInstalledError extends Error {
  override readonly name = "NotInstalledError";
}

/** Serves the backend; resolves when the server listens, or with the exit code when it can't. */
export async function serve(args: readonly string[]): Promise<number> {
  const { runCommandLine } = await loadBackend();
  await runCommandLine(args, "import-existing-users serve");
  return Number(process.exitCode ?? exitCodes.ok);
}

async function loadBackend() {
  try {
    return await import("../../../mock-server/serve-command.ts");
  } catch (error) {
    const missing = findMissingPackage(error);
    throw missing === null ? error : new NotInstalledError(toAdvice(missing), { cause: error });
  }
}

function findMissingPackage(error: unknown): string | null {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" ? (/package '([^']+)'/.exec(message)?.[1] ?? null) : null;
}

function toAdvice(missing: string): string {
  return `The reference backend needs the optional package ${missing}, which is not installed. To install what it needs:
In a project:  npm install --save-dev hono @hono/node-server
Anywhere:      npx -p import-existing-users -p hono -p @hono/node-server import-existing-users serve`;
}
