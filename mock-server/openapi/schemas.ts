// Describes every body of the API exactly as this server reads and writes it; src/contract reads responses more leniently on purpose.
import * as z from "zod/mini";
import { type FieldKey, fieldKeys, userFields } from "../../src/contract/fields.ts";
import { maxUsersPerImport, rowWarningCodes } from "../../src/contract/import.ts";
import { importRequestSchema } from "../../src/contract/import-request.ts";
import { problems } from "../../src/contract/problem.ts";
import { extensions } from "../../src/contract/source.ts";
import { rowStatuses } from "../../src/contract/status.ts";
import { rowIssueCodes } from "../../src/contract/user.ts";

// The metadata of each schema. A schema with an id becomes a component that others refer to.
const registry = z.registry<{ id?: string; description?: string; format?: string }>();

function named<T extends z.ZodMiniType>(id: string, description: string, schema: T): T {
  registry.add(schema, { id, description });
  return schema;
}

function noted<T extends z.ZodMiniType>(description: string, schema: T, format?: string): T {
  registry.add(schema, { description, ...(format ? { format } : {}) });
  return schema;
}

const toCount = () => z.int().check(z.nonnegative());

const fieldNotes: Readonly<Record<FieldKey, string>> = {
  externalUserId: "Unique user key from your platform.",
  email: "Match key to locate the account; compared trimmed and in lower case.",
  name: "Compared with the profile's name where both are given.",
  registrationDate: "ISO-like, `2024-01-10` or `2024-01-10T09:00:00Z`; without an offset UTC.",
  lastLoginDate: "ISO-like, as `registrationDate`.",
};

const userMembers = userFields.map(({ key, maxLength, required }) => {
  const text = maxLength === null ? z.string() : z.string().check(z.maxLength(maxLength));
  const member = noted(fieldNotes[key], text);
  return [key, required ? member : z.exactOptional(member)] as const;
});

const user = named(
  "User",
  "One user. What does not fit becomes an `invalid_row` in the answer; it never fails the request.",
  z.object(Object.fromEntries(userMembers)),
);

named(
  "ImportRequest",
  "Users to import as one source.",
  z.extend(importRequestSchema, { users: z.array(user).check(z.minLength(1), z.maxLength(maxUsersPerImport)) }),
);

const counters = named(
  "Counters",
  "How many users got which status; the five add up to `total`.",
  z.object(Object.fromEntries(["total", ...rowStatuses].map((status) => [status, toCount()]))),
);

const source = named(
  "Source",
  "One saved import run.",
  z.object({
    id: z.string().check(z.minLength(1)),
    name: z.string(),
    createdAt: noted("UTC.", z.string(), "date-time"),
    counters,
    reactivated: noted("How many of `already_connected` had been inactive.", toCount()),
  }),
);

const warning = named(
  "RowWarning",
  "Something to know that does not change the status.",
  z.object({
    code: z.enum(rowWarningCodes),
    firstIndex: z.exactOptional(noted("`duplicate_in_request` only: the first row with that email.", toCount())),
  }),
);

const rowResult = named(
  "RowResult",
  "What became of one user.",
  z.object({
    index: noted("Position in `users`.", toCount()),
    externalUserId: z.string(),
    email: noted("Normalised; as sent where it could not be.", z.string()),
    status: z.enum(rowStatuses),
    connectionId: z.nullable(z.string().check(z.minLength(1))),
    code: noted("`invalid_row` only.", z.nullable(z.enum(rowIssueCodes))),
    field: noted("`invalid_row` only; null when the whole user is at fault.", z.nullable(z.enum(fieldKeys))),
    warnings: z.array(warning),
  }),
);

named(
  "ImportResponse",
  "One result per user, in the order sent.",
  z.object({
    source: noted("Null after a dry run.", z.nullable(source)),
    results: z.array(rowResult),
  }),
);

const nextCursor = noted(
  "For the next page; opaque. Null on the last one.",
  z.nullable(z.string().check(z.minLength(1))),
);

named(
  "SourceList",
  "Saved runs, newest first.",
  z.object({
    sources: z.array(source),
    nextCursor,
    extensions: noted("What this server offers beyond the guides.", z.array(z.enum(extensions))),
  }),
);

named("ResultList", "Stored row results of one source.", z.object({ results: z.array(rowResult), nextCursor }));

named(
  "Rollback",
  "What deleting a source did, or would do.",
  z.object({
    source,
    removed: noted("Connections removed: those the source had created.", toCount()),
    alreadyGone: noted("Created by the source, but gone before.", toCount()),
    reactivatedKept: noted("Reactivated by the source; they stay active.", toCount()),
    alreadyDeleted: noted("True when the source had been deleted before.", z.boolean()),
  }),
);

named(
  "Problem",
  "Why a request failed (RFC 9457).",
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int().check(z.gte(400), z.lte(599)),
    detail: z.string(),
    code: z.enum(Object.keys(problems)),
    retryable: noted("True when the same request may succeed later.", z.boolean()),
    errors: noted(
      "Which parts of the request are at fault: a JSON pointer (RFC 6901) and why.",
      z.array(z.object({ pointer: z.string(), code: z.string() })),
    ),
  }),
);

/** The component schemas that are a whole body. */
export type BodyName = "ImportRequest" | "ImportResponse" | "SourceList" | "ResultList" | "Rollback" | "Problem";

/** A schema as JSON Schema 2020-12, which OpenAPI 3.1 uses as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The address of a component inside the document. */
export function toReference(name: string): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** Every component schema by name. */
export function createSchemas(): Record<string, JsonSchema> {
  // As input: an answer may get further members in a later version, and readers must let them pass.
  const { schemas } = z.toJSONSchema(registry, { io: "input", metadata: registry, uri: (id) => toReference(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]));
}
