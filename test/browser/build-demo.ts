// Builds the demo once before the browser tests: as people get it, and once more with React's development checks.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/** `development` has StrictMode's double effects and React's warnings; both are bundled and minified. */
export const builds = ["production", "development"] as const;
export type Build = (typeof builds)[number];

/** The folder of a build. */
export function folderOf(build: Build): string {
  return join(root, "tmp/browser", build);
}

/** Vitest calls this once for the whole project. */
export default async function buildDemo(): Promise<void> {
  await Promise.all(builds.map(buildOne));
}

async function buildOne(build: Build): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const options = ["build", "--outDir", folderOf(build), "--logLevel", "error"];
  // Its own process: NODE_ENV decides which React is bundled, and Vitest has set it to "test" in ours.
  await promisify(execFile)(process.execPath, [vite, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: build },
  });
}
