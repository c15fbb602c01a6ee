// The terminal of a command: streams, output, colour, confirmation, Ctrl+C and exit codes.
import process from "node:process";
import { createInterface } from "node:readline/promises";
import type { Readable, Writable } from "node:stream";

/** The streams and signals of the process, as a command needs them; tests pass their own. */
export interface Terminal {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Calls the listener at each Ctrl+C (SIGINT) or SIGTERM; returns a function that removes it. */
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

/** The exit codes, the same for every command. */
export const exitCodes = {
  ok: 0,
  /** An unexpected error; for `conformance`: a rule is broken. */
  unexpected: 1,
  /** The command line is wrong, or the file can't be used; nothing was done. */
  usage: 2,
  /** More rows had problems than allowed by `--alert`, a guard or `validate`. */
  alert: 3,
  /** Not signed in, or not allowed. */
  auth: 4,
  /** No answer. */
  network: 5,
  /** Partly done: something is still to do or was left behind. A `sync` can be resumed. */
  partlyDone: 6,
  /** Ctrl+C: 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const;

/** The command line asks for something impossible. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file can't be used as it is; the message says what to do about it. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Such as `empty_file`. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The output of a command: lines for people, or with `--json` one object and nothing else on standard output. */
export interface Output {
  readonly paint: Paint;
  /** Prints a line for people: on standard output, or with `--json` on standard error. */
  say(line?: string): void;
  /** Prints a line on standard error, so that it never ends up in a result. */
  warn(line: string): void;
  /** Prints the result for programs, with `--json` only. */
  result(value: unknown): void;
}

/** Creates the output of a command. */
export function createOutput(terminal: Terminal, json: boolean): Output {
  const { stdout, stderr } = terminal;
  const forPeople = json ? stderr : stdout;
  return {
    paint: createPaint(terminal, json ? "stderr" : "stdout"),
    say: (line = "") => void forPeople.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    result: (value) => void (json && stdout.write(`${JSON.stringify(value, null, 2)}\n`)),
  };
}

/** Wraps a text in a colour, or leaves it as it is. */
export type Paint = (colour: keyof typeof colourCodes, text: string) => string;

const colourCodes = { red: 31, green: 32, yellow: 33, bold: 1, faint: 2 } as const;

/** Creates the paint of one stream: colour on a terminal only, see https://no-color.org and https://force-color.org. */
export function createPaint({ env, ...terminal }: Terminal, stream: "stdout" | "stderr" = "stdout"): Paint {
  const isColourful = hasColour(env, terminal[stream].isTTY === true);
  return (colour, text) => (isColourful ? `\u001B[${colourCodes[colour]}m${text}\u001B[0m` : text);
}

// NO_COLOR wins over FORCE_COLOR.
function hasColour({ NO_COLOR, FORCE_COLOR, TERM }: Terminal["env"], isTerminal: boolean): boolean {
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTerminal && TERM !== "dumb";
}

/** A text of a file or server without characters that move the cursor, colour the screen or turn the writing direction. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/g, " ");
}

/** A printable text, cut to `maxLength` characters. */
export function excerpt(text: string, maxLength = 60): string {
  const shown = printable(text.slice(0, maxLength + 1));
  return shown.length > maxLength ? `${shown.slice(0, maxLength)}…` : shown;
}

/** "1,000". */
export function count(number: number): string {
  return number.toLocaleString("en");
}

/** "1 row", "1,000 rows". */
export function plural(number: number, word: string): string {
  return `${count(number)} ${word}${number === 1 ? "" : "s"}`;
}

/** "5 %" for a share of 0.05. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** A yes-or-no question before something is destroyed. */
export interface Confirmation {
  /** Such as "Delete this source?" */
  readonly question: string;
  /** Whether `--yes` was given. */
  readonly yes: boolean;
  readonly signal: AbortSignal;
}

/**
 * Asks on a terminal; true for a yes or `--yes`.
 *
 * @throws UsageError without a terminal and without `--yes`.
 */
export async function confirm({ question, yes, signal }: Confirmation, terminal: Terminal): Promise<boolean> {
  if (yes) return true;
  if (terminal.stdin.isTTY !== true) {
    throw new UsageError("Nothing was changed: nobody can confirm this without a terminal. To go ahead, add --yes.");
  }
  const line = createInterface({ input: terminal.stdin, output: terminal.stderr });
  const closed = new Promise<string>((resolve) => line.once("close", () => resolve("")));
  try {
    const answer = await Promise.race([line.question(`${question} [y/N] `, { signal }), closed]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    line.close();
  }
}

/** Work that Ctrl+C can end. */
export interface Interruption {
  /** Aborted by the first Ctrl+C. */
  readonly signal: AbortSignal;
  /** Removes the listener: Ctrl+C ends the program as usual again. */
  release(): void;
}

/** Listens for Ctrl+C: the first one prints `advice` and aborts the signal, the second one ends the program. */
export function listenForInterruption(terminal: Terminal, advice: string): Interruption {
  const controller = new AbortController();
  const release = terminal.onInterrupt(() => {
    if (controller.signal.aborted) return terminal.exit(exitCodes.interrupted);
    terminal.stderr.write(`\n${advice}\n`);
    controller.abort(new Error("Interrupted."));
  });
  return { signal: controller.signal, release };
}

/** Runs a command's work until it is done or interrupted; resolves with the exit code. */
export async function interruptible(
  terminal: Terminal,
  advice: string,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, release } = listenForInterruption(terminal, advice);
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted && isCausedBy(error, signal)) return exitCodes.interrupted;
    throw error;
  } finally {
    release();
    // A pipe that its writer keeps open would keep the program alive.
    terminal.stdin.destroy();
  }
}

// Node's own waits, such as readline's question, reject with an error that wraps the reason.
function isCausedBy(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.cause === reason);
}
