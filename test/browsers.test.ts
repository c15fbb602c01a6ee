// The browsers that package.json names are those that the sources need: nothing newer slips in.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };

type Versions = readonly [chrome: number, firefox: number, safari: number];

// First versions, by MDN. What only decorates (`text-wrap: pretty`) may be missing anywhere, and is not listed.
const features: readonly [name: string, pattern: RegExp, versions: Versions][] = [
  ["light-dark()", /light-dark\(/, [123, 120, 17.5]],
  ["registered properties", /@property/, [85, 128, 16.4]],
  ["relative colours", /\b(?:rgb|hsl|oklch|oklab)\(from /, [119, 128, 16.4]],
  ["nested rules", /&:where\(/, [120, 117, 17.2]],
  [":dir()", /:dir\(/, [120, 49, 16.4]],
  ["color-mix()", /color-mix\(/, [111, 113, 16.2]],
  ["container queries", /@container/, [105, 110, 16]],
  ["look-behind", /\(\?<[=!]/, [62, 78, 16.4]],
  ["constructed sheets", /adoptedStyleSheets/, [73, 101, 16.4]],
  ["field-sizing", /field-sizing:/, [123, Infinity, 26.2]],
  ["@starting-style", /@starting-style/, [117, 129, 17.5]],
  ["@scope", /@scope/, [118, 146, 17.4]],
  ["anchor positioning", /anchor-name:|position-anchor:/, [125, 147, 26]],
  ["AbortSignal.any", /AbortSignal\.any\(/, [116, 124, 17.4]],
  ["Promise.withResolvers", /Promise\.withResolvers\(/, [119, 121, 17.4]],
  ["Promise.try", /Promise\.try\(/, [128, 134, 18.2]],
  ["Object.groupBy", /(?:Object|Map)\.groupBy\(/, [117, 119, 17.4]],
  ["Array.fromAsync", /Array\.fromAsync\(/, [121, 115, 16.4]],
  [
    "methods of iterators",
    /\.(?:keys|values|entries)\(\)\.(?:map|filter|some|every|find|reduce|take|toArray)\(/,
    [122, 131, 18.4],
  ],
  ["methods of sets", /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, [122, 127, 17]],
  ["RegExp.escape", /RegExp\.escape\(/, [136, 134, 18.2]],
  ["regular expressions with v", /\/[dgimsy]*v[dgimsy]*\.(?:test|exec)\(/, [112, 116, 17]],
];

const root = join(import.meta.dirname, "..");
const sources = globSync("src/{contract,csv,client,importer,react,element}/**/*.{ts,tsx,css}", { cwd: root })
  .map((file) => readFileSync(join(root, file), "utf8").replace(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*$/gm, ""))
  .join("\n");
const used = features.filter(([, pattern]) => pattern.test(sources));

const columns = { chrome: 0, edge: 0, firefox: 1, safari: 2, ios_saf: 2 } as const;

test.for(Object.entries(columns))("%s: as old as its features allow, and no older", ([browser, column]) => {
  const [, stated] = manifest.browserslist.map((line) => line.split(" >= ")).find(([name]) => name === browser) ?? [];
  const needed = used.map(([name, , versions]) => ({ name, version: versions[column] }));
  const newest = Math.max(...needed.map(({ version }) => version));
  expect(Number(stated), needed.find(({ version }) => version === newest)?.name).toBe(newest);
});
