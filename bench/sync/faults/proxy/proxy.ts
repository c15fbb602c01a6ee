// Proxies between a run and its server on real sockets, and applies a fault to each request.
import { createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { type Forged, forge, signInPage } from "./forged.ts";
import type { Fault } from "./kinds.ts";

/** Decides about each request, and is notified of it. */
export interface ProxyOptions {
  /** The current address of the server for a path. */
  target(path: string): Promise<string>;
  /** Another origin, for redirects. */
  readonly elsewhere?: string;
  /** The fault of this request. */
  meet?(method: string | undefined, url: string): Fault | null;
  /** The answer that replaces the server's. */
  change?(method: string | undefined, answer: Forged, fault: Fault | null): Forged;
  /** Called when a request reaches a step; it continues when this resolves. */
  reach?(step: Step): Promise<void>;
  /** Called when the server exited during this request. */
  onDeath?(): void;
  /** Called when the client gave up while the server was still working, as on a busy machine. */
  onLate?(): void;
}

/** The steps of a request. */
export type Step = "arrived" | "forwarded" | "done" | "answered";

/** A listening proxy. */
export interface Proxy {
  readonly url: string;
  /** Resolves when the server has done what it was asked, also by clients that are gone. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const done = [
  "answer_lost",
  "answer_cut",
  "stall_after",
  "stall_in_answer",
  "gateway",
  "html_after",
  "empty_after",
  "shape_after",
];

/** Opens a proxy on a free port. */
export async function openProxy(options: ProxyOptions): Promise<Proxy> {
  let running = 0;
  const server = createServer((request, response) => {
    response.setHeader("Connection", "close");
    running += 1;
    handle(options, request, response)
      .catch(() => response.destroy())
      .finally(() => {
        running -= 1;
      });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async idle() {
      // A request that is on its way arrives within a few turns of the event loop.
      for (let calm = 0; calm < 10; calm = running === 0 ? calm + 1 : 0) await new Promise(setImmediate);
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function handle(options: ProxyOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method, url = "" } = request;
  if (url === "/login") return answer(response, signInPage);
  const fault = options.meet?.(method, url) ?? null;
  if (fault?.kind === "reset") return void request.socket.resetAndDestroy();
  const body = await read(request);
  await options.reach?.("arrived");
  const target = await options.target(url);
  // If the client has disconnected, do not forward: a request that arrives much later is another fault.
  if (response.destroyed || fault?.kind === "stall") return;
  if (fault?.kind === "half_request") {
    await forward(target, request, body.subarray(0, Math.floor(body.length / 2)), {}).catch(() => {});
    return void request.socket.resetAndDestroy();
  }
  const forged = fault && forge(fault, { url, elsewhere: options.elsewhere ?? "" });
  if (fault && forged && !done.includes(fault.kind)) return answer(response, forged);
  const dying = fault?.kind.startsWith("die_") ? { "X-Die": fault.kind } : {};
  const giveUp = () => options.onLate?.();
  response.once("close", giveUp);
  const forwarded = forward(target, request, body, dying).finally(() => response.off("close", giveUp));
  await options.reach?.("forwarded");
  const original = await forwarded.catch((error: unknown) => {
    if (fault?.kind.startsWith("die_")) options.onDeath?.();
    throw error;
  });
  await options.reach?.("done");
  pass(fault, forged, options.change?.(method, original, fault) ?? original, response);
  await options.reach?.("answered");
}

function pass(fault: Fault | null, forged: Forged | null, original: Forged, response: ServerResponse): void {
  if (fault?.kind === "answer_lost") response.socket?.resetAndDestroy();
  else if (fault?.kind === "stall_in_answer") answerPart(response, original);
  else if (fault?.kind === "answer_cut" || original.cutAt !== undefined) {
    answerPart(response, original);
    // The first part has been sent by then.
    setTimeout(() => response.socket?.resetAndDestroy(), 5);
  } else if (fault?.kind !== "stall_after") answer(response, forged ?? original);
}

function answerPart(response: ServerResponse, { status, headers, body, cutAt }: Forged): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, "Content-Length": bytes.length });
  response.write(bytes.subarray(0, cutAt ?? Math.floor(bytes.length / 2)));
}

function answer(response: ServerResponse, { status, headers, body }: Forged): void {
  response.writeHead(status, headers).end(body);
}

// The connection is cut after less of the body than Content-Length says.
function forward(target: string, from: IncomingMessage, body: Buffer, more: Record<string, string>): Promise<Forged> {
  return new Promise((resolve, reject) => {
    const { method, url, headers } = from;
    const { connection: _, ...rest } = headers;
    const to = send(target + url, { method, headers: { ...rest, ...more }, agent: false }, (incoming) => {
      read(incoming).then((bytes) => resolve(toForged(incoming, bytes)), reject);
    });
    to.on("error", reject);
    if (body.length === Number(headers["content-length"] ?? 0)) return void to.end(body);
    to.write(body, () => setTimeout(() => to.destroy(new Error("cut")), 5));
  });
}

function toForged({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Forged {
  const rest: Record<string, string> = {};
  for (const name of ["content-type", "retry-after", "idempotency-replayed", "x-request-id"]) {
    const value = headers[name];
    if (typeof value === "string") rest[name] = value;
  }
  return { status: statusCode, headers: rest, body: bytes.toString("utf8") };
}

async function read(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
