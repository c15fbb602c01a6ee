// Runs the checks against a server by its address, rolls back what they made, and reports.
import { createImportClient } from "../client/create-import-client.ts";
import type { FetchFunction } from "../client/exchange.ts";
import type { Check, Level } from "./check.ts";
import { Broken, NotChecked } from "./check-errors.ts";
import { allChecks } from "./checks/all.ts";
import { createTrail, type Trail } from "./created-sources.ts";
import type { Wire } from "./raw-request.ts";
import { createRedaction } from "./redaction.ts";
import { type Finding, type Report, tally } from "./report.ts";
import { createSite, type Site } from "./server-under-test.ts";

/** Which server, how deep, and with what help. */
export interface CheckServerOptions {
  /** What stands before `/api/developer/...`. */
  readonly baseUrl: string;
  readonly appId: string;
  /** Sent with every request; their values never appear in the report. */
  readonly headers?: HeadersInit;
  /** `core` leaves the rest out. @default "extended": both */
  readonly level?: Level;
  /** An account that exists and is not connected to the application. */
  readonly knownEmail?: string;
  /** The name in that account's profile. */
  readonly knownName?: string;
  readonly fetch?: FetchFunction;
  /** Ends the run; what it made is rolled back first. */
  readonly signal?: AbortSignal;
  /** Told of each rule as it is decided. */
  readonly onFinding?: (finding: Finding) => void;
}

/**
 * Checks a server. It creates only sources that it rolls back, and names only people who do not exist, or whom the caller
 * named.
 *
 * @throws ImportClientError when the list of sources can't be read: then nothing was sent that could change anything.
 */
export async function checkServer(options: CheckServerOptions): Promise<Report> {
  const { baseUrl, appId, level = "extended", signal, onFinding } = options;
  const wire = toWire(options);
  const { extensions } = await preflight(wire);
  const trail = createTrail(wire);
  const known = { email: options.knownEmail ?? null, name: options.knownName ?? null };
  const site = createSite({ wire, trail, extensions, known });
  const redact = createRedaction([...wire.headers.values()], known);
  const findings: Finding[] = [];
  for (const check of allChecks.filter((one) => level === "extended" || one.level === "core")) {
    const finding = redact(await decide(check, site, trail, signal));
    findings.push(finding);
    onFinding?.(finding);
  }
  const leftovers = await sweep(trail);
  const tallies = { core: tally(findings, "core"), extended: tally(findings, "extended") };
  return { server: baseUrl, appId, extensions, findings, ...tallies, leftovers, interrupted: signal?.aborted ?? false };
}

function toWire({ baseUrl, appId, headers, fetch, signal }: CheckServerOptions): Wire {
  // Called as a bare function, as the client does.
  const send: FetchFunction = fetch ?? ((url, init) => globalThis.fetch(url, init));
  return { baseUrl: baseUrl.replace(/\/+$/, ""), appId, headers: new Headers(headers), fetch: send, signal };
}

// What can't be listed can't be rolled back for certain, so this comes before anything else.
function preflight({ baseUrl, appId, headers, fetch, signal }: Wire) {
  const client = createImportClient({ baseUrl, appId, headers, fetch, retry: { attempts: 2 } });
  return client.listSources({ signal });
}

async function decide(check: Check, site: Site, trail: Trail, signal: AbortSignal | undefined): Promise<Finding> {
  const { id, level, rule, title } = check;
  const about = { id, level, rule, title };
  if (signal?.aborted) return { ...about, verdict: "not_checked", reason: "Interrupted." };
  try {
    await check.run(site);
    return { ...about, verdict: "kept" };
  } catch (error) {
    return { ...about, ...toVerdict(error, signal) };
  } finally {
    // Each check begins in a world without the ones before; what would not go is tried once more at the end.
    await trail.cleanUp().catch(() => []);
  }
}

type Verdict = { verdict: "broken"; expected: string; came: string } | { verdict: "not_checked"; reason: string };

function toVerdict(error: unknown, signal: AbortSignal | undefined): Verdict {
  if (signal?.aborted) return { verdict: "not_checked", reason: "Interrupted." };
  if (error instanceof Broken) return { verdict: "broken", expected: error.expected, came: error.came };
  if (error instanceof NotChecked) return { verdict: "not_checked", reason: error.message };
  // A body that is nothing like the documented one can trip a check anywhere, and the sweep must come all the same.
  return { verdict: "broken", expected: "a body of the documented shape", came: String(error) };
}

async function sweep(trail: Trail): Promise<readonly string[]> {
  try {
    return await trail.cleanUp({ thorough: true });
  } catch (error) {
    return [`unknown: the list could not be read at the end (${(error as Error).message})`];
  }
}
