// A server that says it deleted.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, (request, next) =>
    request.method === "DELETE" ? Promise.resolve(new Response(null, { status: 204 })) : next(request),
  );
