// Makes the OpenAPI 3.1 document from the contract's schemas, routes and problem codes.

import { idempotencyKeyHeader, idempotencyReplayedHeader } from "../../src/contract/import.ts";
import { type ProblemCode, problemMediaType, problems } from "../../src/contract/problem.ts";
import { type Route, routes } from "../../src/contract/routes.ts";
import { extensions as allExtensions, type Extension } from "../../src/contract/source.ts";
import { rowStatuses } from "../../src/contract/status.ts";
import { pageSize } from "../http/read-request.ts";
import { type BodyName, createSchemas, type JsonSchema, toReference } from "./schemas.ts";

/** An OpenAPI 3.1 document, as plain JSON. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> } & Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** Describes a server that offers these extensions. @default all */
export function createOpenApi(extensions: readonly Extension[] = allExtensions): OpenApiDocument {
  const isOffered = ({ extension }: Operation | Parameter) => !extension || extensions.includes(extension);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations.filter(isOffered)) {
    const offered = { ...operation, parameters: operation.parameters.filter(isOffered) };
    paths[toTemplate(operation.route)] = { [operation.route.method.toLowerCase()]: toOperation(offered) };
  }
  return {
    openapi: "3.1.1",
    info: {
      title: "Import existing users",
      version: "1",
      summary: "Import users into an application, list the saved runs, roll one back.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/", description: "The portal's own origin." }],
    security: [{ session: [] }, { bearer: [] }],
    tags: [{ name: "import-existing-users" }],
    paths,
    components: { schemas: createSchemas(), securitySchemes },
  };
}

const securitySchemes = {
  session: {
    type: "apiKey",
    in: "cookie",
    name: "session",
    description: "The developer's session; how the cookie is called is the portal's own choice.",
  },
  bearer: { type: "http", scheme: "bearer", description: "Where the portal accepts one from servers." },
};

function toTemplate({ pattern }: Route): string {
  return pattern.replace(/:(\w+)/g, "{$1}");
}

function toOperation({ id, route, summary, parameters, body, answer, problems: codes }: Operation) {
  const { description, schema, headers } = answer;
  const inPath = Array.from(route.pattern.matchAll(/:(\w+)/g), ([, name = ""]) => toPathParameter(name));
  return {
    operationId: id,
    summary,
    tags: ["import-existing-users"],
    parameters: [...inPath, ...parameters.map(({ extension, ...parameter }) => parameter)],
    ...(body ? { requestBody: { required: true, content: toContent("application/json", toReference(body)) } } : {}),
    responses: {
      "200": {
        description,
        ...(headers ? { headers } : {}),
        content: toContent("application/json", toReference(schema)),
      },
      ...toProblemAnswers(codes),
      ...(body ? { "408": bodyTooLate } : {}),
    },
  };
}

function toPathParameter(name: string) {
  return { name, in: "path", required: true, schema: { type: "string", minLength: 1 } };
}

// One answer per status; where several codes share one, the document names them all.
function toProblemAnswers(codes: readonly ProblemCode[]): Record<string, unknown> {
  const statuses = [...new Set(codes.map((code) => problems[code].status))].sort();
  return Object.fromEntries(
    statuses.map((status) => [status, toProblemAnswer(codes.filter((code) => problems[code].status === status))]),
  );
}

function toProblemAnswer(codes: readonly ProblemCode[]) {
  const description = codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(" ");
  const schema = { allOf: [toReference("Problem"), { properties: { code: { enum: codes } } }] };
  const headers =
    codes.includes("import-in-progress") || codes.includes("unavailable")
      ? { headers: { "Retry-After": retryAfter } }
      : {};
  return { description, ...headers, content: toContent(problemMediaType, schema) };
}

// Not a problem of the contract: every HTTP server may answer this.
const bodyTooLate = {
  description: "`request-timeout`: The body did not arrive in time.",
  content: toContent(problemMediaType, toReference("Problem")),
};

const retryAfter = {
  description: "Seconds to wait, where repeating helps.",
  schema: { type: "integer", minimum: 0 },
};

