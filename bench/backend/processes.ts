// Measures several server processes on one PostgreSQL: `npm run bench:processes -- --processes 1,2,4 --clients 16 --seconds 20`.
import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { createSqlStore, loadWorld, openPostgres } from "../../mock-server/sql/index.ts";
import { href, routes } from "../../src/contract/index.ts";
import { createDatabase } from "../../test/mock-server/sql/create-database.ts";
import { findDamage } from "../../test/mock-server/sql/faults/damage.ts";
import { type ServerProcess, startServer } from "../../test/mock-server/sql/faults/server-process.ts";
import { startPostgres } from "../../test/mock-server/sql/postgres-server.ts";
import { toAccount, toUser } from "./directory.ts";
import { percentile } from "./measure.ts";

const { values } = parseArgs({
  options: {
    processes: { type: "string", default: "1,2,4" },
    clients: { type: "string", default: "16" },
    /** Of each measurement. */
    seconds: { type: "string", default: "20" },
    users: { type: "string", default: "1000" },
  },
});
const [clients, seconds, usersPerImport] = [values.clients, values.seconds, values.users].map(Number) as [
  number,
  number,
  number,
];
const size = 20_000;
// Those that `serve` knows; half of the clients use each, so that they also wait for each other.
const appIds = ["app_demo", "app_other"];

interface Load {
  readonly times: readonly number[];
  readonly failures: readonly string[];
  readonly seconds: number;
}

async function load(servers: readonly ServerProcess[]): Promise<Load> {
  const times: number[] = [];
  const failures: string[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  let number = 0;
  const run = async (client: number) => {
    while (performance.now() < until) {
      number += 1;
      const from = (number * usersPerImport) % size;
      const users = Array.from({ length: usersPerImport }, (_, at) => toUser(from + at, size));
      const server = servers[client % servers.length] as ServerProcess;
      const start = performance.now();
      const answer = await send(server, appIds[client % 2] as string, users);
      if (answer.status === 200) times.push(performance.now() - start);
      else failures.push(`${answer.status}: ${answer.text.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return { times, failures, seconds: (performance.now() - began) / 1_000 };
}

async function send({ url }: ServerProcess, appId: string, users: readonly object[]) {
  const body = JSON.stringify({ sourceName: "Load", users });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(url + href(routes.importUsers, { appId }), { method: "POST", headers, body });
  return { status: answer.status, text: await answer.text() };
}

const server = await startPostgres();
const lines: string[] = [];
let damaged = 0;
try {
  for (const count of values.processes.split(",").map(Number)) {
    const { url, drop } = await createDatabase(server.url);
    const database = await openPostgres({ url });
    const accounts = Array.from({ length: size }, (_, number) => toAccount(number));
    await loadWorld(database, { accounts, connections: [] });
    const servers = await Promise.all(Array.from({ length: count }, () => startServer(url)));
    const { times, failures, seconds: took } = await load(servers);
    for (const one of servers) await one.kill();
    const damage = findDamage(await createSqlStore(database).snapshot());
    damaged += damage.length;
    const say = [50, 95, 100].map((share) => `${Math.round(percentile(times, share))} ms`).join(" | ");
    const rate = Math.round((times.length * usersPerImport) / took);
    lines.push(
      `| ${count} | ${times.length} | ${rate.toLocaleString("en")} | ${say} | ${failures.length} | ${damage.length || "none"} |`,
    );
    console.error(lines.at(-1), [...new Set(failures)].slice(0, 3));
    await database.destroy();
    await drop();
  }
} finally {
  await server.stop();
}
console.log(
  `${clients} clients, ${usersPerImport} users an import, ${availableParallelism()} cores, Node ${process.version}\n`,
);
console.log("| Processes | Imports | Users a second | Median | 95 % | Slowest | Failed | Damage |");
console.log(`| --- | --- | --- | --- | --- | --- | --- | --- |\n${lines.join("\n")}`);
process.exitCode = damaged > 0 ? 1 : 0;
