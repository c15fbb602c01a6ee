// A server that answers only the rows that went well.
import { createReference, tamper, withBody } from "../reference.ts";

type Body = { readonly results?: readonly { readonly status: string }[] };

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) =>
    withBody(await next(request), (body: Body) =>
      body.results ? { ...body, results: body.results.filter(({ status }) => status !== "invalid_row") } : body,
    ),
  );
