// Builds the commands that resume or undo a run, for people to copy.

import type { ServerOptions } from "../commands/options.ts";
import { maskAddress } from "../input/database-address.ts";

/** The typed command with the run to resume. Values of --header and the password of --from are left out. */
export function toResumeCommand(args: readonly string[], runId: string): string {
  const copied: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? "";
    const [name = ""] = arg.split("=");
    const isValueNext = arg === name;
    const value = isValueNext ? (args[index + 1] ?? "") : arg.slice(name.length + 1);
    if (name === "--resume") index += isValueNext ? 1 : 0;
    else if (name === "--header") {
      copied.push(name, "...");
      index += isValueNext ? 1 : 0;
    } else if (name === "--from") {
      copied.push(name, quote(maskAddress(value)));
      index += isValueNext ? 1 : 0;
    } else copied.push(quote(arg));
  }
  return ["import-existing-users", ...copied, "--resume", runId].join(" ");
}

/** The command that undoes a run, with its target and ledger. */
export function toUndoCommand(
  runId: string,
  options: ServerOptions & { readonly state: string; readonly ledger?: string },
): string {
  const { baseUrl, app, headerFile, header = [], state, ledger } = options;
  const file = headerFile === undefined ? [] : ["--header-file", headerFile];
  const kept = ["--state", state, ...(ledger === undefined ? [] : ["--ledger", ledger])];
  const args = ["undo", runId, "--base-url", baseUrl, "--app", app, ...file, ...kept];
  return ["import-existing-users", ...args.map(quote), ...header.map(() => "--header ...")].join(" ");
}

// For a shell.
function quote(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}
