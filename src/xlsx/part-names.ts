// Gives the parts of a workbook the names under which the library looks for them, where a program wrote them otherwise.
import { type ArchivedFile, entryLength } from "./archive-directory.ts";

/**
 * The archive, with a second record in its directory for each part whose name has backslashes, a slash in front, or other capital
 * letters than usual: `xl\workbook.xml`, `/xl/styles.xml`, `xl/SharedStrings.xml`. Excel reads all of these.
 */
export function addUsualNames(archive: Uint8Array, files: readonly ArchivedFile[]): Uint8Array {
  const known = new Set(files.map(({ name }) => name));
  const added: Uint8Array[] = [];
  for (const file of files) {
    const name = toUsualName(file.name);
    if (known.has(name)) continue;
    known.add(name);
    added.push(toRenamedRecord(archive, file, name));
  }
  return added.length === 0 ? archive : withRecords(archive, files, added);
}

const parts = /^(?:\[content_types\]\.xml|_rels\/|xl\/(?:workbook|styles|sharedstrings|_rels\/|worksheets\/))/i;

function toUsualName(name: string): string {
  const path = name.replaceAll("\\", "/").replace(/^\/+/, "");
  if (!parts.test(path)) return path;
  return path.toLowerCase().replace("[content_types]", "[Content_Types]").replace("sharedstrings", "sharedStrings");
}

// The length of the name stands at 28, the name behind the fixed part.
function toRenamedRecord(archive: Uint8Array, { begin, end }: ArchivedFile, name: string): Uint8Array {
  const record = archive.subarray(begin, end);
  const nameEnd = entryLength + new DataView(archive.buffer, archive.byteOffset + begin).getUint16(28, true);
  const bytes = new TextEncoder().encode(name);
  const renamed = join([record.subarray(0, entryLength), bytes, record.subarray(nameEnd)]);
  new DataView(renamed.buffer).setUint16(28, bytes.length, true);
  return renamed;
}

// A new directory in place of the old one and of all that stands behind it.
function withRecords(archive: Uint8Array, files: readonly ArchivedFile[], added: readonly Uint8Array[]): Uint8Array {
  const start = files[0]?.begin ?? 0;
  const records = [...files.map(({ begin, end }) => archive.subarray(begin, end)), ...added];
  const length = records.reduce((sum, record) => sum + record.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, records.length, true);
  end.setUint16(10, records.length, true);
  end.setUint32(12, length, true);
  end.setUint32(16, start, true);
  return join([archive.subarray(0, start), ...records, new Uint8Array(end.buffer)]);
}

function join(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
