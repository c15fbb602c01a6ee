// Tells sources saved after an import was sent from earlier ones, with a few pages of the list.
import { describe, expect, test } from "vitest";
import { isNewestFirst, readListedBefore, readSourcesSince } from "../../src/client/sources-since.ts";
import type { Source } from "../../src/contract/source.ts";

const day = Date.parse("2026-05-03T00:00:00Z");

function source(number: number, name = `Source ${number}`, createdAt = new Date(day + number * 60_000).toISOString()) {
  return { id: `src_${number}`, name, createdAt, counters: null, reactivated: null };
}

const newestFirst = (count: number) => Array.from({ length: count }, (_, index) => source(count - index));

// Pages of 50, as the reference backend has them.
function serve(sources: readonly Source[], perPage = 50) {
  const server = { sources, pages: 0 };
  const readPage = async (cursor: string | undefined) => {
    server.pages += 1;
    const from = Number(cursor ?? 0);
    const isLast = from + perPage >= server.sources.length;
    const nextCursor = isLast ? null : String(from + perPage);
    return { sources: server.sources.slice(from, from + perPage), nextCursor, extensions: [] };
  };
  return { server, readPage };
}

describe("the pages read before and after an import", () => {
  test.each([10, 51, 1_000, 5_000, 100_000])("are one and one in a list of %i sources", async (count) => {
    const { server, readPage } = serve(newestFirst(count));
    const before = await readListedBefore(readPage, "May");
    expect(server.pages).toBe(1);
    const saved = source(count + 1, "May");
    server.sources = [saved, ...server.sources];
    const since = await readSourcesSince(readPage, before);
    const isOnePage = count < 50;
    expect(server.pages).toBe(2);
    expect(since).toEqual({ sources: isOnePage ? server.sources : [saved], isComplete: true, areNew: true });
  });

  test("are as many as it takes when others saved 200 sources meanwhile", async () => {
    const { server, readPage } = serve(newestFirst(5_000));
    const before = await readListedBefore(readPage, "May");
    server.sources = newestFirst(5_200);
    const since = await readSourcesSince(readPage, before);
    expect([since.sources.length, since.isComplete, since.areNew, server.pages]).toEqual([200, true, true, 6]);
  });

  test("end after a thousand sources, and then nothing is certain", async () => {
    const { server, readPage } = serve(newestFirst(5_000));
    const before = await readListedBefore(readPage, "May");
    server.sources = newestFirst(9_000);
    expect(await readSourcesSince(readPage, before)).toMatchObject({ isComplete: false, areNew: false });
    expect(server.pages).toBe(21);
  });
});

test("a source that moved up because newer ones were deleted is not new", async () => {
  const { server, readPage } = serve(newestFirst(200));
  const before = await readListedBefore(readPage, "Source 120");
  server.sources = newestFirst(160);
  const since = await readSourcesSince(readPage, before);
  expect(since).toEqual({ sources: [], isComplete: true, areNew: true });
});

test("when all the newest ones were deleted, the others may be old", async () => {
  const { server, readPage } = serve(newestFirst(200));
  const before = await readListedBefore(readPage, "Source 40");
  server.sources = newestFirst(60);
  expect(await readSourcesSince(readPage, before)).toMatchObject({ isComplete: true, areNew: false });
});

test("a source of the same millisecond that is listed below a known one is new", async () => {
  const { server, readPage } = serve(newestFirst(200));
  const before = await readListedBefore(readPage, "May");
  const [first, ...others] = server.sources;
  const saved = source(999, "May", first?.createdAt);
  server.sources = [...(first ? [first] : []), saved, ...others];
  expect((await readSourcesSince(readPage, before)).sources).toContainEqual(saved);
});

test("a list in another order is compared as a whole", async () => {
  const oldestFirst = newestFirst(200).reverse();
  const { server, readPage } = serve(oldestFirst);
  const before = await readListedBefore(readPage, "Source 7");
  expect([before, server.pages]).toEqual([{ before: ["src_7"] }, 4]);
  const saved = source(201, "Source 7");
  server.sources = [...oldestFirst, saved];
  const since = await readSourcesSince(readPage, before);
  expect([since.sources.at(-1), since.isComplete, since.areNew]).toEqual([saved, true, true]);
});

test.each([
  ["times that fall are", ["2026-05-03T02:00:00Z", "2026-05-03T01:00:00Z"], true],
  ["equal times are", ["2026-05-03", "2026-05-03"], true],
  ["missing times are", ["", "", ""], true],
  ["clocks of two servers some seconds apart are", ["2026-05-03T01:00:00Z", "2026-05-03T01:00:20Z"], true],
  ["times that rise by hours are not", ["2026-05-03T01:00:00Z", "2026-05-03T03:00:00Z"], false],
  ["times that rise beside a missing one are not", ["2026-05-03T01:00:00Z", "", "2026-05-03T03:00:00Z"], false],
])("%s taken for newest first", (_, times, expected) => {
  expect(isNewestFirst(times.map((time, index) => source(index, "May", time)))).toBe(expected);
});
