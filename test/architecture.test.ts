// The plan of the house, as data: who may import whom, and how every file looks. See docs/architecture.md.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { expect, test } from "vitest";

interface Room {
  /** Rooms of this repository whose code it may import. */
  readonly ours: readonly string[];
  /** Rooms of which it may import types only. */
  readonly types?: readonly string[];
  /** Further rooms or single files, for one file of this room only. */
  readonly exceptions?: Readonly<Record<string, readonly string[]>>;
  /** Packages it may import; "node:" stands for all of Node's own. */
  readonly packages: readonly string[];
  /** What its code must not call or touch. */
  readonly mustNotKnow?: RegExp;
}

const browserWords = /\b(?:document|window|localStorage|sessionStorage|navigator)\s*[.[]/;
const fetchCall = /\bfetch\s*\(/;

const rooms: Readonly<Record<string, Room>> = {
  "src/contract": { ours: [], packages: ["zod/mini"], mustNotKnow: either(browserWords, fetchCall) },
  "src/schemas": { ours: ["src/contract"], packages: ["zod/mini"], mustNotKnow: either(browserWords, fetchCall) },
  "src/csv": { ours: ["src/contract"], packages: ["papaparse"], mustNotKnow: either(browserWords, fetchCall) },
  "src/xlsx": { ours: ["src/csv"], packages: ["hucre/xlsx"], mustNotKnow: either(browserWords, fetchCall) },
  "src/client": { ours: ["src/contract"], packages: [], mustNotKnow: browserWords },
  "src/importer": {
    ours: ["src/contract", "src/csv"],
    types: ["src/client"],
    packages: ["zustand/vanilla"],
    mustNotKnow: either(browserWords, fetchCall),
  },
  "src/react": {
    ours: ["src/contract", "src/csv", "src/importer"],
    types: ["src/client"],
    exceptions: { "ImportExistingUsers.tsx": ["src/client"] },
    packages: ["react", "react-dropzone", "@tanstack/react-table"],
    mustNotKnow: fetchCall,
  },
  "src/element": {
    ours: ["src/react"],
    types: ["src/importer", "src/contract"],
    packages: ["react", "react-dom"],
    mustNotKnow: fetchCall,
  },
  "src/sync": {
    ours: ["src/contract", "src/client"],
    packages: ["node:"],
    mustNotKnow: either(browserWords, fetchCall),
  },
  "src/conformance": { ours: ["src/contract", "src/client"], packages: [], mustNotKnow: browserWords },
  "src/cli": {
    ours: ["src/contract", "src/csv", "src/xlsx", "src/client", "src/sync", "src/conformance"],
    exceptions: {
      "server/run-serve.ts": ["mock-server"],
      "server/run-migrate.ts": ["mock-server"],
      // The card's English texts, so that both say how a file was read in the same words.
      "input/csv-text.ts": [
        "src/react/messages/en.ts",
        "src/react/messages/format.ts",
        "src/react/messages/notice-text.ts",
      ],
    },
    packages: ["commander", "ora", "pg", "node:"],
    mustNotKnow: either(browserWords, fetchCall),
  },
  // The front door alone.
  src: { ours: ["src/react", "src/importer", "src/client", "src/csv", "src/contract"], packages: [] },
  "mock-server": {
    ours: ["src/contract", "src/schemas"],
    packages: ["zod/mini", "hono", "@hono/node-server", "msw", "kysely", "pg", "@electric-sql/pglite", "node:"],
  },
};

/** Files that may import Node's own modules, hono or msw: the doors to those worlds. The rest of the backend runs anywhere. */
const doorsOnly: Readonly<Record<string, RegExp>> = {
  "node:": /^src\/cli\/|^src\/sync\/node-files\.ts$|^mock-server\/(?:node|main|serve-command|sql\/folder-lock)\.ts$/,
  "@hono/node-server": /^mock-server\/node\.ts$/,
  zod: /^(?:src\/(?:contract|schemas)|mock-server\/openapi)\//,
  commander: /^src\/cli\/(?:program|commands\/[^/]+)\.ts$/,
  ora: /^src\/cli\/terminal\/progress\.ts$/,
  msw: /^mock-server\/msw\.ts$/,
  hucre: /^src\/xlsx\/read-workbook\.ts$/,
  kysely: /^mock-server\/sql\//,
  pg: /^(?:mock-server\/sql\/open-database|src\/cli\/input\/read-postgres)\.ts$/,
  "@electric-sql/pglite": /^mock-server\/sql\/open-database\.ts$/,
  papaparse: /^src\/csv\/(?:read\/parse|write\/stringify)\.ts$/,
};

const root = join(import.meta.dirname, "..");
const house = globSync("{src,mock-server}/**/*.{ts,tsx}", { cwd: root });
const everything = [...house, ...globSync("{demo,stories,test,test-d,bench,scripts}/**/*.{ts,tsx,mjs}", { cwd: root })];
const files = everything.filter((file) => !/(?:^|\/)(?:dist|node_modules)\//.test(file)).sort();

test("imports point down only, and every package has its rooms", () => {
  expect(house.flatMap(wrongImports)).toEqual([]);
});

test("no room knows what it must not know", () => {
  const wrong = house.filter((file) => rooms[roomOf(file)]?.mustNotKnow?.test(codeOf(file)));
  expect(wrong).toEqual([]);
});

test("no file leads back to itself, by values or by types", () => {
  expect(circlesAmong(house)).toEqual([]);
});

test("a package that binds to one platform or library is imported by its own file alone", () => {
  const wrong = house.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => doorsOnly[packageOf(from)]?.test(file) === false)
      .map(({ from }) => `${file} -> ${from}`),
  );
  expect(wrong).toEqual([]);
});

test("an index.ts is a public door: it only re-exports by name", () => {
  const wrong = house
    .filter((file) => /(?:^|\/)index\.ts$/.test(file) && file !== "mock-server/index.ts")
    .filter(
      (file) =>
        codeOf(file)
          .replace(/export (?:type )?\{[^}]*\} from "[^"]+";/g, "")
          .trim() !== "",
    );
  expect(wrong).toEqual([]);
});

