// Everything that is installed with the package is under a licence that a host can live with, and listed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toLicences } from "../scripts/write-licences.mjs";

const text = toLicences();

test("docs/licences.md lists what is installed; `npm run licences` writes it anew", () => {
  expect(readFileSync(join(import.meta.dirname, "../docs/licences.md"), "utf8")).toBe(text);
});

test("all licences are permissive", () => {
  const licences = Array.from(
    text.matchAll(/^(?:\| `[^`]+` \| ([^|]+) \||- `[^`]+`: (.+)$)/gm),
    ([, listed, peer]) => listed ?? peer,
  );
  expect(licences.length).toBeGreaterThan(10);
  const permissive = [
    "MIT",
    "ISC",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "BlueOak-1.0.0",
    "PostgreSQL",
  ];
  expect(licences.filter((licence) => !permissive.includes(licence ?? ""))).toEqual([]);
});
