// The shell samples of docs/sync.md and the README: each is understood by the command, and the first ones do what they say.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { startPortal, toCsv } from "./portal.ts";
import { createFolder, createTerminal, runInside } from "./terminal.ts";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/sync.md"), "utf8");
const samples = toCommands(page);

// Every command line in a fenced block: behind pipes, npx, variables and what YAML puts in front.
function toCommands(text: string): string[][] {
  const blocks = Array.from(text.matchAll(/^```\w*[^\n]*\n([\s\S]*?)^```/gm), ([, block = ""]) => block);
  const lines = blocks.flatMap((block) => block.replace(/\\\n\s*/g, "").split("\n"));
  return lines.flatMap((line) => {
    const [, command] = /(?:^|\s)import-existing-users\s+(\w.*)$/.exec(line) ?? [];
    return command && !line.startsWith("npm ") ? [toWords(command)] : [];
  });
}

// As a shell takes it apart, as far as the samples go.
function toWords(line: string): string[] {
  const words = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const end = words.findIndex((word) => /^(?:[|>;&]|2>)/.test(word));
  const own = end < 0 ? words : words.slice(0, end);
  return own.map((word) => word.replace(/["']/g, "")).filter((word) => word !== "$@");
}

class Understood extends Error {}

test.each(samples.map((words) => [words.join(" "), words] as const))("%s is understood", async (_line, words) => {
  const { terminal, output } = createTerminal();
  const program = createProgram({ terminal, words, finish() {} });
  program.hook("preAction", () => {
    throw new Understood();
  });
  const stop = await program.parseAsync(words, { from: "user" }).catch((error: unknown) => error);
  expect(stop, output.stderr).toBeInstanceOf(Understood);
});

test("the first samples do what they say, from the look at the file to the undoing", async () => {
  const { url, state, file, words: toPortal } = await startPortal();
  const folder = createFolder();
  const path = file(toCsv(40));
  const { stdout } = await runInside(toPortal("sync", path, "--json"));
  const real: Readonly<Record<string, string>> = {
    "users.csv": path,
    "https://portal.example.com": url,
    app_123: "app_demo",
    "20261121-031500-4f2a": JSON.parse(stdout).run,
    "results.csv": join(folder, "results.csv"),
    "ledger.ndjson": join(folder, "ledger.ndjson"),
  };
  // The second one is about a file of other columns.
  const [validate, , ...others] = samples;
  const first = [validate, ...others.slice(0, 4)].map((sample = []) => sample.map((word) => real[word] ?? word));
  expect(first.map(([command]) => command)).toEqual(["validate", "sync", "sync", "undo", "undo"]);
  for (const words of first) {
    const rest = words[0] === "validate" ? [] : ["--state", state];
    const { code, stderr } = await runInside([...words, ...rest]);
    expect(code, `${words.join(" ")}\n${stderr}`).toBe(0);
  }
});
