// Measures the backend: `npm run bench:backend -- --accounts 10000,100000,1000000 --runs 7 --minutes 10`. Prints Markdown tables.
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { createMemoryStore, type Store } from "../../mock-server/index.ts";
import { createSqlStore, type Database, loadWorld, openPglite, openPostgres } from "../../mock-server/sql/index.ts";
import { createDatabase } from "../../test/mock-server/sql/create-database.ts";
import { startPostgres } from "../../test/mock-server/sql/postgres-server.ts";
import { fillDirectory, toAccount, toUser } from "./directory.ts";
import { type Hold, measureHold } from "./hold.ts";
import { type Bench, createBench, percentile } from "./measure.ts";
import { importRowByRow } from "./naive.ts";

const { values } = parseArgs({
  options: {
    /** 10000000 works too, but takes some minutes to fill. */
    accounts: { type: "string", default: "10000,100000,1000000" },
    runs: { type: "string", default: "7" },
    /** After this time every measurement is done once more at most, so that a busy machine finishes too. */
    minutes: { type: "string", default: "10" },
  },
});
const sizes = values.accounts.split(",").map(Number);
const runs = Number(values.runs);
const batch = 10_000;
// Runs that are not counted: they warm up the JIT compiler, the caches of the database and the connection.
const warmUps = 3;
const rows: string[] = [];
const holds: string[] = [];
const until = performance.now() + Number(values.minutes) * 60_000;
let applications = 0;

/** A new application id, without any connections. */
const newApp = () => {
  applications += 1;
  return `app_${applications}`;
};
const usersOf = (count: number, size: number, day?: string) =>
  Array.from({ length: count }, (_, number) => toUser(number, size, day));

function report(what: string, size: string, { best, middle, high, runs }: Times, remark = ""): void {
  const times = [best, middle, high].map((time) => `${Math.round(time)} ms`).join(" | ");
  rows.push(`| ${what} | ${size} | ${times} | ${runs} | ${remark} |`);
  console.error(rows.at(-1));
}

interface Times {
  /** The fastest run: least disturbed by other work on the machine. */
  readonly best: number;
  readonly middle: number;
  /** The 95th percentile. */
  readonly high: number;
  /** The runs that were counted. */
  readonly runs: number;
}

const isLate = () => performance.now() > until;

async function repeat(times: number, work: () => Promise<number>): Promise<Times> {
  const seen: number[] = [];
  while (seen.length < times + warmUps && (seen.length === 0 || !isLate())) seen.push(await work());
  const counted = seen.length > warmUps ? seen.slice(warmUps) : seen.slice(-1);
  const [best, middle, high] = [0, 50, 95].map((share) => percentile(counted, share)) as [number, number, number];
  return { best, middle, high, runs: counted.length };
}

async function measureMemory(): Promise<void> {
  const size = 100_000;
  const accounts = Array.from({ length: size }, (_, number) => toAccount(number));
  const bench = createBench(createMemoryStore({ accounts, connections: [] }));
  const users = usersOf(batch, size);
  const time = await repeat(runs, async () => (await bench.importUsers(newApp(), users)).milliseconds);
  report("memory: import of 10,000, all new", size.toLocaleString("en"), time);
  await measureHolds("memory", createMemoryStore({ accounts: accounts.slice(0, batch), connections: [] }));
}

/** How long an import keeps the server from answering others, over each store. */
async function measureHolds(name: string, store: Store): Promise<void> {
  const later = usersOf(batch, batch, "2026-06-01");
  for (const [what, users] of [["all new", usersOf(batch, batch)] as const, ["every row refreshed", later] as const]) {
    // Not counted: the compiler and the caches are cold.
    await measureHold(store, "app_hold_warm_up", users);
    const seen: Hold[] = [];
    while (seen.length < runs && (seen.length === 0 || !isLate())) {
      seen.push(await measureHold(store, `app_hold_${seen.length}`, users));
    }
    const say = (numbers: readonly number[]) =>
      [50, 95, 100].map((share) => `${Math.round(percentile(numbers, share))} ms`).join(" | ");
    holds.push(
      `| ${name}: ${what} | ${say(seen.map(({ turn }) => turn))} | ${say(seen.map(({ health }) => health))} |`,
    );
    console.error(holds.at(-1));
  }
}

async function measurePglite(): Promise<void> {
  const database = await openPglite();
  await loadWorld(database, {
    accounts: Array.from({ length: batch }, (_, number) => toAccount(number)),
    connections: [],
  });
  await measureHolds("PGlite", createSqlStore(database));
  await database.destroy();
}

async function measureDirectory(bench: Bench, database: Database, url: string, size: number): Promise<void> {
  await fillDirectory(database, size);
  const label = size.toLocaleString("en");
  const users = usersOf(batch, size);
  const fresh = await repeat(runs, async () => (await bench.importUsers(newApp(), users)).milliseconds);
  const naive = isLate() ? null : await importRowByRow(url, newApp(), users);
  const ratio = naive === null ? "" : `row by row: ${Math.round(naive)} ms, ${(naive / fresh.middle).toFixed(1)} times`;
  report("import of 10,000, all new", label, fresh, ratio);
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
await measurePglite();
// The usual setting for SSDs: otherwise the planner scans all accounts instead of using the index.
const server = await startPostgres({ settings: ["random_page_cost=1.1"] });
const { url, drop } = await createDatabase(server.url);
try {
  const database = await openPostgres({ url });
  const bench = createBench(createSqlStore(database));
  for (const size of sizes) await measureDirectory(bench, database, url, size);
  await measureHolds("PostgreSQL", createSqlStore(database));
  await measureRest(bench, sizes.at(-1) ?? batch);
  const { rows: version } = await sql<{ version: string }>`select version()`.execute(database);
  await database.destroy();
  console.log(
    `${version[0]?.version.split(" on ")[0]}, Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model})`,
  );
  console.log(
    `\n| What | Accounts | Best | Median | 95 % | Runs | |\n| --- | --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}`,
  );
  console.log(
    `\n| Import of 10,000 | Longest turn: median | 95 % | Longest | Slowest /healthz: median | 95 % | Longest |\n| --- | --- | --- | --- | --- | --- | --- |\n${holds.join("\n")}`,
  );
} finally {
  await drop();
  await server.stop();
}
