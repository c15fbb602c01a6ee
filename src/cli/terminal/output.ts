// What a command says: lines for people, or with --json one object and nothing else on standard output.
import { createPaint, type Paint } from "./colour.ts";
import type { Terminal } from "./terminal.ts";

/** Where a command's words go. */
export interface Output {
  readonly paint: Paint;
  /** A line for people: on standard output, or with --json on standard error. */
  say(line?: string): void;
  /** A line that must not end up in a result, on standard error. */
  warn(line: string): void;
  /** What a program reads: printed with --json alone. */
  result(value: unknown): void;
}

/** Creates the output of a command. */
export function createOutput(terminal: Terminal, json: boolean): Output {
  const { stdout, stderr } = terminal;
  const spoken = json ? stderr : stdout;
  return {
    paint: createPaint(terminal, json ? "stderr" : "stdout"),
    say: (line = "") => void spoken.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    result: (value) => void (json && stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
  };
}
