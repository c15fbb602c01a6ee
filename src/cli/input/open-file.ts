// A file, or standard input as "-": its bytes as they come, and what it is by its name and beginning.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname } from "node:path";
import { InputError } from "../terminal/cli-errors.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Format } from "./input-options.ts";

/** Bytes that can be read once. */
export interface OpenFile {
  /** For people: the path, or "standard input". */
  readonly name: string;
  readonly format: Format;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/**
 * Opens it and looks at its beginning.
 *
 * @throws InputError for what is missing, no file, or empty.
 */
export async function openFile(
  path: string,
  wanted: Format | undefined,
  { stdin }: Terminal,
  signal: AbortSignal,
): Promise<OpenFile> {
  const isPipe = path === "-";
  const name = isPipe ? "standard input" : path;
  if (isPipe && stdin.isTTY) throw new InputError("no_input", "Nothing is piped into the command: give a file.");
  if (!isPipe) await requireFile(path);
  const stream = isPipe ? stdin : createReadStream(path);
  // A pipe that says nothing any more would wait for ever, and keep the program alive.
  signal.addEventListener("abort", () => stream.destroy(signal.reason), { once: true });
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const first = await readBeginning(chunks, name);
  return { name, format: wanted ?? toFormat(isPipe ? "" : path, first), bytes: join(first, chunks, name) };
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (found instanceof Error) throw unreadable(path, found);
  if (found.isDirectory()) throw new InputError("unreadable", `${path} is a folder, not a file.`);
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
    // Ended by whoever reads.
    throw error.code === undefined ? error : unreadable(name, error);
  });
}

function unreadable(name: string, error: NodeJS.ErrnoException): InputError {
  const words: Readonly<Record<string, string>> = {
    ENOENT: `There is no file ${name}.`,
    EACCES: `${name} may not be read by this user.`,
    EISDIR: `${name} is a folder, not a file.`,
  };
  const text = words[error.code ?? ""] ?? `${name} can't be read: ${error.code ?? error.message}.`;
  return new InputError("unreadable", text, { cause: error });
}

const extensions: Readonly<Record<string, Format>> = {
  ...{ ".csv": "csv", ".tsv": "csv", ".txt": "csv" },
  ...{ ".json": "json", ".ndjson": "ndjson", ".jsonl": "ndjson" },
};

// A list of objects begins with two brackets, one of lines with one. Anything else is left to the CSV reader to name.
function toFormat(path: string, beginning: Uint8Array): Format {
  const known = extensions[extname(path).toLowerCase()];
  if (known) return known;
  const text = new TextDecoder("latin1").decode(beginning.subarray(0, 1024)).replace(/^ï»¿|^[ÿþ]{2}|\0/g, "");
  if (/^\s*\[\s*(?:[[{\]]|$)/.test(text)) return "json";
  return /^\s*\{\s*"/.test(text) ? "ndjson" : "csv";
}

/** All bytes; at most `limit` of them. */
export async function readWhole({ bytes }: OpenFile, limit: number): Promise<Uint8Array | "too_large"> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > limit) return "too_large";
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
