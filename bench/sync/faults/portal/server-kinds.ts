// Answers as the kind of server that the id of the application names: `app_keyed_1`, `app_terse_1`.
import { type Backend, createBackend, type Store } from "../../../../mock-server/index.ts";

/** Creates the servers of every kind on one store. */
export function createServerKinds(store: Store): Pick<Backend, "fetch"> {
  const keyed = createBackend({ store });
  const keyless = createBackend({ store, extensions: [] });
  return {
    fetch(request) {
      if (request.url.includes("/app_keyed_")) return keyed.fetch(request);
      if (request.url.includes("/app_shuffled_")) return answerInOtherOrder(request, keyed);
      return request.url.includes("/app_terse_") ? answerTersely(request, keyless) : keyless.fetch(request);
    },
  };
}

// Only statuses and a bare list, because the guides promise nothing else.
async function answerTersely(request: Request, { fetch }: Pick<Backend, "fetch">): Promise<Response> {
  const response = await fetch(request);
  if (!response.ok || request.method === "DELETE") return response;
  const { results, sources } = (await response.json()) as { results?: { status: string }[]; sources?: object[] };
  return Response.json(results ? { results: results.map(({ status }) => ({ status })) } : sources);
}

// The guides promise neither an order nor indexes: every answer names the people, the last one first.
async function answerInOtherOrder(request: Request, { fetch }: Pick<Backend, "fetch">): Promise<Response> {
  const response = await fetch(request);
  if (!response.ok || request.method !== "POST") return response;
  const body = (await response.json()) as { results: { index?: number }[] };
  return Response.json({ ...body, results: body.results.map(({ index: _, ...result }) => result).reverse() });
}
