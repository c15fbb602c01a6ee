// Reading every page of the saved sources: to the last page, and never without end.
import { describe, expect, test } from "vitest";
import { readEverySource } from "../../src/client/saved-sources.ts";

function page(id: string, nextCursor: string | null) {
  const source = { id, name: "May", createdAt: "", counters: null, reactivated: null };
  return { sources: [source], nextCursor, extensions: [] };
}

/** Pages named by their cursors; "first" is the page without one. */
function readFrom(pages: Readonly<Record<string, string | null>>) {
  const asked: string[] = [];
  const readPage = async (cursor = "first") => {
    asked.push(cursor);
    return page(cursor, pages[cursor] ?? null);
  };
  return { asked, readPage };
}

const ids = (sources: readonly { readonly id: string }[]) => sources.map(({ id }) => id);

describe("readEverySource", () => {
  test("follows the pages to the last one", async () => {
    const { readPage } = readFrom({ first: "2", 2: "3" });
    const found = await readEverySource(readPage);
    expect([ids(found.sources), found.isComplete]).toEqual([["first", "2", "3"], true]);
  });

  test("does not ask again for a first page that was read before", async () => {
    const { asked, readPage } = readFrom({ first: "2" });
    const found = await readEverySource(readPage, { firstPage: page("known", "2") });
    expect([ids(found.sources), asked]).toEqual([["known", "2"], ["2"]]);
  });

  test("is incomplete where a cursor comes again", async () => {
    const { asked, readPage } = readFrom({ first: "2", 2: "2" });
    expect((await readEverySource(readPage)).isComplete).toBe(false);
    expect(asked).toEqual(["first", "2"]);
  });

  test("is incomplete after the most pages", async () => {
    let reads = 0;
    const found = await readEverySource(async () => page("any", `${++reads}`));
    expect([reads, found.sources.length, found.isComplete]).toEqual([100, 100, false]);
    const two = await readEverySource(async () => page("any", `${++reads}`), { maxPages: 2 });
    expect([two.sources.length, two.isComplete]).toEqual([2, false]);
  });

  test("is complete where the last page is the most that may be read", async () => {
    const { readPage } = readFrom({ first: "2" });
    expect((await readEverySource(readPage, { maxPages: 2 })).isComplete).toBe(true);
  });

  test("ends after the page that is enough", async () => {
    const { asked, readPage } = readFrom({ first: "2", 2: "3", 3: "4" });
    const found = await readEverySource(readPage, { isEnough: (sources) => sources.length >= 2 });
    expect([ids(found.sources), asked, found.isComplete]).toEqual([["first", "2"], ["first", "2"], false]);
  });
});
