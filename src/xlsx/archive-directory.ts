// Reads the directory of a ZIP archive: what its files are called, and how large they declare to be when unpacked.

/** One file of the archive, as its directory describes it. */
export interface ArchivedFile {
  readonly name: string;
  /** Bytes when unpacked, as declared. */
  readonly size: number;
  /** Where its record in the directory begins and ends. */
  readonly begin: number;
  readonly end: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
/** Bytes of a record of the directory, without name, extra fields and comment. */
export const entryLength = 46;
// Bytes of the record at the end, without its comment.
const endLength = 22;
const maxCommentLength = 0xffff;
// Programs that write while they compute, such as Apache POI, give all sizes in 64 bits.
const unknownSize = 0xffffffff;
const longSizes = 1;
const locatorSignature = 0x07064b50;
const locatorLength = 20;

/** All files of the archive, in its order; null without a directory. */
export function readDirectory(archive: Uint8Array): ArchivedFile[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const files: ArchivedFile[] = [];
  let offset = readStart(view, end);
  while (offset + entryLength <= end && view.getUint32(offset, true) === entrySignature) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) =>
      view.getUint16(offset + place, true),
    ) as [number, number, number];
    const begin = offset;
    offset += entryLength + nameLength + extraLength + commentLength;
    const name = new TextDecoder().decode(archive.subarray(begin + entryLength, begin + entryLength + nameLength));
    files.push({ name, size: readSize(view, begin), begin, end: offset });
  }
  return files;
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
