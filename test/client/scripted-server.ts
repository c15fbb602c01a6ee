// A real server on a real port that follows a script, request by request.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What the server saw of one request. */
interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What the server does with one request. */
export type Step = (response: ServerResponse, request: SeenRequest) => void;

export interface ScriptedServer {
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** Method and path of each request, without what all paths share. */
  readonly log: readonly string[];
}

/** Serves until the test ends. Steps are taken in order; the last one stays. */
export async function serveSteps(...steps: readonly Step[]): Promise<ScriptedServer> {
  const requests: SeenRequest[] = [];
  const log: string[] = [];
  const server = createServer(async (incoming, response) => {
    const request = { ...(await readRequest(incoming)) };
    requests.push(request);
    log.push(`${request.method} ${request.url.replace(/^.*\/import-existing-users/, "")}`);
    steps[Math.min(requests.length, steps.length) - 1]?.(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, log };
}

async function readRequest(incoming: IncomingMessage): Promise<SeenRequest> {
  let body = "";
  for await (const chunk of incoming.setEncoding("utf8")) body += chunk;
  return { method: incoming.method ?? "", url: incoming.url ?? "", headers: incoming.headers, body };
}

/** Answers with JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}

/** Answers with a body as it is. */
export function raw(body: string, status = 200, headers: Record<string, string> = {}): Step {
  return (response) => response.writeHead(status, headers).end(body);
}

/** Answers with a login page. */
export const loginPage: Step = raw("<!doctype html><title>Sign in</title>", 200, { "content-type": "text/html" });

/** Takes the request and never answers. */
export const silence: Step = () => {};

/** Takes the request and drops the connection. */
export const hangUp: Step = (response) => response.destroy();

/** Begins an answer and drops the connection. */
export const hangUpMidway: Step = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"source":', () => response.destroy());
};

/** Begins an answer and never ends it. */
export const stallMidway: Step = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"source":');
};
