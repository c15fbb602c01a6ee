// Connects a command to an application on a server: prints the target, reads the credentials, creates the client.
import { readFileSync } from "node:fs";
import { createImportClient } from "../../client/create-import-client.ts";
import type { ServerOptions } from "../commands/options.ts";
import { tokenVariable } from "../terminal/environment.ts";
import { type Output, type Terminal, UsageError } from "../terminal/terminal.ts";
import { toProxyWarning } from "./proxy.ts";

/** An application on a server. */
export interface Target {
  /** Such as "https://portal.example.com app_123"; the checkpoint of a run is bound to it. */
  readonly name: string;
  readonly client: ReturnType<typeof createImportClient>;
}

/** Prints the target of a command and creates the client for it. */
export function openTarget(options: ServerOptions, terminal: Terminal, output: Output): Target {
  const { baseUrl, app } = options;
  const headers = readHeaders(options, terminal.env);
  output.say(`Target: ${output.paint("bold", baseUrl)} · application ${output.paint("bold", app)}`);
  if (isReadableByOthers(baseUrl, headers))
    output.warn("Warning: plain http is not encrypted, so others can read your credentials. Use https.");
  const proxyWarning = toProxyWarning(baseUrl, terminal.env);
  if (proxyWarning !== null) output.warn(proxyWarning);
  return { name: `${baseUrl} ${app}`, client: createImportClient({ baseUrl, appId: app, headers }) };
}

function isReadableByOthers(baseUrl: string, headers: Headers): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  const isLocal = hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
  return protocol === "http:" && !isLocal && (headers.has("authorization") || headers.has("cookie"));
}

/**
 * The headers of every request: the bearer token of the environment, then `--header-file`, then `--header`; later ones win.
 *
 * @throws UsageError for an invalid header. Its value is never quoted, because it may be a secret.
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

function setLine(headers: Headers, line: string, origin: string): void {
  const colon = line.indexOf(":");
  if (colon < 1) throw new UsageError(`${origin}: expected a header such as "Name: value".`);
  setHeader(headers, line.slice(0, colon).trim(), line.slice(colon + 1).trim(), origin);
}

function setHeader(headers: Headers, name: string, value: string, origin: string): void {
  try {
    headers.set(name, value);
  } catch {
    throw new UsageError(`${origin}: not a valid HTTP header.`);
  }
}
