// A server that refuses an import while another one runs, and does not say when to come back.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () => {
  let running = 0;
  return tamper(createReference().backend, async (request, next) => {
    if (request.method !== "POST") return next(request);
    if (running > 0) return new Response("busy", { status: 409 });
    running += 1;
    return next(request).finally(() => {
      running -= 1;
    });
  });
};
