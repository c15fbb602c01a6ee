// The OpenAPI 3.1 document, made from the contract's schemas, routes and problem codes.
import { type ProblemCode, problemMediaType, problems } from "../../src/contract/problem.ts";
import type { Route } from "../../src/contract/routes.ts";
import { extensions as allExtensions, type Extension } from "../../src/contract/source.ts";
import { type Operation, operations, type Parameter } from "./operations.ts";
import { createSchemas, type JsonSchema, toReference } from "./schemas.ts";

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
  const headers = codes.includes("import-in-progress") ? { headers: { "Retry-After": retryAfter } } : {};
  return { description, ...headers, content: toContent(problemMediaType, schema) };
}

const retryAfter = {
  description: "Seconds to wait, where repeating helps.",
  schema: { type: "integer", minimum: 0 },
};

function toContent(mediaType: string, schema: JsonSchema) {
  return { [mediaType]: { schema } };
}
