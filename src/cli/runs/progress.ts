// How far a run is: one line that is rewritten on a terminal, plain lines now and then elsewhere.
import type { Ora } from "ora";
import type { Terminal } from "../terminal/terminal.ts";

/** Shows how far something is. */
export interface Progress {
  /** How far it is now. */
  update(text: string): void;
  /** Takes the line away. */
  stop(): void;
}

// Milliseconds between two plain lines: a job's log should stay readable.
const plainInterval = 5_000;

/** Creates the progress of a command; it is written to standard error. */
export async function createProgress(terminal: Terminal): Promise<Progress> {
  const { stderr, env } = terminal;
  // A terminal that tells no width (0) would be cleared for ever.
  if (stderr.isTTY !== true || !stderr.columns || env.TERM === "dumb" || env.CI) return createPlainProgress(terminal);
  const { default: ora } = await import("ora");
  // Its standard input is ours: the users may come from there.
  const spinner: Ora = ora({ stream: stderr, color: false, discardStdin: false, isEnabled: true });
  return {
    update(text) {
      spinner.text = text;
      if (!spinner.isSpinning) spinner.start();
    },
    stop: () => void spinner.stop(),
  };
}

function createPlainProgress({ stderr }: Terminal): Progress {
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(text) {
      const now = performance.now();
      if (now - last < plainInterval) return;
      last = now;
      stderr.write(`${text}\n`);
    },
    stop() {},
  };
}
