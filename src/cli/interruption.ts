// Ctrl+C: the first one ends the work, which cleans up; the second one ends the program.
import process from "node:process";
import { exitCodes } from "./exit-codes.ts";

/** Work that a person may end. */
export interface Interruption {
  readonly signal: AbortSignal;
  /** From here on Ctrl+C ends the program as usual. */
  release(): void;
}

/** Begins to listen. @param advice What a person reads after the first Ctrl+C. */
export function listenForInterruption(advice: string): Interruption {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    process.stderr.write(`\n${advice}\n`);
    controller.abort(new Error("Interrupted."));
  };
  for (const signal of signals) process.on(signal, interrupt);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
