// Where a command reads and writes: the process's own streams, or a test's.
import process from "node:process";
import type { Readable, Writable } from "node:stream";

/** What a command needs to know of the program around it. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls back at each Ctrl+C or request to end; returns what stops that. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the program at once. */
  exit(code: number): void;
}

const signals = ["SIGINT", "SIGTERM"] as const;

/** The terminal of this process. */
export const processTerminal: Terminal = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  onInterrupt(listener) {
    for (const signal of signals) process.on(signal, listener);
    return () => {
      for (const signal of signals) process.off(signal, listener);
    };
  },
  exit: (code) => process.exit(code),
};
