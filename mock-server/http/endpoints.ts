// Creates the four endpoints: each reads the request, calls the service, and answers.
import { idempotencyReplayedHeader } from "../../src/contract/import.ts";
import { routes } from "../../src/contract/routes.ts";
import type { Extension } from "../../src/contract/source.ts";
import type { Outcome, Service } from "../import/service.ts";
import { toPosition, toSource } from "../store/store.ts";
import type { BodyReader } from "./read-body.ts";
import {
  pageSize,
  readDryRun,
  readEnvelope,
  readIdempotencyKey,
  readInclude,
  readLimit,
  readResultCursor,
  readSourceCursor,
  readStatus,
  requireKnownParameters,
  requireNoDryRunBody,
  requireNoDryRunHeader,
  toCursor,
  toSourceCursor,
} from "./read-request.ts";
import { Refusal, toJson } from "./responses.ts";

/** A request that is authorised for its application. */
export interface Call {
  readonly request: Request;
  readonly appId: string;
  /** Empty where the route has no source. */
  readonly sourceId: string;
  readonly query: URLSearchParams;
}

/** One route and its handler. */
export interface Endpoint {
  readonly method: string;
  readonly pattern: string;
  /** @throws Refusal for a request that can't be answered. */
  readonly answer: (call: Call) => Promise<Response>;
}

/** Creates the three documented endpoints, and those of the extensions. */
export function createEndpoints(
  service: Service,
  extensions: readonly Extension[],
  readBody: BodyReader,
): readonly Endpoint[] {
  const offers = (extension: Extension) => extensions.includes(extension);
  // Without an extension its parameter is ignored, as on a server that knows only the guides.
  const isDryRun = ({ query, request }: Call) => {
    requireKnownParameters(query);
    requireNoDryRunHeader(request.headers);
    return offers("dryRun") && readDryRun(query);
  };
  const readKey = (headers: Headers) => (offers("idempotencyKey") ? readIdempotencyKey(headers) : null);

  const importUsers: Endpoint = {
    ...routes.importUsers,
    async answer(call) {
      const { appId, request } = call;
      const order = { dryRun: isDryRun(call), idempotencyKey: readKey(request.headers) };
      const outcome = await service.importUsers(appId, { ...order, ...(await readEnvelope(request, readBody)) });
      const { response, replayed } = unwrap(outcome);
      return toJson(response, replayed ? { [idempotencyReplayedHeader]: "true" } : {});
    },
  };

  const listSources: Endpoint = {
    ...routes.listSources,
    async answer({ appId, query }) {
      const limit = readLimit(query);
      const found = await service.listSources(appId, limit + 1, readSourceCursor(query));
      const sources = found.slice(0, limit);
      const last = found.length > limit ? sources.at(-1) : undefined;
      const nextCursor = last ? toSourceCursor(toPosition(last)) : null;
      return toJson({ sources: sources.map(toSource), nextCursor, extensions });
    },
  };

  const deleteSource: Endpoint = {
    ...routes.deleteSource,
    async answer(call) {
      const dryRun = isDryRun(call);
      await requireNoDryRunBody(call.request, readBody);
      return toJson(unwrap(await service.deleteSource(call.appId, call.sourceId, dryRun)).rollback);
    },
  };

  const listResults: Endpoint = {
    ...routes.listResults,
    async answer({ appId, sourceId, query }) {
      const page = { limit: pageSize.results + 1, fromIndex: readResultCursor(query), status: readStatus(query) };
      const isNamed = offers("resultNames") && readInclude(query);
      const list = isNamed ? service.listNamedResults : service.listResults;
      const { results } = unwrap(await list(appId, sourceId, page));
      const next = results[pageSize.results];
      return toJson({ results: results.slice(0, pageSize.results), nextCursor: next ? toCursor(next.index) : null });
    },
  };

  return [importUsers, listSources, deleteSource, ...(offers("results") ? [listResults] : [])];
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome;
  throw new Refusal(outcome.code);
}
