// Finishes the build of the custom element: writes the stylesheet as a module, and bundles everything into one file.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleElement, toCompactStyles } from "./element-bundle.mjs";

const root = join(import.meta.dirname, "..");
const css = toCompactStyles(readFileSync(join(root, "src/react/styles.css"), "utf8"));

writeFileSync(
  join(root, "dist/src/element/styles-text.js"),
  `// The card's stylesheet as a text.\nexport const stylesText = ${JSON.stringify(css)};\n`,
);
await bundleElement(join(root, "dist/standalone/element.js"));
