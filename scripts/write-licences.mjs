// Writes docs/licences.md: the licence of every package that an installation of this one brings, or may bring.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * The page as it should be.
 *
 * @returns {string}
 */
export function toLicences() {
  const { dependencies, peerDependencies, peerDependenciesMeta } = readManifest(root);
  const optional = Object.keys(peerDependenciesMeta).filter((name) => peerDependenciesMeta[name].optional);
  const own = Object.keys(dependencies);
  return `# Licences

Written by \`npm run licences\` from the packages' own manifests. This package is under the MIT licence.

## Installed with it

${toTable(own)}

## Yours

React (${licenceOf(readManifest(findPackage("react", root)))}) is a peer: you bring it. So are these, each only for the door that needs it:

${toLines(optional.filter((name) => name in peerDependencies))}
`;
}

/** @param {string[]} names */
function toLines(names) {
  return names
    .sort()
    .map((name) => `- \`${name}\`: ${licenceOf(readManifest(findPackage(name, root)))}`)
    .join("\n");
}

/** @param {string[]} names */
function toTable(names) {
  /** @type {Map<string, { licence: string, for: Set<string> }>} */
  const found = new Map();
  for (const name of names) collect(name, root, name, found);
  const lines = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return [
    "| Package | Licence | Comes with |",
    "|---|---|---|",
    ...lines.map(([name, { licence, for: roots }]) => {
      const others = [...roots].filter((one) => one !== name).sort();
      return `| \`${name}\` | ${licence} | ${others.map((one) => `\`${one}\``).join(", ")} |`;
    }),
  ].join("\n");
}

/**
 * @param {string} name
 * @param {string} from The folder of the package that asks for it.
 * @param {string} asked Which of our own dependencies it comes with.
 * @param {Map<string, { licence: string, for: Set<string> }>} found
 */
function collect(name, from, asked, found) {
  const folder = findPackage(name, from);
  const manifest = readManifest(folder);
  const known = found.get(name) ?? { licence: licenceOf(manifest), for: new Set() };
  if (known.for.has(asked)) return;
  known.for.add(asked);
  found.set(name, known);
  for (const next of Object.keys(manifest.dependencies ?? {})) collect(next, folder, asked, found);
}

/**
 * As Node looks for it: beside whoever asks, and then further up.
 *
 * @param {string} name
 * @param {string} from
 * @returns {string}
 */
function findPackage(name, from) {
  const folder = join(from, "node_modules", name);
  if (existsSync(join(folder, "package.json"))) return folder;
  if (dirname(from) === from) throw new Error(`${name} is not installed.`);
  return findPackage(name, dirname(from));
}

/** @param {string} folder */
function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

/** @param {{ name: string, license?: string | { type: string } }} manifest */
function licenceOf({ name, license }) {
  const text = typeof license === "object" ? license.type : license;
  if (!text) throw new Error(`${name} names no licence.`);
  return text;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(join(root, "docs/licences.md"), toLicences());
