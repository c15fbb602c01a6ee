// The options of every command that talks to a server: where it is, and who asks.
import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError } from "commander";
import { UsageError } from "../terminal/cli-errors.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** The environment variable that holds a bearer token: never on a command line, where others can read it. */
export const tokenVariable = "IMPORT_EXISTING_USERS_TOKEN";

/** What those options say. */
export interface ServerOptions {
  readonly baseUrl: string;
  readonly app: string;
  readonly header?: readonly string[];
  readonly headerFile?: string;
  readonly json?: true;
}

/** Adds the options to a command. */
export function withServerOptions(command: Command): Command {
  return command
    .requiredOption("--base-url <url>", "where the portal is: what stands before /api/developer/...", toBaseUrl)
    .requiredOption("--app <id>", "the application")
    .option("--header <line>", 'a header for every request, "Name: value"; may be repeated', collect)
    .option("--header-file <file>", "such headers, one per line: for a session cookie or a token")
    .option("--json", "print JSON and nothing else");
}

/**
 * The headers of every request: a bearer token from the environment, then the file, then `--header`; the later one wins.
 *
 * @throws UsageError for what is no header. Its value is never quoted: it may be a secret.
 */
export function readHeaders({ header = [], headerFile }: ServerOptions, env: Terminal["env"]): Headers {
  const headers = new Headers();
  const token = env[tokenVariable]?.trim();
  if (token) setHeader(headers, "Authorization", `Bearer ${token}`, tokenVariable);
  for (const line of headerFile === undefined ? [] : readLines(headerFile)) setLine(headers, line, headerFile ?? "");
  for (const line of header) setLine(headers, line, "--header");
  return headers;
}

function readLines(file: string): string[] {
  try {
    const lines = readFileSync(file, "utf8").split(/\r?\n/);
    return lines.filter((line) => line.trim() !== "" && !line.startsWith("#"));
  } catch (error) {
    throw new UsageError(`--header-file ${file} can't be read: ${(error as NodeJS.ErrnoException).code}.`);
  }
}

function setLine(headers: Headers, line: string, from: string): void {
  const colon = line.indexOf(":");
  if (colon < 1) throw new UsageError(`${from}: a header is "Name: value".`);
  setHeader(headers, line.slice(0, colon).trim(), line.slice(colon + 1).trim(), from);
}

function setHeader(headers: Headers, name: string, value: string, from: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new UsageError(`${from}: this is not a header that HTTP allows.`);
  }
}

function toBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    throw new InvalidArgumentError("Give an absolute address such as https://portal.example.com.");
  }
  if (url.username !== "" || url.password !== "") {
    throw new InvalidArgumentError("Give credentials in --header-file or in the environment, not in the address.");
  }
  if (url.search !== "" || url.hash !== "") throw new InvalidArgumentError("Leave out what follows ? and #.");
  return text.replace(/\/+$/, "");
}

function collect(line: string, lines: readonly string[] = []): string[] {
  return [...lines, line];
}
