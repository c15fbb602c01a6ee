// A server that stores the profile's name with a name mismatch instead of the name that was sent.
import { createReference, known, tamper, withBody } from "../reference.ts";

type Result = { readonly status: string; readonly name?: string | null };

function reveal(result: Result) {
  return result.status === "name_mismatch" ? { ...result, name: known.knownName } : result;
}

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) => {
    const answer = await next(request);
    if (!request.url.includes("include=names")) return answer;
    return withBody(answer, (body: { results?: readonly Result[] }) =>
      body.results ? { ...body, results: body.results.map(reveal) } : body,
    );
  });
