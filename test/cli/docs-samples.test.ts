// Parses the shell samples of every page with the command's parser, and runs the first ones of docs/sync.md.
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyDefaults } from "../../src/cli/commands/defaults.ts";
import { createProgram } from "../../src/cli/program.ts";
import { readPages } from "../docs/pages.ts";
import { startPortal, toCsv } from "./portal.ts";
import { createFolder, createTerminal, runInside } from "./terminal.ts";

const pages = readPages();
const samples = pages.filter(({ path }) => path === "docs/sync.md").flatMap(({ text }) => toCommands(text));
const others = pages.filter(({ path }) => path !== "docs/sync.md").flatMap(({ text }) => toCommands(text));

// Finds every command line in a fenced block, also after pipes, npx, variables and YAML prefixes.
function toCommands(text: string): string[][] {
  const blocks = Array.from(text.matchAll(/^```\w*[^\n]*\n([\s\S]*?)^```/gm), ([, block = ""]) => block);
  const lines = blocks.flatMap((block) => block.replace(/\\\n\s*/g, "").split("\n"));
  return lines.flatMap((line) => {
    const [, command] = /(?:^|\s)import-existing-users\s+(\w.*)$/.exec(line) ?? [];
    return command && !line.startsWith("npm ") ? [toWords(command)] : [];
  });
}

// Splits a line as a shell would, as far as the samples need it.
function toWords(line: string): string[] {
  const args = line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  const end = args.findIndex((word) => /^(?:[|>;&]|2>)/.test(word));
  const own = end < 0 ? args : args.slice(0, end);
  return own.map((word) => word.replace(/["']/g, "")).filter((word) => word !== "$@" && word !== "$flags");
}

class ParsedWithoutError extends Error {}

test.each([...samples, ...others].map((args) => [args.join(" "), args] as const))(
  "%s is parsed without an error",
  async (_line, args) => {
    const { terminal, output } = createTerminal();
    const program = createProgram({ terminal, args, finish() {} });
    // The jobs of CI have their target in the environment.
    const target = {
      IMPORT_EXISTING_USERS_BASE_URL: "https://portal.example.com",
      IMPORT_EXISTING_USERS_APP: "app_123",
    };
    applyDefaults(program, args, target);
    program.hook("preAction", () => {
      throw new ParsedWithoutError();
    });
    const stop = await program.parseAsync(args, { from: "user" }).catch((error: unknown) => error);
    expect(stop, output.stderr).toBeInstanceOf(ParsedWithoutError);
  },
);

test("the first samples run from validate to undo", async () => {
  const { url, state, file, args: toPortal } = await startPortal();
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
  // The second sample needs a file with other columns.
  const [validate, , ...following] = samples;
  const first = [validate, ...following.slice(0, 4)].map((sample = []) => sample.map((word) => real[word] ?? word));
  expect(first.map(([command]) => command)).toEqual(["validate", "sync", "sync", "undo", "undo"]);
  for (const args of first) {
    const rest = args[0] === "validate" ? [] : ["--state", state];
    const { code, stderr } = await runInside([...args, ...rest]);
    expect(code, `${args.join(" ")}\n${stderr}`).toBe(0);
  }
});
