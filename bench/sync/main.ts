// What a sync run takes: memory from 10,000 to 1,000,000 users, and its share of the processor. `npm run bench:sync`.
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Measurement } from "./run.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000,1000000" },
    users: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
  },
});

async function serveWhile<T>(args: readonly string[], work: (url: string) => Promise<T>): Promise<T> {
  const server = fork(join(import.meta.dirname, "server.ts"), args);
  try {
    const [url] = await once(server, "message");
    return await work(url);
  } finally {
    server.kill();
  }
}

async function measure(url: string, count: number): Promise<Measurement> {
  const run = fork(join(import.meta.dirname, "run.ts"), [url, String(count)]);
  const ended = once(run, "exit").then(([code]) => {
    throw new Error(`The run ended with ${code} and told nothing.`);
  });
  const [taken] = (await Promise.race([once(run, "message"), ended])) as [Measurement];
  await ended.catch(() => {});
  if (taken.acknowledged !== count) throw new Error(`${taken.acknowledged} of ${count} users were acknowledged.`);
  return taken;
}

console.log("Memory, against a server that keeps nothing, in batches of 1,000, checkpoint in a file:\n");
console.log("| Users | Peak RSS | Peak heap | Wall | Users per second |\n| --- | --- | --- | --- | --- |");
for (const count of values.sizes.split(",").map(Number)) {
  const { rss, heap, wall } = await serveWhile(["forgetful"], (url) => measure(url, count));
  const cells = [
    count,
    `${rss.toFixed(0)} MB`,
    `${heap.toFixed(0)} MB`,
    `${wall.toFixed(1)} s`,
    (count / wall).toFixed(0),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

const users = Number(values.users);
console.log(`\nProcessor, ${users} users in batches of 1,000 against the reference server (memory store):\n`);
console.log("| Round | Wall | Client's processor time | Share |\n| --- | --- | --- | --- |");
const shares: number[] = [];
for (let round = 1; round <= Number(values.rounds); round += 1) {
  const { wall, cpu } = await serveWhile(["reference", String(users)], (url) => measure(url, users));
  shares.push(cpu / wall);
  console.log(`| ${round} | ${wall.toFixed(2)} s | ${cpu.toFixed(2)} s | ${((cpu / wall) * 100).toFixed(1)} % |`);
}
shares.sort((one, other) => one - other);
const median = shares[Math.floor(shares.length / 2)] ?? 0;
console.log(`\nMedian share: ${(median * 100).toFixed(1)} %.`);
process.exitCode = 0;
