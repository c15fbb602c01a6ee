// Counts files, folders and imports of the sources, and the files that each of three features touches.
import { globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** @typedef {{ file: string, lines: string[], imports: string[] }} Source */

/** Features, with a pattern that matches in every file of the feature. */
const features = {
  "date conversion": /dateFormat|DateFormat|dateColumn|DateColumn/,
  "cell correction": /[cC]orrection|[cC]orrecting/,
  "idempotent POST": /[iI]dempotencyKey|idempotency-key/,
};

const root = join(import.meta.dirname, "..");
const sources = globSync("{src,mock-server}/**/*.{ts,tsx}", { cwd: root }).sort().map(read);

/** @param {string} file @returns {Source} */
function read(file) {
  const text = readFileSync(join(root, file), "utf8");
  const named = text.matchAll(
    /(?:^|\n)(?:import|export)[^"';]*?["'](\.{1,2}\/[^"'?]+)["']|import\(["'](\.{1,2}\/[^"']+)["']\)/g,
  );
  const imports = Array.from(named, ([, one, other]) => relative(root, join(root, dirname(file), one ?? other ?? "")));
  return { file, lines: text.trimEnd().split("\n"), imports };
}

/** @param {readonly string[]} names @returns {[string, number][]} largest first */
function count(names) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

const lines = sources.reduce((sum, one) => sum + one.lines.length, 0);
const imports = sources.flatMap((one) => one.imports);
const importers = new Map(count(imports));
const single = sources.filter(({ file }) => importers.get(file) === 1);
const folders = count(sources.map(({ file }) => dirname(file)));
const questions = sources.filter((one) =>
  /^(?:\/\/|\/\*\*) (?:What|Who|Which|How|Where|Whose|Whoever)\b/.test(firstLine(one)),
);

/** @param {Source} source */
function firstLine({ lines }) {
  return lines.find((line) => !/^"use client"|^#!/.test(line)) ?? "";
}

console.log(`files ${sources.length}, lines ${lines}, mean ${(lines / sources.length).toFixed(0)} lines`);
console.log(`imports of our own per 100 lines ${((100 * imports.length) / lines).toFixed(1)}`);
console.log(
  `files with one importer ${single.length}, of those under 60 lines ${single.filter((one) => one.lines.length < 60).length}`,
);
console.log(`first lines that begin with a question word ${questions.length}`);
for (const [name, words] of Object.entries(features)) {
  console.log(`files of ${name} ${sources.filter((one) => one.lines.some((line) => words.test(line))).length}`);
}
console.log(
  `widest folders ${folders
    .slice(0, 5)
    .map(([folder, files]) => `${folder} ${files}`)
    .join(", ")}`,
);
if (process.argv.includes("--folders")) for (const [folder, files] of folders) console.log(`  ${folder} ${files}`);
