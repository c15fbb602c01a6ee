// Copies the stylesheets, which tsc ignores, next to the compiled files.
import { cpSync, globSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

for (const file of globSync("src/**/*.css", { cwd: root })) {
  cpSync(join(root, file), join(root, "dist", file));
}
