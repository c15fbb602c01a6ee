// Names the sources of deltas by day and number: "Deltas 2026-05-03", then "Deltas 2026-05-03 (2)".
import type { Source, SourceList } from "../../contract/source.ts";
import { trimText } from "../../contract/text.ts";

/** The longest end that is appended to the name of a delta sync. */
export const maxDeltaNameEnd = " 2026-05-03 (1234567)".length;

type ReadPage = (cursor: string | undefined) => Promise<SourceList>;

// A process that starts in the middle of a day reads so many pages at most to find the last number.
const maxPages = 5;

/**
 * Creates a function that gives the next free name at a time in milliseconds since the epoch, as far as the list and this process
 * know. Two processes that ask at once may get the same one.
 */
export function createDeltaNames(
  name: string,
): (now: number, readPage: ReadPage, firstPage: SourceList) => Promise<string> {
  const last = { day: "", number: 0 };

  return async (now, readPage, firstPage) => {
    const day = new Date(now).toISOString().slice(0, 10);
    const found = await findLastNumber(`${name} ${day}`, readPage, firstPage, last.day === day ? 1 : maxPages);
    const number = Math.max(found, last.day === day ? last.number : 0) + 1;
    Object.assign(last, { day, number });
    return number === 1 ? `${name} ${day}` : `${name} ${day} (${number})`;
  };
}

async function findLastNumber(
  beginning: string,
  readPage: ReadPage,
  firstPage: SourceList,
  pages: number,
): Promise<number> {
  const day = beginning.slice(-"2026-05-03".length);
  let page = firstPage;
  for (let read = 1; ; read += 1) {
    const number = Math.max(0, ...page.sources.map((source) => toNumber(beginning, source)));
    const oldest = page.sources.at(-1)?.createdAt ?? "";
    const isPast = oldest !== "" && oldest < day;
    if (number > 0 || isPast || page.nextCursor === null || read >= pages) return number;
    page = await readPage(page.nextCursor);
  }
}

// 0 for any other name.
function toNumber(beginning: string, { name }: Source): number {
  const trimmed = trimText(name);
  if (trimmed === beginning) return 1;
  if (!trimmed.startsWith(`${beginning} (`)) return 0;
  const [, digits = "0"] = /^\((\d{1,9})\)$/.exec(trimmed.slice(beginning.length + 1)) ?? [];
  return Number(digits);
}
