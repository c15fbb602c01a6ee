// Runs one sync in a process of its own and prints its memory, processor time and duration as JSON.
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createImportClient } from "../../src/client/index.ts";
import { syncUsers } from "../../src/sync/index.ts";
import { createFileCheckpoint } from "../../src/sync/node.ts";
import { makeUsers } from "./people.ts";

/** The measurements of one run. */
export interface Measurement {
  readonly acknowledged: number;
  /** Largest resident set and largest heap in use, in MB. */
  readonly rss: number;
  readonly heap: number;
  /** In seconds. */
  readonly wall: number;
  readonly cpu: number;
}

const [baseUrl = "", count = "0", appId = "app_1"] = process.argv.slice(2);
const path = join(tmpdir(), `bench-sync-${process.pid}.json`);
const client = createImportClient({ appId, baseUrl });
let heap = 0;
const startedAt = performance.now();
const before = process.cpuUsage();
const report = await syncUsers(client, makeUsers(Number(count)), {
  name: "Bench",
  total: Number(count),
  checkpoint: createFileCheckpoint(path),
  onProgress: () => {
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  },
});
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - startedAt) / 1_000;
await rm(path, { force: true });
const { maxRSS } = process.resourceUsage();
const { acknowledged } = report.counters;
const taken: Measurement = { acknowledged, rss: maxRSS / 1024, heap: heap / 2 ** 20, wall, cpu: (user + system) / 1e6 };
process.send?.(taken);
process.disconnect?.();
