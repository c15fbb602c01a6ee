// Shows the progress of a run: one rewritten line on a terminal, plain lines every few seconds elsewhere.
import type { Ora } from "ora";
import type { Terminal } from "./terminal.ts";

/** The progress display of a command, on standard error. */
export interface Progress {
  update(text: string): void;
  /** Removes the rewritten line. */
  stop(): void;
}

// Milliseconds between two plain lines: the log of a job should stay readable.
const plainInterval = 5_000;

/** Creates the progress display. @param quiet shows nothing */
export async function createProgress(terminal: Terminal, quiet = false): Promise<Progress> {
  const { stderr, env } = terminal;
  if (quiet) return { update() {}, stop() {} };
  // With an unknown width (0), the spinner would clear lines forever.
  if (stderr.isTTY !== true || !stderr.columns || env.TERM === "dumb" || env.CI) return createPlainProgress(terminal);
  const { default: ora } = await import("ora");
  // Standard input is left alone: the users may come from there.
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
