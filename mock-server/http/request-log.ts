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

/** Told of an unexpected error; never throws. */
export type Report = (error: unknown, request: Request) => void;

/** Creates a report to the host's hook; what the hook itself throws goes to the console, because nobody else is left. */
export function createReporter(onError: ((error: unknown, request: Request) => unknown) | undefined): Report {
  const giveUp = (error: unknown) => console.error("onError failed", toFields(error));
  return (error, request) => callHook(() => onError?.(error, request), giveUp);
}

// A hook may be an async function although its type says that nobody waits for it.
function callHook(hook: () => unknown, failed: (error: unknown) => void): void {
  try {
    Promise.resolve(hook()).catch(failed);
  } catch (error) {
    failed(error);
  }
}

/** Middleware that passes a record of each answered request on; a failure of the hook is reported and changes no answer. */
export function recordRequests(record: (record: RequestRecord) => unknown, report: Report): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - began);
    const { method, path } = context.req;
    const { status } = context.res;
    // A path may contain anything, including an email.
    const masked = maskEmails(path.replaceAll("%40", "@"));
    const line = { method, path: masked, appId: maskEmails(appIdOf(context)), status, milliseconds };
    callHook(
      () => record(line),
      (error) => report(error, context.req.raw),
    );
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
