// The command inside the test's own process, with streams of its own: most of it needs no process.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import type { Terminal } from "../../src/cli/terminal/terminal.ts";
import type { Ended } from "./command.ts";

interface Surroundings {
  /** What is piped in, or typed where `isTTY`; null for a pipe that stays open. */
  readonly stdin?: string | Uint8Array | null;
  readonly isTTY?: boolean;
  readonly env?: Record<string, string>;
}

/** A terminal whose output can be read, and whose Ctrl+C can be pressed. */
export function createTerminal({ stdin = "", isTTY = false, env = {} }: Surroundings = {}) {
  const listeners = new Set<() => void>();
  const streams = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    streams[name].on("data", (text) => {
      output[name] += text;
    });
  }
  if (isTTY) streams.stdin.write(stdin);
  else if (stdin !== null) streams.stdin.end(stdin);
  const exits: number[] = [];
  const terminal: Terminal = {
    ...streams,
    stdin: Object.assign(streams.stdin, { isTTY }),
    env,
    onInterrupt(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    exit: (code) => void exits.push(code),
  };
  const interrupt = () => {
    for (const listener of listeners) listener();
  };
  return { terminal, output, interrupt, exits };
}

/** Runs the command to its end. */
export async function runInside(words: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  const { terminal, output } = createTerminal(surroundings);
  const code = await runProgram(words, terminal);
  // What was written last is read in the next turn.
  await new Promise(setImmediate);
  return { code, ...output };
}

/** A folder of its own, which goes with the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ieu-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A file with this content in a folder of its own; gives its path. */
export function createFile(name: string, content: string | Uint8Array): string {
  const path = join(createFolder(), name);
  writeFileSync(path, content);
  return path;
}