// One subject may fill a file. Texts and tables of data may be longer: a translator copies one file.
const longTexts = /^src\/react\/messages\/[a-z]{2}\.ts$/;

test("no file is longer than 400 lines", () => {
  const long = files.filter((file) => read(file).trimEnd().split("\n").length > 400);
  expect(long.filter((file) => !longTexts.test(file))).toEqual([]);
});

test("no folder of the sources holds more than 20 files", () => {
  const folders = [...new Set(house.map((file) => dirname(file)))];
  expect(folders.filter((folder) => house.filter((file) => dirname(file) === folder).length > 20)).toEqual([]);
});

test("every file begins with its one sentence", () => {
  const wrong = files.filter(
    (file) => !/^(?:"use client";\n)?(?:\/\/|\/\*\*?) ?\S.*\.(?: \*\/)?$/m.test(firstComment(file)),
  );
  expect(wrong).toEqual([]);
});

test("every file is named by its subject", () => {
  const nameless = /(?:^|[/-])(?:utils?|helpers?|common|misc|shared|types|lib)(?:[./-]|$)/i;
  expect(files.filter((file) => nameless.test(file))).toEqual([]);
});

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

function wrongImports(file: string): string[] {
  const name = roomOf(file);
  const room = rooms[name];
  if (!room) return [`${file} is in no known room`];
  return importsOf(file)
    .filter((one) => !isAllowed(file, name, room, one))
    .map(({ from, typeOnly }) => `${file} -> ${typeOnly ? "type " : ""}${from}`);
}

function isAllowed(file: string, name: string, room: Room, { from, typeOnly }: Import): boolean {
  if (!from.startsWith(".")) return room.packages.includes(packageOf(from)) || room.packages.includes(from);
  const path = join(dirname(file), from);
  const target = roomOf(path);
  const extra = room.exceptions?.[relative(name, file)] ?? [];
  if (extra.includes(path)) return true;
  const allowed = [name, ...room.ours, ...extra, ...(typeOnly ? (room.types ?? []) : [])];
  return allowed.includes(target);
}

// Statements begin a line, as the formatter writes them; `from "x"` may also stand in a text that people read.
function importsOf(file: string): Import[] {
  const code = codeOf(file);
  const statements = code.matchAll(/^(?:import|export)\b(\s+type\b)?([^;"'()]*?)\bfrom\s*["']([^"']+)["']/gm);
  const named = Array.from(statements, ([, type, names = "", from = ""]) => ({
    from,
    typeOnly: type !== undefined || isAllTypes(names),
  }));
  const others = code.matchAll(/(?:^import\s*|\bimport\(\s*)["']([^"']+)["']/gm);
  return [...named, ...Array.from(others, ([, from = ""]) => ({ from, typeOnly: false }))];
}

// Leaves and what leads only to leaves fall away in turn; what is left is part of a circle, or leads into one.
function circlesAmong(all: readonly string[]): string[] {
  const targets = new Map(all.map((file) => [file, importsOf(file).map(({ from }) => join(dirname(file), from))]));
  for (let size = -1; size !== targets.size; ) {
    size = targets.size;
    for (const [file, found] of targets) if (!found.some((target) => targets.has(target))) targets.delete(file);
  }
  return [...targets.keys()];
}

function isAllTypes(names: string): boolean {
  const list = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  return list?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

function packageOf(from: string): string {
  if (from.startsWith("node:")) return "node:";
  return from
    .split("/")
    .slice(0, from.startsWith("@") ? 2 : 1)
    .join("/");
}

function roomOf(file: string): string {
  return /^(src\/[^/]+(?=\/)|[^/]+(?=\/))/.exec(file)?.[0] ?? "";
}

function firstComment(file: string): string {
  return read(file)
    .replace(/^#!.*\n/, "")
    .split("\n")
    .slice(0, 2)
    .join("\n");
}

// The code without its comments: words in prose bind nobody. A `//` inside a string ends that line early, which hides nothing we ask for.
function codeOf(file: string): string {
  return read(file)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}

function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function either(...patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join("|"));
}
