// Reads and checks what a request carries: JSON body, query parameters, idempotency key.
import {
  idempotencyKeyHeader,
  isIdempotencyKey,
  maxSourceNameLength,
  maxUsersPerImport,
} from "../../src/contract/import.ts";
import { importRequestSchema } from "../../src/contract/import-request.ts";
import { isRowStatus, type RowStatus, rowStatuses } from "../../src/contract/status.ts";
import { hasControlCharacter, trimText } from "../../src/contract/text.ts";
import { isIdLike } from "../import/ids.ts";
import type { SourcePosition } from "../store/store.ts";
import { tooManyUsers } from "./body-scan.ts";
import type { BodyReader } from "./read-body.ts";
import { Refusal } from "./responses.ts";

/** The envelope of an import; the users are validated later, one by one. */
export interface Envelope {
  readonly sourceName: string;
  readonly users: readonly unknown[];
}

/**
 * Reads and checks the body.
 *
 * @throws Refusal for a body that is too large, too deep, not JSON, or not an import.
 */
export async function readEnvelope(request: Request, readBody: BodyReader): Promise<Envelope> {
  requireJson(request.headers.get("Content-Type"));
  const body = await readBody(request);
  requireNoDryRunIn(body, "member ");
  return toEnvelope(body);
}

/**
 * Refuses a dry run that is asked for by a header, where it has no effect: it must not become a real one.
 *
 * @throws Refusal that names it.
 */
export function requireNoDryRunHeader(headers: Headers): void {
  requireNoDryRunIn(Object.fromEntries(headers), "header ");
}

/**
 * Refuses a dry run that is asked for in the body of a DELETE, which has none otherwise; any other body is ignored.
 *
 * @throws Refusal that names it.
 */
export async function requireNoDryRunBody(request: Request, readBody: BodyReader): Promise<void> {
  const isEmpty = !request.body || request.headers.get("Content-Length") === "0";
  if (!isEmpty) requireNoDryRunIn(await readBody(request).catch(ignoreMalformed), "member ");
}

function ignoreMalformed(error: unknown): undefined {
  if (error instanceof Refusal && error.code === "malformed") return undefined;
  throw error;
}

// However it is spelled: dryRun, dry_run, X-Dry-Run.
function requireNoDryRunIn(members: unknown, place: string): void {
  if (typeof members !== "object" || members === null) return;
  const name = Object.keys(members).find((key) => /^(?:x[-_])?dry[-_ ]?run$/i.test(key.trim()));
  if (name === undefined) return;
  const detail = `A dry run is asked for by the parameter ?dryRun=true; the ${place}${name} has no effect.`;
  throw new Refusal("invalid-request", detail, [{ pointer: `/${name}`, code: "unknown" }]);
}

// JSON is UTF-8 (RFC 8259, section 8.1); another charset would be misread silently.
function requireJson(contentType: string | null): void {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const charsets = parameters.map((text) => text.trim()).filter((text) => text.startsWith("charset="));
  const isUtf8 = charsets.every((charset) => /^charset="?utf-?8"?$/.test(charset));
  if (!/^application\/(?:json|[\w.!#$&^-]+\+json)$/.test(type.trim()) || !isUtf8) {
    throw new Refusal("unsupported-media-type", "Send the users as application/json in UTF-8.");
  }
}

function toEnvelope(body: unknown): Envelope {
  const users =
    typeof body === "object" && body !== null && Object.hasOwn(body, "users") ? (body as Envelope).users : [];
  if (Array.isArray(users) && users.length > maxUsersPerImport) throw tooManyUsers();
  const checked = importRequestSchema.safeParse(body);
  if (!checked.success)
    throw invalid(checked.error.issues.map(({ path, code }) => ({ pointer: toPointer(path), code })));
  const sourceName = trimText(checked.data.sourceName);
  if (sourceName === "") throw invalid([{ pointer: "/sourceName", code: "required" }]);
  if (hasControlCharacter(sourceName)) throw invalid([{ pointer: "/sourceName", code: "control_character" }]);
  return { sourceName, users: checked.data.users };
}

function invalid(errors: Refusal["errors"]): Refusal {
  const detail = `Send {"sourceName", "users"}: a name of 1 to ${maxSourceNameLength} characters and at least one user.`;
  return new Refusal("invalid-request", detail, errors);
}

function toPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join("");
}

/** Page sizes of the list of sources, and the fixed one of row results. */
export const pageSize = { min: 1, default: 50, max: 200, results: 1_000 } as const;

/** The page size asked for. */
export function readLimit(query: URLSearchParams): number {
  const text = query.get("limit");
  if (text === null) return pageSize.default;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < pageSize.min || limit > pageSize.max) {
    throw refuse("limit", `limit must be a whole number from ${pageSize.min} to ${pageSize.max}.`);
  }
  return limit;
}

