// Runs syncs under faults: `npm run bench:sync-faults -- --faults 1000 --deltas 300 --reconciles 300 --kills 100 --reconcile-kills 200 --mutations 210 --seed 7`. Exits with 1 if anything is wrong.
import process from "node:process";
import { parseArgs } from "node:util";
import { createSqlStore, openPostgres } from "../../../mock-server/sql/index.ts";
import { createDatabase } from "../../../test/mock-server/sql/create-database.ts";
import { findDamage } from "../../../test/mock-server/sql/faults/damage.ts";
import { startPostgres } from "../../../test/mock-server/sql/postgres-server.ts";
import { loadAccounts } from "./portal/application.ts";
import { openPortal } from "./portal/portal.ts";
import { toCutLines, toDeltaLines, toFaultLines, toKillLines, toMutationLines, toReconcileLines } from "./report.ts";
import { runWithCuts } from "./subjects/cut-answers.ts";
import { runDeltasWithFaults } from "./subjects/faulted-deltas.ts";
import { runReconcilesWithFaults } from "./subjects/faulted-reconciles.ts";
import { runWithFaults } from "./subjects/faulted-runs.ts";
import { runReconcilesWithKills } from "./subjects/killed-reconciles.ts";
import { runWithKills } from "./subjects/killed-runs.ts";
import { runWithMutations } from "./subjects/mutated-answers.ts";

const { values } = parseArgs({
  options: {
    faults: { type: "string", default: "1000" },
    /** Faults of delta syncs. */
    deltas: { type: "string", default: "300" },
    /** Faults of reconciles, their repairs and their undoing. */
    reconciles: { type: "string", default: "300" },
    kills: { type: "string", default: "100" },
    /** Kills of the commands `reconcile` and `undo`. */
    "reconcile-kills": { type: "string", default: "100" },
    mutations: { type: "string", default: "200" },
    /** Bytes between two cuts of an answer. */
    "cut-every": { type: "string", default: "10" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
  },
});
const seed = Number(values.seed);
const startedAt = performance.now();
const server = await startPostgres({ settings: ["max_connections=50"] });
const { url, drop } = await createDatabase(server.url);
const database = await openPostgres({ url, connections: 2 });
await loadAccounts(database);
const portal = openPortal(url);
const found: string[] = [];

function say(lines: readonly string[], wrong: readonly string[]): void {
  found.push(...wrong);
  console.log(lines.join("\n"));
}

console.log(`Seed ${seed}.\n`);
try {
  const onRun = (count: number) => console.error(`${count} faults`);
  const faulted = await runWithFaults({ database, portal, faults: Number(values.faults), seed, onRun });
  say(toFaultLines(faulted), faulted.wrong);
  const deltas = await runDeltasWithFaults({ database, portal, faults: Number(values.deltas), seed });
  say(toDeltaLines(deltas), deltas.wrong);
  const reconciled = await runReconcilesWithFaults({ database, portal, faults: Number(values.reconciles), seed });
  say(toReconcileLines(reconciled), reconciled.wrong);
  const killed = await runWithKills({ database, portal, kills: Number(values.kills), seed });
  say(toKillLines(killed, "runs"), killed.wrong);
  const killedReconciles = await runReconcilesWithKills({
    database,
    portal,
    kills: Number(values["reconcile-kills"]),
    seed,
  });
  say(toKillLines(killedReconciles, "rounds of reconcile, repair, undo and reconcile"), killedReconciles.wrong);
  const mutated = await runWithMutations({ database, portal, mutations: Number(values.mutations), seed });
  say(toMutationLines(mutated), mutated.wrong);
  const cut = await runWithCuts({ database, portal, every: Number(values["cut-every"]), seed });
  say(toCutLines(cut), cut.wrong);
  found.push(...findDamage(await createSqlStore(database).snapshot()));
} finally {
  await portal.close();
  await database.destroy();
  await drop();
  await server.stop();
}
for (const one of found.slice(0, 20)) console.log(`- ${one}`);
console.log(`\n${((performance.now() - startedAt) / 1_000).toFixed(0)} s in all.`);
process.exitCode = found.length > 0 ? 1 : 0;
