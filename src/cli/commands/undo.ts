// The words of `undo`.
import type { Command } from "commander";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addUndo(_program: Command, _context: CommandContext): void {}
