// The endpoints as the document describes them: what each takes, what it answers, and how it fails.
import { idempotencyKeyHeader, idempotencyReplayedHeader } from "../../src/contract/import.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import { type Route, routes } from "../../src/contract/routes.ts";
import type { Extension } from "../../src/contract/source.ts";
import { rowStatuses } from "../../src/contract/status.ts";
import { pageSize } from "../http/request-query.ts";
import type { BodyName, JsonSchema } from "./schemas.ts";

/** A query parameter or a header. */
export interface Parameter {
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
  ...(["unauthenticated", "forbidden", "application-not-found"] as const),
  ...(["rate-limited", "internal", "unavailable"] as const),
];

function dryRun(description: string): Parameter {
  const schema = { type: "boolean", default: false };
  return { name: "dryRun", in: "query", description, schema, extension: "dryRun" };
}

const cursor: Parameter = {
  ...{ name: "cursor", in: "query" },
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
      ...{ name: idempotencyKeyHeader, in: "header", extension: "idempotencyKey" },
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
    ...(["malformed", "import-in-progress", "source-deleted", "payload-too-large", "too-many-users"] as const),
    ...(["unsupported-media-type", "invalid-request", "idempotency-key-reused"] as const),
  ],
};

const listSources: Operation = {
  id: "listSources",
  route: routes.listSources,
  summary: "List the saved import runs, newest first.",
  parameters: [
    {
      ...{ name: "limit", in: "query" },
      description: "Most sources of a page.",
      schema: { type: "integer", minimum: pageSize.smallest, maximum: pageSize.largest, default: pageSize.usual },
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
      ...{ name: "status", in: "query" },
      description: "Only results of this status.",
      schema: { type: "string", enum: rowStatuses },
    },
    cursor,
  ],
  answer: { description: "One page of results, by index.", schema: "ResultList" },
  problems: [...everywhere, "source-not-found", "invalid-request"],
};

/** Every endpoint, the documented ones first. */
export const operations: readonly Operation[] = [importUsers, listSources, deleteSource, listResults];
