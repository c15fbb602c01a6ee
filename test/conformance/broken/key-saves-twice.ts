// A server that lists idempotency keys and forgets them.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, (request, next) => {
    const headers = new Headers(request.headers);
    headers.delete("Idempotency-Key");
    return next(new Request(request, { headers }));
  });
