// Runs a server in a process of its own: the reference server, or one that answers correctly and stores nothing.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import process from "node:process";
import { createBackend, createMemoryStore } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";
import { createSqlStore, openPostgres } from "../../mock-server/sql/index.ts";
import { countStatuses } from "../../src/contract/status.ts";
import type { UserInput } from "../../src/contract/user.ts";
import { toEmail } from "./people.ts";

const [kind, given = ""] = process.argv.slice(2);
const starts: Record<string, () => Promise<string>> = {
  memory: () => serveMemory(Number(given)),
  postgres: () => servePostgres(given),
  forgetful: serveForgetful,
};
process.send?.(await starts[kind ?? ""]?.());

async function servePostgres(url: string): Promise<string> {
  const store = createSqlStore(await openPostgres({ url }));
  return (await serve(createBackend({ store }))).url;
}

async function serveMemory(count: number): Promise<string> {
  const people = Array.from({ length: count }, (_, index) => ({
    id: `acc_${index}`,
    email: toEmail(index),
    name: `Person ${index}`,
    emailVerified: true,
    state: "active" as const,
  }));
  const store = createMemoryStore({ accounts: people, connections: [] });
  return (await serve(createBackend({ store }))).url;
}

// A million stored connections would measure the memory of the server, not of the client.
async function serveForgetful(): Promise<string> {
  let number = 0;
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    response.setHeader("content-type", "application/json");
    if (request.method === "GET")
      return response.end('{"sources":[],"nextCursor":null,"extensions":["idempotencyKey"]}');
    const { sourceName, users } = JSON.parse(body) as { sourceName: string; users: UserInput[] };
    const results = users.map(({ externalUserId, email }, index) => ({
      index,
      externalUserId,
      email,
      status: "imported",
      connectionId: `con_${number}_${index}`,
      code: null,
      field: null,
      warnings: [],
    }));
    number += 1;
    const counters = countStatuses(results);
    const createdAt = new Date().toISOString();
    const source = { id: `src_${number}`, name: sourceName, createdAt, counters, reactivated: 0 };
    return response.end(JSON.stringify({ source, results }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
