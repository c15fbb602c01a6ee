// A server built from the guides alone: numbers as ids, statuses without a word more, a bare list, an empty DELETE.
import type { Backend } from "../../mock-server/index.ts";
import { createReference, tamper, withBody } from "./reference.ts";

interface Body {
  readonly results: readonly { readonly status: string }[];
  readonly sources: readonly { readonly id: string; readonly name: string; readonly counters: unknown }[];
}

/** Creates the server. */
export function createGuideOnly(): Backend {
  const { backend } = createReference({ extensions: [] });
  const numbers: string[] = [];
  const numberOf = (id: string) => (numbers.includes(id) ? numbers.indexOf(id) : numbers.push(id) - 1);
  return tamper(backend, async (request, next) => {
    if (request.method === "DELETE") return remove(request, next, numbers);
    const response = await next(request);
    if (!response.ok) return new Response("Something is wrong.", { status: response.status });
    if (request.method === "POST") {
      return withBody(response, ({ results }: Body) => ({ results: results.map(({ status }) => ({ status })) }));
    }
    return withBody(response, ({ sources }: Body) =>
      sources.map(({ id, name, counters }) => ({ id: numberOf(id), name, counters })),
    );
  });
}

async function remove(request: Request, next: (request: Request) => Promise<Response>, ids: readonly string[]) {
  const url = request.url.replace(/(\d+)$/, (number) => ids[Number(number)] ?? number);
  const response = await next(new Request(url, request));
  const { alreadyDeleted = true } = response.ok ? ((await response.json()) as { alreadyDeleted?: boolean }) : {};
  return new Response(null, { status: alreadyDeleted ? 404 : 204 });
}
