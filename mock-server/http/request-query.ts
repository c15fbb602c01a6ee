// What may stand behind the question mark and in the headers: page size, cursor, status, dry run, key.
import { idempotencyKeyHeader, isIdempotencyKey, maxUsersPerImport } from "../../src/contract/import.ts";
import { isRowStatus, type RowStatus, rowStatuses } from "../../src/contract/status.ts";
import { isIdLike } from "../import/ids.ts";
import type { SourcePosition } from "../store/store.ts";
import { Refusal } from "./responses.ts";

/** Page sizes of the list of sources, and the fixed one of row results. */
export const pageSize = { smallest: 1, usual: 50, largest: 200, results: 1_000 } as const;

/** The page size asked for. */
export function readLimit(query: URLSearchParams): number {
  const text = query.get("limit");
  if (text === null) return pageSize.usual;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < pageSize.smallest || limit > pageSize.largest) {
    throw refuse("limit", `limit must be a whole number from ${pageSize.smallest} to ${pageSize.largest}.`);
  }
  return limit;
}

/** Where the page of sources begins; null for the first. */
export function readSourceCursor(query: URLSearchParams): SourcePosition | null {
  const parts = readCursor(query);
  if (parts === null) return null;
  const [createdAt, id] = parts;
  if (!isMoment(createdAt) || !isId(id) || parts.length !== 2) throw wrongCursor();
  return { createdAt, id };
}

// A cursor comes from outside, and a database takes neither every text for a moment nor NUL in an id.
function isMoment(part: unknown): part is string {
  return typeof part === "string" && /^(?!0000)\d{4}-\d\d-\d\dT/.test(part) && !Number.isNaN(Date.parse(part));
}

function isIndex(part: unknown): part is number {
  return Number.isInteger(part) && Number(part) >= 0 && Number(part) <= maxUsersPerImport;
}

function isId(part: unknown): part is string {
  return typeof part === "string" && isIdLike(part);
}

/** Where the page of results begins; 0 for the first. */
export function readResultCursor(query: URLSearchParams): number {
  const parts = readCursor(query);
  if (parts === null) return 0;
  const [index] = parts;
  if (!isIndex(index) || parts.length !== 1) throw wrongCursor();
  return index;
}

/** An opaque cursor, made of letters that need no escaping in a URL. */
export function toCursor(...parts: readonly (string | number)[]): string {
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

/** True for a dry run. Anything but `true` and `false` is refused: a mistyped dry run must not become a real one. */
export function readDryRun(query: URLSearchParams): boolean {
  const text = query.get("dryRun") ?? "false";
  if (text !== "true" && text !== "false") throw refuse("dryRun", "dryRun must be true or false.");
  return text === "true";
}

/** The key that makes a repeated POST safe; null without one. */
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
    // Not one of ours: answered like any other wrong one.
  }
  throw wrongCursor();
}

function wrongCursor(): Refusal {
  return refuse("cursor", "cursor must be the nextCursor of an earlier answer.");
}

function refuse(parameter: string, detail: string): Refusal {
  return new Refusal("invalid-request", detail, [{ pointer: `/${parameter}`, code: "invalid" }]);
}
