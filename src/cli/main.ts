#!/usr/bin/env node
// Runs the command `import-existing-users` in this process.
import process from "node:process";
import { runProgram } from "./program.ts";
import { exitCodes, processTerminal } from "./terminal/terminal.ts";

// A closed pipe (`| head`) must not end a run before it has cleaned up. A full disk took the report, and that must not look well.
let lost: string | undefined;
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (stream === process.stdout && code !== "EPIPE") lost = code ?? "unknown error";
  });
}

const exitCode = await runProgram(process.argv.slice(2), processTerminal);
// Waits for what is still being written.
await new Promise<void>((resolve) => void process.stdout.write("", () => resolve()));
if (lost !== undefined) process.stderr.write(`Standard output can't be written: ${lost}. The output is not whole.\n`);
process.exitCode = lost !== undefined && exitCode === exitCodes.ok ? exitCodes.unexpected : exitCode;
