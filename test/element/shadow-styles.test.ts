// The stylesheet for shadow roots: every token on the element, everything else unchanged.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toCompactStyles } from "../../scripts/element-bundle.mjs";
import { toShadowStyles } from "../../src/element/shadow-styles.ts";

const css = readFileSync(join(import.meta.dirname, "../../src/react/styles.css"), "utf8");

describe.for([
  ["as it is written", css],
  ["as the build compacts it", toCompactStyles(css)],
] as const)("%s", ([, text]) => {
  const [host = "", rest = ""] = splitAfterFirstRule(toShadowStyles(text));

  test("the element has every token, so that a page's rule for it can set them", () => {
    const tokens = declarations(text.slice(0, text.indexOf("container: ieu")));
    expect(tokens.length).toBeGreaterThan(25);
    expect(declarations(host)).toEqual(tokens);
  });

  test("the card's root declares none of them again", () => {
    expect(declarations(rest.slice(0, rest.indexOf("container: ieu")))).toEqual([]);
  });

  test("nothing else is lost", () => {
    const bare = (part: string) => part.replace(/\s+/g, "");
    const kept = declarations(host).reduce((left, token) => left.replace(bare(token), ""), bare(text));
    expect(bare(rest).startsWith(kept)).toBe(true);
  });
});

test("the element can be imported on a server", async () => {
  const { defineImportExistingUsers } = await import("../../src/element/index.ts");
  expect(() => defineImportExistingUsers()).not.toThrow();
});

function splitAfterFirstRule(text: string): [string, string] {
  const end = text.indexOf("}\n") + 1;
  return [text.slice(0, end), text.slice(end)];
}

function declarations(text: string): string[] {
  return text.match(/--ieu-[\w-]+:[^;]*;/g) ?? [];
}
