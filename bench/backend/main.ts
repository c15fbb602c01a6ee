// Measures the speed of the backend: `npm run bench:backend -- --accounts 10000,100000,1000000 --runs 7`. Prints a Markdown table.
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { createMemoryStore } from "../../mock-server/index.ts";
import { createSqlStore, type Database, openPostgres } from "../../mock-server/sql/index.ts";
import { createDatabase } from "../../test/mock-server/sql/create-database.ts";
import { startPostgres } from "../../test/mock-server/sql/postgres-server.ts";
import { fillDirectory, toAccount, toUser } from "./directory.ts";
import { type Bench, createBench, median } from "./measure.ts";
import { importRowByRow } from "./naive.ts";

const { values } = parseArgs({
  options: {
    /** 10000000 works too, but takes some minutes to fill. */
    accounts: { type: "string", default: "10000,100000,1000000" },
    runs: { type: "string", default: "7" },
  },
});
const sizes = values.accounts.split(",").map(Number);
const runs = Number(values.runs);
const batch = 10_000;
// Runs that are not counted: they warm up the JIT compiler, the caches of the database and the connection.
const warmUps = 3;
const rows: string[] = [];
let applications = 0;

/** A new application id, without any connections. */
const newApp = () => {
  applications += 1;
  return `app_${applications}`;
};
const usersOf = (count: number, size: number, day?: string) =>
  Array.from({ length: count }, (_, number) => toUser(number, size, day));

function report(what: string, size: string, { middle, best }: Times, remark = ""): void {
  rows.push(`| ${what} | ${size} | ${Math.round(middle)} ms | ${Math.round(best)} ms | ${remark} |`);
  console.error(rows.at(-1));
}

interface Times {
  readonly middle: number;
  /** The fastest run: least disturbed by other work on the machine. */
  readonly best: number;
}

async function repeat(times: number, work: () => Promise<number>): Promise<Times> {
  const seen: number[] = [];
  for (let run = 0; run < times + warmUps; run += 1) seen.push(await work());
  const counted = seen.slice(warmUps);
  return { middle: median(counted), best: Math.min(...counted) };
}

async function measureMemory(): Promise<void> {
  const size = 100_000;
  const accounts = Array.from({ length: size }, (_, number) => toAccount(number));
  const bench = createBench(createMemoryStore({ accounts, connections: [] }));
  const users = usersOf(batch, size);
  const time = await repeat(runs, async () => (await bench.importUsers(newApp(), users)).milliseconds);
  report("memory: import of 10,000, all new", size.toLocaleString("en"), time);
}

async function measureDirectory(bench: Bench, database: Database, url: string, size: number): Promise<void> {
  await fillDirectory(database, size);
  const label = size.toLocaleString("en");
  const users = usersOf(batch, size);
  const fresh = await repeat(runs, async () => (await bench.importUsers(newApp(), users)).milliseconds);
  const naive = await importRowByRow(url, newApp(), users);
  report(
    "import of 10,000, all new",
    label,
    fresh,
    `row by row: ${Math.round(naive)} ms, ${(naive / fresh.middle).toFixed(1)} times`,
  );
}

async function measureRest(bench: Bench, size: number): Promise<void> {
  const label = size.toLocaleString("en");
  const users = usersOf(batch, size);
  const appId = newApp();
  await bench.importUsers(appId, users);
  report(
    "the same again, nothing new",
    label,
    await repeat(runs, async () => (await bench.importUsers(appId, users)).milliseconds),
  );
  let day = 0;
  const nextDay = () => {
    day += 1;
    return new Date(Date.UTC(2026, 5, day)).toISOString().slice(0, 10);
  };
  report(
    "again, every row refreshed",
    label,
    await repeat(runs, async () => (await bench.importUsers(appId, usersOf(batch, size, nextDay()))).milliseconds),
  );
  report(
    "rollback of 10,000",
    label,
    await repeat(runs, async () => {
      const other = newApp();
      const { answer } = await bench.importUsers(other, users);
      const { milliseconds, answer: done } = await bench.rollBack(other, answer.source?.id ?? "");
      if (done.removed !== batch) throw new Error(`${done.removed} removed`);
      return milliseconds;
    }),
  );
  for (const count of [1_000, 2_500, 5_000]) {
    const some = users.slice(0, count);
    const time = await repeat(runs, async () => (await bench.importUsers(newApp(), some)).milliseconds);
    report(
      `import of ${count.toLocaleString("en")}, all new`,
      label,
      time,
      `${((time.middle / count) * 1_000).toFixed(0)} µs a row`,
    );
  }
  const crowd = await repeat(3, async () => {
    const began = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => bench.importUsers(newApp(), users)));
    return performance.now() - began;
  });
  report(
    "8 applications at once, 10,000 each",
    label,
    crowd,
    `${Math.round((8 * batch) / (crowd.middle / 1_000))} rows/s`,
  );
}

await measureMemory();
// The usual setting for SSDs: otherwise the planner scans all accounts instead of using the index.
const server = await startPostgres({ settings: ["random_page_cost=1.1"] });
const { url, drop } = await createDatabase(server.url);
try {
  const database = await openPostgres({ url });
  const bench = createBench(createSqlStore(database));
  for (const size of sizes) await measureDirectory(bench, database, url, size);
  await measureRest(bench, sizes.at(-1) ?? batch);
  const { rows: version } = await sql<{ version: string }>`select version()`.execute(database);
  await database.destroy();
  console.log(
    `${version[0]?.version.split(" on ")[0]}, Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model})`,
  );
  console.log(
    `\n| What | Accounts | Median of ${runs} | Best | |\n| --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
} finally {
  await drop();
  await server.stop();
}
