// Reads JSON and NDJSON as rows: an array as a whole, lines one at a time.
import { createDecoder, decodeBytes } from "../../csv/read/encodings/dos-encodings.ts";
import type { Encoding } from "../../csv/table.ts";
import type { InputOptions } from "../commands/options.ts";
import { InputError } from "../terminal/terminal.ts";
import { createRowReader, unreadableRow } from "./member-rows.ts";
import { type Input, type InputRow, type OpenFile, readWhole } from "./open-file.ts";

const maxBytes = 128 * 1024 * 1024;

/** Reads users line by line, so that their number is known only at the end. */
export async function readNdjson(file: OpenFile, options: InputOptions): Promise<Input> {
  let offset = 0;
  const lines = toRows(file, options, (end) => {
    offset = end;
  });
  // Reads the first row now: a problem of all rows shows before anything is sent.
  const first = await lines.next();
  if (first.done) throw new InputError("no_rows", `${file.name} contains no users.`);
  const rows = {
    async *[Symbol.asyncIterator]() {
      yield first.value;
      yield* lines;
    },
  };
  const toShare = () => (file.size === null ? null : Math.min(1, offset / file.size));
  return { format: "ndjson", unit: "line", total: null, notes: ["NDJSON: one user per line"], rows, toShare };
}

async function* toRows(
  { bytes }: OpenFile,
  options: InputOptions,
  onOffset: (end: number) => void,
): AsyncGenerator<InputRow> {
  const toRow = createRowReader(options);
  for await (const { number, text, problem, end } of readLines(bytes, options.encoding)) {
    onOffset(end);
    const value = text === null ? undefined : parse(text);
    if (text === null) yield unreadableRow(number, problem ?? "not_utf8");
    else if (value === undefined) yield unreadableRow(number, "not_json", text.trim().slice(0, 200));
    else yield toRow(value, number);
  }
}

/** Reads the users of one array, or of the member `users` of an object, as the API takes it. */
export async function readJson(file: OpenFile, options: InputOptions): Promise<Input> {
  const bytes = await readWhole(file, maxBytes);
  if (bytes === "too_large") {
    throw new InputError(
      "file_too_large",
      `${file.name} is larger than ${maxBytes / 1024 / 1024} MiB, the limit for JSON, which is read into memory as a whole. NDJSON has no limit: jq -c '.[]' users.json | import-existing-users sync -`,
    );
  }
  const users = toList(parse(toText(bytes, file.name, options.encoding)), file.name);
  if (users.length === 0) throw new InputError("no_rows", `${file.name} contains no users.`);
  const toRow = createRowReader(options);
  const rows = users.map((user, index) => toRow(user, index + 1));
  return { format: "json", unit: "record", total: users.length, notes: [`JSON: ${users.length} users`], rows };
}

function toText(bytes: Uint8Array, name: string, encoding: Encoding = declaredEncoding(bytes)): string {
  if (encoding !== "utf-8") return decodeBytes(bytes, encoding);
  const decode = createLineDecoder();
  const text = decode(bytes);
  if (text !== null) return text;
  const lines = Buffer.from(bytes).toString("latin1").split("\n");
  const line = lines.findIndex((one) => decode(Buffer.from(one, "latin1")) === null) + 1;
  throw new InputError(
    "not_utf8",
    `${name} is not UTF-8: line ${line} has bytes that can't be read. Write it as UTF-8, or name its encoding with --encoding.`,
  );
}

function toList(value: unknown, name: string): readonly unknown[] {
  const list = Array.isArray(value) ? value : (value as { users?: unknown } | null | undefined)?.users;
  if (Array.isArray(list)) return list;
  const text =
    value === undefined
      ? "is not valid JSON"
      : 'is neither a JSON array of users nor an object with such an array as "users"';
  throw new InputError("not_json", `${name} ${text}. For one user per line, use --format ndjson.`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line break; null for a line that can't be read. */
  readonly text: string | null;
  readonly problem: "line_too_long" | "not_utf8" | null;
  /** Bytes of the input up to its end, roughly where they are converted to UTF-8. */
  readonly end: number;
}

const maxLineLength = 1024 * 1024;

// Splits at LF and CRLF with at most one line in memory. Blank lines are counted and left out. In UTF-8 the bytes are split, so
// that a line that is not UTF-8 is detected.
async function* readLines(bytes: AsyncIterable<Uint8Array>, wanted?: Encoding): AsyncGenerator<Line> {
  let number = 0;
  let rest = new Uint8Array(0);
  let isCut = false;
  let end = 0;
  let text: ((bytes: Uint8Array) => string | null) | null = null;
  let toUtf8: ((chunk: Uint8Array) => Uint8Array) | null = null;
  const toLine = (line: Uint8Array): Line | null => {
    number += 1;
    const isLong = isCut || line.length > maxLineLength;
    isCut = false;
    const decoded = isLong ? null : (text?.(line) ?? null);
    if (decoded !== null && decoded.trim() === "") return null;
    return { number, text: decoded, problem: isLong ? "line_too_long" : decoded === null ? "not_utf8" : null, end };
  };
  let before = 0;
  for await (const chunk of bytes) {
    toUtf8 ??= createTranscoder(wanted ?? declaredEncoding(chunk));
    text ??= createLineDecoder();
    const joined = Buffer.concat([rest, toUtf8(chunk)]);
    const start = before - rest.length;
    before += chunk.length;
    let from = 0;
    for (let at = joined.indexOf(10); at >= 0; at = joined.indexOf(10, from)) {
      end = Math.min(before, start + at + 1);
      const line = toLine(joined.subarray(from, at));
      if (line) yield line;
      from = at + 1;
    }
    rest = joined.subarray(from);
    if (rest.length <= maxLineLength) continue;
    isCut = true;
    rest = new Uint8Array(0);
  }
  end = before;
  const last = toLine(rest);
  if (last) yield last;
}

// UTF-8 stays as it is; the bytes of another encoding are converted to UTF-8.
function createTranscoder(encoding: Encoding): (chunk: Uint8Array) => Uint8Array {
  if (encoding === "utf-8") return (chunk) => chunk;
  const decode = createDecoder(encoding);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decode(chunk));
}

// Null for a line that is not UTF-8. A byte order mark can only be at the beginning of the first line.
function createLineDecoder(): (line: Uint8Array) => string | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  return (line) => {
    try {
      return decoder.decode(line);
    } catch {
      return null;
    }
  };
}

// The encoding of a byte order mark, or else UTF-8: `>` in PowerShell writes UTF-16.
function declaredEncoding([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}
