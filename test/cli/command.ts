// Starts the command as its own process, and backends on real ports.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { type Backend, createScenario } from "../../mock-server/index.ts";
import { serve } from "../../mock-server/node.ts";

const root = join(import.meta.dirname, "../..");

/** The environment of a process that shall know nothing of ours: where programs are, and where Node keeps what it compiled. */
export const bareEnvironment = {
  PATH: process.env.PATH ?? "",
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? "",
};

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command with a minimal environment. */
export function start(args: readonly string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(root, "src/cli/main.ts"), ...args], {
    env: { ...bareEnvironment, ...env },
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    output.stdout += text;
  });
  child.stderr.on("data", (text) => {
    output.stderr += text;
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = once(child, "close").then(([code]): Ended => ({ code: code as number | null, ...output }));
  return { child, ended, output };
}

/** Runs the command to its end. */
export function run(args: readonly string[], env?: Record<string, string>): Promise<Ended> {
  return start(args, env).ended;
}

/** Starts `serve` on a free port; resolves with its URL. */
export async function startServe(...args: readonly string[]) {
  const { child, ended, output } = start(["serve", "--port", "0", ...args]);
  await expect.poll(() => output.stdout + output.stderr).toContain("Ctrl+C");
  return { child, ended, output, url: /http:\/\/[\d.]+:\d+/.exec(output.stdout)?.[0] ?? "" };
}

/** Serves a backend until the test ends; resolves with its URL. */
export async function serveBackend(backend: Backend = createScenario("realistic").backend): Promise<string> {
  const server = await serve(backend);
  onTestFinished(() => server.close());
  return server.url;
}
