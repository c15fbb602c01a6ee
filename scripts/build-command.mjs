// Bundles the command line program into one file with the packages that only it needs, so that no page installs them.
import { join } from "node:path";
import { rolldown } from "rolldown";
import { bundledLicences } from "./bundled-licences.mjs";

const root = join(import.meta.dirname, "..");

// Loaded by some options only; who uses those installs them.
const optionalPackages = ["@electric-sql/pglite", "pg", "pg-boss"];

const build = await rolldown({
  input: join(root, "src/cli/main.ts"),
  platform: "node",
  external: (id) => optionalPackages.some((name) => id === name || id.startsWith(`${name}/`)),
  plugins: [bundledLicences("licences.txt")],
});
await build.write({
  dir: join(root, "dist/cli"),
  entryFileNames: "main.js",
  format: "esm",
  codeSplitting: false,
  minify: true,
});
await build.close();
