// The custom element as one file: React and the styles inside, nothing left to install.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");

/**
 * A stylesheet without its comments and line breaks.
 *
 * @param {string} css
 */
export function toCompactStyles(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ");
}

/**
 * What Vite does with `?inline`, for rolldown alone.
 *
 * @returns {import("rolldown").Plugin}
 */
export function inlineStyles() {
  return {
    name: "inline-styles",
    resolveId: (id, importer) => (id.endsWith(".css?inline") ? join(dirname(importer ?? root), id) : null),
    load(id) {
      if (!id.endsWith(".css?inline")) return null;
      const css = readFileSync(id.replace("?inline", ""), "utf8");
      return { code: `export default ${JSON.stringify(toCompactStyles(css))};`, moduleType: "js" };
    },
  };
}

/**
 * Bundles the door "./element" with everything it needs, for `<script type="module">`.
 *
 * @param {string} file where to write it
 */
export async function bundleElement(file) {
  const build = await rolldown({
    input: join(root, "src/element/index.ts"),
    platform: "browser",
    plugins: [inlineStyles()],
    // "use client" means nothing in one file for browsers.
    onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  await build.write({ file, format: "esm", minify: true, codeSplitting: false });
  await build.close();
}
