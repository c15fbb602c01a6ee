// Checks that the list of screens names stories that exist and run, and that no story file is left out.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parts, screens } from "../stories/setup/screens.ts";

const root = join(import.meta.dirname, "../stories");
const files = globSync("**/*.stories.tsx", { cwd: root }).map((file) =>
  readStories(readFileSync(join(root, file), "utf8")),
);
const declarations = new Map(
  files.flatMap(({ title, stories }) => stories.map((story) => [`${title}: ${/^\w+/.exec(story)?.[0]}`, story])),
);
const listed = [...Object.values(screens).flatMap((looks) => Object.values(looks)), ...parts];

// A declaration ends at the next one or at an empty line.
function readStories(text: string) {
  const [head = "", ...rest] = text.split(/^export const /m);
  const title = /^ {2}title: "(.+)",$/m.exec(head)?.[1] ?? "";
  return { title, stories: rest.map((story) => story.split("\n\n")[0] ?? "") };
}

test("the card has a story for each look of each screen", () => {
  expect(listed.filter((story) => !declarations.has(story))).toEqual([]);
  expect(listed.filter((story, index) => listed.indexOf(story) !== index)).toEqual([]);
});

test("a phone look is shown on a phone, a dark look in the dark theme", () => {
  for (const [screen, { phone, dark }] of Object.entries(screens)) {
    expect(declarations.get(phone), screen).toContain('at("phone"');
    expect(declarations.get(dark), screen).toContain("dark(");
  }
});

test("every listed story runs", () => {
  expect(listed.filter((story) => declarations.get(story)?.includes("!test"))).toEqual([]);
});

test("every story file has a story that is checked", () => {
  const without = files.filter(({ title }) => !listed.some((story) => story.startsWith(`${title}: `)));
  expect(without.map(({ title }) => title)).toEqual([]);
});
