// What was handed in, to text: reading, size limit, decoding, and what is no text at all.

import type { FileIssue, ReadOptions } from "../table.ts";
import { type DecodedText, decode } from "./decode.ts";
import { foreignBytes, foreignText } from "./file-signatures.ts";

/** What `readCsv` takes: a File or other Blob, bytes, or text. */
export type CsvInput = Blob | Uint8Array | string;

const defaultMaxBytes = 64 * 1024 * 1024;
const sampleBytes = 8 * 1024 * 1024;

/** A file as text; of a file beyond the limit only its beginning. */
export interface LoadedText extends DecodedText {
  /** Of the whole file; for text its length. */
  readonly bytes: number;
  readonly limit: number;
  /** Share of the file that `text` holds. */
  readonly share: number;
}

/** Reads the input as text, or says why it can't be. */
export async function load(input: CsvInput, options: ReadOptions): Promise<LoadedText | FileIssue> {
  const limit = options.maxBytes ?? defaultMaxBytes;
  const bytes = lengthOf(input);
  const end = bytes > limit ? Math.min(bytes, sampleBytes) : bytes;
  const decoded = typeof input === "string" ? toText(input.slice(0, end)) : await loadBytes(input, end, options);
  if ("code" in decoded) return decoded;
  const found = foreignText(decoded.text);
  return found ? { code: "not_csv", found } : { ...decoded, bytes, limit, share: end / bytes };
}

function lengthOf(input: CsvInput): number {
  if (typeof input === "string") return input.length;
  return isBytes(input) ? input.byteLength : input.size;
}

// Not `instanceof Blob`: a file from another frame is of that frame's class.
function isBytes(input: Blob | Uint8Array): input is Uint8Array {
  return ArrayBuffer.isView(input);
}

function toText(input: string): DecodedText {
  return { text: input.replace(/^\uFEFF/, ""), encoding: "utf-8", reason: { code: "text" } };
}

async function loadBytes(
  input: Blob | Uint8Array,
  end: number,
  { encoding, signal }: ReadOptions,
): Promise<DecodedText | FileIssue> {
  const bytes = isBytes(input) ? input.subarray(0, end) : await readBlob(input.slice(0, end), signal);
  if ("code" in bytes) return bytes;
  const found = foreignBytes(bytes);
  return found ? { code: "not_csv", found } : decode(bytes, encoding, end < lengthOf(input));
}

// A file can be gone, changed or locked since it was chosen; that is known only when it is read.
async function readBlob(blob: Blob, signal: AbortSignal | undefined): Promise<Uint8Array | FileIssue> {
  try {
    return new Uint8Array(await abortable(blob.arrayBuffer(), signal));
  } catch (error) {
    signal?.throwIfAborted();
    return { code: "unreadable", reason: error instanceof Error ? error.name : String(error) };
  }
}

// Reading from a network drive can take long, and a Blob can't be told to stop.
function abortable<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
