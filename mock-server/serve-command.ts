// Serves a backend as the words of a command line say: behind `npm run mock-server` and `import-existing-users serve`.
import process from "node:process";
import { routes } from "../src/contract/routes.ts";
import { type Command, parseCommandLine } from "./command-line.ts";
import { createScenario, scenarioAppIds, scenarios } from "./demo/scenarios.ts";
import { createLogHooks } from "./http/request-log.ts";
import { type RunningServer, serve } from "./node.ts";
import { type OpenStore, openStore, type StoreChoice } from "./open-store.ts";

/**
 * Does what the words after the program's name ask for; a failure sets the process's exit code.
 *
 * @param program How a person starts it, for the help text.
 */
export async function runCommandLine(words: readonly string[], program: string): Promise<void> {
  const command = parseCommandLine(words, program);
  if (command.kind === "serve") await run(command);
  else if (command.kind === "help") console.log(command.text);
  else fail(command.text, 2);
}

type Serve = Extract<Command, { kind: "serve" }>;

// Milliseconds: longer than any import takes, shorter than an orchestrator waits before it kills.
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
  const packages = { memory: "none", pglite: "kysely and @electric-sql/pglite", postgres: "kysely and pg" };
  return ({ code, message }) =>
    code === "ERR_MODULE_NOT_FOUND"
      ? `--store ${kind} needs packages that are not installed: ${packages[kind]}.`
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
