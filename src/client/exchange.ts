// Sends requests: one HTTP exchange with URL, headers, time limit and JSON, and the caller that repeats it as the policy says.
import { idempotencyReplayedHeader } from "../contract/import.ts";
import { href, type Route, type RouteParams } from "../contract/routes.ts";
import { limitTime, type Timing } from "./clock.ts";
import { ContractError, ImportClientError, NetworkError, TimeoutError } from "./errors.ts";
import type { CallOptions, ExchangeNotice } from "./import-client.ts";
import { type HttpAnswer, toHttpError } from "./read-answer.ts";
import { type FetchFunction, type Followed, followRedirects } from "./redirects.ts";
import { type RetryPolicy, type RetryRun, retry } from "./retry.ts";

/** Headers for every request, or a function that is called for each request. */
export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** The settings for reaching the server. */
export interface HttpSettings {
  readonly baseUrl: string;
  readonly fetch: FetchFunction | undefined;
  readonly headers: HeaderSource | undefined;
  readonly credentials: RequestCredentials;
  /** Longest wait for one whole answer, in milliseconds. */
  readonly timeout: number;
}

/** One request, and the function that reads its answer. */
export interface Exchange<T> {
  readonly route: Route;
  readonly params: RouteParams;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, created once, so that every repetition sends the same bytes. */
  readonly body?: string;
  /** True if it changes something on the server. */
  readonly writes: boolean;
  /** Throws a ContractError if the answer does not have the expected shape. */
  read(answer: HttpAnswer): T;
}

/** Everything that the calls of one client share. */
export interface CallerSetup {
  readonly appId: string;
  readonly http: HttpSettings;
  readonly policy: RetryPolicy;
  readonly timing: Timing;
}

/** Sends the requests of one client. */
export interface Caller {
  readonly appId: string;
  readonly policy: RetryPolicy;
  /** Starts the attempts of a call. The last one starts before `until`, in milliseconds since the epoch. */
  start(options: CallOptions, until?: number): RetryRun;
  /** Makes one attempt. */
  send<T>(request: Exchange<T>, run: RetryRun): Promise<T>;
  /** Makes as many attempts as the policy allows. */
  call<T>(request: Exchange<T>, options: CallOptions): Promise<T>;
  /** The latest time at which one more attempt would time out, and at least `until`. */
  extend(until: number): number;
}

/** Creates the caller of a client. */
export function createCaller({ appId, http, policy, timing }: CallerSetup): Caller {
  const start: Caller["start"] = (options, until = timing.now() + policy.deadline) => {
    const { signal, onRetry, mayRetry, onExchange } = options;
    return { policy, timing, until, signal, onRetry, mayRetry, onExchange };
  };
  const send: Caller["send"] = (request, { until, signal, onExchange }) => {
    const once = (onResponse: (response: Response) => void) =>
      exchange(http, request, { timeLeft: until - timing.now(), signal, onResponse });
    return onExchange ? withNotice(request, onExchange, timing.now, once) : once(() => {});
  };
  return {
    appId,
    policy,
    start,
    send,
    call(request, options) {
      const run = start(options);
      return retry(() => send(request, run), run);
    },
    extend: (until) => Math.max(until, timing.now() + http.timeout),
  };
}

// Runs an exchange and calls `onExchange` when it ended, however it ended.
async function withNotice<T>(
  request: Exchange<T>,
  onExchange: (notice: ExchangeNotice) => void,
  now: () => number,
  run: (onResponse: (response: Response) => void) => Promise<T>,
): Promise<T> {
  const startedAt = now();
  let response: Response | null = null;
  const notify = (failure: ExchangeNotice["failure"]) => {
    const { method } = request.route;
    const duration = now() - startedAt;
    onExchange({ method, path: href(request.route, request.params), duration, failure, ...toResponseFacts(response) });
  };
  try {
    const answer = await run((received) => {
      response = received;
    });
    notify(null);
    return answer;
  } catch (error) {
    notify(error instanceof ImportClientError ? error.code : "ended");
    throw error;
  }
}

function toResponseFacts(response: Response | null): Pick<ExchangeNotice, "status" | "requestId" | "isReplay"> {
  return {
    status: response?.status ?? null,
    requestId: response?.headers.get("x-request-id") ?? null,
    isReplay: response?.headers.get(idempotencyReplayedHeader) === "true",
  };
}

/** When to give up: after this many milliseconds, or on this signal. */
export interface ExchangeLimit {
  readonly timeLeft: number;
  readonly signal: AbortSignal | undefined;
  /** Called when the whole response was read, before its content is checked. */
  readonly onResponse?: (response: Response) => void;
}

