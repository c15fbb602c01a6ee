// Faults of a sync run, counted: `npm run bench:sync-faults -- --faults 1000 --kills 100 --mutations 200 --seed 7`. Ends with 1 when anything was found.
import process from "node:process";
import { parseArgs } from "node:util";
import { createSqlStore, openPostgres } from "../../../mock-server/sql/index.ts";
import { createDatabase } from "../../../test/mock-server/sql/create-database.ts";
import { findDamage } from "../../../test/mock-server/sql/faults/damage.ts";
import { startPostgres } from "../../../test/mock-server/sql/postgres-server.ts";
import { loadAccounts } from "./application.ts";
import { runWithFaults } from "./faulted-runs.ts";
import { runWithKills } from "./killed-runs.ts";
import { runWithMutations } from "./mutated-answers.ts";
import { openPortal } from "./portal.ts";

const { values } = parseArgs({
  options: {
    faults: { type: "string", default: "1000" },
    kills: { type: "string", default: "100" },
    mutations: { type: "string", default: "200" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
  },
});
const seed = Number(values.seed);
const server = await startPostgres({ settings: ["max_connections=50"] });
const { url, drop } = await createDatabase(server.url);
const database = await openPostgres({ url, connections: 2 });
await loadAccounts(database);
const portal = openPortal(url);
const wrong: string[] = [];
try {
  const faulted = await runWithFaults({ database, portal, faults: Number(values.faults), seed });
  console.log(faulted);
  wrong.push(...faulted.wrong);
  const killed = await runWithKills({ database, portal, kills: Number(values.kills), seed });
  console.log(killed);
  wrong.push(...killed.wrong);
  const mutated = await runWithMutations({ database, portal, mutations: Number(values.mutations), seed });
  console.log(mutated);
  wrong.push(...mutated.wrong);
  wrong.push(...findDamage(await createSqlStore(database).snapshot()));
} finally {
  await portal.close();
  await database.destroy();
  await drop();
  await server.stop();
}
for (const one of wrong.slice(0, 20)) console.log(`- ${one}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
