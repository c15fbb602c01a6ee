// A server whose counters count one row too many.
import { createReference, tamper, withBody } from "../reference.ts";

type Sourced = { readonly counters: { readonly not_found: number } };

function miscount<T extends Sourced>(source: T): T {
  return { ...source, counters: { ...source.counters, not_found: source.counters.not_found + 1 } };
}

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) =>
    withBody(await next(request), (body: { source?: Sourced; sources?: readonly Sourced[] }) => ({
      ...body,
      ...(body.source ? { source: miscount(body.source) } : {}),
      ...(body.sources ? { sources: body.sources.map(miscount) } : {}),
    })),
  );
