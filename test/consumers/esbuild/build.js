// An application built by esbuild, for the browsers of the README.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";

await build({
  entryPoints: ["main.js"],
  bundle: true,
  minify: true,
  splitting: true,
  format: "esm",
  target: ["chrome123", "firefox120", "safari17.5"],
  outdir: "dist",
});
await copyFile("index.html", "dist/index.html");