function toContent(mediaType: string, schema: JsonSchema) {
  return { [mediaType]: { schema } };
}

/** A query parameter or a header. */
interface Parameter {
  readonly name: string;
  readonly in: "query" | "header";
  readonly description: string;
  readonly schema: JsonSchema;
  /** Offered only with this extension. @default always */
  readonly extension?: Extension;
}

/** One endpoint. */
export interface Operation {
  readonly id: string;
  readonly route: Route;
  readonly summary: string;
  /** Offered only with this extension. @default always */
  readonly extension?: Extension;
  readonly parameters: readonly Parameter[];
  readonly body?: BodyName;
  readonly answer: { readonly description: string; readonly schema: BodyName; readonly headers?: JsonSchema };
  readonly problems: readonly ProblemCode[];
}

const everywhere: readonly ProblemCode[] = [
  "unauthenticated",
  "forbidden",
  "application-not-found",
  "rate-limited",
  "internal",
  "unavailable",
];

function dryRun(description: string): Parameter {
  const schema = { type: "boolean", default: false };
  return { name: "dryRun", in: "query", description, schema, extension: "dryRun" };
}

const cursor: Parameter = {
  name: "cursor",
  in: "query",
  description: "`nextCursor` of the page before.",
  schema: { type: "string", minLength: 1 },
};

const importUsers: Operation = {
  id: "importUsers",
  route: routes.importUsers,
  summary: "Import users as one source. JSON, despite its name.",
  parameters: [
    dryRun("Judge every user and save nothing; `source` is then null."),
    {
      name: idempotencyKeyHeader,
      in: "header",
      extension: "idempotencyKey",
      description: "The same key and the same payload give the stored answer again, never a second source.",
      schema: { type: "string", minLength: 8, maxLength: 255, pattern: "^[\\x20-\\x7E]*$" },
    },
  ],
  body: "ImportRequest",
  answer: {
    description: "Every user was judged, and what could be saved is saved.",
    schema: "ImportResponse",
    headers: {
      [idempotencyReplayedHeader]: {
        description: "`true` when the answer is that of an earlier request with the same key.",
        schema: { type: "string", enum: ["true"] },
      },
    },
  },
  problems: [
    ...everywhere,
    "malformed",
    "request-timeout",
    "import-in-progress",
    "source-deleted",
    "payload-too-large",
    "too-many-users",
    "unsupported-media-type",
    "invalid-request",
    "idempotency-key-reused",
  ],
};

const listSources: Operation = {
  id: "listSources",
  route: routes.listSources,
  summary: "List the saved import runs, newest first.",
  parameters: [
    {
      name: "limit",
      in: "query",
      description: "Most sources of a page.",
      schema: { type: "integer", minimum: pageSize.min, maximum: pageSize.max, default: pageSize.default },
    },
    cursor,
  ],
  answer: { description: "One page of sources, and what this server offers.", schema: "SourceList" },
  problems: [...everywhere, "invalid-request"],
};

const deleteSource: Operation = {
  id: "deleteSource",
  route: routes.deleteSource,
  summary: "Roll a source back: remove the connections it created.",
  parameters: [dryRun("Count what would be removed and remove nothing.")],
  answer: { description: "It is rolled back, now or before.", schema: "Rollback" },
  problems: [...everywhere, "source-not-found", "import-in-progress", "invalid-request"],
};

const listResults: Operation = {
  id: "listResults",
  route: routes.listResults,
  summary: "Read the stored row results of a source.",
  extension: "results",
  parameters: [
    {
      name: "status",
      in: "query",
      description: "Only results of this status.",
      schema: { type: "string", enum: rowStatuses },
    },
    {
      name: "include",
      in: "query",
      extension: "resultNames",
      description: "`names`: each result has the name that was sent with it, never the account's own.",
      schema: { type: "string", enum: ["names"] },
    },
    cursor,
  ],
  answer: { description: "One page of results, by index.", schema: "ResultList" },
  problems: [...everywhere, "source-not-found", "invalid-request"],
};

/** Every endpoint, the documented ones first. */
export const operations: readonly Operation[] = [importUsers, listSources, deleteSource, listResults];
