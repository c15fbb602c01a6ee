// One HTTP exchange: URL, headers, time limit, JSON, and whether the answer is what was asked for.
import { href, type Route, type RouteParams } from "../contract/routes.ts";
import { limitTime } from "./clock.ts";
import { ContractError, type ImportClientError, NetworkError, TimeoutError } from "./errors.ts";
import type { Answer } from "./read-answer.ts";
import { toHttpError } from "./read-failure.ts";

/** The part of fetch that is used, so that a host's own or a server's `app.request` fits. */
export type FetchFunction = (url: string, init: RequestInit) => Promise<Response>;

/** Headers for every request, or what makes them, asked anew for each one. */
export type HeaderSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** How requests reach the server. */
export interface Wire {
  readonly baseUrl: string;
  readonly fetch: FetchFunction | undefined;
  readonly headers: HeaderSource | undefined;
  readonly credentials: RequestCredentials;
  /** Longest wait for one whole answer, in milliseconds. */
  readonly timeout: number;
}

/** One request, and how its answer is read. */
export interface Exchange<T> {
  readonly route: Route;
  readonly params: RouteParams;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, made once, so that every repetition sends the same bytes. */
  readonly body?: string;
  /** True when it changes something on the server. */
  readonly writes: boolean;
  /** Throws a ContractError for an answer that is not what was asked for. */
  read(answer: Answer): T;
}

/** When to give up: after this many milliseconds, or on this signal. */
export interface ExchangeLimit {
  readonly timeLeft: number;
  readonly signal: AbortSignal | undefined;
  /** Told of an answer that was read whole, before it is judged. */
  readonly onResponse?: (response: Response) => void;
}

/** Sends one request and reads its answer. Rejects with an ImportClientError, or the signal's reason. */
export async function exchange<T>(wire: Wire, request: Exchange<T>, limit: ExchangeLimit): Promise<T> {
  const label = `${request.route.method} ${href(request.route, request.params)}`;
  const url = toUrl(wire, request);
  const timeout = Math.max(1, Math.min(wire.timeout, limit.timeLeft));
  let sent = false;
  const mayHaveTakenEffect = () => request.writes && sent;
  const run = async (signal: AbortSignal) => {
    const init = await toInit(wire, request, signal);
    sent = true;
    const received = await receive(wire, url, init, () => noAnswer(label, request.writes));
    limit.onResponse?.(received.response);
    return readAnswer(received, request, label);
  };
  const toError = () => tooLate(label, timeout, mayHaveTakenEffect());
  try {
    return await limitTime(run, { timeout, signal: limit.signal, toError });
  } catch (error) {
    // Only what comes from an answer's status knows better.
    if (isUncertain(error)) error.outcomeUnknown = mayHaveTakenEffect();
    throw error;
  }
}

type Received = { readonly response: Response; readonly text: string };

async function receive({ fetch }: Wire, url: string, init: RequestInit, explain: () => string): Promise<Received> {
  // Called as a bare function: a browser's own fetch refuses to be another object's method.
  const send: FetchFunction = fetch ?? globalThis.fetch;
  try {
    const response = await send(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    throw new NetworkError(explain(), { cause });
  }
}

function readAnswer<T>({ response, text }: Received, request: Exchange<T>, label: string): T {
  const { status, redirected } = response;
  if (response.type === "opaqueredirect" || (status >= 300 && status < 400)) {
    throw new ContractError(`${label} was redirected, most likely to a login page.`);
  }
  const body = parseJson(text);
  if (!response.ok) {
    const namesSource = request.params.sourceId !== undefined;
    throw toHttpError(response, body, { label, namesSource, writes: request.writes });
  }
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

function toUrl({ baseUrl, fetch }: Wire, { route, params, query = {} }: Exchange<unknown>): string {
  const base = baseUrl.replace(/\/+$/, "");
  if (!fetch && !globalThis.location && !/^[a-z][a-z\d+.-]*:/i.test(base)) {
    throw new TypeError("Outside of a browser, createImportClient needs an absolute baseUrl or a fetch of your own.");
  }
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const search = new URLSearchParams(given).toString();
  return `${base}${href(route, params)}${search === "" ? "" : `?${search}`}`;
}

async function toInit(wire: Wire, request: Exchange<unknown>, signal: AbortSignal): Promise<RequestInit> {
  const { body } = request;
  const headers = toHeaders(typeof wire.headers === "function" ? await wire.headers() : wire.headers);
  // Both are safelisted: a GET to another origin needs no preflight.
  headers.set("accept", "application/json, application/problem+json");
  if (body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
  const init: RequestInit = { method: request.route.method, headers, credentials: wire.credentials, signal };
  // A look after a lost answer must see the server, not a cache.
  init.cache = "no-store";
  return body === undefined ? init : { ...init, body };
}

function toHeaders(given: HeadersInit | undefined): Headers {
  try {
    return new Headers(given);
  } catch {
    // The cause is left out on purpose: it quotes the value, which may be a token.
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
