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
