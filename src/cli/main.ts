#!/usr/bin/env node
// Runs the command `import-existing-users` in this process.
import process from "node:process";
import { runProgram } from "./program.ts";
import { processTerminal } from "./terminal/terminal.ts";

// A closed pipe (`| head`) must not end a run before it has cleaned up.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

process.exitCode = await runProgram(process.argv.slice(2), processTerminal);
