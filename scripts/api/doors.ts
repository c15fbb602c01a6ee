// The public doors as package.json names them, and the declarations the compiler writes for them.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import manifest from "../../package.json" with { type: "json" };
import { toApiReports } from "./report.ts";

const root = join(import.meta.dirname, "../..");
const build = "./dist/";

/** One report: a file of docs/api and its text. */
export interface ApiReport {
  readonly file: string;
  readonly text: string;
}

/**
 * The reports of all doors that hold types.
 *
 * @param folder Where declarations may be written; not the build, which somebody else may just be making.
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
