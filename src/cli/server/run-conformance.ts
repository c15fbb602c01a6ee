// Runs `conformance`: checks a server and prints the report, as text or as JSON.
import { checkServer } from "../../conformance/check-server.ts";
import type { Finding, Report } from "../../conformance/report.ts";
import type { ConformanceOptions } from "../commands/options.ts";
import {
  createPaint,
  exitCodes,
  listenForInterruption,
  type Paint,
  printable,
  type Terminal,
} from "../terminal/terminal.ts";
import { toProxyWarning } from "./proxy.ts";
import { readHeaders } from "./target.ts";

/** Checks and reports; resolves with the exit code. */
export async function runConformance(options: ConformanceOptions, terminal: Terminal): Promise<number> {
  const { app, json, headerFile, header, ...rest } = options;
  const headers = readHeaders(options, terminal.env);
  const proxyWarning = toProxyWarning(options.baseUrl, terminal.env);
  if (proxyWarning !== null) terminal.stderr.write(`${proxyWarning}\n`);
  const printer = json ? createJsonPrinter(terminal) : createTextPrinter(terminal);
  const { signal, release } = listenForInterruption(terminal, "Stopping after rolling back what was created.");
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
  let level: Finding["level"] | null = null;
  return {
    add(finding) {
      if (finding.level !== level) write(`\n${paint("bold", headings[finding.level])}\n`);
      level = finding.level;
      write(toFindingText(finding, paint));
    },
    end: (report) => write(toSummary(report, paint)),
  };
}

function toExitCode({ interrupted, core, extended, leftovers }: Report): number {
  if (interrupted) return exitCodes.interrupted;
  if (core.broken + extended.broken > 0) return exitCodes.unexpected;
  return leftovers.length > 0 ? exitCodes.partlyDone : exitCodes.ok;
}

const headings: Readonly<Record<Finding["level"], string>> = {
  core: "Core: rules of the guides",
  extended: "Extended: decisions beyond the guides",
};

function toFindingText(finding: Finding, paint: Paint): string {
  const { id, level, rule, title } = finding;
  const about =
    level === "core" ? `${title} ${paint("faint", `[${id}]`)}` : `${rule} ${title} ${paint("faint", `[${id}]`)}`;
  const indent = `\n${" ".repeat(15)}`;
  switch (finding.verdict) {
    case "kept":
      return `  ${paint("green", "kept")}         ${about}`;
    case "not_checked":
      return `  ${paint("yellow", "not checked")}  ${about}${indent}${printable(finding.reason)}`;
    case "broken": {
      const sentence = level === "core" ? `${indent}guide:    ${rule}` : "";
      const sides = `${indent}expected: ${printable(finding.expected)}${indent}received: ${printable(finding.came)}`;
      return `  ${paint("red", "BROKEN")}       ${about}${sentence}${sides}`;
    }
  }
}

function toSummary(report: Report, paint: Paint): string {
  const { core, extended, leftovers, extensions, interrupted } = report;
  const beyond = extensions.length > 0 ? extensions.map(printable).join(", ") : "nothing";
  const isExtended = extended.kept + extended.broken + extended.not_checked > 0;
  const counts = [`Core:     ${toCounts(core)}`, ...(isExtended ? [`Extended: ${toCounts(extended)}`] : [])];
  const rest = leftovers.length > 0 ? toLeftovers(leftovers, paint) : "Everything it created was rolled back.";
  const end = interrupted ? `\n${paint("yellow", "Interrupted: the other rules were not checked.")}` : "";
  return `\nThe server lists ${beyond} beyond the guides.\n${counts.join("\n")}\n${rest}${end}`;
}

function toCounts({ kept, broken, not_checked: notChecked }: Report["core"]): string {
  return `${kept} kept, ${broken} broken, ${notChecked} not checked`;
}

function toLeftovers(leftovers: readonly string[], paint: Paint): string {
  return `${paint("red", "Not rolled back, delete them by hand:")}\n${leftovers.map((id) => `  ${printable(id)}`).join("\n")}`;
}
