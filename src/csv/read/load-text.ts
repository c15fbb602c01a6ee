// Loads the input as text: checks its size, decodes it, and refuses what is not text.
import type { FileIssue, ForeignFormat, ReadOptions } from "../table.ts";
import type { WorkbookText } from "../workbook.ts";
import { type DecodedText, decode, isDosEncoding } from "./decode.ts";
import { loadEncodings } from "./load-extras.ts";
import { loadWorkbook } from "./load-workbook.ts";

/** What `readCsv` takes: a File or other Blob, bytes, or text. */
export type CsvInput = Blob | Uint8Array | string;

const defaultMaxBytes = 64 * 1024 * 1024;
const sampleBytes = 8 * 1024 * 1024;

/** A file as text; only the beginning of a file that exceeds the limit. */
export interface LoadedText extends DecodedText {
  /** Of the whole file; for text its length. */
  readonly bytes: number;
  readonly limit: number;
  /** Share of the file that `text` holds. */
  readonly share: number;
  /** The sheet that `text` holds, for an Excel workbook. */
  readonly workbook?: WorkbookText;
}

/** Loads the input as text, or gives the issue why it can't. */
export async function loadText(input: CsvInput, options: ReadOptions): Promise<LoadedText | FileIssue> {
  const limit = options.maxBytes ?? defaultMaxBytes;
  const bytes = lengthOf(input);
  const end = bytes > limit ? Math.min(bytes, sampleBytes) : bytes;
  const decoded: LoadedBytes | FileIssue =
    typeof input === "string" ? toText(input.slice(0, end)) : await loadBytes(input, end, options);
  if ("code" in decoded) return decoded;
  const found = decoded.workbook ? null : detectFormatOfText(decoded.text);
  return found ? { code: "not_csv", found } : { ...decoded, bytes, limit, share: end / bytes };
}

function lengthOf(input: CsvInput): number {
  if (typeof input === "string") return input.length;
  return isBytes(input) ? input.byteLength : input.size;
}

// Not `instanceof Blob`: a file from another frame has that frame's class.
function isBytes(input: Blob | Uint8Array): input is Uint8Array {
  return ArrayBuffer.isView(input);
}

function toText(input: string): DecodedText {
  return { text: input.replace(/^\uFEFF/, ""), encoding: "utf-8", reason: { code: "text" } };
}

type LoadedBytes = DecodedText & Pick<LoadedText, "workbook">;

async function loadBytes(
  input: Blob | Uint8Array,
  end: number,
  options: ReadOptions,
): Promise<LoadedBytes | FileIssue> {
  const { encoding, signal, workbooks } = options;
  const bytes = isBytes(input) ? input.subarray(0, end) : await readBlob(input.slice(0, end), signal);
  if ("code" in bytes) return bytes;
  const found = detectFormatOfBytes(bytes);
  if (found === "xlsx" && workbooks) {
    if (end < lengthOf(input)) return { code: "workbook_unreadable", reason: "too_large" };
    const workbook = await loadWorkbook(bytes, workbooks, options);
    return "code" in workbook ? workbook : { ...toText(workbook.text), workbook };
  }
  return found ? { code: "not_csv", found } : decodeBytes(bytes, encoding, end < lengthOf(input));
}

// What knows other encodings is loaded with the first file that needs it.
async function decodeBytes(
  bytes: Uint8Array,
  wanted: ReadOptions["encoding"],
  cut: boolean,
): Promise<DecodedText | FileIssue> {
  if (isDosEncoding(wanted)) {
    const others = await loadEncodings();
    return others ? decode(bytes, wanted, cut, others) : { code: "unreadable", reason: "reader_not_loaded" };
  }
  const decoded = decode(bytes, wanted, cut);
  const others = decoded.isUnknown ? await loadEncodings() : null;
  return others ? decode(bytes, wanted, cut, others) : decoded;
}

// A file may have been deleted, changed or locked since it was chosen; only reading it shows that.
async function readBlob(blob: Blob, signal: AbortSignal | undefined): Promise<Uint8Array | FileIssue> {
  try {
    return new Uint8Array(await abortable(blob.arrayBuffer(), signal));
  } catch (error) {
    signal?.throwIfAborted();
    return { code: "unreadable", reason: error instanceof Error ? error.name : String(error) };
  }
}

// Reading from a network drive can take long, and reading a Blob can't be cancelled.
function abortable<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

const signatures: readonly (readonly [signature: string, found: ForeignFormat])[] = [
  ["\xD0\xCF\x11\xE0", "xls"],
  ["%PDF-", "pdf"],
  ["\x89PNG", "image"],
  ["\xFF\xD8\xFF", "image"],
  ["GIF8", "image"],
  ["\x1F\x8B", "gzip"],
];

// A ZIP holds the names of its files uncompressed.
const zipContents: readonly (readonly [name: string, found: ForeignFormat])[] = [
  ["xl/", "xlsx"],
  ["[Content_Types].xml", "xlsx"],
  ["opendocument.spreadsheet", "ods"],
  ["Index/Document.iwa", "numbers"],
  ["Index.zip", "numbers"],
];

// The format of a file by its first bytes; null where they may be text.
function detectFormatOfBytes(bytes: Uint8Array): ForeignFormat | null {
  const start = toLatin1(bytes.subarray(0, 8));
  if (start.startsWith("PK\x03\x04")) {
    const names = toLatin1(bytes.subarray(0, 4096));
    return zipContents.find(([name]) => names.includes(name))?.[1] ?? "zip";
  }
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

// The format of a file by the beginning of its text; null where it may be CSV.
function detectFormatOfText(text: string): ForeignFormat | null {
  const start = text.slice(0, 64 * 1024);
  if (isBinary(start)) return "binary";
  if (/^\s*<(?:!doctype html|html|table|head|body|meta)\b/i.test(start)) return "html";
  if (/^\s*<(?:\?xml\b|[a-z][\w:-]*(?:\s[^>]*)?\/?>)/i.test(start)) return "xml";
  return textFormats.find(([, form, also = form]) => form.test(start) && also.test(start))?.[0] ?? null;
}

// The format of a text in which one pattern or both match. No pattern can match a line in two ways: hostile texts would take long.
const textFormats: readonly (readonly [found: ForeignFormat, form: RegExp, also?: RegExp])[] = [
  ["json", /^\s*(?:\{\s*["}]|\[\s*(?:[[{\]]|"[^"]*"\s*,))/],
  ["vcard", /^\s*BEGIN:VCARD\b/i],
  ["ldif", /^(?:(?:#[^\n]*|version: ?\d+\r?|\r?)\n)*dn::? ?\S/i],
  ["sql", /^\s*(?:--|\/\*|create |insert |drop |use |set )/i, /^ *(?:create table|insert into|copy [\w."]+ \()/im],
  // A text with formatting, a calendar, an email or archive of a page, YAML.
  ["document", /^\s*(?:\{\\rtf|BEGIN:VCALENDAR\b)/i],
  ["document", /^(?:[\w-]+: [^\n]*\n(?:[ \t][^\n]*\n)*)*(?:mime-version|content-type): /i],
  ["document", /^(?:---[^\n]*\n)?(?:[\w-]+:\s?\n)? *- +[\w-]+: /],
];

// A few control characters are an issue of their rows; many mean that the file is not text.
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return controls > text.length / 20;
}

function toLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
