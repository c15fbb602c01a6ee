// `sources`: the saved runs of an application: listed, shown, deleted.
import type { ImportClient } from "../../client/import-client.ts";
import { readEverySource } from "../../client/source-lists.ts";
import type { RowResult } from "../../contract/import.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import type { RowStatus } from "../../contract/status.ts";
import type { ServerOptions } from "../server/server-options.ts";
import { openTarget } from "../server/target.ts";
import { confirm } from "../terminal/confirm.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { interruptible } from "../terminal/interruption.ts";
import { plural } from "../terminal/numbers.ts";
import { createOutput, type Output } from "../terminal/output.ts";
import { printable } from "../terminal/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { rollbackText, sourceTable, sourceText } from "./source-text.ts";

/** What the command line of `sources list` says. */
export interface ListOptions extends ServerOptions {
  readonly limit: number;
}

/** What the command line of `sources show` says. */
export interface ShowOptions extends ServerOptions {
  readonly status?: RowStatus;
}

/** What the command line of `sources delete` says. */
export interface DeleteOptions extends ServerOptions {
  readonly dryRun?: true;
  readonly yes?: true;
}

interface Work {
  readonly client: Required<ImportClient>;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Lists the newest sources. */
export function listSources(options: ListOptions, terminal: Terminal): Promise<number> {
  return withTarget(options, terminal, async ({ client, output, signal }) => {
    const { limit } = options;
    const newest = await readSources(client, signal, ({ length }) => length >= limit, Math.min(limit, maxPageSize));
    const found = newest.slice(0, limit);
    for (const line of sourceTable(found)) output.say(line);
    output.result({ sources: found });
    return exitCodes.ok;
  });
}

/** Shows one source, and its results of one status. */
export function showSource(id: string, { status, ...options }: ShowOptions, terminal: Terminal): Promise<number> {
  return withTarget(options, terminal, async ({ client, output, signal }) => {
    const source = await findSource(client, id, signal);
    if (!source) return sayMissing(id, output);
    for (const line of sourceText(source)) output.say(line);
    const results = status === undefined ? undefined : await readResults(client, id, status, signal);
    if (results === null) output.say("The server offers no stored results.");
    for (const result of results ?? []) output.say(resultText(result));
    output.result({ source, ...(results === undefined ? {} : { results }) });
    return exitCodes.ok;
  });
}

/** Rolls one source back, after a yes. */
export function deleteSource(
  id: string,
  { dryRun, yes, ...options }: DeleteOptions,
  terminal: Terminal,
): Promise<number> {
  return withTarget(options, terminal, async ({ client, output, signal }) => {
    const source = await findSource(client, id, signal);
    if (!source) return sayMissing(id, output);
    for (const line of sourceText(source)) output.say(line);
    const preview = await previewRollback(client, id, dryRun === true, signal);
    output.say(rollbackText(source, preview));
    if (dryRun) {
      output.result({ source, dryRun: preview });
      return exitCodes.ok;
    }
    if (!(await confirm({ text: "Delete this source?", yes: yes === true, signal }, terminal))) {
      output.say("Nothing was deleted.");
      return exitCodes.interrupted;
    }
    const rollback = await client.deleteSource(id, { signal });
    output.say(`Deleted.${rollback.removed === null ? "" : ` ${plural(rollback.removed, "connection")} removed.`}`);
    output.result({ source, rollback });
    return exitCodes.ok;
  });
}

// What only a dry run knows, where the server lists one. Asked for by name, a server without it is an error.
async function previewRollback(
  client: ImportClient,
  id: string,
  required: boolean,
  signal: AbortSignal,
): Promise<Rollback | null> {
  const { extensions } = await client.listSources({ limit: 1, signal });
  if (!required && !extensions.includes("dryRun")) return null;
  return client.deleteSource(id, { dryRun: true, signal });
}

async function withTarget(
  options: ServerOptions,
  terminal: Terminal,
  work: (work: Work) => Promise<number>,
): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping.", async (signal) => {
    return await work({ client, output, signal });
  });
}

async function findSource(client: ImportClient, id: string, signal: AbortSignal): Promise<Source | null> {
  const isIt = (source: Source) => source.id === id;
  return (await readSources(client, signal, (sources) => sources.some(isIt))).find(isIt) ?? null;
}

const maxPageSize = 200;

async function readSources(
  client: ImportClient,
  signal: AbortSignal,
  isEnough: (sources: readonly Source[]) => boolean,
  limit = maxPageSize,
): Promise<readonly Source[]> {
  const readPage = (cursor: string | undefined) => client.listSources({ cursor, limit, signal });
  return (await readEverySource(readPage, { isEnough, maxPages: Number.POSITIVE_INFINITY })).sources;
}

async function readResults(
  client: Required<ImportClient>,
  id: string,
  status: RowStatus,
  signal: AbortSignal,
): Promise<RowResult[] | null> {
  const results: RowResult[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.listResults(id, { status, cursor, signal });
    if (!page) return null;
    results.push(...page.results);
    cursor = page.results.length > 0 ? (page.nextCursor ?? undefined) : undefined;
  } while (cursor !== undefined);
  return results;
}

function resultText({ externalUserId, email, code, field, warnings }: RowResult): string {
  const reason = [field, code, ...warnings.map((warning) => warning.code)].filter(Boolean).join(" ");
  return printable(`${externalUserId}  ${email}  ${reason}`.trimEnd());
}

function sayMissing(id: string, output: Output): number {
  const message = `There is no source ${printable(id)}: it may have been deleted before.`;
  output.warn(message);
  output.result({ error: { code: "source-not-found", message, exitCode: exitCodes.unexpected } });
  return exitCodes.unexpected;
}
