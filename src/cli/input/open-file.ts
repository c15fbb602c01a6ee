// Opens a file of users, or standard input as "-": its bytes, its format, and the rows that every format becomes.
import { type BigIntStats, createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import type { Readable } from "node:stream";
import type { UserInput } from "../../contract/user.ts";
import type { ImportRowIssue } from "../../csv/rows/import-rows.ts";
import type { Format } from "../commands/options.ts";
import { InputError, type Terminal, UsageError } from "../terminal/terminal.ts";

/** A problem of one row: a code of the row rule, or of a line that is not JSON. */
export type InputIssue = Omit<ImportRowIssue, "code"> & {
  readonly code: ImportRowIssue["code"] | "not_json" | "not_utf8" | "line_too_long";
};

/** One user of the input. */
export interface InputRow {
  /** The row as a spreadsheet shows it, the line of an NDJSON file, or the position in a JSON array, counted from 1. */
  readonly number: number;
  /** The user as it is sent; null for a row that can't be sent. */
  readonly user: UserInput | null;
  readonly issues: readonly InputIssue[];
}

/** The users of a file, and how it was read. */
export interface Input {
  readonly format: Format | "postgres";
  /** The word for a part of the file. */
  readonly unit: "row" | "line" | "record";
  /** Null where it is known only at the end; otherwise the rows can be read several times. */
  readonly total: number | null;
  /** How the file was read, and notices about it, for people. */
  readonly notes: readonly string[];
  readonly rows: Iterable<InputRow> | AsyncIterable<InputRow>;
  /** The share of the file up to the row that was read last, 0 to 1; null for a pipe. Absent where `total` is known. */
  readonly toShare?: () => number | null;
  /** Removes what was stored to read it. Called when the rows are needed no more. */
  readonly close?: () => Promise<void>;
}

/** A file whose bytes can be read once, or again where it is stored. */
export interface OpenFile {
  /** The path, or "standard input". */
  readonly name: string;
  readonly format: Format;
  /** In bytes; null for a pipe. */
  readonly size: number | null;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** Null for a pipe. */
  readonly stored: StoredBytes | null;
}

/** Bytes on disk. */
interface StoredBytes {
  /** All of them, from the beginning. */
  read(): AsyncIterable<Uint8Array>;
  /** A text that is another one after a change. */
  version(): Promise<string>;
}

/**
 * Opens a file and detects its format.
 *
 * @throws InputError for a path that is missing, not a file, or empty.
 */
export async function openFile(
  path: string,
  format: Format | undefined,
  { stdin }: Terminal,
  signal: AbortSignal,
): Promise<OpenFile> {
  const isPipe = path === "-";
  const name = isPipe ? "standard input" : path;
  if (isPipe && stdin.isTTY) {
    throw new InputError("no_input", "Nothing is piped to standard input. Pipe a file, or give its path instead of -.");
  }
  const size = isPipe ? null : await requireFile(path);
  const chunks = toChunks(isPipe ? stdin : createReadStream(path), signal);
  const first = await readBeginning(chunks, name);
  const detected = format ?? detectFormat(isPipe ? "" : path, first);
  const stored = size === null ? null : storedAt(path, signal);
  return { name, format: detected, size, bytes: join(first, chunks, name), stored };
}

function storedAt(path: string, signal: AbortSignal): StoredBytes {
  return {
    read: () => join(new Uint8Array(0), toChunks(createReadStream(path), signal), path),
    version: async () => toVersion(await stat(path, { bigint: true })),
  };
}

/** A text that changes with a file. */
export function toVersion({ size, mtimeNs, ino }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ino}`;
}

function toChunks(stream: Readable, signal: AbortSignal): AsyncIterator<Uint8Array> {
  // Reading a silent pipe would otherwise wait forever and keep the program alive.
  signal.addEventListener("abort", () => stream.destroy(signal.reason), { once: true });
  return stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
}

// The size of the file; null for a device or a named pipe.
async function requireFile(path: string): Promise<number | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw unreadable(path, found);
  if (found.isDirectory()) throw new InputError("unreadable", `${path} is a folder, not a file.`);
  return found.isFile() ? found.size : null;
}

async function readBeginning(chunks: AsyncIterator<Uint8Array>, name: string): Promise<Uint8Array> {
  for (;;) {
    const { value, done } = await next(chunks, name);
    if (done) throw new InputError("empty_file", `${name} is empty.`);
    if (value.length > 0) return value;
  }
}

async function* join(first: Uint8Array, rest: AsyncIterator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  yield first;
  try {
    for (;;) {
      const { value, done } = await next(rest, name);
      if (done) return;
      yield value;
    }
  } finally {
    // An open stream would keep the program alive.
    await rest.return?.();
  }
}

function next(chunks: AsyncIterator<Uint8Array>, name: string): Promise<IteratorResult<Uint8Array>> {
  return chunks.next().catch((error: NodeJS.ErrnoException) => {
    // Without a code it is the reason of the abort signal.
    throw error.code === undefined ? error : unreadable(name, error);
  });
}

function unreadable(name: string, error: NodeJS.ErrnoException): InputError {
  const texts: Readonly<Record<string, string>> = {
    ENOENT: `There is no file ${name}.`,
    EACCES: `You have no permission to read ${name}.`,
    EISDIR: `${name} is a folder, not a file.`,
  };
  const text = texts[error.code ?? ""] ?? `${name} can't be read: ${error.code ?? error.message}.`;
  return new InputError("unreadable", text, { cause: error });
}

const extensions: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".tsv": "csv",
  ".txt": "csv",
  ".json": "json",
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
};

// A JSON array of objects begins with two brackets, and an NDJSON line with one. A line that stops amid its object is part of a
// JSON document. The CSV reader names everything else.
function detectFormat(path: string, beginning: Uint8Array): Format {
  const known = extensions[extname(path).toLowerCase()];
  if (known) return known;
  const text = new TextDecoder("latin1").decode(beginning.subarray(0, 1024)).replace(/^ï»¿|^[ÿþ]{2}|\0/g, "");
  if (/^\s*\[\s*(?:[[{\]]|$)/.test(text) || /^\s*\{(?:.*[{[,])?\s*\n/.test(text)) return "json";
  return /^\s*\{\s*"/.test(text) ? "ndjson" : "csv";
}

/** Reads all bytes, unless there are more than `maxBytes`. */
export async function readWhole({ bytes }: OpenFile, maxBytes: number): Promise<Uint8Array | "too_large"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > maxBytes) return "too_large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Makes sure that no output flag names the input file (null for a query), not even through another path or a link.
 *
 * @throws UsageError for a flag that does.
 */
export async function requireOtherFiles(
  input: string | null,
  outputs: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const inputId = input === null ? null : await identify(input);
  for (const [flag, path] of Object.entries(outputs)) {
    if (path === undefined || inputId === null || (await identify(path)) !== inputId) continue;
    throw new UsageError(`${flag} ${path} is the input file. Give another file. Nothing was sent.`);
  }
}

// Null for a missing file and for standard input.
function identify(path: string): Promise<string | null> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => null,
  );
}
