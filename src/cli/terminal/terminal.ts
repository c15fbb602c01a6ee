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
  /** Calls the listener at each Ctrl+C (SIGINT), SIGTERM or closed terminal (SIGHUP); returns a function that removes it. */
  onInterrupt(listener: () => void): () => void;
  /** Ends the program at once. */
  exit(code: number): void;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

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
  /** More rows had problems than allowed by `--alert` or `validate`; the rest was sent. */
  alert: 3,
  /** Not signed in, or not allowed. */
  auth: 4,
  /** No answer, one that asks for patience (429, 5xx), or a run or ledger that another process works on. */
  network: 5,
  /** Partly done: something is still to do or was left behind. A `sync` can be resumed. */
  partlyDone: 6,
  /** A guard stopped the run before it did harm: nothing more was sent. */
  guard: 7,
  /** The server does not know the application. */
  noApplication: 8,
  /** A page, such as one to sign in, instead of an answer. */
  page: 9,
  /** Ctrl+C: 128 + SIGINT, as shells report it. */
  interrupted: 130,
} as const;

/** The command line asks for something impossible. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** A file or query can't be used as it is; the message says what to do about it. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** Such as `empty_file`. */
  readonly code: string;
  readonly exitCode: number;

  constructor(code: string, message: string, options: ErrorOptions & { readonly exitCode?: number } = {}) {
    super(message, options);
    this.code = code;
    this.exitCode = options.exitCode ?? exitCodes.usage;
  }
}

/** The output of a command: lines for people, or with `--json` one object and nothing else on standard output. */
export interface Output {
  readonly paint: Paint;
  /** Prints a line for people: on standard output, or with `--json` on standard error. */
  say(line?: string): void;
  /** Prints a line on standard error, so that it never ends up in a result. */
  warn(line: string): void;
  /** Prints a line about the way to the result on standard error. */
  note(line: string): void;
  /** Ends the output: with `--quiet`, what was held back is printed unless all went well. */
  end(exitCode: number): void;
  /** Prints the result for programs, with `--json` only. */
  result(value: unknown): void;
}

/** Creates the output of a command. @param quiet holds lines for people back until it is known that something went wrong */
export function createOutput(terminal: Terminal, json: boolean, quiet = false): Output {
  const { stdout, stderr } = terminal;
  const forPeople = json ? stderr : stdout;
  let held: string[] = [];
  const write = (stream: Writable, line: string) => void stream.write(`${line}\n`);
  return {
    paint: createPaint(terminal, json ? "stderr" : "stdout"),
    say: (line = "") => (quiet ? void held.push(line) : write(forPeople, line)),
    warn: (line) => write(stderr, line),
    note: (line) => (quiet ? void held.push(line) : write(stderr, line)),
    end(exitCode) {
      if (exitCode !== exitCodes.ok) for (const line of held) write(stderr, line);
      held = [];
    },
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

/** Asks before the first write where somebody sits at a terminal; true elsewhere, and for a yes or `--yes`. */
export async function confirmOnTerminal(confirmation: Confirmation, terminal: Terminal): Promise<boolean> {
  return terminal.stdin.isTTY !== true || confirm(confirmation, terminal);
}

/** Work that Ctrl+C can end. */
export interface Interruption {
  /** Aborted by the first Ctrl+C. */
  readonly stopSignal: AbortSignal;
  /** Aborted when the time after that is over. */
  readonly signal: AbortSignal;
  /** Removes the listener: Ctrl+C ends the program as usual again. */
  release(): void;
}

/**
 * Listens for Ctrl+C, SIGTERM and SIGHUP: the first one prints `advice` and asks the work to stop, the second one ends the program.
 *
 * @param grace how long the work may take to stop, in milliseconds; then the signal is aborted
 */
export function listenForInterruption(terminal: Terminal, advice: string, grace = 0): Interruption {
  const [stop, end] = [new AbortController(), new AbortController()];
  let timer: NodeJS.Timeout | undefined;
  const reason = new Error("Interrupted.");
  const remove = terminal.onInterrupt(() => {
    if (stop.signal.aborted) return terminal.exit(exitCodes.interrupted);
    terminal.stderr.write(`\n${advice}\n`);
    if (grace <= 0) end.abort(reason);
    else timer = setTimeout(() => end.abort(reason), grace);
    stop.abort(reason);
  });
  const release = () => {
    clearTimeout(timer);
    remove();
  };
  return { stopSignal: stop.signal, signal: end.signal, release };
}

/** Runs a command's work until it is done or interrupted; resolves with the exit code. */
export async function interruptible(
  terminal: Terminal,
  advice: string,
  work: (signal: AbortSignal, stopSignal: AbortSignal) => Promise<number>,
  grace?: number,
): Promise<number> {
  const { signal, stopSignal, release } = listenForInterruption(terminal, advice, grace);
  try {
    return await work(signal, stopSignal);
  } catch (error) {
    if ([signal, stopSignal].some((one) => one.aborted && isCausedBy(error, one))) return exitCodes.interrupted;
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
