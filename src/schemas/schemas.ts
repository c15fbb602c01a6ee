// Zod schemas of every body of the API, exactly as the reference backend reads and writes it.
import * as z from "zod/mini";
import { fieldKeys, userFields } from "../contract/fields.ts";
import { maxUsersPerImport, rowWarningCodes } from "../contract/import.ts";
import { importRequestSchema as envelopeSchema } from "../contract/import-request.ts";
import { type ProblemCode, problems } from "../contract/problem.ts";
import { extensions } from "../contract/source.ts";
import { rowStatuses } from "../contract/status.ts";
import { checkUser, type ImportUser, rowIssueCodes } from "../contract/user.ts";

interface SchemaNotes {
  id?: string;
  description?: string;
  format?: string;
  type?: string;
  maxLength?: number;
  required?: string[];
}

/** What JSON Schema says beside the structure. A schema with an id is a component of the OpenAPI document. */
export const schemaRegistry = z.registry<SchemaNotes>();

function named<T extends z.ZodMiniType>(id: string, description: string, schema: T): T {
  schemaRegistry.add(schema, { id, description });
  return schema;
}

function noted<T extends z.ZodMiniType>(description: string, schema: T, format?: string): T {
  schemaRegistry.add(schema, { description, ...(format ? { format } : {}) });
  return schema;
}

const toCount = () => z.int().check(z.nonnegative());
const toId = () => z.string().check(z.minLength(1));

const [idField, , nameField] = userFields;

// Any member, or none, because `checkUser` judges them: it trims before it measures, reads null as absent, and finds every issue.
const userMembers = z.object(
  {
    externalUserId: z.exactOptional(toMember("Unique user key from your platform.", idField.maxLength)),
    email: z.exactOptional(toMember("Match key to locate the account; compared trimmed and in lower case.")),
    name: z.exactOptional(toMember("Compared with the profile's name where both are given.", nameField.maxLength)),
    registrationDate: z.exactOptional(
      toMember("ISO-like, `2024-01-10` or `2024-01-10T09:00:00Z`; without an offset UTC."),
    ),
    lastLoginDate: z.exactOptional(toMember("ISO-like, as `registrationDate`.")),
  },
  { error: () => "not_an_object" },
);
schemaRegistry.add(userMembers, {
  required: userFields.filter(({ required }) => required).map(({ key }) => key),
});

/** One user, by the rule that card, sync and server share (`checkUser`); gives the user as it is stored and sent. */
export const userSchema = named(
  "User",
  "One user. What does not fit becomes an `invalid_row` in the answer; it never fails the request.",
  z.pipe(
    userMembers,
    z.transform((given, context): ImportUser => {
      const { user, issues } = checkUser(given);
      for (const { field, code, value } of issues)
        context.issues.push({ code: "custom", message: code, input: value, path: field ? [field] : [] });
      return user ?? { externalUserId: "", email: "" };
    }),
  ),
);

/** The body of a POST whose users are all valid. A server reads the users one by one instead: `importRequestSchema` of `./contract`. */
export const importRequestSchema = named(
  "ImportRequest",
  "Users to import as one source.",
  z.extend(envelopeSchema, { users: z.array(userSchema).check(z.minLength(1), z.maxLength(maxUsersPerImport)) }),
);

/** The counters of a source: one per status, and their sum `total`. */
export const countersSchema = named(
  "Counters",
  "How many users got which status; the five add up to `total`.",
  z.object({
    total: toCount(),
    invalid_row: toCount(),
    not_found: toCount(),
    name_mismatch: toCount(),
    already_connected: toCount(),
    imported: toCount(),
  }),
);

/** One saved import run. */
export const sourceSchema = named(
  "Source",
  "One saved import run.",
  z.object({
    id: toId(),
    name: z.string(),
    createdAt: noted("UTC.", z.string(), "date-time"),
    counters: countersSchema,
    reactivated: noted("How many of `already_connected` had been inactive.", toCount()),
  }),
);

/** Something to know about a row that does not change its status. */
export const rowWarningSchema = named(
  "RowWarning",
  "Something to know that does not change the status.",
  z.object({
    code: z.enum(rowWarningCodes),
    firstIndex: z.exactOptional(noted("`duplicate_in_request` only: the first row with that email.", toCount())),
  }),
);

/** What became of one user of the request. */
export const rowResultSchema = named(
  "RowResult",
  "What became of one user.",
  z.object({
    index: noted("Position in `users`.", toCount()),
    externalUserId: z.string(),
    email: noted("Normalised; as sent where it could not be.", z.string()),
    status: z.enum(rowStatuses),
    connectionId: z.nullable(toId()),
    code: noted("`invalid_row` only.", z.nullable(z.enum(rowIssueCodes))),
    field: noted("`invalid_row` only; null when the whole user is at fault.", z.nullable(z.enum(fieldKeys))),
    warnings: z.array(rowWarningSchema),
    reactivated: z.exactOptional(
      noted("Dry run only: importing the user would activate an inactive connection.", z.boolean()),
    ),
  }),
);

/** What became of one user, as it was stored. */
export const storedResultSchema = named(
  "StoredResult",
  "What became of one user, as it was stored.",
  z.extend(rowResultSchema, {
    name: z.exactOptional(
      noted(
        "`include=names` only: the name as sent, never the account's own; null where none is kept.",
        z.nullable(z.string()),
      ),
    ),
  }),
);

/** The answer to a POST. */
export const importResponseSchema = named(
  "ImportResponse",
  "One result per user, in the order sent.",
  z.object({
    source: noted("Null after a dry run.", z.nullable(sourceSchema)),
    results: z.array(rowResultSchema),
  }),
);

const nextCursor = noted("For the next page; opaque. Null on the last one.", z.nullable(toId()));

/** One page of saved sources. */
export const sourceListSchema = named(
  "SourceList",
  "Saved runs, newest first.",
  z.object({
    sources: z.array(sourceSchema),
    nextCursor,
    extensions: noted("What this server offers beyond the guides.", z.array(z.enum(extensions))),
  }),
);

/** One page of the stored results of a source. */
export const resultListSchema = named(
  "ResultList",
  "Stored row results of one source.",
  z.object({ results: z.array(storedResultSchema), nextCursor }),
);

/** The answer to a DELETE. */
export const rollbackSchema = named(
  "Rollback",
  "What deleting a source did, or would do.",
  z.object({
    source: sourceSchema,
    removed: noted("Connections removed: those the source had created.", toCount()),
    alreadyGone: noted("Created by the source, but gone before.", toCount()),
    reactivatedKept: noted("Reactivated by the source; they stay active.", toCount()),
    alreadyDeleted: noted("True when the source had been deleted before.", z.boolean()),
  }),
);

/** Why a request failed (RFC 9457). */
export const problemSchema = named(
  "Problem",
  "Why a request failed (RFC 9457).",
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int().check(z.gte(400), z.lte(599)),
    detail: z.string(),
    code: z.enum(Object.keys(problems) as ProblemCode[]),
    retryable: noted("True when the same request may succeed later.", z.boolean()),
    errors: noted(
      "Which parts of the request are at fault: a JSON pointer (RFC 6901) and why.",
      z.array(z.object({ pointer: z.string(), code: z.string() })),
    ),
  }),
);

// The JSON Schema of a member says what is wanted; its zod schema lets everything pass.
function toMember(description: string, maxLength: number | null = null) {
  const schema = z.unknown();
  schemaRegistry.add(schema, { description, type: "string", ...(maxLength === null ? {} : { maxLength }) });
  return schema;
}
