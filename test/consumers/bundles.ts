// Looks into the files that a bundler has written for an application.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Consumer } from "./consumers.ts";

/** What is wrong with the built files in a folder; empty when all is well. */
export function findBundleFaults(bundle: Consumer["bundle"], folder: string): string[] {
  if (bundle === "one script") return findOtherScripts(folder);
  return bundle === "no screens" ? findScreens(folder) : [];
}

function findOtherScripts(folder: string): string[] {
  const scripts = globSync("**/*.js", { cwd: folder });
  return scripts.length === 1 ? [] : [`${scripts.length} scripts: ${scripts.join(", ")}`];
}

// The hook needs the engine, and nothing that draws.
const drawing = [
  [/\.css$/, "a stylesheet"],
  [
    /import-existing-users\/dist\/src\/react\/(?!use-importer\.js$|hooks\/subscribe-in-tasks\.js$)/,
    "a screen of the card",
  ],
  [/import-existing-users\/dist\/src\/(?:element|sync|xlsx|schemas)\//, "another entry point"],
  [/node_modules\/(?:react-dropzone|file-selector|attr-accept|@tanstack|zod)\//, "a package that only screens need"],
] as const;

function findScreens(folder: string): string[] {
  const maps = globSync("**/*.js.map", { cwd: folder });
  const modules = maps.flatMap((map) => {
    const { sources } = JSON.parse(readFileSync(join(folder, map), "utf8")) as { sources: string[] };
    return sources;
  });
  if (!modules.some((name) => name.includes("src/react/use-importer")))
    return ["The source maps name no use-importer."];
  const files = globSync("**/*.css", { cwd: folder });
  const found = [...modules, ...files].flatMap((name) =>
    drawing.filter(([pattern]) => pattern.test(name)).map(([, what]) => `${what}: ${name}`),
  );
  return [...found, ...findClassNames(folder)];
}

// A class name of the card in any script would be markup of it.
function findClassNames(folder: string): string[] {
  return globSync("**/*.js", { cwd: folder }).flatMap((name) => {
    const found = /["' ]ieu-[a-z-]+/.exec(readFileSync(join(folder, name), "utf8"));
    return found ? [`a class name of the card: ${found[0]} in ${name}`] : [];
  });
}
