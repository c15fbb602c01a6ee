// A server that takes whatever stands in a date's place.
import { createReference, tamper } from "../reference.ts";

export const createBroken = () =>
  tamper(createReference().backend, async (request, next) => {
    if (request.method !== "POST") return next(request);
    const body = (await request.text()).replace(/"(registrationDate|lastLoginDate)":"[^"]*"/g, '"$1":"2026-05-01"');
    return next(new Request(request.url, { method: "POST", headers: request.headers, body }));
  });
