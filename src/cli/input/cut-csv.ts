// Cuts the bytes of a CSV file into parts of whole lines, each below the first line of the file.

/** A part of a file, which can be read as a file of its own. */
export interface FilePart {
  /** The first line of the file, then the lines of this part. Empty for a part without an end. */
  readonly bytes: Uint8Array;
  /** Lines of this part, without the first line of the file. */
  readonly rows: number;
}

/** Sizes in bytes. */
export interface CutSizes {
  /** The least size of a part. */
  readonly part: number;
  /** A line that does not end by then has another line break, or a quote that does not close. */
  readonly most: number;
}

const noEnd: FilePart = { bytes: new Uint8Array(0), rows: 0 };

/**
 * Cuts after line breaks that are outside of quotes. What is left at the end is added to the part before it: a few rows alone could
 * look different. A line without an end is a part without bytes, which no reader takes, and the last one.
 */
export async function* cutCsv(chunks: AsyncIterable<Uint8Array>, sizes: CutSizes): AsyncGenerator<FilePart> {
  let header: readonly Uint8Array[] | null = null;
  let held: LineGroup | null = null;
  for await (const group of groupLines(chunks, sizes)) {
    if (group === "no_end") return yield noEnd;
    if (header === null) {
      header = group.pieces;
    } else if (held !== null && group.length < sizes.part) {
      held = joinGroups(held, group);
    } else {
      if (held !== null) yield toPart(header, held);
      held = group;
    }
  }
  if (header !== null && held !== null) yield toPart(header, held);
}

function toPart(header: readonly Uint8Array[], { pieces, rows }: LineGroup): FilePart {
  return { bytes: Buffer.concat([...header, ...pieces]), rows };
}

/** Lines that follow each other. */
interface LineGroup {
  /** Their bytes, in pieces as they were read. */
  readonly pieces: readonly Uint8Array[];
  /** Bytes of all pieces. */
  readonly length: number;
  readonly rows: number;
}

function joinGroups(first: LineGroup, second: LineGroup): LineGroup {
  return {
    pieces: [...first.pieces, ...second.pieces],
    length: first.length + second.length,
    rows: first.rows + second.rows,
  };
}

const quote = 0x22;
const lineFeed = 0x0a;

// The first line alone, then groups of at least the size of a part; only the last one may be smaller, and may end without a break.
async function* groupLines(
  chunks: AsyncIterable<Uint8Array>,
  { part, most }: CutSizes,
): AsyncGenerator<LineGroup | "no_end"> {
  // The group so far, without the bytes of the current chunk.
  let pieces: Uint8Array[] = [];
  let length = 0;
  let rows = 0;
  let isFirstLine = true;
  let isQuoted = false;
  // Bytes since the last line break.
  let openLine = 0;
  for await (const chunk of chunks) {
    // Where the group goes on in this chunk.
    let start = 0;
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index];
      openLine += 1;
      if (byte === quote) isQuoted = !isQuoted;
      if (byte !== lineFeed || isQuoted) continue;
      openLine = 0;
      rows += 1;
      const end = index + 1;
      if (!isFirstLine && length + end - start < part) continue;
      yield { pieces: [...pieces, chunk.subarray(start, end)], length: length + end - start, rows };
      [pieces, length, rows, start, isFirstLine] = [[], 0, 0, end, false];
    }
    pieces.push(chunk.subarray(start));
    length += chunk.length - start;
    if (openLine > most) return yield "no_end";
  }
  if (length > 0) yield { pieces, length, rows: openLine > 0 ? rows + 1 : rows };
}
