// A server that ignores parameters it does not know, and takes the first of two.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, (request, next) => {
    const url = new URL(request.url);
    if (request.method === "GET") return next(request);
    const dryRun = url.searchParams.get("dryRun");
    url.search = dryRun === null ? "" : `?dryRun=${encodeURIComponent(dryRun)}`;
    return next(new Request(url, request));
  });
