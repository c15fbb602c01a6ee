// The documentation of the props names every prop that the types have, and says something about each.
import { expect, test } from "vitest";
import { readPropDocs } from "../.storybook/prop-docs.ts";
import type { ImportExistingUsersProps } from "../src/index.ts";

type Names<Props> = Props extends unknown ? keyof Props : never;

// The compiler refuses a name too few.
const all: Record<Names<ImportExistingUsersProps>, true> = {
  ...{ appId: true, client: true, appName: true, id: true, baseUrl: true, headers: true, fetch: true, messages: true },
  ...{
    locale: true,
    classNames: true,
    components: true,
    children: true,
    className: true,
    style: true,
    theme: true,
    headingLevel: true,
    aliases: true,
  },
  ...{
    maxRows: true,
    workbooks: true,
    invalidRows: true,
    defaultSourceName: true,
    checkBeforeStart: true,
    persist: true,
  },
  ...{ onImported: true, onSourceDeleted: true, onError: true },
};

test("every prop is documented once, and no other", () => {
  expect(
    readPropDocs()
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(all).sort());
});

test("each has a sentence and a type", () => {
  expect(readPropDocs().filter(({ description, type }) => !description.endsWith(".") || type === "")).toEqual([]);
});
