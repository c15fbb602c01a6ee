// No bundler: the package's one file is copied beside the page.
import { copyFile, mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

await mkdir("dist", { recursive: true });
await copyFile(fileURLToPath(import.meta.resolve("import-existing-users/element/standalone")), "dist/element.js");
for (const name of ["index.html", "page.js"]) await copyFile(name, `dist/${name}`);
