// The words of `sync`.
import type { Command } from "commander";
import type { CommandContext } from "./context.ts";

/** Adds the command. */
export function addSync(_program: Command, _context: CommandContext): void {}
