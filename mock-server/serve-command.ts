// Serves a backend as a command line asks: `npm run mock-server` and `import-existing-users serve`.
import process from "node:process";
import { parseArgs } from "node:util";
import { routes } from "../src/contract/routes.ts";
import { createScenario, isScenarioName, type ScenarioName, scenarioAppIds, scenarios } from "./demo/scenarios.ts";
import { createLogHooks } from "./http/request-log.ts";
import { type RunningServer, serve } from "./node.ts";
import { createMemoryStore } from "./store/memory-store.ts";
import type { Store, World } from "./store/store.ts";

/** Runs a parsed command line; a failure sets the exit code of the process. */
export async function runCommandLine(command: Command): Promise<void> {
  if (command.kind === "serve") await run(command);
  else if (command.kind === "help") console.log(command.text);
  else fail(command.text, 2);
}

type Serve = Extract<Command, { kind: "serve" }>;

// Milliseconds: longer than any import, shorter than the kill timeout of an orchestrator.
const shutdownGrace = 10_000;

async function run(command: Serve): Promise<void> {
  const { store, scenario, port, host } = command;
  const opened = await openStore(store, scenarios[scenario].createWorld).catch(failWith(explainStore(store)));
  if (!opened) return;
  const server = await listen(command, opened).catch(failWith(explainPort(port, host)));
  if (!server) return opened.close();
  console.log(greet(server, command));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(server, opened));
}

function listen({ scenario, port, host, allowedOrigins }: Serve, { store }: OpenStore): Promise<RunningServer> {
  const { onError } = createLogHooks({ info() {}, error: (fields) => console.error(fields) });
  return serve(createScenario(scenario, { store, onError }).backend, { port, hostname: host, allowedOrigins });
}

function greet({ url }: RunningServer, { scenario, store }: Serve): string {
  return `Mock server on ${url}
Scenario: ${scenario}. ${scenarios[scenario].description}
Store: ${store.kind}.
Applications: ${scenarioAppIds.join(", ")}
Try: curl ${url}${routes.listSources.pattern.replace(":appId", scenarioAppIds[0])}
Stop with Ctrl+C.`;
}

async function stop(server: RunningServer, opened: OpenStore): Promise<void> {
  await server.close(shutdownGrace);
  await opened.close();
  console.log("Stopped.");
}

type Explain = (error: NodeJS.ErrnoException) => string;

function explainPort(port: number, host: string): Explain {
  return ({ code, message }) => {
    if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another: --port ${port + 1}, or --port 0 for any.`;
    if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023.`;
    if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") return `${host} is no address of this machine.`;
    return `The server could not start: ${message}`;
  };
}

function explainStore({ kind }: StoreChoice): Explain {
  const packages = { memory: "none", pglite: "@electric-sql/pglite", postgres: "pg" };
  return ({ code, message }) =>
    code === "ERR_MODULE_NOT_FOUND"
      ? `--store ${kind} needs a package that is not installed: npm install ${packages[kind]}`
      : `The database of --store ${kind} could not be opened: ${message || code}`;
}

function failWith(explain: Explain): (error: unknown) => null {
  return (error) => {
    fail(explain(error as NodeJS.ErrnoException), 1);
    return null;
  };
}

function fail(text: string, exitCode: number): void {
  console.error(text);
  process.exitCode = exitCode;
}

/** Where connections and sources are kept. */
type StoreChoice =
  | { readonly kind: "memory" }
  /** `data` is a folder; null keeps everything in memory. */
  | { readonly kind: "pglite"; readonly data: string | null }
  | { readonly kind: "postgres"; readonly url: string };

/** A store, and the function that closes it. */
interface OpenStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** Opens a store; a database that is empty gets the world. */
export async function openStore(choice: StoreChoice, createWorld: () => World): Promise<OpenStore> {
  if (choice.kind === "memory") return { store: createMemoryStore(createWorld()), close: async () => {} };
  const { createSqlStore, isEmpty, loadWorld, openPglite, openPostgres } = await import("./sql/index.ts");
  const database =
    choice.kind === "postgres"
      ? await openPostgres({ url: choice.url })
      : await openPglite(choice.data === null ? {} : { data: choice.data });
  // Of several processes that start at once on an empty database, one loads; for the others it is no longer empty.
  if (await isEmpty(database)) {
    await loadWorld(database, createWorld()).catch(async (error: unknown) => {
      if (await isEmpty(database)) throw error;
    });
  }
  return { store: createSqlStore(database), close: () => database.destroy() };
}

/** A parsed command line. */
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

/** Parses the arguments after the program's name; `program` is its name in the help text. */
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

// The store to open, or the message that says why the flags are wrong.
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
