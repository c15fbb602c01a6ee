// A server that takes the first 10,000 users of however many there are.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) => {
    const response = await next(request.clone());
    if (response.status !== 413 || Number((await request.clone().text()).length) > 5_000_000) return response;
    const { sourceName, users } = (await request.json()) as { sourceName: string; users: readonly unknown[] };
    const body = JSON.stringify({ sourceName, users: users.slice(0, 10_000) });
    return next(new Request(request.url, { method: "POST", headers: request.headers, body }));
  });
