// POST: what is sent, what becomes of each user, and how the answer is read.
import * as z from "zod/mini";
import { type FieldKey, fieldKeys } from "./fields.ts";
import { type Source, sourceSchema } from "./source.ts";
import type { RowStatus } from "./status.ts";
import type { RowIssueCode, UserInput } from "./user.ts";

/** Most users in one request (guide: "Maximum 10,000 rows per import"). */
export const maxUsersPerImport = 10_000;
/** Longest source name in UTF-16 units. */
export const maxSourceNameLength = 200;
/** Largest request body in bytes: 24 MiB. */
export const maxBodyBytes = 24 * 1024 * 1024;

/** The header that makes a repeated POST safe, and the one that says that an answer was replayed. */
export const idempotencyKeyHeader = "Idempotency-Key";
export const idempotencyReplayedHeader = "Idempotency-Replayed";

/** True for 8 to 255 printable ASCII characters. */
export function isIdempotencyKey(text: string): boolean {
  return /^[\x20-\x7E]{8,255}$/.test(text);
}

/** The body of a POST. Users may be invalid: the server judges each one, and a bad one never fails the request. */
export interface ImportRequest {
  sourceName: string;
  users: readonly UserInput[];
}

/** The envelope alone, as a server checks it before it looks at any user. */
export const importRequestSchema = z.object({
  sourceName: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxSourceNameLength)),
  users: z.array(z.unknown()).check(z.minLength(1), z.maxLength(maxUsersPerImport)),
});

/** What a server adds to a result without changing its status. */
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

/** What became of one user of the request. */
export interface RowResult {
  /** Position in `users`. */
  readonly index: number;
  readonly externalUserId: string;
  /** Normalised; as sent where it could not be. */
  readonly email: string;
  /** One of the five; a status this version does not know is kept as it came. */
  readonly status: RowStatus | (string & {});
  readonly connectionId: string | null;
  /** `invalid_row` only: what is wrong, and with which field. */
  readonly code: RowIssueCode | (string & {}) | null;
  readonly field: FieldKey | null;
  readonly warnings: readonly RowWarning[];
}

const warningSchema = z.union([
  z.object({ code: z.string(), firstIndex: z.exactOptional(z.number()) }),
  z.pipe(
    z.string(),
    z.transform((code: string) => ({ code })),
  ),
]);

// Only the status can't be done without: the guides describe no answer body, and the rest is known from the request.
/** One result as any server may send it. */
export const rowResultSchema = z.object({
  index: z.catch(z.nullable(z.number()), null),
  externalUserId: z.catch(z.nullable(z.string()), null),
  email: z.catch(z.nullable(z.string()), null),
  status: z.string().check(z.minLength(1)),
  connectionId: z.catch(z.nullable(z.string()), null),
  code: z.catch(z.nullable(z.string()), null),
  field: z.catch(z.nullable(z.enum(fieldKeys)), null),
  warnings: z.catch(z.array(warningSchema), []),
});

/** A POST's answer as any server may send it; `source` is null after a dry run. */
export const importResponseSchema = z.object({
  source: z.catch(z.nullable(sourceSchema), null),
  results: z.array(rowResultSchema),
});

/** One status per user sent, in the same order. */
export interface ImportResponse {
  /** The saved run; null after a dry run, or where the server did not say. */
  readonly source: Source | null;
  readonly results: readonly RowResult[];
}
