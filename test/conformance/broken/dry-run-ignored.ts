// A server that lists dry runs and does them for real.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, (request, next) =>
    next(new Request(request.url.replace("dryRun=true", "dryRun=false"), request)),
  );
