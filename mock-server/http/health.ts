// Whether the backend can do its work: what a load balancer asks.
import type { Store } from "../store/store.ts";

/** 200 while the store answers within `maxWait` milliseconds, else 503; the reason is nobody's business. */
export async function checkHealth(store: Store, maxWait: number): Promise<Response> {
  const isHealthy = await Promise.race([ping(store), after(maxWait)]);
  const status = isHealthy ? 200 : 503;
  return Response.json(
    { status: isHealthy ? "ok" : "unavailable" },
    { status, headers: { "Cache-Control": "no-store" } },
  );
}

function ping(store: Store): Promise<boolean> {
  return (store.ping?.() ?? Promise.resolve()).then(
    () => true,
    () => false,
  );
}

function after(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, false));
}
