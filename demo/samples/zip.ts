// Writes ZIP archives without compression, enough for the workbook sample to be a real .xlsx.

/** One file of an archive. */
export interface ZipEntry {
  readonly path: string;
  readonly text: string;
}

// 1 January 1980, midnight: the earliest date of the format, so that the bytes never change.
const dosDate = (1 << 5) | 1;

/** An archive of these files, uncompressed. */
export function toZip(entries: readonly ZipEntry[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const name = new TextEncoder().encode(path);
    const content = new TextEncoder().encode(text);
    const facts = [20, 0, 0, 0, dosDate];
    const sizes = [crc32(content), content.length, content.length];
    const local = [...record([0x04034b50], facts, sizes, [name.length, 0]), ...name];
    const central = [
      record([0x02014b50], [20, ...facts], sizes, [name.length, 0, 0, 0, 0]),
      record([0, offset], [], []),
    ];
    directory.push(Uint8Array.from([...central.flat(), ...name]));
    parts.push(Uint8Array.from(local), content);
    offset += local.length + content.length;
  }
  const size = length(directory);
  const end = [...record([0x06054b50], [0, 0, entries.length, entries.length], [size, offset]), 0, 0];
  return join([...parts, ...directory, Uint8Array.from(end)]);
}

// Writes numbers of four, two, four and two bytes, little-endian: a layout that all records of the format share.
function record(longs: number[], shorts: number[], moreLongs: number[], moreShorts: number[] = []): number[] {
  return [
    ...longs.flatMap((value) => bytes(value, 4)),
    ...shorts.flatMap((value) => bytes(value, 2)),
    ...moreLongs.flatMap((value) => bytes(value, 4)),
    ...moreShorts.flatMap((value) => bytes(value, 2)),
  ];
}

function bytes(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (value >>> (8 * index)) & 0xff);
}

function crc32(content: Uint8Array): number {
  let crc = -1;
  for (const byte of content) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length(parts));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function length(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0);
}
