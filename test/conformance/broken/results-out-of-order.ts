// A server that answers results in whatever order its database gave them.
import { createReference, tamper, withBody } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) =>
    withBody(await next(request), (body: { results?: readonly unknown[] }) =>
      body.results && request.method === "POST" ? { ...body, results: body.results.toReversed() } : body,
    ),
  );
