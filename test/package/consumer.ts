// A plain Vite application that has the packed tarball in its node_modules, as after `npm install`.
import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import manifest from "../../package.json" with { type: "json" };

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
// Inside the repository: all other packages are found by walking up, and no network is asked.
const workshop = join(root, "tmp/package");

/** A packed tarball and the paths in it. */
export interface Tarball {
  readonly path: string;
  readonly files: readonly string[];
  /** What can be imported of it, beside styles and JSON. */
  readonly doors: readonly string[];
}

/** Builds and packs the package. */
export async function pack(): Promise<Tarball> {
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop, { recursive: true });
  // `prepack` builds first, so what is packed is what the sources say now.
  const { stdout } = await run("npm", ["pack", "--json", "--silent", "--pack-destination", workshop], {
    cwd: root,
    shell: process.platform === "win32",
  });
  const [packed] = JSON.parse(stdout.slice(stdout.indexOf("["))) as [{ filename: string; files: { path: string }[] }];
  const doors = Object.entries(manifest.exports).filter(([, target]) => typeof target === "object");
  return {
    path: join(workshop, packed.filename),
    files: packed.files.map(({ path }) => path),
    doors: doors.map(([name]) => name.replace(".", manifest.name)),
  };
}

/** The versions of React that the package names as its peers. */
export const reacts = { "React 19": "react", "React 18": "react-18" } as const;
export type ReactVersion = keyof typeof reacts;

/** Builds the application for production and returns its folder. */
export async function buildConsumer(tarball: Tarball, version: ReactVersion): Promise<string> {
  const folder = join(workshop, reacts[version]);
  const installed = join(folder, "node_modules/import-existing-users");
  await mkdir(installed, { recursive: true });
  await run("tar", ["-xzf", tarball.path, "-C", installed, "--strip-components=1"]);
  await Promise.all(
    Object.entries({ ...sources, "vite.config.js": toViteConfig(version) }).map(([name, text]) =>
      writeFile(join(folder, name), text),
    ),
  );
  await run(process.execPath, [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production" },
  });
  return join(folder, "dist");
}

// What the README tells people to write, and a door for the headless parser.
const sources = {
  "package.json": JSON.stringify({ name: "consumer", private: true, type: "module" }),
  "index.html":
    '<!doctype html><title>Consumer</title><div id="app"></div><script type="module" src="/main.js"></script>',
  "main.js": `
    import { createElement, version } from "react";
    import { createRoot } from "react-dom/client";
    import { ImportExistingUsers } from "import-existing-users";
    import { readCsv } from "import-existing-users/csv";
    import "import-existing-users/styles.css";

    window.reactVersion = version;
    window.countRows = async (input) => {
      const read = await readCsv(input);
      return read.ok ? read.table.records.length : read.issue.code;
    };
    createRoot(document.getElementById("app")).render(createElement(ImportExistingUsers, { appId: "app_demo" }));
  `,
};

function toViteConfig(version: ReactVersion): string {
  if (version === "React 19") return "export default {};";
  const alias = ["react", "react-dom"].map(
    (name) => `{ find: /^${name}(?=\\/|$)/, replacement: ${JSON.stringify(join(root, "node_modules", `${name}-18`))} }`,
  );
  return `export default { resolve: { alias: [${alias.join(", ")}] } };`;
}
