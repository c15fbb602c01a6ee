// A server that remembers the key of a request that it refused.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () => {
  const used = new Set<string>();
  return tamper(createReference().backend, async (request, next) => {
    const key = request.headers.get("Idempotency-Key");
    if (key !== null && used.has(key)) return new Response("used", { status: 422 });
    const response = await next(request);
    if (key !== null && !response.ok) used.add(key);
    return response;
  });
};
