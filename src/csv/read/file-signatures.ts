// What a file is when it is not CSV: known by its first bytes, or by how its text begins.
import type { ForeignFormat } from "../table.ts";

const signatures: readonly (readonly [signature: string, found: ForeignFormat])[] = [
  ["\xD0\xCF\x11\xE0", "xls"],
  ["%PDF-", "pdf"],
  ["\x89PNG", "image"],
  ["\xFF\xD8\xFF", "image"],
  ["GIF8", "image"],
  ["\x1F\x8B", "gzip"],
];

// Names of the files inside a ZIP stand in it uncompressed.
const zipContents: readonly (readonly [name: string, found: ForeignFormat])[] = [
  ["xl/", "xlsx"],
  ["[Content_Types].xml", "xlsx"],
  ["opendocument.spreadsheet", "ods"],
  ["Index/Document.iwa", "numbers"],
  ["Index.zip", "numbers"],
];

/** The format of a file by its bytes; null where they may be text. */
export function foreignBytes(bytes: Uint8Array): ForeignFormat | null {
  const start = toLatin1(bytes.subarray(0, 4096));
  if (start.startsWith("PK\x03\x04")) return zipContents.find(([name]) => start.includes(name))?.[1] ?? "zip";
  return signatures.find(([signature]) => start.startsWith(signature))?.[1] ?? null;
}

/** The format of a file by its text; null where it may be CSV. */
export function foreignText(text: string): ForeignFormat | null {
  const start = text.slice(0, 64 * 1024);
  if (isBinary(start)) return "binary";
  if (/^\s*<(?:!doctype html|html|table|head|body|meta)\b/i.test(start)) return "html";
  if (/^\s*<(?:\?xml\b|[a-z][\w:-]*(?:\s[^>]*)?\/?>)/i.test(start)) return "xml";
  return /^\s*(?:\{\s*["}]|\[\s*[[{\]])/.test(start) ? "json" : null;
}

// One stray control character is a fault of its row; many mean that this never was text.
function isBinary(text: string): boolean {
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return controls > text.length / 20;
}

function toLatin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
