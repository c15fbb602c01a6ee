// Records every answered request, without any name, email or user id.
import type { Context, MiddlewareHandler } from "hono";
import { maskEmails } from "../../src/contract/text.ts";

/** One answered request. */
export interface RequestRecord {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly appId: string;
  readonly status: number;
  /** From the request's head to the response. */
  readonly milliseconds: number;
}

/** The logger methods that are called; pino has them. */
export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Hooks for `createBackend` that log one structured line per request, and one per unexpected error. */
export function createLogHooks(logger: Logger): {
  readonly onRequest: (record: RequestRecord) => void;
  readonly onError: (error: unknown, request: Request) => void;
} {
  return {
    onRequest: (record) => logger.info({ ...record }, "request answered"),
    onError: (error, request) => logger.error({ method: request.method, ...toFields(error) }, "request failed"),
  };
}

/** Middleware that passes a record of each answered request on. */
export function recordRequests(record: (record: RequestRecord) => void): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - began);
    const { method, path } = context.req;
    const { status } = context.res;
    // A path may contain anything, including an email.
    const masked = maskEmails(path.replaceAll("%40", "@"));
    record({ method, path: masked, appId: maskEmails(appIdOf(context)), status, milliseconds });
  };
}

function appIdOf({ req }: Context): string {
  return req.param("appId") ?? "";
}

// Other members of a database error quote values, so only these are logged, and masked.
function toFields(error: unknown): object {
  if (!(error instanceof Error)) return { error: maskEmails(String(error)) };
  const cause = error.cause instanceof Error ? { cause: maskEmails(error.cause.message) } : {};
  return { error: error.name, reason: maskEmails(error.message), stack: maskEmails(error.stack ?? ""), ...cause };
}
