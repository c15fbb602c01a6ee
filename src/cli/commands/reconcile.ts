// The words of `reconcile`.
import type { Command } from "commander";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addReconcile(_program: Command, _context: CommandContext): void {}
