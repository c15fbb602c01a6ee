// Runs `migrate`: brings the tables of the reference backend up to date.
import type { MigrateCommandOptions } from "../commands/options.ts";
import { toCommandFailure } from "../terminal/failures.ts";
import { exitCodes, type Terminal, UsageError } from "../terminal/terminal.ts";

/** The environment variable with the address of the database: other users of a machine can read a command line. */
const databaseVariable = "DATABASE_URL";

/** Migrates the database; resolves with the exit code. */
export async function runMigrate(options: MigrateCommandOptions, terminal: Terminal): Promise<number> {
  try {
    const applied = await applyMigrations(options, terminal);
    const text = applied.length > 0 ? `Applied: ${applied.join(", ")}.` : "The tables are up to date.";
    terminal.stdout.write(options.json ? `${JSON.stringify({ applied })}\n` : `${text}\n`);
    return exitCodes.ok;
  } catch (error) {
    const { text, code, exitCode } = toFailure(error);
    if (options.json) terminal.stdout.write(`${JSON.stringify({ error: { code, message: text } })}\n`);
    else terminal.stderr.write(`${text}\n`);
    return exitCode;
  }
}

async function applyMigrations(
  { url, partitions }: MigrateCommandOptions,
  { env }: Terminal,
): Promise<readonly string[]> {
  const address = url ?? env[databaseVariable];
  if (!address)
    throw new UsageError(`Expected --url postgres://user:password@host:5432/database, or ${databaseVariable}.`);
  const { migratePostgres } = await import("../../../mock-server/sql/index.ts");
  return migratePostgres(address, partitions === undefined ? {} : { partitions });
}

function toFailure(error: unknown): ReturnType<typeof toCommandFailure> {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof UsageError || code === undefined) return toCommandFailure(error);
  if (code === "ERR_MODULE_NOT_FOUND") {
    return { text: "migrate needs the package pg: npm install pg.", code, exitCode: exitCodes.usage };
  }
  return { text: `The tables could not be brought up to date: ${message || code}`, code, exitCode: toExitCode(code) };
}

function toExitCode(code: string): number {
  if (code === "partitions_fixed") return exitCodes.usage;
  return /^E[A-Z]/.test(code) ? exitCodes.network : exitCodes.unexpected;
}
