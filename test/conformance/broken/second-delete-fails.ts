// A server that trips over a source that is gone.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) => {
    const response = await next(request);
    if (request.method !== "DELETE" || !response.ok) return response;
    const { alreadyDeleted } = (await response.clone().json()) as { alreadyDeleted: boolean };
    return alreadyDeleted ? new Response("Internal Server Error", { status: 500 }) : response;
  });
