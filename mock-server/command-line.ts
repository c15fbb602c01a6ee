// What was asked for on the mock server's command line, or what is wrong with it.
import { parseArgs } from "node:util";
import { isScenarioName, type ScenarioName, scenarios } from "./scenarios.ts";

/** What the mock server was asked to do. */
export type Command =
  | {
      readonly kind: "serve";
      readonly port: number;
      readonly host: string;
      readonly scenario: ScenarioName;
      readonly allowedOrigins: readonly string[];
    }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "mistake"; readonly text: string };

const defaultPort = 8787;

/** Reads the words after the program's name; `program` is how the help text calls it. */
export function parseCommandLine(words: readonly string[], program: string): Command {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: "string", default: String(defaultPort) },
        host: { type: "string", default: "127.0.0.1" },
        scenario: { type: "string", default: "realistic" },
        origin: { type: "string", multiple: true, default: [] },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return values.help ? { kind: "help", text: help(program) } : toCommand(values);
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error));
  }
}

interface Values {
  readonly port: string;
  readonly host: string;
  readonly scenario: string;
  readonly origin: readonly string[];
}

function toCommand({ port, host, scenario, origin }: Values): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return mistake(`--port ${port}: a port is 0 to 65535.`);
  if (!isScenarioName(scenario)) {
    return mistake(
      `--scenario ${scenario}: there is no such scenario. There are: ${Object.keys(scenarios).join(", ")}.`,
    );
  }
  return { kind: "serve", port: Number(port), host, scenario, allowedOrigins: origin };
}

function mistake(text: string): Command {
  return { kind: "mistake", text: `${text}\nTry --help.` };
}

function help(program: string): string {
  const width = Math.max(...Object.keys(scenarios).map((name) => name.length));
  const list = Object.entries(scenarios).map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}`);
  return `The import API on a real port, over accounts that live in memory.

  ${program} [--port ${defaultPort}] [--scenario realistic]

  --port <number>     Where to listen; 0 takes any free port. Default ${defaultPort}.
  --host <address>    Which address to listen on. Default 127.0.0.1, this machine only.
  --scenario <name>   What the server knows, and what goes wrong. Default realistic.
  --origin <origin>   An origin whose pages may call with cookies (CORS); may be repeated. Default none.
  --help

Scenarios:
${list.join("\n")}`;
}
