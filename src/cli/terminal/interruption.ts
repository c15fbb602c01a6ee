// Ctrl+C: the first one ends the work, which cleans up; the second one ends the program.
import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** Work that a person may end. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** From here on Ctrl+C ends the program as usual. */
  release(): void;
}

/** Begins to listen. @param advice What a person reads after the first Ctrl+C. */
export function listenForInterruption(terminal: Terminal, advice: string): Interruption {
  const controller = new AbortController();
  const release = terminal.onInterrupt(() => {
    if (controller.signal.aborted) return terminal.exit(exitCodes.interrupted);
    terminal.stderr.write(`\n${advice}\n`);
    controller.abort(new Error("Interrupted."));
  });
  return { signal: controller.signal, release };
}

/** Does a command's work, which Ctrl+C may end; resolves with its exit code, or with that of an interruption. */
export async function interruptible(
  terminal: Terminal,
  advice: string,
  work: (signal: AbortSignal) => Promise<number>,
): Promise<number> {
  const { signal, release } = listenForInterruption(terminal, advice);
  try {
    return await work(signal);
  } catch (error) {
    if (signal.aborted && isBecauseOf(error, signal)) return exitCodes.interrupted;
    throw error;
  } finally {
    release();
    // A pipe that its writer keeps open would keep the program alive.
    terminal.stdin.destroy();
  }
}

// Node's own waits, such as that for an answer of a person, reject with an error around the reason.
function isBecauseOf(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.cause === reason);
}
