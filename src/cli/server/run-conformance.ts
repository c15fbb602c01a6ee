// `conformance`: checks a server by its address and reports, for people or as JSON.
import type { Level } from "../../conformance/check.ts";
import { checkServer } from "../../conformance/check-server.ts";
import type { Finding, Report } from "../../conformance/report.ts";
import { createPaint } from "../terminal/colour.ts";
import { exitCodes } from "../terminal/exit-codes.ts";
import { listenForInterruption } from "../terminal/interruption.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { toHeading, toLines, toSummary } from "./conformance-text.ts";
import { readHeaders, type ServerOptions } from "./server-options.ts";

/** What the command line says. */
export interface ConformanceOptions extends ServerOptions {
  readonly level: Level;
  readonly knownEmail?: string;
  readonly knownName?: string;
}

/** Checks and reports; resolves with the exit code. */
export async function runConformance(options: ConformanceOptions, terminal: Terminal): Promise<number> {
  const { app, json, headerFile, header, ...rest } = options;
  const headers = readHeaders(options, terminal.env);
  const printer = json ? createJsonPrinter(terminal) : createTextPrinter(terminal);
  const { signal, release } = listenForInterruption(terminal, "Stopping; what was created is rolled back first.");
  try {
    const report = await checkServer({ ...rest, appId: app, headers, signal, onFinding: printer.add });
    printer.end(report);
    return toExitCode(report);
  } finally {
    release();
  }
}

interface Printer {
  add(finding: Finding): void;
  end(report: Report): void;
}

function createJsonPrinter({ stdout }: Terminal): Printer {
  return { add() {}, end: (report) => void stdout.write(`${JSON.stringify(report, null, 2)}\n`) };
}

function createTextPrinter(terminal: Terminal): Printer {
  const paint = createPaint(terminal);
  const write = (text: string) => void terminal.stdout.write(`${text}\n`);
  let level: Level | null = null;
  return {
    add(finding) {
      if (finding.level !== level) write(toHeading(finding.level, paint));
      level = finding.level;
      write(toLines(finding, paint));
    },
    end: (report) => write(toSummary(report, paint)),
  };
}

function toExitCode({ interrupted, core, extended, leftovers }: Report): number {
  if (interrupted) return exitCodes.interrupted;
  if (core.broken + extended.broken > 0) return exitCodes.unexpected;
  return leftovers.length > 0 ? exitCodes.partlyDone : exitCodes.ok;
}
