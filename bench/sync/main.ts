// Measures the memory (10,000 to 1,000,000 users) and processor time of a sync run: `npm run bench:sync`.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openPostgres } from "../../mock-server/sql/index.ts";
import { createDatabase } from "../../test/mock-server/sql/create-database.ts";
import { startPostgres } from "../../test/mock-server/sql/postgres-server.ts";
import { fillDirectory } from "../backend/directory.ts";
import { percentile } from "../backend/measure.ts";
import { formats, measureCommand } from "./command.ts";
import type { Measurement } from "./run.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    users: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
    /** Measures only the memory of the command. */
    command: { type: "boolean", default: false },
  },
});
const sizes = values.sizes.split(",").map(Number);

async function serveWhile<T>(args: readonly string[], work: (url: string) => Promise<T>): Promise<T> {
  const server = fork(join(import.meta.dirname, "server.ts"), args);
  try {
    const [url] = await once(server, "message");
    return await work(url);
  } finally {
    server.kill();
  }
}

async function measure(url: string, count: number, execArgv: readonly string[], appId = "app_1"): Promise<Measurement> {
  const run = fork(join(import.meta.dirname, "run.ts"), [url, String(count), appId], { execArgv: [...execArgv] });
  const ended = once(run, "exit").then(([code]) => {
    throw new Error(`The run ended with ${code} and told nothing.`);
  });
  const [taken] = (await Promise.race([once(run, "message"), ended])) as [Measurement];
  await ended.catch(() => {});
  if (taken.acknowledged !== count) throw new Error(`${taken.acknowledged} of ${count} users were acknowledged.`);
  return taken;
}

await measureCommands();
if (!values.command) {
  await measureEngine();
  await measureShares();
}

async function measureCommands(): Promise<void> {
  console.log("Memory of the command, with Node as it comes, against a server that keeps nothing:\n");
  console.log("| Users | File | Peak RSS | Wall |\n| --- | --- | --- | --- |");
  for (const format of formats) {
    for (const count of sizes) {
      const { rss, wall } = await serveWhile(["forgetful"], (url) => measureCommand(url, count, format));
      console.log(`| ${count} | ${format} | ${rss.toFixed(0)} MB | ${wall.toFixed(1)} s |`);
    }
  }
}

// Without flags Node lets its heap grow. With them the measured heap is what a run really needs.
async function measureEngine(): Promise<void> {
  const smallHeap = ["--max-semi-space-size=2", "--max-old-space-size=64"];
  console.log("\nMemory of `syncUsers`, in batches of 1,000, checkpoint in a file:\n");
  console.log("| Users | Node's flags | Peak RSS | Peak heap | Wall |\n| --- | --- | --- | --- | --- |");
  for (const count of sizes) {
    for (const flags of [[], smallHeap]) {
      const { rss, heap, wall } = await serveWhile(["forgetful"], (url) => measure(url, count, flags));
      const name = flags.length === 0 ? "none" : flags.join(" ");
      console.log(`| ${count} | ${name} | ${rss.toFixed(0)} MB | ${heap.toFixed(0)} MB | ${wall.toFixed(1)} s |`);
    }
  }
}

async function measureShares(): Promise<void> {
  const users = Number(values.users);
  const postgres = await startPostgres();
  try {
    const { url } = await createDatabase(postgres.url);
    const database = await openPostgres({ url });
    await fillDirectory(database, users);
    await database.destroy();
    await measureShare("PostgreSQL", ["postgres", url], users);
  } finally {
    await postgres.stop();
  }
  await measureShare("in memory", ["memory", String(users)], users);
}

// The share of time in which the client works. In the rest it waits for the server.
async function measureShare(store: string, server: readonly string[], users: number): Promise<void> {
  console.log(`\nProcessor, ${users} users in batches of 1,000 against the reference server, ${store}:\n`);
  console.log("| Round | Wall | Client's processor time | Share |\n| --- | --- | --- | --- |");
  const shares: number[] = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    const { wall, cpu } = await serveWhile(server, (url) => measure(url, users, [], `app_${round}`));
    shares.push(cpu / wall);
    console.log(`| ${round} | ${wall.toFixed(2)} s | ${cpu.toFixed(2)} s | ${((cpu / wall) * 100).toFixed(1)} % |`);
  }
  console.log(`\nMedian share: ${(percentile(shares, 50) * 100).toFixed(1)} %.`);
}