/** The start of a page of sources; null for the first page. */
export function readSourceCursor(query: URLSearchParams): SourcePosition | null {
  const parts = readCursor(query);
  if (parts === null) return null;
  const [sequence, createdAt, id] = parts;
  if (!isSequence(sequence) || !isMoment(createdAt) || !isId(id) || parts.length !== 3) throw wrongCursor();
  return { sequence, createdAt, id };
}

/** The cursor of the page that begins after a source. */
export function toSourceCursor({ sequence, createdAt, id }: SourcePosition): string {
  return toCursor(sequence, createdAt, id);
}

// An integer of the database.
function isSequence(part: unknown): part is number | null {
  return part === null || (Number.isInteger(part) && Number(part) > 0 && Number(part) < 2 ** 31);
}

// A cursor may be forged, and a database rejects some dates, and NUL in an id. No import is older than computer time.
function isMoment(part: unknown): part is string {
  return typeof part === "string" && /^\d{4}-\d\d-\d\dT/.test(part) && Date.parse(part) >= 0;
}

function isIndex(part: unknown): part is number {
  return Number.isInteger(part) && Number(part) >= 0 && Number(part) <= maxUsersPerImport;
}

function isId(part: unknown): part is string {
  return typeof part === "string" && isIdLike(part);
}

/** The start of a page of results; 0 for the first page. */
export function readResultCursor(query: URLSearchParams): number {
  const parts = readCursor(query);
  if (parts === null) return 0;
  const [index] = parts;
  if (!isIndex(index) || parts.length !== 1) throw wrongCursor();
  return index;
}

/** An opaque cursor of characters that need no escaping in a URL. */
export function toCursor(...parts: readonly (string | number | null)[]): string {
  return btoa(encodeURIComponent(JSON.stringify(parts)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The status to filter by; null for all. */
export function readStatus(query: URLSearchParams): RowStatus | null {
  const status = query.get("status");
  if (status !== null && !isRowStatus(status))
    throw refuse("status", `status must be one of ${rowStatuses.join(", ")}.`);
  return status;
}

/** True if the names that were sent are to be included. */
export function readInclude(query: URLSearchParams): boolean {
  const included = query.getAll("include");
  if (included.some((text) => text !== "names")) throw refuse("include", "include must be names.");
  return included.length > 0;
}

/**
 * Refuses parameters that a write does not have: a misspelt dry run must not become a real one.
 *
 * @throws Refusal that names each of them.
 */
export function requireKnownParameters(query: URLSearchParams): void {
  const unknown = [...new Set(query.keys())].filter((name) => name !== "dryRun");
  if (unknown.length === 0) return;
  const errors = unknown.map((name) => ({ pointer: `/${name}`, code: "unknown" }));
  throw new Refusal("invalid-request", "The only parameter here is dryRun, true or false.", errors);
}

/** True for a dry run. Anything but `true` and `false`, once, is refused: a mistyped dry run must not become a real one. */
export function readDryRun(query: URLSearchParams): boolean {
  const [text = "false", ...others] = query.getAll("dryRun");
  if (others.length > 0) throw refuse("dryRun", "dryRun is given more than once.");
  if (text !== "true" && text !== "false") throw refuse("dryRun", "dryRun must be true or false.");
  return text === "true";
}

/** The idempotency key; null without one. */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get(idempotencyKeyHeader);
  if (key !== null && !isIdempotencyKey(key)) {
    throw new Refusal("invalid-request", `${idempotencyKeyHeader} must be 8 to 255 printable ASCII characters.`);
  }
  return key;
}

function readCursor(query: URLSearchParams): unknown[] | null {
  const cursor = query.get("cursor");
  if (cursor === null) return null;
  try {
    const parts: unknown = JSON.parse(decodeURIComponent(atob(cursor.replaceAll("-", "+").replaceAll("_", "/"))));
    if (Array.isArray(parts)) return parts;
  } catch {
    // Not one of our cursors, so it is refused below.
  }
  throw wrongCursor();
}

function wrongCursor(): Refusal {
  return refuse("cursor", "cursor must be the nextCursor of an earlier answer.");
}

function refuse(parameter: string, detail: string): Refusal {
  return new Refusal("invalid-request", detail, [{ pointer: `/${parameter}`, code: "invalid" }]);
}
