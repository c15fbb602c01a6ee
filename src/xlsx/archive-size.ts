// Adds up what the files of a ZIP archive say they hold, so that an archive that expands too far is refused unopened.

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
// Fixed lengths of the two records, without names and comments.
const endLength = 22;
const entryLength = 46;
const maxCommentLength = 0xffff;

/**
 * The uncompressed bytes that the archive's directory declares, and the largest of its files; null without a directory.
 *
 * A file that holds more than it declares is cut there by the library that reads it.
 */
export function readDeclaredSize(archive: Uint8Array): { readonly all: number; readonly largest: number } | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  let offset = view.getUint32(end + 16, true);
  let all = 0;
  let largest = 0;
  while (offset + entryLength <= end && view.getUint32(offset, true) === entrySignature) {
    const size = view.getUint32(offset + 24, true);
    all += size;
    largest = Math.max(largest, size);
    const variable = [28, 30, 32].reduce((sum, place) => sum + view.getUint16(offset + place, true), 0);
    offset += entryLength + variable;
  }
  return { all, largest };
}

// The record at the end, behind which only a comment may stand.
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - endLength - maxCommentLength);
  for (let offset = view.byteLength - endLength; offset >= first; offset -= 1)
    if (view.getUint32(offset, true) === endSignature) return offset;
  return null;
}
