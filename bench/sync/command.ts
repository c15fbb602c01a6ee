// Measures the memory of the built command with Node as it comes, for files of NDJSON and CSV and a pipe: needs `npm run build`.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { makeUsers } from "./people.ts";

/** The formats of the files, and how the command gets them. */
export const formats = ["ndjson", "csv", "csv, piped"] as const;

/** The largest resident set in MB, and the duration in seconds, of one `sync` that must go well. */
export async function measureCommand(
  url: string,
  count: number,
  format: (typeof formats)[number],
): Promise<{ readonly rss: number; readonly wall: number }> {
  const folder = await mkdtemp(join(tmpdir(), "bench-command-"));
  const isPiped = format === "csv, piped";
  const file = join(folder, "users");
  await pipeline(Readable.from(toLines(count, format)), createWriteStream(file));
  const startedAt = performance.now();
  try {
    const command = join(import.meta.dirname, "../../dist/cli/main.js");
    const type = format === "ndjson" ? "ndjson" : "csv";
    const args = [
      "sync",
      isPiped ? "-" : file,
      "--format",
      type,
      "--base-url",
      url,
      "--app",
      "app_1",
      "--state",
      join(folder, "state"),
      "--quiet",
    ];
    const execArgv = ["--import", join(import.meta.dirname, "tell-memory.ts")];
    const run = fork(command, args, { execArgv, stdio: [isPiped ? "pipe" : "ignore", "inherit", "inherit", "ipc"] });
    if (run.stdin) void pipeline(createReadStream(file), run.stdin);
    const ended = once(run, "exit");
    const [rss] = (await once(run, "message")) as [number];
    const [code] = await ended;
    if (code !== 0) throw new Error(`The command ended with ${code}.`);
    return { rss, wall: (performance.now() - startedAt) / 1_000 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* toLines(count: number, format: (typeof formats)[number]): Generator<string> {
  const isCsv = format !== "ndjson";
  if (isCsv) yield "user_id,email,name,registration_date,last_login_date\n";
  for (const user of makeUsers(count)) {
    yield `${isCsv ? Object.values(user).join(",") : JSON.stringify(user)}
`;
  }
}
