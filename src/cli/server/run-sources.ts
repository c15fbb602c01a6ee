// Runs `sources list`, `show` and `delete`: the saved sources of an application, and the rollback of one.
import { ImportClientError } from "../../client/errors.ts";
import { readEverySource } from "../../client/saved-sources.ts";
import type { RowResult } from "../../contract/import.ts";
import type { Rollback, Source } from "../../contract/source.ts";
import { type RowStatus, rowStatuses } from "../../contract/status.ts";
import type { ListOptions, RollbackOptions, ServerOptions, ShowOptions } from "../commands/options.ts";
import { withLedger } from "../runs/outcome-files.ts";
import {
  confirm,
  count,
  createOutput,
  exitCodes,
  interruptible,
  type Output,
  plural,
  printable,
  type Terminal,
} from "../terminal/terminal.ts";
import { foldDays, type SourceLine } from "./source-days.ts";
import { openTarget, type Target } from "./target.ts";

interface CommandWork {
  readonly target: string;
  readonly client: Target["client"];
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Lists the newest sources; resolves with the exit code. */
export function listSources(options: ListOptions, terminal: Terminal): Promise<number> {
  return withTarget(options, terminal, async ({ client, output, signal }) => {
    const { limit } = options;
    const isFolded = options.json !== true && options.all !== true;
    const toLines = isFolded ? foldDays : (sources: readonly Source[]) => sources;
    // One line more than wanted, so that the last one is complete.
    const isEnough = (read: readonly Source[]) => toLines(read).length > (isFolded ? limit : limit - 1);
    const read = await readSources(client, signal, isEnough, isFolded ? maxPageSize : Math.min(limit, maxPageSize));
    const found = toLines(read).slice(0, limit);
    for (const line of sourceTable(found)) output.say(line);
    output.result({ sources: found });
    return exitCodes.ok;
  });
}

/** Shows one source and its results of one status; resolves with the exit code. */
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

/** Rolls one source back after confirmation; resolves with the exit code. */
export function deleteSource(
  id: string,
  { dryRun, yes, ledger, ...options }: RollbackOptions,
  terminal: Terminal,
): Promise<number> {
  return withTarget(options, terminal, async ({ target, client, output, signal }) => {
    const source = await findSource(client, id, signal);
    if (!source) return sayMissing(id, output);
    for (const line of sourceText(source)) output.say(line);
    const preview = await previewRollback(client, id, dryRun === true, signal);
    output.say(rollbackText(source, preview));
    if (dryRun) {
      output.result({ source, dryRun: preview });
      return exitCodes.ok;
    }
    if (!(await confirm({ question: "Delete this source?", yes: yes === true, signal }, terminal))) {
      output.say("Nothing was deleted.");
      return exitCodes.interrupted;
    }
    // Opened first: a source must not be deleted whose users then still look connected.
    const { rollback, forgotten } = await withLedger(ledger, target, async (opened) => {
      const forget = async () => (await opened?.forgetSource(id, toSavedAt(source))) ?? 0;
      const rollback = await client.deleteSource(id, { signal }).catch(async (error: unknown) => {
        if (!(error instanceof ImportClientError) || error.outcomeUnknown) await forget();
        throw error;
      });
      return { rollback, forgotten: await forget() };
    });
    output.say(`Deleted.${rollback.removed === null ? "" : ` ${plural(rollback.removed, "connection")} removed.`}`);
    if (forgotten > 0) output.say(`The ledger forgot ${plural(forgotten, "user")}, so \`reconcile\` sends them again.`);
    output.result({ source, rollback });
    return exitCodes.ok;
  });
}

// The clocks of the server and of the ledger may be hours apart.
function toSavedAt({ createdAt }: Source): number | null {
  const time = Date.parse(createdAt) - 86_400_000;
  return Number.isNaN(time) ? null : time;
}

// Null where the server offers no dry run; with --dry-run that is an error.
async function previewRollback(
  client: Target["client"],
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
  work: (work: CommandWork) => Promise<number>,
): Promise<number> {
  const output = createOutput(terminal, options.json === true);
  const { name: target, client } = openTarget(options, terminal, output);
  return interruptible(terminal, "Stopping.", (signal) => work({ target, client, output, signal }));
}

async function findSource(client: Target["client"], id: string, signal: AbortSignal): Promise<Source | null> {
  const isIt = (source: Source) => source.id === id;
  return (await readSources(client, signal, (sources) => sources.some(isIt))).find(isIt) ?? null;
}

const maxPageSize = 200;

async function readSources(
  client: Target["client"],
  signal: AbortSignal,
  isEnough: (sources: readonly Source[]) => boolean,
  limit = maxPageSize,
): Promise<readonly Source[]> {
  const readPage = (cursor: string | undefined) => client.listSources({ cursor, limit, signal });
  return (await readEverySource(readPage, { isEnough, maxPages: Number.POSITIVE_INFINITY })).sources;
}

async function readResults(
  client: Target["client"],
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
  const message = `There is no source ${printable(id)}. It may have been deleted already.`;
  output.warn(message);
  output.result({ error: { code: "source-not-found", message, exitCode: exitCodes.unexpected } });
  return exitCodes.unexpected;
}

const statuses = [...rowStatuses].reverse();

/** A table of sources: a header and one line each. */
export function sourceTable(sources: readonly (Source | SourceLine)[]): string[] {
  if (sources.length === 0) return ["No saved sources."];
  const header = ["Id", "Created", "Users", ...statuses, "Name"];
  const lines = sources.map((source) => {
    const { id, createdAt, name, counters } = source;
    const counts = [counters?.total, ...statuses.map((status) => counters?.[status])].map((number) =>
      String(number ?? "?"),
    );
    const folded = "sources" in source && source.sources > 1 ? ` (${count(source.sources)} sources)` : "";
    return [id, createdAt, ...counts, `${name}${folded}`].map(printable);
  });
  const widths = header.map((_, column) => Math.max(...[header, ...lines].map((line) => line[column]?.length ?? 0)));
  return [header, ...lines].map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

/** One source: its name and its counters. */
export function sourceText({ id, name, createdAt, counters, reactivated }: Source): string[] {
  const counts = counters
    ? `${plural(counters.total, "user")}: ${statuses.map((status) => `${count(counters[status])} ${status}`).join(", ")}`
    : "The server offers no counters.";
  const again = reactivated === null ? "" : `, ${reactivated} of them reactivated`;
  return [printable(`Source ${id} "${name}", ${createdAt}`), counts.replace(/ already_connected/, `$&${again}`)];
}

// By the server's dry run, or else by the source's own counters.
function rollbackText({ counters }: Source, preview: Rollback | null): string {
  if (preview && preview.removed !== null) return `Deleting it removes ${removalText(preview)}`;
  if (!counters) return "Deleting it removes the connections that it created; the server does not say how many.";
  return `Deleting it removes the connections that it created, at most ${count(counters.imported)}.`;
}

type RemovalCounts = Pick<Rollback, "removed" | "alreadyGone" | "reactivatedKept">;

/** The effect of a rollback: connections that are removed, were removed before, and stay. */
export function removalText({ removed, alreadyGone, reactivatedKept }: RemovalCounts): string {
  const gone = alreadyGone ? ` Already removed: ${count(alreadyGone)}.` : "";
  const kept = reactivatedKept ? ` Reactivated and kept: ${count(reactivatedKept)}.` : "";
  return `${plural(removed ?? 0, "connection")}.${gone}${kept}`;
}
