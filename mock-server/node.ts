// Doors "./backend/node" and "./mock-server/node": serves a backend on a port.
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { idempotencyReplayedHeader } from "../src/contract/import.ts";
import type { Backend } from "./http/app.ts";

/** Where to listen. */
export interface ServeOptions {
  /** 0 takes any free port. @default 0 */
  readonly port?: number;
  /** @default "127.0.0.1" */
  readonly hostname?: string;
  /** Origins whose pages may call with the person's cookies. @default none: the page and the API share one origin */
  readonly allowedOrigins?: readonly string[];
  /**
   * Milliseconds that an idle connection stays open. Longer than the load balancer keeps it (AWS and nginx 60 s, Google
   * Cloud 600 s), or it sends a request into a connection that is being closed.
   *
   * @default 75,000
   */
  readonly keepAliveTimeout?: number;
}

/** A server that listens. */
export interface RunningServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /**
   * Stops listening and drops every open connection.
   *
   * @param grace Milliseconds that running requests have to be answered first. @default 0
   */
  close(grace?: number): Promise<void>;
}

/**
 * Serves a backend on a port; resolves when it listens.
 *
 * @throws the system's error when it can't, `EADDRINUSE` for a taken port.
 */
export async function serve(backend: Backend, options: ServeOptions = {}): Promise<RunningServer> {
  const { port = 0, hostname = "127.0.0.1", allowedOrigins = [], keepAliveTimeout = 75_000 } = options;
  const { fetch } = withHealth(allowedOrigins.length > 0 ? withOrigins(backend, allowedOrigins) : backend);
  const server = createAdaptorServer({
    // Otherwise the library replaces the global Request and Response of the process.
    overrideGlobalObjects: false,
    async fetch(request, env) {
      try {
        return await fetch(request);
      } catch {
        // A backend answers every failure; one that throws simulates a lost connection.
        (env as HttpBindings).outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
    },
  });
  (server as Server).keepAliveTimeout = keepAliveTimeout;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, hostname, resolve);
  });
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://${hostname.includes(":") ? `[${hostname}]` : hostname}:${taken}`,
    port: taken,
    close: (grace = 0) => close(server as Server, grace),
  };
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A keep-alive connection becomes idle once its request is answered, and would stay open.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = setTimeout(() => server.closeAllConnections(), grace);
    server.close((error) => {
      clearInterval(sweep);
      clearTimeout(end);
      if (error) reject(error);
      else resolve();
    });
    if (grace === 0) server.closeAllConnections();
  });
}

/** The path of the health check for load balancers. */
const healthPath = "/healthz";

function withHealth(backend: Backend): Backend {
  const { health } = backend;
  if (!health) return backend;
  const isAsked = ({ method, url }: Request) => method === "GET" && new URL(url).pathname === healthPath;
  return { fetch: (request) => (isAsked(request) ? health() : backend.fetch(request)) };
}

function withOrigins(backend: Backend, origins: readonly string[]): Backend {
  const exposeHeaders = ["Retry-After", idempotencyReplayedHeader];
  const app = new Hono();
  app.use(cors({ origin: [...origins], credentials: true, exposeHeaders }));
  app.all("*", ({ req }) => backend.fetch(req.raw));
  app.onError((error) => {
    throw error;
  });
  return { ...backend, fetch: async (request) => app.fetch(request) };
}
