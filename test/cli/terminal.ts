// Runs the command inside the test's process, with streams of its own.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { runProgram } from "../../src/cli/program.ts";
import type { Terminal } from "../../src/cli/terminal/terminal.ts";
import type { Ended } from "./command.ts";

interface Surroundings {
  /** The piped input, or the typed one with `isTTY`; null for a pipe that stays open. */
  readonly stdin?: string | Uint8Array | null;
  readonly isTTY?: boolean;
  readonly env?: Record<string, string>;
}

/** Creates a terminal with readable output and a Ctrl+C to press, once the command listens to it. */
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
  const isListening = () => listeners.size > 0;
  return { terminal, output, interrupt, isListening, exits };
}

/** Runs the command to its end. */
export async function runInside(args: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  const { terminal, output } = createTerminal(surroundings);
  const code = await runProgram(args, terminal);
  // The last output arrives in the next turn of the event loop.
  await new Promise(setImmediate);
  return { code, ...output };
}

/** Creates a temporary folder, which is removed after the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ieu-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Creates a temporary file with this content; returns its path. */
export function createFile(name: string, content: string | Uint8Array): string {
  const path = join(createFolder(), name);
  writeFileSync(path, content);
  return path;
}
