// Which application of which server: said before anything is done to it.
import { createImportClient } from "../../client/create-import-client.ts";
import type { Output } from "../terminal/output.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readHeaders, type ServerOptions } from "./server-options.ts";

/** A server and an application on it. */
export interface Target {
  /** Such as "https://portal.example.com app_123"; what a run's checkpoint is bound to. */
  readonly name: string;
  readonly client: ReturnType<typeof createImportClient>;
}

/** Says where a command goes, and makes the client for it. */
export function openTarget(options: ServerOptions, terminal: Terminal, output: Output): Target {
  const { baseUrl, app } = options;
  const headers = readHeaders(options, terminal.env);
  output.say(`Target: ${output.paint("bold", baseUrl)} · application ${output.paint("bold", app)}`);
  if (isReadableByOthers(baseUrl, headers))
    output.warn("Warning: over plain http others can read the headers you send.");
  return { name: `${baseUrl} ${app}`, client: createImportClient({ baseUrl, appId: app, headers }) };
}

function isReadableByOthers(baseUrl: string, headers: Headers): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  const isHere = hostname === "localhost" || hostname.startsWith("127.") || hostname === "[::1]";
  return protocol === "http:" && !isHere && (headers.has("authorization") || headers.has("cookie"));
}
