// Compiles every code sample on the pages, and checks that the commands, files and links on them exist.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { type Block, blocksOf, deadLinksOf, type Page, readPages, root } from "./pages.ts";

const pages = readPages();
const blocks = pages.flatMap(blocksOf);
const folder = join(root, "tmp/samples");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Names that a fragment may use without declaring them: the reader's own code.
const given = `
  declare const file: File;
  declare const request: Request;
  declare function token(): string;
  declare function freshToken(): Promise<string>;
  declare function renewSession(): Promise<void>;
  declare const headers: Record<string, string>;
  declare function users(): AsyncIterable<import("import-existing-users/contract").UserInput>;
  declare const myClient: import("import-existing-users").ImportClient;
`;

const languages = [
  "",
  "ts",
  "tsx",
  "js",
  "sh",
  "json",
  "css",
  "html",
  "vue",
  "svelte",
  "csv",
  "sql",
  "yaml",
  "ini",
  "http",
  "text",
  "dockerfile",
];

test("every block has a known language", () => {
  expect(blocks.map(({ language }) => language).filter((language) => !languages.includes(language))).toEqual([]);
});

test("samples compile against the published names", () => {
  rmSync(folder, { recursive: true, force: true });
  for (const page of pages) writeSources(page);
  write("given.d.ts", given);
  const compilerOptions = { types: ["node", "vite/client"] };
  const tsconfig = { extends: "../../test-d/tsconfig.json", compilerOptions, include: ["**/*"] };
  write("tsconfig.json", JSON.stringify(tsconfig));
  expect(compile()).toBe("");
});

test("JSON is JSON", () => {
  for (const { code, page } of blocks.filter(({ language }) => language === "json")) {
    expect(() => JSON.parse(code), page).not.toThrow();
  }
});

test("npm scripts named on the pages exist", () => {
  const commands = pages.flatMap(({ text }) => text.match(/`[^`\n]+`|^```sh\n[\s\S]*?^```/gm) ?? []);
  const named = commands.flatMap((code) =>
    Array.from(code.matchAll(/\bnpm (?:run )?([a-z][\w:-]*)/g), ([, name = ""]) => name),
  );
  const known = [...Object.keys(manifest.scripts), ...["ci", "install", "pkg", "publish", "i", "audit", "pack"]];
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test("files of this repository named on the pages exist", () => {
  const pattern = /`((?:src|mock-server|test|bench|scripts|stories|demo|docs)\/[\w./-]+\.\w+)`/g;
  const named = pages.flatMap(({ text }) => Array.from(text.matchAll(pattern), ([, path = ""]) => path));
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test("links on the pages have targets", () => {
  expect(pages.flatMap(deadLinksOf)).toEqual([]);
});

function compile(): string {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

// One folder per page, so that its blocks can import each other.
function writeSources(page: Page): void {
  const code = blocksOf(page).filter(({ language }) => ["ts", "tsx", "js"].includes(language));
  code.forEach((block, index) => {
    const name = block.file ?? `block-${index + 1}.${block.language}`;
    write(`${page.path.replace(/\W/g, "-")}/${name}`, block.file ? block.code : toModule(block, code.slice(0, index)));
  });
}

// A fragment continues the blocks above it, so it inherits their imports.
function toModule({ code, language }: Block, above: readonly Block[]): string {
  const statement = /^import\b[^;]*;/gm;
  const own: string[] = code.match(statement) ?? [];
  const rest = code.replace(statement, "").trim();
  const isMarkup = rest.startsWith("<");
  const inherited = own.length > 0 && !isMarkup ? [] : above.flatMap((block) => block.code.match(statement) ?? []);
  const body = isMarkup ? `export const sample = <>${rest}</>;` : rest;
  // JavaScript can't assert that an element exists, so only its syntax is checked.
  const unchecked = language === "js" ? ["// @ts-nocheck"] : [];
  return [...unchecked, ...new Set([...own, ...inherited]), body, "export {};", ""].join("\n");
}

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test("the example of the hook is the story that runs", () => {
  const page = readFileSync(join(root, "docs/headless.md"), "utf8");
  const [, ...lines] = readFileSync(join(root, "stories/setup/OwnImport.tsx"), "utf8").split("\n");
  expect(page).toContain(lines.join("\n").replace("../../src/index.ts", "import-existing-users"));
});
