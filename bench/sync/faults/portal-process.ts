// Runs the real server on PostgreSQL in a process of its own, which can be made to exit at a step of one request.
import process from "node:process";
import { type Backend, createBackend } from "../../../mock-server/index.ts";
import { serve } from "../../../mock-server/node.ts";
import { createSqlStore, openPostgres } from "../../../mock-server/sql/index.ts";

const [url = ""] = process.argv.slice(2);
let deadline = "";
const database = await openPostgres({
  url,
  connections: 3,
  // Called after each statement, while its transaction is still open.
  log({ query }) {
    if (deadline === "die_in_sources" && query.sql.startsWith('insert into "ieu_sources"')) die();
    if (deadline === "die_in_connections" && isWriteOfConnections(query.sql)) die();
  },
});
const store = createSqlStore(database);
const keyed = createBackend({ store });
const keyless = createBackend({ store, extensions: [] });

const { url: address } = await serve({
  async fetch(request) {
    deadline = request.headers.get("X-Die") ?? "";
    if (deadline === "die_before") die();
    const response = await answer(request);
    // A batch without new connections writes none.
    if (deadline !== "") die();
    return response;
  },
});
process.send?.(address);
// Exits with its parent process.
process.once("disconnect", () => process.exit());

function answer(request: Request): Promise<Response> {
  if (request.url.includes("/app_keyed_")) return keyed.fetch(request);
  return request.url.includes("/app_terse_") ? answerTersely(request, keyless) : keyless.fetch(request);
}

// Only statuses and a bare list, because the guides promise nothing else.
async function answerTersely(request: Request, { fetch }: Backend): Promise<Response> {
  const response = await fetch(request);
  if (!response.ok || request.method === "DELETE") return response;
  const { results, sources } = (await response.json()) as { results?: { status: string }[]; sources?: object[] };
  return Response.json(results ? { results: results.map(({ status }) => ({ status })) } : sources);
}

function isWriteOfConnections(text: string): boolean {
  return text.includes("ieu_connections") && !text.startsWith("select");
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
