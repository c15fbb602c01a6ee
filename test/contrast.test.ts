// Contrast as WCAG 2.2 counts it, of every pair of tokens that meet on the screen, in both themes.
import { describe, expect, test } from "vitest";
import { readTokens, styles, type Token } from "./tokens.ts";

const grounds = ["surface", "raised"];
const softs = ["imported-soft", "already-connected-soft", "name-mismatch-soft", "invalid-row-soft"];

/** What is read: 4.5:1 (WCAG 1.4.3). */
const texts: readonly [text: string, grounds: readonly string[]][] = [
  ["ink", [...grounds, ...softs, "accent-soft"]],
  ["muted", [...grounds, ...softs, "accent-soft"]],
  ["accent", [...grounds, ...softs, "accent-soft"]],
  ["on-accent", ["accent"]],
  ["on-danger", ["invalid-row"]],
  ["imported", ["imported-soft"]],
  ["already-connected", ["already-connected-soft"]],
  ["not-found", ["not-found-soft"]],
  ["name-mismatch", [...grounds, "name-mismatch-soft"]],
  ["invalid-row", [...grounds, "invalid-row-soft"]],
];

/** What is only seen: edges of controls, the focus ring, icons, bars. 3:1 (WCAG 1.4.11). */
const shapes: readonly [shape: string, grounds: readonly string[]][] = [
  ["line-strong", grounds],
  ["accent", ["line"]],
  ["imported", [...grounds, "line"]],
  ["already-connected", [...grounds, "line"]],
  ["not-found", [...grounds, "line"]],
  ["name-mismatch", [...grounds, "line"]],
  ["invalid-row", [...grounds, "line"]],
];

const tokens = readTokens();

describe.for(["light", "dark"] as const)("%s", (theme) => {
  test.for(toPairs(texts))("%s is read on %s", ([text, ground]) => {
    expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
  });

  test.for(toPairs(shapes))("%s is seen on %s", ([shape, ground]) => {
    expect(contrast(colour(shape, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
  });
});

test("every colour of the card is in a pair", () => {
  const colours = [...tokens]
    .filter(([, { light }]) => light.startsWith("#"))
    .map(([name]) => name.slice("--ieu-".length));
  const paired = new Set([...texts, ...shapes].flatMap(([front, behind]) => [front, ...behind]));
  expect(colours.filter((name) => !paired.has(name))).toEqual([]);
});

test("colours are written as tokens only, but shadows", () => {
  const rules = styles.slice(styles.indexOf("--ieu-motion: 120ms"));
  expect(rules.match(/#[\da-f]{3,8}\b|\b(?:hsl|oklch|lab)a?\(/g)).toBeNull();
});

test("black on white is 21:1, and grey on white what WCAG's own examples say", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});

function toPairs(list: readonly [string, readonly string[]][]): [string, string][] {
  return list.flatMap(([front, behind]) => behind.map((ground): [string, string] => [front, ground]));
}

function colour(name: string, theme: keyof Token): string {
  const value = tokens.get(`--ieu-${name}`)?.[theme];
  if (!value) throw new Error(`There is no token --ieu-${name}.`);
  return value;
}

// https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) =>
    toLinear(Number.parseInt(hex.slice(start, start + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
