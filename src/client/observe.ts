// Tells a caller of each exchange: what was asked, what came back, how long it took.
import { idempotencyReplayedHeader } from "../contract/import.ts";
import { href } from "../contract/routes.ts";
import { ImportClientError } from "./errors.ts";
import type { Exchange } from "./exchange.ts";
import type { ExchangeNotice } from "./import-client.ts";

/** What is told, whom, and by which clock. */
export interface Observation {
  readonly onExchange: ((notice: ExchangeNotice) => void) | undefined;
  now(): number;
}

/** Runs an exchange and tells of it, whatever its end. `run` says what it received as soon as it did. */
export async function observe<T>(
  request: Exchange<unknown>,
  { onExchange, now }: Observation,
  run: (onResponse: (response: Response) => void) => Promise<T>,
): Promise<T> {
  if (!onExchange) return run(() => {});
  const startedAt = now();
  let response: Response | null = null;
  const tell = (failure: ExchangeNotice["failure"]) => {
    const { method } = request.route;
    const duration = now() - startedAt;
    onExchange({ method, path: href(request.route, request.params), duration, failure, ...toFacts(response) });
  };
  try {
    const answer = await run((received) => {
      response = received;
    });
    tell(null);
    return answer;
  } catch (error) {
    tell(error instanceof ImportClientError ? error.code : "ended");
    throw error;
  }
}

function toFacts(response: Response | null): Pick<ExchangeNotice, "status" | "requestId" | "isReplay"> {
  return {
    status: response?.status ?? null,
    requestId: response?.headers.get("x-request-id") ?? null,
    isReplay: response?.headers.get(idempotencyReplayedHeader) === "true",
  };
}
