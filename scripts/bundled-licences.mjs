// Collects the licence texts of the packages inside a bundle, which their licences ask to be kept beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * A rolldown plugin that writes the licence texts of all bundled packages into a file beside the bundle.
 *
 * @param {string} fileName
 * @returns {import("rolldown").Plugin}
 */
export function bundledLicences(fileName) {
  return {
    name: "bundled-licences",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((output) => (output.type === "chunk" ? output.moduleIds : []));
      const folders = new Set(modules.filter((id) => id.includes("/node_modules/")).map(toPackageFolder));
      this.emitFile({ type: "asset", fileName, source: [...folders].sort().map(toNotice).join("\n\n") });
    },
  };
}

/** @param {string} file */
function toPackageFolder(file) {
  let folder = dirname(file);
  // A package.json without a name only says which kind of module the files beside it are.
  while (!existsSync(join(folder, "package.json")) || !readManifest(folder).name) folder = dirname(folder);
  return folder;
}

/** @param {string} folder */
function toNotice(folder) {
  const { name, version, license } = readManifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** @param {string} folder */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
