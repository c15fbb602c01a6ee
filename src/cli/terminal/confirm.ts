// Nothing is destroyed without a yes: asked on a terminal, or given as --yes.
import { createInterface } from "node:readline/promises";
import { UsageError } from "./cli-errors.ts";
import type { Terminal } from "./terminal.ts";

/** What is about to happen, and what the command line said to it. */
export interface Question {
  /** Such as "Delete this source?" */
  readonly text: string;
  readonly yes: boolean;
  readonly signal: AbortSignal;
}

/**
 * True when it may happen.
 *
 * @throws UsageError where nobody can be asked.
 */
export async function confirm({ text, yes, signal }: Question, terminal: Terminal): Promise<boolean> {
  if (yes) return true;
  if (terminal.stdin.isTTY !== true) {
    throw new UsageError("Nothing was changed. There is nobody to ask here: add --yes to go ahead.");
  }
  const line = createInterface({ input: terminal.stdin, output: terminal.stderr });
  const closed = new Promise<string>((resolve) => line.once("close", () => resolve("")));
  try {
    const answer = await Promise.race([line.question(`${text} [y/N] `, { signal }), closed]);
    return /^y(?:es)?$/i.test(answer.trim());
  } finally {
    line.close();
  }
}
