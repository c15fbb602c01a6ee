#!/usr/bin/env node
// The command `import-existing-users`.
import process from "node:process";
import { runProgram } from "./program.ts";

// A reader that went away (`| head`) must not end a run before it has cleaned up.
process.stdout.on("error", () => {});

process.exitCode = await runProgram(process.argv.slice(2));
