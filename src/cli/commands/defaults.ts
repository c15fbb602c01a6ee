// Fills in options that the command line leaves out: from the environment and from the file of `--config`. Flags win.
import { readFileSync } from "node:fs";
import { type Command, CommanderError, type Option } from "commander";
import { hasPassword } from "../input/database-address.ts";
import { optionVariables } from "../terminal/environment.ts";
import { type Terminal, UsageError } from "../terminal/terminal.ts";

/**
 * Sets the values of the command that the arguments name: those of the file first, then those of the environment.
 *
 * @throws UsageError for a file that can't be read, an unknown name in it, or an invalid value.
 */
export function applyDefaults(program: Command, args: readonly string[], env: Terminal["env"]): void {
  const command = findCommand(program, args);
  const options = new Map(command.options.map((option) => [option.attributeName(), option]));
  const path = findConfig(args) ?? env[optionVariables.config ?? ""];
  if (options.has("config") && path !== undefined && path !== "") setFromFile(command, options, path);
  for (const [name, variable] of Object.entries(optionVariables)) {
    const [option, text] = [options.get(name), env[variable]?.trim()];
    if (option && text && name !== "config" && !isTyped(option, args)) setValue(command, option, text, variable);
  }
}

function findCommand(program: Command, args: readonly string[]): Command {
  let command = program;
  for (const word of args) {
    const next = command.commands.find((one) => one.name() === word);
    if (!next) return command;
    command = next;
  }
  return command;
}

// A variable that a flag replaces may hold anything.
function isTyped({ long }: Option, args: readonly string[]): boolean {
  return args.some((arg) => arg === long || arg.startsWith(`${long}=`));
}

function findConfig(args: readonly string[]): string | undefined {
  const index = args.findIndex((arg) => arg === "--config" || arg.startsWith("--config="));
  if (index < 0) return undefined;
  return args[index] === "--config" ? args[index + 1] : args[index]?.slice("--config=".length);
}

// Names are those of flags, as in the command line or in camel case. A flag of another command is left alone: one file serves all.
function setFromFile(command: Command, options: ReadonlyMap<string, Option>, path: string): void {
  const known = findNames(command);
  for (const [given, value] of Object.entries(readConfig(path))) {
    const name = given.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    if (!known.has(name)) throw new UsageError(`--config ${path}: there is no flag "${given}".`);
    const password = addressVariables[name];
    if (password && hasPassword(String(value))) {
      throw new UsageError(`--config ${path}: "${name}" takes no password. Put ${password}.`);
    }
    const option = options.get(name);
    if (!option || value === false || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) setValue(command, option, one, `--config ${path}`);
  }
}

// Addresses of databases, and where their passwords belong.
const addressVariables: Readonly<Record<string, string>> = {
  from: `it into PGPASSWORD, or the whole address into ${optionVariables.from}`,
  url: "the whole address into DATABASE_URL",
};

// A secret in a file that is kept with the code would be seen by others.
const secret = new Set(["header"]);

function findNames(command: Command): ReadonlySet<string> {
  let root = command;
  while (root.parent) root = root.parent;
  const names = new Set<string>();
  const add = (one: Command) => {
    for (const option of one.options) if (!secret.has(option.attributeName())) names.add(option.attributeName());
    for (const child of one.commands) add(child);
  };
  add(root);
  return names;
}

function readConfig(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`--config ${path} ${code ? `can't be read: ${code}` : "is not valid JSON"}.`);
  }
  throw new UsageError(`--config ${path} is not a JSON object.`);
}

function setValue(command: Command, option: Option, value: unknown, origin: string): void {
  const name = option.attributeName();
  const isFlag = !option.required && !option.optional;
  if (isFlag && value !== true) throw new UsageError(`${origin}: ${option.long} is true or left out.`);
  try {
    const before = command.getOptionValueSource(name) === "config" ? command.getOptionValue(name) : undefined;
    const parsed = isFlag ? true : option.parseArg ? option.parseArg(String(value), before) : String(value);
    command.setOptionValueWithSource(name, parsed, "config");
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    throw new UsageError(`${origin}: ${option.long} ${String(value)}: ${error.message}`);
  }
}
