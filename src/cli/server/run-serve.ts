// Runs `serve`: loads the reference backend and serves it.
import process from "node:process";
import { exitCodes, type Terminal } from "../terminal/terminal.ts";

/** Serves the backend; resolves when the server listens, or with the exit code when it can't. */
export async function serve(args: readonly string[], { stdout }: Terminal): Promise<number> {
  // Known without loading the backend.
  if (args.some((arg) => arg === "--help" || arg === "-h")) {
    stdout.write(`${serveHelp}\n`);
    return exitCodes.ok;
  }
  const { runCommandLine } = await import("../../../mock-server/serve-command.ts");
  await runCommandLine(args, "import-existing-users serve");
  return Number(process.exitCode ?? exitCodes.ok);
}

const serveHelp = `Serves the reference backend on a port.

  import-existing-users serve [--port 8787] [--scenario realistic]

  --port <number>     where to listen; 0 takes any free port; default 8787
  --host <address>    which address to listen on; default 127.0.0.1, this machine only
  --scenario <name>   what the server knows, and what goes wrong, such as guide-only; default realistic
  --store <kind>      memory, pglite or postgres; default memory
  --data <folder>     where --store pglite keeps its data; default nowhere
  --url <address>     which database --store postgres uses: postgres://user:password@host:5432/database
  --origin <origin>   an origin whose pages may call with cookies (CORS); repeatable
  --help`;
