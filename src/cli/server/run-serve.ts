// `serve`: the reference backend, which is loaded only here, for it needs packages that a user of the card does not have.
import process from "node:process";
import { NotInstalledError } from "../terminal/cli-errors.ts";
import { exitCodes } from "../terminal/exit-codes.ts";

/** Serves as the words say; resolves when the server listens, or with the exit code when it can't. */
export async function serve(words: readonly string[]): Promise<number> {
  const { runCommandLine } = await load();
  await runCommandLine(words, "import-existing-users serve");
  return Number(process.exitCode ?? exitCodes.ok);
}

async function load() {
  try {
    return await import("../../../mock-server/serve-command.ts");
  } catch (error) {
    const missing = findMissingPackage(error);
    throw missing === null ? error : new NotInstalledError(explain(missing), { cause: error });
  }
}

function findMissingPackage(error: unknown): string | null {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === "ERR_MODULE_NOT_FOUND" ? (/package '([^']+)'/.exec(message)?.[1] ?? null) : null;
}

function explain(missing: string): string {
  return `The reference backend needs ${missing}, which is not installed: those who only use the card don't need it.
In a project:  npm install --save-dev hono @hono/node-server
Anywhere:      npx -p import-existing-users -p hono -p @hono/node-server import-existing-users serve`;
}
