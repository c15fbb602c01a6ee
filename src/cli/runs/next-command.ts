// The commands that go on with a run or undo it, to be copied; never with a secret in them.

import type { ServerOptions } from "../server/server-options.ts";

// Values of these are left out: a header may hold what should not be in a log.
const secret = "--header";
const replaced = ["--resume"];

/** What was typed, but for the values of headers, with the run to resume. */
export function toResumeCommand(words: readonly string[], runId: string): string {
  const kept: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? "";
    const [name = ""] = word.split("=");
    const isAlone = word === name;
    if (replaced.includes(name)) index += isAlone ? 1 : 0;
    else if (name === secret) {
      kept.push(name, "...");
      index += isAlone ? 1 : 0;
    } else kept.push(quote(word));
  }
  return ["import-existing-users", ...kept, "--resume", runId].join(" ");
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** What an undo of the run needs, for a shell. */
export function toUndoCommand(runId: string, options: ServerOptions & { readonly state: string }): string {
  const { baseUrl, app, headerFile, header = [], state } = options;
  const file = headerFile === undefined ? [] : ["--header-file", headerFile];
  const words = ["undo", runId, "--base-url", baseUrl, "--app", app, ...file, "--state", state];
  return ["import-existing-users", ...words.map(quote), ...header.map(() => `${secret} ...`)].join(" ");
}
