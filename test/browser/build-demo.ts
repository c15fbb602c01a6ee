// Builds the demo as people get it.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/** The folder of the built demo. */
export const demoFolder = join(root, "tmp/browser/demo");

/** Builds the demo into its folder. */
export default async function buildDemo(): Promise<void> {
  const vite = join(root, "node_modules/vite/bin/vite.js");
  const options = ["build", "--outDir", demoFolder, "--logLevel", "error"];
  // Its own process: NODE_ENV decides which React is bundled, and Vitest has set it to "test" in ours.
  await promisify(execFile)(process.execPath, [vite, ...options], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
  });
}
