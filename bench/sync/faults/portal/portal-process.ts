// Runs the real server on PostgreSQL in a process of its own, which can be made to exit at a step of one request.
import process from "node:process";
import { serve } from "../../../../mock-server/node.ts";
import { createSqlStore, openPostgres } from "../../../../mock-server/sql/index.ts";
import { createServerKinds } from "./server-kinds.ts";

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
const servers = createServerKinds(createSqlStore(database));

const { url: address } = await serve({
  async fetch(request) {
    deadline = request.headers.get("X-Die") ?? "";
    if (deadline === "die_before") die();
    const response = await servers.fetch(request);
    // A batch without new connections writes none.
    if (deadline !== "") die();
    return response;
  },
});
process.send?.(address);
// Exits with its parent process.
process.once("disconnect", () => process.exit());

function isWriteOfConnections(text: string): boolean {
  return text.includes("ieu_connections") && !text.startsWith("select");
}

function die(): void {
  process.kill(process.pid, "SIGKILL");
}
