// Injects faults for a long time: `npm run bench:faults -- --kills 100 --rounds 50 --orders 500 --writes 12 --seed 1`. Exits with 1 if damage is found.
import process from "node:process";
import { parseArgs } from "node:util";
import { createDatabase } from "../test/mock-server/sql/create-database.ts";
import { interleave } from "../test/mock-server/sql/faults/interleave.ts";
import { killRepeatedly } from "../test/mock-server/sql/faults/kill.ts";
import { importOverlapping } from "../test/mock-server/sql/faults/overlap.ts";
import { killPgliteAtCommit } from "../test/mock-server/sql/faults/pglite-kill.ts";
import { startPostgres } from "../test/mock-server/sql/postgres-server.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "100" },
    rounds: { type: "string", default: "50" },
    orders: { type: "string", default: "500" },
    /** Writes of a PGlite's commit at which it is killed, each in three ways. */
    writes: { type: "string", default: "12" },
    seed: { type: "string", default: String(Date.now() % 100_000) },
  },
});
const seed = Number(values.seed);
// fsync stays on, the default: durability after a kill must not depend on relaxed settings.
const server = await startPostgres({ settings: ["max_connections=200"] });
const lines = [`Seed ${seed}.`, "", "| Fault | Repetitions | Damage |", "| --- | --- | --- |"];
const found: string[] = [];

function report(name: string, times: string, damage: readonly string[]): void {
  found.push(...damage);
  lines.push(`| ${name} | ${times} | ${damage.length === 0 ? "none" : `**${damage.length}**`} |`);
}

async function onDatabase<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const { url, drop } = await createDatabase(server.url);
  try {
    return await work(url);
  } finally {
    await drop();
  }
}

try {
  await onDatabase(async (databaseUrl) => {
    const onKill = (number: number) => number % 10 === 0 && console.error(`${number} kills`);
    const run = await killRepeatedly({ databaseUrl, kills: Number(values.kills), usersPerImport: 5_000, seed, onKill });
    const { kills, interrupted, doneUnanswered, answered, damage } = run;
    const requests = `${interrupted} requests interrupted, ${doneUnanswered} of them saved without an answer, ${answered} answered`;
    report("server killed (`kill -9`) during imports and rollbacks of 5,000", `${kills} kills: ${requests}`, damage);
  });
  const { kills, saved, damage } = await killPgliteAtCommit({ users: 5_000, writes: Number(values.writes) });
  const unanswered = `${kills} kills: ${saved} imports saved without an answer`;
  report("PGlite killed before, in and after each write of a commit of 5,000", unanswered, damage);
  await onDatabase(async (databaseUrl) => {
    const options = { databaseUrl, clients: 8, parallel: 8, rounds: Number(values.rounds), seed };
    const { imports, damage } = await importOverlapping(options);
    report(
      "8 clients x 8 parallel imports of overlapping users",
      `${values.rounds} rounds, ${imports} imports`,
      damage,
    );
  });
  await onDatabase(async (databaseUrl) => {
    const damage = await interleave({ databaseUrl, rounds: Number(values.orders), seed });
    report("concurrent imports and rollbacks, compared with every sequential order", `${values.orders} rounds`, damage);
  });
} finally {
  await server.stop();
}

console.log(lines.join("\n"));
for (const one of found.slice(0, 20)) console.log(`- ${one}`);
process.exitCode = found.length > 0 ? 1 : 0;
