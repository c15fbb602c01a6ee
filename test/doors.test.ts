// Each public door alone: what a consumer's bundler loads when only that door is imported.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import { inlineStyles } from "../scripts/element-bundle.mjs";

interface Door {
  readonly file: string;
  /** The only packages that may end up in the bundle, beside the peers that a consumer has anyway. */
  readonly packages: readonly string[];
  /** The only rooms of ours that may. */
  readonly rooms: readonly string[];
}

const card = [...["papaparse", "zustand"], ...["react-dropzone", "attr-accept", "file-selector"]];

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
  "./sync": { file: "src/sync/index.ts", packages: [], rooms: ["src/sync", "src/client", "src/contract"] },
  "./mock-server": { file: "mock-server/index.ts", packages: ["hono", "zod"], rooms: ["mock-server", "src/contract"] },
  "./mock-server/msw": {
    file: "mock-server/msw.ts",
    packages: ["hono", "zod"],
    rooms: ["mock-server", "src/contract"],
  },
  "./mock-server/sql": {
    file: "mock-server/sql/index.ts",
    packages: ["kysely", "zod"],
    rooms: ["mock-server", "src/contract"],
  },
  "./backend": { file: "mock-server/backend.ts", packages: ["hono", "zod"], rooms: ["mock-server", "src/contract"] },
  "./backend/sql": {
    file: "mock-server/sql/index.ts",
    packages: ["kysely", "zod"],
    rooms: ["mock-server", "src/contract"],
  },
};

const root = join(import.meta.dirname, "..");

describe.for(Object.entries(doors).filter(([, { file }]) => existsSync(join(root, file))))("%s", ([, door]) => {
  test("loads only what it needs", async () => {
    const modules = await bundledModules(door.file);
    expect(unique(modules.map(packageOf)).filter((name) => !door.packages.includes(name))).toEqual([]);
    expect(unique(modules.map(roomOf)).filter((name) => !door.rooms.includes(name))).toEqual([]);
  });

  test("never loads classic zod, which is heavy and tries eval", async () => {
    const modules = await bundledModules(door.file);
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
  const modules = await bundledModules("mock-server/backend.ts");
  expect(modules.filter((id) => id.includes("/mock-server/demo/"))).toEqual([]);
});

test("./mock-server offers everything that ./backend does", async () => {
  const [backend, mockServer] = await Promise.all([
    import("../mock-server/backend.ts"),
    import("../mock-server/index.ts"),
  ]);
  expect(mockServer).toMatchObject({ ...backend });
});

const peers = [/^react(?:-dom)?(?:\/|$)/, /^msw(?:\/|$)/, /^pg$/, /^@electric-sql\/pglite$/];
const bundles = new Map<string, Promise<string[]>>();

// Module ids with code left after tree shaking, as in a consumer's production build.
function bundledModules(file: string): Promise<string[]> {
  const known = bundles.get(file) ?? bundle(file);
  bundles.set(file, known);
  return known;
}

async function bundle(file: string): Promise<string[]> {
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
  return output.flatMap((chunk) =>
    chunk.type === "chunk"
      ? Object.entries(chunk.modules)
          .filter(([, { code }]) => code !== null && code !== "")
          .map(([id]) => id)
      : [],
  );
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
