// A server that compares emails letter by letter: an address in capitals is somebody else's.
import { createReference, tamper, withBody } from "../reference.ts";

type Sent = { readonly users: readonly { readonly email?: unknown }[] };
type Result = { readonly status: string; readonly email: string };

function asSent(result: Result, sent: unknown): Result {
  if (typeof sent !== "string" || sent === result.email || result.status === "invalid_row") return result;
  return { ...result, email: sent, status: "not_found" };
}

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) => {
    const text = request.method === "POST" ? await request.clone().text() : "";
    return withBody(await next(request), (body: { results?: readonly Result[] }) => {
      if (!body.results || text === "") return body;
      const { users } = JSON.parse(text) as Sent;
      return { ...body, results: body.results.map((result, at) => asSent(result, users[at]?.email)) };
    });
  });
