// Runs the mock server's command line: `npm run mock-server -- --port 8787 --scenario realistic`.
import process from "node:process";
import { parseCommandLine, runCommandLine } from "./serve-command.ts";

await runCommandLine(parseCommandLine(process.argv.slice(2), "npm run mock-server --"));
