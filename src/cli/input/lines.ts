// Bytes to lines, one at a time: never more than a line in memory, and never more of a line than it may have.

/** One line without its end; null for one that is too long to be a user. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string | null;
}

const longestLine = 1024 * 1024;

/** Reads lines that end with LF, CRLF or the input. Blank ones are counted and left out. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>, encoding?: string): AsyncGenerator<Line> {
  let decoder: TextDecoder | null = null;
  let rest = "";
  let isCut = false;
  let number = 0;
  const toLine = (text: string): Line => ({ number, text: isCut || text.length > longestLine ? null : text });
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encoding ?? declaredEncoding(chunk));
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) {
      number += 1;
      if (isCut || text.trim() !== "") yield toLine(text);
      isCut = false;
    }
    if (rest.length <= longestLine) continue;
    isCut = true;
    rest = "";
  }
  number += 1;
  const last = rest + (decoder?.decode() ?? "");
  if (isCut || last.trim() !== "") yield toLine(last);
}

/** The encoding that a byte order mark names, else UTF-8: PowerShell's > writes UTF-16. */
export function declaredEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
