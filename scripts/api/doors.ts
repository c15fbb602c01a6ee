// Creates the API reports: compiles the declarations of every public door in package.json.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import manifest from "../../package.json" with { type: "json" };
import { toApiReports } from "./report.ts";

const root = join(import.meta.dirname, "../..");
const build = "./dist/";

/** One report: a file in docs/api and its text. */
export interface ApiReport {
  readonly file: string;
  readonly text: string;
}

/**
 * Creates the reports of all doors with types.
 *
 * @param folder The folder for the declarations; not dist/, because a build may be running.
 */
export function writeApiReports(folder: string): ApiReport[] {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const options = ["-p", "tsconfig.build.json", "--emitDeclarationOnly", "--removeComments", "--outDir", folder];
  execFileSync(process.execPath, [compiler, ...options], { cwd: root, stdio: "inherit" });
  const doors = Object.entries(manifest.exports).flatMap(([door, target]) =>
    typeof target === "string"
      ? []
      : [{ door, name: manifest.name + door.slice(1), entry: target.types.slice(build.length) }],
  );
  return toApiReports(folder, doors).map((text, index) => ({ file: toFile(doors[index]?.door ?? ""), text }));
}

function toFile(door: string): string {
  return `docs/api/${door.slice(2).replaceAll("/", "-") || "index"}.md`;
}
