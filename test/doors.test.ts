// Each public door alone: what a consumer's bundler loads when only that door is imported.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type OutputChunk, rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { inlineStyles } from "../scripts/element-bundle.mjs";

interface Door {
  readonly file: string;
  /** The only packages that may end up in the bundle, beside the peers that a consumer has anyway. */
  readonly packages: readonly string[];
  /** The only rooms of ours that may. */
  readonly rooms: readonly string[];
}

const tables = [
  ...["@tanstack/react-table", "@tanstack/table-core", "@tanstack/react-store", "@tanstack/store"],
  "use-sync-external-store",
];
const card = [...["papaparse", "zustand"], ...["react-dropzone", "attr-accept", "file-selector"], ...tables];

const backendRooms = ["mock-server", "src/schemas", "src/contract"];

const doors: Readonly<Record<string, Door>> = {
  ".": {
    file: "src/index.ts",
    packages: card,
    rooms: ["src/react", "src/importer", "src/csv", "src/client", "src/contract", "src"],
  },
  // Words alone: whoever wants German loads nothing else with it.
  "./messages/de": { file: "src/react/messages/de.ts", packages: [], rooms: ["src/react"] },
  "./element": {
    file: "src/element/index.ts",
    packages: card,
    rooms: ["src/element", "src/react", "src/importer", "src/csv", "src/client", "src/contract"],
  },
  "./csv": { file: "src/csv/index.ts", packages: ["papaparse"], rooms: ["src/csv", "src/contract"] },
  "./client": { file: "src/client/index.ts", packages: [], rooms: ["src/client", "src/contract"] },
  "./contract": { file: "src/contract/index.ts", packages: ["zod"], rooms: ["src/contract"] },
  "./schemas": { file: "src/schemas/index.ts", packages: ["zod"], rooms: ["src/schemas", "src/contract"] },
  "./xlsx": { file: "src/xlsx/index.ts", packages: ["hucre"], rooms: ["src/xlsx", "src/csv"] },
  "./sync": { file: "src/sync/index.ts", packages: [], rooms: ["src/sync", "src/client", "src/contract"] },
  "./mock-server": { file: "mock-server/index.ts", packages: ["hono", "zod"], rooms: backendRooms },
  "./mock-server/msw": {
    file: "mock-server/msw.ts",
    packages: ["hono", "zod"],
    rooms: backendRooms,
  },
  "./mock-server/sql": {
    file: "mock-server/sql/index.ts",
    packages: ["kysely", "zod"],
    rooms: backendRooms,
  },
  "./backend": { file: "mock-server/backend.ts", packages: ["hono", "zod"], rooms: backendRooms },
  "./backend/sql": {
    file: "mock-server/sql/index.ts",
    packages: ["kysely", "zod"],
    rooms: backendRooms,
  },
};

const root = join(import.meta.dirname, "..");

describe.for(Object.entries(doors).filter(([, { file }]) => existsSync(join(root, file))))("%s", ([, door]) => {
  test("loads only what it needs", async () => {
    const { all: modules } = await bundledModules(door.file);
    expect(unique(modules.map(packageOf)).filter((name) => !door.packages.includes(name))).toEqual([]);
    expect(unique(modules.map(roomOf)).filter((name) => !door.rooms.includes(name))).toEqual([]);
  });

  test("never loads classic zod, which is heavy and tries eval", async () => {
    const { all: modules } = await bundledModules(door.file);
    expect(modules.filter((id) => id.includes("/zod/v4/classic/") || id.includes("/zod/v3/"))).toEqual([]);
  });
});

test("every door of package.json that holds code is listed here", async () => {
  const { default: manifest } = await import("../package.json", { with: { type: "json" } });
  const built = Object.entries(manifest.exports).filter(([, target]) => typeof target === "object");
  // Three run on Node alone, one is bundled already: no consumer bundles them.
  const unbundled = ["./mock-server/node", "./backend/node", "./sync/node", "./element/standalone"];
  const expected = built.map(([name]) => name).filter((name) => !unbundled.includes(name));
  expect(Object.keys(doors)).toEqual(expect.arrayContaining(expected));
});

test("./backend holds no demo data and no simulated failures", async () => {
  const { all: modules } = await bundledModules("mock-server/backend.ts");
  expect(modules.filter((id) => id.includes("/mock-server/demo/"))).toEqual([]);
});

test("./mock-server offers everything that ./backend does", async () => {
  const [backend, mockServer] = await Promise.all([
    import("../mock-server/backend.ts"),
    import("../mock-server/index.ts"),
  ]);
  expect(mockServer).toMatchObject({ ...backend });
});

// Each of these only has work once the reader has read a file, so it comes with the reader or with the later screens.
const laterParts = ["src/importer/review", "src/csv/read", "src/csv/mapping", "src/csv/rows", "src/csv/text"];
const laterScreens = ["src/react/mapping", "src/react/preview"];

describe.for([".", "./element"])("the first download of %s", (name) => {
  test("holds nothing that only has work once a file was read", async () => {
    const { atLoad, all } = await bundledModules(doors[name]?.file ?? "");
    const parts = [...laterParts, ...laterScreens].map((part) => join(root, part, "/"));
    const isLater = (id: string) => parts.some((part) => id.startsWith(part));
    // Gives the page a moment between two pieces of work, and holds no logic.
    const moment = join(root, "src/csv/read/yield-to-main.ts");
    expect(atLoad.filter((id) => isLater(id) && id !== moment)).toEqual([]);
    for (const part of parts)
      expect(
        all.filter((id) => id.startsWith(part)),
        part,
      ).not.toEqual([]);
  });
});

const peers = [/^react(?:-dom)?(?:\/|$)/, /^msw(?:\/|$)/, /^pg$/, /^@electric-sql\/pglite$/];
const bundles = new Map<string, Promise<Bundle>>();

/** Module ids with code left after tree shaking, as in a consumer's production build. */
interface Bundle {
  readonly all: readonly string[];
  /** What the page loads at once: all that no dynamic import leads to. */
  readonly atLoad: readonly string[];
}

function bundledModules(file: string): Promise<Bundle> {
  const known = bundles.get(file) ?? bundle(file);
  bundles.set(file, known);
  return known;
}

async function bundle(file: string): Promise<Bundle> {
  const build = await rolldown({
    input: join(root, file),
    platform: "browser",
    logLevel: "silent",
    external: peers,
    plugins: [inlineStyles()],
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  const chunks = output.filter((part) => part.type === "chunk");
  const names = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  // A set visits what is added to it on the way.
  for (const name of names) {
    for (const imported of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) names.add(imported);
  }
  return {
    all: chunks.flatMap(modulesOf),
    atLoad: chunks.filter(({ fileName }) => names.has(fileName)).flatMap(modulesOf),
  };
}

function modulesOf({ modules }: OutputChunk): string[] {
  return Object.entries(modules)
    .filter(([, { code }]) => code !== null && code !== "")
    .map(([id]) => id);
}

function packageOf(id: string): string {
  return /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? "";
}

function roomOf(id: string): string {
  if (!id.startsWith(root) || id.includes("node_modules")) return "";
  const inside = id.slice(root.length + 1);
  return /^(src\/[^/]+(?=\/)|[^/]+(?=\/))/.exec(inside)?.[0] ?? "";
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].filter(Boolean).sort();
}
