// Serves a backend as the words of a command line say: behind `npm run mock-server` and `import-existing-users serve`.
import process from "node:process";
import { routes } from "../src/contract/routes.ts";
import { type Command, parseCommandLine } from "./command-line.ts";
import { type RunningServer, serve } from "./node.ts";
import { createScenario, scenarioAppIds, scenarios } from "./scenarios.ts";

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

async function run({ scenario, port, host, allowedOrigins }: Extract<Command, { kind: "serve" }>): Promise<void> {
  const { backend } = createScenario(scenario, { onError: (error) => console.error(error) });
  try {
    const server = await serve(backend, { port, hostname: host, allowedOrigins });
    console.log(greet(server, scenario));
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop(server));
  } catch (error) {
    fail(explain(error, port, host), 1);
  }
}

function greet({ url }: RunningServer, scenario: keyof typeof scenarios): string {
  return `Mock server on ${url}
Scenario: ${scenario}. ${scenarios[scenario].description}
Applications: ${scenarioAppIds.join(", ")}
Try: curl ${url}${routes.listSources.pattern.replace(":appId", scenarioAppIds[0])}
Stop with Ctrl+C.`;
}

async function stop(server: RunningServer): Promise<void> {
  await server.close();
  console.log("Stopped.");
}

function explain(error: unknown, port: number, host: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another: --port ${port + 1}, or --port 0 for any.`;
  if (code === "EACCES") return `Port ${port} may not be used by this user. Choose one above 1023.`;
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL") return `${host} is no address of this machine.`;
  return `The server could not start: ${message}`;
}

function fail(text: string, exitCode: number): void {
  console.error(text);
  process.exitCode = exitCode;
}
