// What was asked for on the mock server's command line, or what is wrong with it.
import { parseArgs } from "node:util";
import { isScenarioName, type ScenarioName, scenarios } from "./demo/scenarios.ts";
import type { StoreChoice } from "./open-store.ts";

/** What the mock server was asked to do. */
export type Command =
  | {
      readonly kind: "serve";
      readonly port: number;
      readonly host: string;
      readonly scenario: ScenarioName;
      readonly store: StoreChoice;
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
        store: { type: "string", default: "memory" },
        data: { type: "string" },
        url: { type: "string" },
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
  readonly store: string;
  readonly data?: string | undefined;
  readonly url?: string | undefined;
  readonly origin: readonly string[];
}

function toCommand({ port, host, scenario, origin, ...values }: Values): Command {
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return mistake(`--port ${port}: a port is 0 to 65535.`);
  if (!isScenarioName(scenario)) {
    return mistake(
      `--scenario ${scenario}: there is no such scenario. There are: ${Object.keys(scenarios).join(", ")}.`,
    );
  }
  const store = toStoreChoice(values);
  if (typeof store === "string") return mistake(store);
  return { kind: "serve", port: Number(port), host, scenario, store, allowedOrigins: origin };
}

// The choice, or what is wrong with it.
function toStoreChoice({ store, data, url }: Pick<Values, "store" | "data" | "url">): StoreChoice | string {
  if (data !== undefined && store !== "pglite") return "--data is a folder for --store pglite.";
  if (url !== undefined && store !== "postgres") return "--url is an address for --store postgres.";
  if (store === "memory") return { kind: "memory" };
  if (store === "pglite") return { kind: "pglite", data: data ?? null };
  if (store !== "postgres") return `--store ${store}: there is no such store. There are: memory, pglite, postgres.`;
  return url ? { kind: "postgres", url } : "--store postgres needs --url postgres://user:password@host:5432/database.";
}

function mistake(text: string): Command {
  return { kind: "mistake", text: `${text}\nTry --help.` };
}

function help(program: string): string {
  const width = Math.max(...Object.keys(scenarios).map((name) => name.length));
  const list = Object.entries(scenarios).map(([name, { description }]) => `  ${name.padEnd(width)}  ${description}`);
  return `The import API on a real port, over accounts in memory or in a database.

  ${program} [--port ${defaultPort}] [--scenario realistic]

  --port <number>     Where to listen; 0 takes any free port. Default ${defaultPort}.
  --host <address>    Which address to listen on. Default 127.0.0.1, this machine only.
  --scenario <name>   What the server knows, and what goes wrong. Default realistic.
  --store <kind>      memory, pglite or postgres. An empty database gets the scenario's accounts. Default memory.
  --data <folder>     Where --store pglite keeps its data. Default nowhere: it goes with the server.
  --url <address>     Which database --store postgres uses: postgres://user:password@host:5432/database.
  --origin <origin>   An origin whose pages may call with cookies (CORS); may be repeated. Default none.
  --help

Scenarios:
${list.join("\n")}`;
}
