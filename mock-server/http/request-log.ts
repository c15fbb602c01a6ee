// What is told about each request: never a name, an email or an id of a person.
import type { Context, MiddlewareHandler } from "hono";
import { maskEmails } from "../../src/contract/text.ts";

/** One answered request. */
export interface RequestRecord {
  readonly method: string;
  /** Of the address without its query. */
  readonly path: string;
  readonly appId: string;
  readonly status: number;
  /** From the first byte of the request's head to the answer. */
  readonly milliseconds: number;
}

/** The two methods of a logger that are called; pino has them. */
export interface Logger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Hooks for `createBackend` that write one structured line per request, and one per error that nobody expected. */
export function createLogHooks(logger: Logger): {
  readonly onRequest: (record: RequestRecord) => void;
  readonly onError: (error: unknown, request: Request) => void;
} {
  return {
    onRequest: (record) => logger.info({ ...record }, "request answered"),
    onError: (error, request) => logger.error({ method: request.method, ...toFields(error) }, "request failed"),
  };
}

/** Tells of each request when it is answered. */
export function tellOfRequests(tell: (record: RequestRecord) => void): MiddlewareHandler {
  return async (context, next) => {
    const began = performance.now();
    await next();
    const milliseconds = Math.round(performance.now() - began);
    const { method, path } = context.req;
    const { status } = context.res;
    // Anybody can write anything into an address.
    const masked = maskEmails(path.replaceAll("%40", "@"));
    tell({ method, path: masked, appId: maskEmails(appIdOf(context)), status, milliseconds });
  };
}

function appIdOf({ req }: Context): string {
  return req.param("appId") ?? "";
}

// A database quotes the values it stumbled over in further members of its errors, so only these are told, and masked.
function toFields(error: unknown): object {
  if (!(error instanceof Error)) return { error: maskEmails(String(error)) };
  const cause = error.cause instanceof Error ? { cause: maskEmails(error.cause.message) } : {};
  return { error: error.name, reason: maskEmails(error.message), stack: maskEmails(error.stack ?? ""), ...cause };
}
