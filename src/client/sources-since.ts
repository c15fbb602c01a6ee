// Tells the sources that were saved after an import was sent from earlier ones, with few pages of the list.
import type { Source, SourceList } from "../contract/source.ts";
import { trimText } from "../contract/text.ts";
import { readEverySource } from "./saved-sources.ts";

/** What the list showed before an import was sent. */
export interface ListedBefore {
  /** The ids of the sources with its name, as far as the list was read; null if they can't be known. */
  readonly before: readonly string[] | null;
  /**
   * The ids of the newest sources. The list is newest first, so everything below them is older than the import. Absent where the
   * list has one page or another order: then it is compared as a whole.
   */
  readonly newest?: readonly string[] | undefined;
}

/** The sources that were saved since. */
export interface SourcesSince {
  readonly sources: readonly Source[];
  /** True if no source is missing among them. */
  readonly isComplete: boolean;
  /** True if none of them is older than the import. */
  readonly areNew: boolean;
}

type ReadPage = (cursor: string | undefined) => Promise<SourceList>;

// So many sources at the top of the list would all have to be deleted before one of them is missed.
const maxNewest = 50;
// More than a thousand sources saved while one import was on its way are no ordinary list.
const maxPagesSince = 20;

/** Reads what is needed to recognise an import later: one page of a list that is newest first, else every page. */
export async function readListedBefore(
  readPage: ReadPage,
  sourceName: string,
  firstPage?: SourceList,
): Promise<ListedBefore> {
  const first = firstPage ?? (await readPage(undefined));
  const isOnePage = first.nextCursor === null;
  if (!isOnePage && first.sources.length > 0 && isNewestFirst(first.sources)) {
    const newest = first.sources.slice(0, maxNewest).map(({ id }) => id);
    return { before: toIdsOfName(first.sources, sourceName), newest };
  }
  const { sources, isComplete } = await readEverySource(readPage, { firstPage: first });
  return { before: isComplete ? toIdsOfName(sources, sourceName) : null };
}

/** Reads the sources saved since; in a list that is newest first, down to the first one that was known before. */
export async function readSourcesSince(readPage: ReadPage, { newest }: ListedBefore): Promise<SourcesSince> {
  if (!newest) return { ...(await readEverySource(readPage)), areNew: true };
  const known = new Set(newest);
  const isKnown = ({ id }: Source) => known.has(id);
  const { sources, isComplete } = await readEverySource(readPage, {
    maxPages: maxPagesSince,
    isEnough: (read) => read.some(isKnown),
  });
  // Sources of the same millisecond may be listed in any order, so the last known one is the border.
  const border = sources.findLastIndex(isKnown);
  if (border >= 0) {
    const since = sources.slice(0, border).filter((source) => !isKnown(source));
    return { sources: since, isComplete: true, areNew: true };
  }
  return { sources, isComplete, areNew: false };
}

// Without readable times nothing contradicts the order. Servers of one portal may differ by some seconds.
const maxClockSkew = 60_000;

/** True unless the times of the sources show another order than newest first. */
export function isNewestFirst(sources: readonly Source[]): boolean {
  let oldest = Number.POSITIVE_INFINITY;
  for (const { createdAt } of sources) {
    const time = Date.parse(createdAt);
    if (time > oldest + maxClockSkew) return false;
    oldest = Math.min(oldest, Number.isNaN(time) ? oldest : time);
  }
  return true;
}

function toIdsOfName(sources: readonly Source[], sourceName: string): string[] {
  const wanted = trimText(sourceName);
  return sources.filter(({ name }) => trimText(name) === wanted).map(({ id }) => id);
}