/** Sends one request and reads its answer. Rejects with an ImportClientError, or the signal's reason. */
export async function exchange<T>(http: HttpSettings, request: Exchange<T>, limit: ExchangeLimit): Promise<T> {
  const label = `${request.route.method} ${href(request.route, request.params)}`;
  const url = toUrl(http, request);
  const timeout = Math.max(1, Math.min(http.timeout, limit.timeLeft));
  let sent = false;
  const mayHaveTakenEffect = () => request.writes && sent;
  const run = async (signal: AbortSignal) => {
    const init = await toInit(http, request, signal);
    sent = true;
    const received = await receive(http, url, init, () => noAnswer(label, request.writes));
    limit.onResponse?.(received.response);
    return readAnswer(received, request, label);
  };
  const toError = () => tooLate(label, timeout, mayHaveTakenEffect());
  try {
    return await limitTime(run, { timeout, signal: limit.signal, toError });
  } catch (error) {
    // An HttpError knows the outcome better: from the status. A dry run may have been answered with a saved source.
    if (isUncertain(error)) error.outcomeUnknown ||= mayHaveTakenEffect();
    throw error;
  }
}

type Received = Followed & { readonly text: string };

async function receive(
  { fetch }: HttpSettings,
  url: string,
  init: RequestInit,
  explain: () => string,
): Promise<Received> {
  // Called as a bare function: a browser's own fetch refuses to be another object's method.
  const send: FetchFunction = fetch ?? globalThis.fetch;
  try {
    const { response, redirected } = await followRedirects(send, url, init);
    return { response, redirected, text: await response.text() };
  } catch (cause) {
    if (cause instanceof ContractError) throw cause;
    throw new NetworkError(explain(), { cause });
  }
}

function readAnswer<T>({ response, redirected, text }: Received, request: Exchange<T>, label: string): T {
  const { status } = response;
  const body = parseJson(text);
  if (!response.ok) {
    const namesSource = request.params.sourceId !== undefined;
    throw toHttpError(response, body, { label, namesSource, writes: request.writes });
  }
  // JSON that breaks off: the rest was lost on the way.
  if (body === undefined && /^\s*[[{]/.test(text)) throw new NetworkError(noAnswer(label, request.writes));
  return request.read({ status, body, isEmpty: text.trim() === "", redirected, label });
}

function isUncertain(error: unknown): error is ImportClientError {
  return error instanceof NetworkError || error instanceof TimeoutError || error instanceof ContractError;
}

function noAnswer(label: string, outcomeUnknown: boolean): string {
  return `${label} got no whole answer: offline, unreachable, or refused by CORS.${advice(outcomeUnknown)}`;
}

function tooLate(label: string, timeout: number, outcomeUnknown: boolean): TimeoutError {
  return new TimeoutError(`${label} gave no whole answer within ${timeout} ms.${advice(outcomeUnknown)}`, timeout);
}

function advice(outcomeUnknown: boolean): string {
  return outcomeUnknown ? " It may have taken effect: look at the saved sources before repeating it." : "";
}

function toUrl({ baseUrl, fetch }: HttpSettings, { route, params, query = {} }: Exchange<unknown>): string {
  const base = baseUrl.replace(/\/+$/, "");
  if (!fetch && !globalThis.location && !/^[a-z][a-z\d+.-]*:/i.test(base)) {
    throw new TypeError("Outside of a browser, createImportClient needs an absolute baseUrl or a fetch of your own.");
  }
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return `${base}${href(route, params)}${search === "" ? "" : `?${search}`}`;
}

async function toInit(http: HttpSettings, request: Exchange<unknown>, signal: AbortSignal): Promise<RequestInit> {
  const { body } = request;
  const headers = toHeaders(typeof http.headers === "function" ? await http.headers() : http.headers);
  // A safelisted header: a GET to another origin needs no preflight.
  headers.set("accept", "application/json, application/problem+json");
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  const init: RequestInit = { method: request.route.method, headers, credentials: http.credentials, signal };
  // A list read after a lost answer must come from the server, not from a cache.
  init.cache = "no-store";
  return body === undefined ? init : { ...init, body };
}

function toHeaders(given: HeadersInit | undefined): Headers {
  try {
    return new Headers(given);
  } catch {
    // No `cause`: it quotes the value, which may be a token.
    throw new TypeError("The headers given to createImportClient hold a name or a value that HTTP does not allow.");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
