// Builds an archive that is small, and expands to far more.
import { deflateRawSync } from "node:zlib";
import { toWorkbookBytes } from "./workbook.ts";

/** A workbook whose first sheet expands to this many bytes of nothing, from a few kilobytes. */
export function toZipBomb(bytes: number, declared = bytes): Uint8Array {
  const plain = toWorkbookBytes({ sheets: [{ rows: [["user_id", "email"]] }] });
  const name = "xl/worksheets/bomb.xml";
  const content = deflateRawSync(Buffer.alloc(bytes, 32), { level: 9 });
  return withDeflatedEntry(plain, name, content, declared);
}

// Puts one more entry into an archive, in front of its directory.
function withDeflatedEntry(archive: Uint8Array, name: string, content: Uint8Array, declared: number): Uint8Array {
  const end = archive.length - 22;
  const view = new DataView(archive.buffer);
  const start = view.getUint32(end + 16, true);
  const head = (signature: number, length: number, versions: number) => {
    const bytes = Buffer.alloc(length);
    bytes.writeUInt32LE(signature, 0);
    bytes.writeUInt16LE(20, 4);
    const offset = versions === 2 ? 2 : 0;
    if (offset) bytes.writeUInt16LE(20, 6);
    bytes.writeUInt16LE(8, 8 + offset);
    bytes.writeUInt32LE(content.length, 18 + offset);
    bytes.writeUInt32LE(declared, 22 + offset);
    bytes.writeUInt16LE(name.length, 26 + offset);
    return bytes;
  };
  const local = Buffer.concat([head(0x04034b50, 30, 1), Buffer.from(name), content]);
  const central = head(0x02014b50, 46, 2);
  central.writeUInt32LE(start, 42);
  const directory = Buffer.concat([archive.subarray(start, end), central, Buffer.from(name)]);
  const last = Buffer.from(archive.subarray(end));
  last.writeUInt16LE(last.readUInt16LE(8) + 1, 8);
  last.writeUInt16LE(last.readUInt16LE(10) + 1, 10);
  last.writeUInt32LE(directory.length, 12);
  last.writeUInt32LE(start + local.length, 16);
  return new Uint8Array(Buffer.concat([archive.subarray(0, start), local, directory, last]));
}
