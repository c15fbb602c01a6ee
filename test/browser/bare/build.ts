// Builds the bare page, with React's development checks or without.
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "../../..");

const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/styles.css"></head>
<body><script type="module" src="/main.js"></script></body>
</html>
`;

/** `development` has StrictMode's double effects and React's warnings. */
export type Build = "production" | "development";

/** The folder of a built page. */
export function bareFolder(build: Build): string {
  return join(root, "tmp/browser", `bare-${build}`);
}

/** Builds the page. */
export async function buildBarePage(mode: Build): Promise<void> {
  const folder = bareFolder(mode);
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
}
