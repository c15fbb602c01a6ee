// A server that explains a name mismatch with the name in the profile.
import { createReference, known, tamper, withBody } from "../reference.ts";

type Result = { readonly status: string };

function explain(result: Result) {
  return result.status === "name_mismatch" ? { ...result, detail: `The profile says ${known.knownName}.` } : result;
}

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) =>
    withBody(await next(request), (body: { results?: readonly Result[] }) =>
      body.results ? { ...body, results: body.results.map(explain) } : body,
    ),
  );
