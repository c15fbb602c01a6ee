// Runs the checks against a server, rolls back every source they created, and returns the report.
import { createImportClient } from "../client/create-import-client.ts";
import type { FetchFunction } from "../client/redirects.ts";
import { NotChecked, RuleBroken } from "./check-errors.ts";
import { allChecks } from "./checks/all.ts";
import { type CreatedSources, trackCreatedSources } from "./created-sources.ts";
import type { Target } from "./raw-request.ts";
import { countFindings, createRedaction, type Finding, type Report } from "./report.ts";
import { type Check, createServerUnderTest, type Level, type ServerUnderTest } from "./server-under-test.ts";

/** The server to check, and how. */
export interface CheckServerOptions {
  /** The address in front of `/api/developer/...`. */
  readonly baseUrl: string;
  readonly appId: string;
  /** Sent with every request; their values never appear in the report. */
  readonly headers?: HeadersInit;
  /** `core` or both levels. @default "extended": both */
  readonly level?: Level;
  /** An account that exists and is not connected to the application. */
  readonly knownEmail?: string;
  /** The name in that account's profile. */
  readonly knownName?: string;
  readonly fetch?: FetchFunction;
  /** Ends the run, after its sources are rolled back. */
  readonly signal?: AbortSignal;
  /** Called after each check. */
  readonly onFinding?: (finding: Finding) => void;
}

/**
 * Checks a server. Every source it creates is rolled back, and it sends only users that do not exist, or the one the
 * caller named.
 *
 * @throws ImportClientError when the list of sources can't be read; then nothing that changes data was sent.
 */
export async function checkServer(options: CheckServerOptions): Promise<Report> {
  const { baseUrl, appId, level = "extended", signal, onFinding } = options;
  const target = toTarget(options);
  const { extensions } = await readList(target);
  const created = trackCreatedSources(target);
  const known = { email: options.knownEmail ?? null, name: options.knownName ?? null };
  const server = createServerUnderTest({ target, created, extensions, known });
  const redact = createRedaction([...target.headers.values()], known);
  const findings: Finding[] = [];
  for (const check of allChecks.filter((one) => level === "extended" || one.level === "core")) {
    const finding = redact(await runCheck(check, server, created, signal));
    findings.push(finding);
    onFinding?.(finding);
  }
  const leftovers = await cleanUp(created);
  const counts = { core: countFindings(findings, "core"), extended: countFindings(findings, "extended") };
  return { server: baseUrl, appId, extensions, findings, ...counts, leftovers, interrupted: signal?.aborted ?? false };
}

function toTarget({ baseUrl, appId, headers, fetch, signal }: CheckServerOptions): Target {
  // Without a `this`, as the client calls it.
  const send: FetchFunction = fetch ?? ((url, init) => globalThis.fetch(url, init));
  return { baseUrl: baseUrl.replace(/\/+$/, ""), appId, headers: new Headers(headers), fetch: send, signal };
}

// Sources that can't be listed can't be rolled back reliably, so the list is read before anything is sent.
function readList({ baseUrl, appId, headers, fetch, signal }: Target) {
  const client = createImportClient({ baseUrl, appId, headers, fetch, retry: { attempts: 2 } });
  return client.listSources({ signal });
}

async function runCheck(
  check: Check,
  server: ServerUnderTest,
  created: CreatedSources,
  signal: AbortSignal | undefined,
): Promise<Finding> {
  const { id, level, rule, title } = check;
  const about = { id, level, rule, title };
  if (signal?.aborted) return { ...about, verdict: "not_checked", reason: "Interrupted." };
  try {
    await check.run(server);
    return { ...about, verdict: "kept" };
  } catch (error) {
    return { ...about, ...toOutcome(error, signal) };
  } finally {
    // Each check starts without the sources of the others. A failed rollback is tried once more at the end.
    await created.cleanUp().catch(() => []);
  }
}

type Outcome = { verdict: "broken"; expected: string; came: string } | { verdict: "not_checked"; reason: string };

function toOutcome(error: unknown, signal: AbortSignal | undefined): Outcome {
  if (signal?.aborted) return { verdict: "not_checked", reason: "Interrupted." };
  if (error instanceof RuleBroken) return { verdict: "broken", expected: error.expected, came: error.came };
  if (error instanceof NotChecked) return { verdict: "not_checked", reason: error.message };
  // An undocumented body can make a check throw anything; the run must still go on to its clean-up.
  return { verdict: "broken", expected: "a body of the documented shape", came: String(error) };
}

async function cleanUp(created: CreatedSources): Promise<readonly string[]> {
  try {
    return await created.cleanUp({ thorough: true });
  } catch (error) {
    return [`unknown: the list could not be read at the end (${(error as Error).message})`];
  }
}
