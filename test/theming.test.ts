// docs/theming.md says about tokens and class names what the code says.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { slots } from "../src/react/context/card-context.ts";
import { readTokens, styles } from "./tokens.ts";

const page = readFileSync(join(import.meta.dirname, "../docs/theming.md"), "utf8");

test("the table of tokens is the stylesheet's", () => {
  const rows = page.matchAll(/^\| `(--ieu-[\w-]+)` \| `([^`]+)` \| `([^`]+)` \| \S.* \|$/gm);
  const told = [...rows].map(([, name, light, dark]) => [name, { light, dark }]);
  expect(told).toEqual([...readTokens()]);
});

test("the table of class names is that of the slots, and each of them has a rule", () => {
  const rows = page.matchAll(/^\| `(\w+)` \| `(ieu-[\w-]+)` \| \S.* \|$/gm);
  expect([...rows].map(([, slot, name]) => [slot, name])).toEqual(Object.entries(slots));
  expect(Object.values(slots).filter((name) => !styles.includes(`.${name}`))).toEqual([]);
});

test("no size follows a root that a page made small, but by the card's own measure", () => {
  const rules = styles.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^ *@container.*$/gm, "");
  expect(rules.match(/.*[\d.]+rem\b.*/g)).toEqual(["  --ieu-rem: max(1rem, min(16px, (13px - 1rem) * 999));"]);
});
