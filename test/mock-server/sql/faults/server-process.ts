// The real server over PostgreSQL, in a process that can be killed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import process from "node:process";

export interface ServerProcess {
  readonly url: string;
  /** Kills it at once, as `kill -9` does; resolves when it is dead. */
  kill(): Promise<void>;
}

const main = join(import.meta.dirname, "../../../../mock-server/main.ts");

export async function startServer(databaseUrl: string): Promise<ServerProcess> {
  const words = ["--port", "0", "--scenario", "empty", "--store", "postgres", "--url", databaseUrl];
  const child = spawn(process.execPath, [main, ...words], { stdio: "pipe" });
  const exited = once(child, "exit");
  let output = "";
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (text) => {
        output += text;
        const found = /server on (\S+)/.exec(output)?.[1];
        if (found) resolve(found);
      });
    }
    void exited.then(() => reject(new Error(`The server ended: ${output}`)));
  });
  return {
    url,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
