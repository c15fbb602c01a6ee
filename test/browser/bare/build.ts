// Builds the bare page, with React's development checks or without.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";
import type { Build } from "../build-demo.ts";

const root = join(import.meta.dirname, "../../..");

const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/styles.css"></head>
<body><script type="module" src="/main.js"></script></body>
</html>
`;

/** Builds the page and returns its folder. */
export async function buildBarePage(mode: Build): Promise<string> {
  const folder = join(root, "tmp/browser", `bare-${mode}`);
  const build = await rolldown({
    input: join(import.meta.dirname, "main.tsx"),
    platform: "browser",
    transform: { define: { "process.env.NODE_ENV": JSON.stringify(mode) } },
    logLevel: "silent",
  });
  await build.write({ dir: folder, format: "esm" });
  await build.close();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "index.html"), html);
  await copyFile(join(root, "src/react/styles.css"), join(folder, "styles.css"));
  return folder;
}
