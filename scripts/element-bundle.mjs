// Bundles the custom element into one file, including React and the styles.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..");

/**
 * Removes comments and line breaks from a stylesheet.
 *
 * @param {string} css
 */
export function toCompactStyles(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\s+/g, " ");
}

/**
 * A rolldown plugin for `?inline` imports of stylesheets, as Vite handles them.
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
 * Bundles the door "./element" with all its dependencies, for `<script type="module">`.
 *
 * @param {string} file where to write it
 */
export async function bundleElement(file) {
  const build = await rolldown({
    input: join(root, "src/element/index.ts"),
    platform: "browser",
    plugins: [inlineStyles()],
    // "use client" has no meaning in a bundle for browsers.
    onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    transform: { define: { "process.env.NODE_ENV": '"production"' } },
  });
  await build.write({ file, format: "esm", minify: true, codeSplitting: false });
  await build.close();
}
