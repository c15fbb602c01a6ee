// What every command is given when it is added to the program.
import type { Terminal } from "../terminal/terminal.ts";

/** Around one run of the program. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** What was typed behind the program's name. */
  readonly words: readonly string[];
  /** Says what to exit with. */
  finish(exitCode: number): void;
}
