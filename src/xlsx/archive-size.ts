// Adds up what the files of a ZIP archive say they hold, so that an archive that expands too far is refused unopened.

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
// Fixed lengths of the two records, without names and comments.
const endLength = 22;
const entryLength = 46;
const maxCommentLength = 0xffff;
// Programs that write while they compute, such as Apache POI, give all sizes in 64 bits.
const unknownSize = 0xffffffff;
const longSizes = 1;
const locatorSignature = 0x07064b50;
const locatorLength = 20;

/**
 * The uncompressed bytes that the archive's directory declares, and the largest of its files; null without a directory.
 *
 * A file that holds more than it declares is cut there by the library that reads it.
 */
export function readDeclaredSize(archive: Uint8Array): { readonly all: number; readonly largest: number } | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  let offset = readStart(view, end);
  let all = 0;
  let largest = 0;
  while (offset + entryLength <= end && view.getUint32(offset, true) === entrySignature) {
    const size = readSize(view, offset);
    all += size;
    largest = Math.max(largest, size);
    const variable = [28, 30, 32].reduce((sum, place) => sum + view.getUint16(offset + place, true), 0);
    offset += entryLength + variable;
  }
  return { all, largest };
}

// Where the directory starts. A start of 64 bits stands in a record of its own, whose place a locator in front of the end says.
function readStart(view: DataView, end: number): number {
  const start = view.getUint32(end + 16, true);
  const locator = end - locatorLength;
  if (start !== unknownSize || locator < 0 || view.getUint32(locator, true) !== locatorSignature) return start;
  const place = Number(view.getBigUint64(locator + 8, true));
  return place + 56 <= view.byteLength ? Number(view.getBigUint64(place + 48, true)) : start;
}

// The size of 64 bits is the first value of the extra field 1. Without that field the 32 bits are the size.
function readSize(view: DataView, entry: number): number {
  const size = view.getUint32(entry + 24, true);
  if (size !== unknownSize) return size;
  let field = entry + entryLength + view.getUint16(entry + 28, true);
  const end = Math.min(field + view.getUint16(entry + 30, true), view.byteLength);
  while (field + 12 <= end) {
    if (view.getUint16(field, true) === longSizes) return Number(view.getBigUint64(field + 4, true));
    field += 4 + view.getUint16(field + 2, true);
  }
  return size;
}

// The record at the end, behind which only a comment may stand.
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - maxCommentLength);
  for (let offset = view.byteLength - endLength; offset >= first; offset -= 1)
    if (view.getUint32(offset, true) === endSignature) return offset;
  return null;
}
