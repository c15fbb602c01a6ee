// The command that goes on with a run, to be copied: what was typed, but for secrets and for what is typed anew.

// Values of these are left out: a header may hold what should not be in a log.
const secret = "--header";
const replaced = ["--resume"];

/** The command for a shell. */
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
