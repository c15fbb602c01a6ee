// Simulates failures between a client and a backend. Each failure is data, and can be put in front of any backend.
import type { Backend } from "../http/app.ts";
import { toProblemResponse } from "../http/responses.ts";

/** The connection broke before the answer arrived: MSW makes it a network error, the Node port drops the connection. */
export class ConnectionLostError extends Error {
  readonly code = "connection_lost";
  override readonly name = "ConnectionLostError";
}

/** One simulated failure. */
export interface Failure {
  readonly description: string;
  /** The methods of the requests that fail. @default all */
  readonly methods?: readonly string[];
  /** `every_other`: the first fails, the second succeeds, and so on, so that each retry succeeds. @default "always" */
  readonly occurs?: "always" | "every_other";
  /** The response to the client; `next` calls the real backend. */
  readonly answer: (next: () => Promise<Response>) => Promise<Response> | Response;
}

const writes = ["POST", "DELETE"];
const page = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Please sign in</h1></body></html>";

/** Every failure by name. */
export const failures = {
  slow: {
    description: "Every answer takes three seconds.",
    answer: (next) => new Promise((resolve) => setTimeout(resolve, 3_000)).then(next),
  },
  unauthenticated: {
    description: "The session has ended: 401.",
    answer: () => toProblemResponse("unauthenticated"),
  },
  forbidden: {
    description: "The developer lacks the right on this application: 403.",
    answer: () => toProblemResponse("forbidden"),
  },
  "not-found": {
    description: "The application does not exist, or is a stranger's: 404.",
    answer: () => toProblemResponse("application-not-found"),
  },
  "rate-limited": {
    description: "Every other write is one too many: 429, to be repeated after a second.",
    methods: writes,
    occurs: "every_other",
    answer: () => withRetryAfter(toProblemResponse("rate-limited"), 1),
  },
  busy: {
    description: "Every other write meets a running import: 409, to be repeated after a second.",
    methods: writes,
    occurs: "every_other",
    answer: () => withRetryAfter(toProblemResponse("import-in-progress"), 1),
  },
  "server-error": {
    description: "Every write fails: 500.",
    methods: writes,
    answer: () => toProblemResponse("internal"),
  },
  "server-error-once": {
    description: "Every other write fails: 500.",
    methods: writes,
    occurs: "every_other",
    answer: () => toProblemResponse("internal"),
  },
  "lost-answer": {
    description: "Every other write is done, but its answer never arrives.",
    methods: writes,
    occurs: "every_other",
    answer: async (next) => {
      await next();
      throw new ConnectionLostError("The answer was lost on its way.");
    },
  },
  offline: {
    description: "Nothing gets through.",
    answer: () => {
      throw new ConnectionLostError("The backend can't be reached.");
    },
  },
  html: {
    description: "A proxy answers 200 with its sign-in page.",
    answer: () => toPage(200),
  },
  "bad-gateway": {
    description: "A proxy answers 502 with a page.",
    answer: () => toPage(502),
  },
} satisfies Record<string, Failure>;

/** The name of a failure. */
export type FailureName = keyof typeof failures;

/** Wraps a backend so that some requests fail. */
export function withFailure(backend: Backend, failure: Failure): Backend {
  let met = 0;
  return {
    ...backend,
    async fetch(request) {
      const next = () => backend.fetch(request);
      if (failure.methods && !failure.methods.includes(request.method)) return next();
      met += 1;
      return failure.occurs === "every_other" && met % 2 === 0 ? next() : failure.answer(next);
    },
  };
}

function withRetryAfter(response: Response, seconds: number): Response {
  response.headers.set("Retry-After", String(seconds));
  return response;
}

function toPage(status: number): Response {
  return new Response(page, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
