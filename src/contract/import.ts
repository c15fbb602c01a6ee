// Defines the import request (POST), its idempotency key and its response, and reads responses leniently.
import { type FieldKey, fieldKeys } from "./fields.ts";
import { numberOrNull, readEvery, textOr, toMembers } from "./read-json.ts";
import { readSource, type Source } from "./source.ts";
import type { RowStatus } from "./status.ts";
import type { RowIssueCode, UserInput } from "./user.ts";

/** The maximum number of users in one request (guide: "Maximum 10,000 rows per import"). */
export const maxUsersPerImport = 10_000;
/** The maximum length of a source name in UTF-16 units. */
export const maxSourceNameLength = 200;
/** The maximum size of a request body in bytes: 24 MiB. */
export const maxBodyBytes = 24 * 1024 * 1024;

/** The request header that makes a repeated POST safe, and the response header of a replayed answer. */
export const idempotencyKeyHeader = "Idempotency-Key";
export const idempotencyReplayedHeader = "Idempotency-Replayed";

/** True for 8 to 255 printable ASCII characters. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\x20-\x7E]{8,255}$/.test(text);
}

/**
 * The given key.
 *
 * @throws TypeError for a key that no header could carry as it is.
 */
export function checkIdempotencyKey(key: string): string {
  if (isIdempotencyKey(key)) return key;
  throw new TypeError("idempotencyKey must be 8 to 255 printable ASCII characters.");
}

/** A random UUID (RFC 9562, version 4). Browsers have no `randomUUID` on pages served over plain http. */
export function newIdempotencyKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The body of a POST. Users may be invalid: the server checks each one, and an invalid one does not fail the request. */
export interface ImportRequest {
  sourceName: string;
  users: readonly UserInput[];
}

/** Warnings that a server adds to a result; they do not change its status. */
export const rowWarningCodes = [
  /** An earlier row of the request has the same email; `firstIndex` says which. */
  "duplicate_in_request",
  /** Another row of the request has the same externalUserId with another email. */
  "external_user_id_repeated",
  /** The application knows this externalUserId on the connection of another account, which stays as it is. */
  "external_user_id_on_other_connection",
  /** The connection already had another externalUserId and keeps it. */
  "external_user_id_differs",
] as const;

export type RowWarningCode = (typeof rowWarningCodes)[number];

export interface RowWarning {
  readonly code: RowWarningCode | (string & {});
  /** `duplicate_in_request` only: the index of the first row with that email. */
  readonly firstIndex?: number;
}

/** The result of one user of the request. */
export interface RowResult {
  /** Position in `users`. */
  readonly index: number;
  readonly externalUserId: string;
  /** Normalised, or as sent where it is invalid. */
  readonly email: string;
  /** One of the five; a status unknown to this version is kept as received. */
  readonly status: RowStatus | (string & {});
  readonly connectionId: string | null;
  /** For `invalid_row` only: the issue, and its field. */
  readonly code: RowIssueCode | (string & {}) | null;
  readonly field: FieldKey | null;
  readonly warnings: readonly RowWarning[];
  /** In a dry run: true if the connection is inactive and importing the user would activate it again. */
  readonly reactivated?: boolean;
}

/** A result as it was stored with its source. */
export interface StoredResult extends RowResult {
  /** The name as it was sent, never the account's own; null if none was sent or stored. Absent if names were not asked for. */
  readonly name?: string | null;
}

/** A result before it is matched with the users sent; members that the server left out are null. */
export interface LooseResult extends Omit<RowResult, "index" | "externalUserId" | "email"> {
  readonly index: number | null;
  readonly externalUserId: string | null;
  readonly email: string | null;
}

/** A stored result before it is completed. */
export interface LooseStoredResult extends LooseResult, Pick<StoredResult, "name"> {}

/**
 * Reads one result as any server may send it; null without a status. The guides describe no response body, so everything else
 * may be missing: it is known from the request.
 */
export function readRowResult(value: unknown): LooseResult | null {
  const members = toMembers(value) ?? {};
  const { status } = members;
  if (typeof status !== "string" || status === "") return null;
  return {
    index: numberOrNull(members.index),
    externalUserId: textOr(members.externalUserId, null),
    email: textOr(members.email, null),
    status,
    connectionId: textOr(members.connectionId, null),
    code: textOr(members.code, null),
    field: fieldKeys.find((key) => key === members.field) ?? null,
    warnings: readEvery(members.warnings, readWarning) ?? [],
    ...(members.reactivated === true ? { reactivated: true } : {}),
  };
}

/** Reads one stored result whose name was asked for; null without a status. */
export function readNamedResult(value: unknown): LooseStoredResult | null {
  const result = readRowResult(value);
  return result && { ...result, name: textOr(toMembers(value)?.name, null) };
}

// Some servers send only the warning's code.
function readWarning(value: unknown): RowWarning | null {
  if (typeof value === "string") return { code: value };
  const { code, firstIndex } = toMembers(value) ?? {};
  if (typeof code !== "string") return null;
  return typeof firstIndex === "number" ? { code, firstIndex } : { code };
}

/** The response of a POST before its results are matched with the users sent. */
export interface LooseResponse {
  readonly source: Source | null;
  readonly results: readonly LooseResult[];
}

/** Reads the response of a POST as any server may send it: no results where they can't be read; null where the source can't be read either. */
export function readImportResponse(body: unknown): LooseResponse | null {
  const members = toMembers(body);
  const results = readEvery(members?.results, readRowResult);
  const source = readSource(members?.source);
  return results || source ? { source, results: results ?? [] } : null;
}

/** One result per user sent, in the same order; none where only the source is reliable. */
export interface ImportResponse {
  /** The saved run; null after a dry run, or where the server did not send it. */
  readonly source: Source | null;
  readonly results: readonly RowResult[];
}
