// Loaded into a process before its program: tells the parent its largest resident set, in MB, when it exits.
import process from "node:process";

process.on("exit", () => process.send?.(process.resourceUsage().maxRSS / 1024));
