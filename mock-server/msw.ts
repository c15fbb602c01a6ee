// Door "./mock-server/msw": the backend as MSW handlers, in the browser and in Node.
import { type HttpHandler, HttpResponse, http } from "msw";
import { routes } from "../src/contract/routes.ts";
import type { Backend } from "./http/app.ts";

/** Which requests the handlers take. */
export interface HandlerOptions {
  /** The client's `baseUrl`. @default any origin and any path before `/api/developer` */
  readonly baseUrl?: string;
}

const apiRoot = "/api/developer/";

/** Handlers for `setupWorker` and `setupServer`; the backend answers every request below the import routes. */
export function toHandlers(backend: Backend, { baseUrl = "*" }: HandlerOptions = {}): HttpHandler[] {
  const pattern = baseUrl.replace(/\/+$/, "") + routes.importUsers.pattern.replace(/csv$/, "*");
  return [
    http.all(pattern, async ({ request }) => {
      try {
        return await backend.fetch(await withoutBasePath(request));
      } catch {
        // A backend answers every failure; one that throws simulates a lost connection.
        return HttpResponse.error();
      }
    }),
  ];
}

// The backend's routes start at the root, whatever base path the page uses.
async function withoutBasePath(request: Request): Promise<Request> {
  const url = new URL(request.url);
  const start = url.pathname.indexOf(apiRoot);
  if (start <= 0) return request;
  url.pathname = url.pathname.slice(start);
  const { method, headers, signal } = request;
  const body = method === "GET" || method === "HEAD" ? null : await request.arrayBuffer();
  return new Request(url, { method, headers, signal, body });
}
