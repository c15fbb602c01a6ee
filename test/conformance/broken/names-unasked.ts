// A server that tells the names that were sent with every list of results, whether they are asked for or not.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, (request, next) => {
    const url = new URL(request.url);
    if (!url.pathname.endsWith("/results")) return next(request);
    url.searchParams.set("include", "names");
    return next(new Request(url, request));
  });
