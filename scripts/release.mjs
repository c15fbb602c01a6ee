// Makes a release: `npm run release -- 0.3.0` checks everything, then writes version, changelog and tag; `--dry-run` only checks.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = join(import.meta.dirname, "..");
const changelogFile = join(root, "CHANGELOG.md");
const manifestFile = join(root, "package.json");

/**
 * Whether one version may follow another: higher, by the rules of semantic versioning for releases without a suffix.
 *
 * @param {string} next
 * @param {string} current
 */
export function mayFollow(next, current) {
  const [numbers, before] = [next, current].map((version) =>
    /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number),
  );
  if (!numbers || !before) return false;
  const index = numbers.findIndex((number, place) => number !== before[place]);
  return index >= 0 && (numbers[index] ?? 0) > (before[index] ?? 0);
}

/**
 * The version after this one that changes least.
 *
 * @param {string} version
 */
export function toNextPatch(version) {
  return version.replace(/\d+$/, (patch) => String(Number(patch) + 1));
}

/**
 * Puts what is unreleased under a version; null when there is nothing to release.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date yyyy-mm-dd
 */
export function toReleasedChangelog(changelog, version, date) {
  const heading = "## [Unreleased]\n";
  const [, rest] = changelog.split(heading);
  const [entries = ""] = (rest ?? "").split(/^## /m);
  if (!/^- /m.test(entries)) return null;
  return changelog.replace(heading, `${heading}\n## [${version}] - ${date}\n`);
}

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function run(command, ...parameters) {
  console.log(`\n> ${[command, ...parameters].join(" ")}`);
  execFileSync(command, parameters, { cwd: root, stdio: "inherit" });
}

/**
 * @param {string} command
 * @param {string[]} parameters
 */
function read(command, ...parameters) {
  return execFileSync(command, parameters, { cwd: root, encoding: "utf8" });
}

function release() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { "dry-run": { type: "boolean" } } });
  const isDryRun = values["dry-run"] ?? false;
  const manifest = readFileSync(manifestFile, "utf8");
  const { version: current } = JSON.parse(manifest);
  const [next = isDryRun ? toNextPatch(current) : ""] = positionals;
  if (!mayFollow(next, current))
    fail(`Which version? It must be higher than ${current}: npm run release -- ${toNextPatch(current)}`);
  const today = new Date().toISOString().slice(0, 10);
  const changelog = toReleasedChangelog(readFileSync(changelogFile, "utf8"), next, today);
  if (changelog === null) return fail("CHANGELOG.md has no entry under [Unreleased].");
  if (read("git", "status", "--porcelain") !== "") fail("There are changes that are not committed.");

  checkEverything();
  if (isDryRun) {
    console.log(`All checks passed. Without --dry-run, version ${next} would be written, committed and tagged.`);
    return;
  }
  writeFileSync(changelogFile, changelog);
  run("npm", "version", next, "--no-git-tag-version");
  // npm has written the whole manifest in a format of its own.
  writeFileSync(manifestFile, manifest.replace(`"version": "${current}"`, `"version": "${next}"`));
  run("git", "commit", "--all", "--message", `Release ${next}`);
  run("git", "tag", `v${next}`);
  console.log(`\nVersion ${next} is committed and tagged. To publish it: git push --follow-tags && npm publish`);
}

// Every check of the repository, then the packed tarball in all applications, and what the tarball holds.
function checkEverything() {
  run("bash", ".ci/run");
  run("npm", "run", "check:consumers");
  const changed = read("git", "status", "--porcelain");
  if (changed !== "") fail(`The checks have changed files:\n${changed}`);
  const [{ files, size, unpackedSize }] = JSON.parse(read("npm", "pack", "--dry-run", "--ignore-scripts", "--json"));
  console.log(`\nThe tarball has ${files.length} files, ${size} bytes, ${unpackedSize} unpacked.`);
}

// Not import.meta.main: before the packages are installed, npm starts this with its own Node, which may be 20 and know none.
if (process.argv[1] === fileURLToPath(import.meta.url)) release();
