// Writes ZIP archives in the forms that programs use: compressed, with sizes behind the content, and with 64-bit sizes.
import { crc32, deflateRawSync } from "node:zlib";
import type { ZipEntry } from "../../demo/samples/zip.ts";

export interface ZipForm {
  /** Sizes stand behind the content, as programs write them that do not know them before. */
  readonly isStreamed?: boolean;
  /** Sizes of 64 bits, in every record. */
  readonly isZip64?: boolean;
  /** The place of the directory, too, stands only in 64 bits. */
  readonly isZip64End?: boolean;
  /** A byte order mark in front of each part. */
  readonly hasMark?: boolean;
}

const unknown = 0xffffffff;

/** A compressed archive of these files. */
export function toDeflatedZip(entries: readonly ZipEntry[], form: ZipForm = {}): Uint8Array {
  const { isStreamed = false, isZip64 = false, isZip64End = false, hasMark = false } = form;
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const content = Buffer.from(hasMark ? `\uFEFF${text}` : text);
    const packed = deflateRawSync(content);
    const facts = { path, crc: crc32(content), packed: packed.length, size: content.length, isZip64 };
    const flags = isStreamed ? 8 : 0;
    const sizes = isStreamed ? { ...facts, crc: 0, packed: 0, size: 0, isZip64: false } : facts;
    const behind = isStreamed ? longs(0x08074b50, facts.crc, facts.packed, facts.size) : Buffer.alloc(0);
    const extra = toExtra(sizes);
    const local = [longs(0x04034b50), shorts(20, flags, 8, 0, 33), toSizes(sizes), shorts(path.length, extra.length)];
    const whole = Buffer.concat([...local, Buffer.from(path), extra, packed, behind]);
    const centralExtra = toExtra(facts);
    directory.push(
      longs(0x02014b50),
      shorts(45, 20, flags, 8, 0, 33),
      toSizes(facts),
      shorts(path.length, centralExtra.length, 0, 0, 0),
      longs(0, offset),
      Buffer.from(path),
      centralExtra,
    );
    parts.push(whole);
    offset += whole.length;
  }
  const central = Buffer.concat(directory);
  const count = entries.length;
  const end = [
    ...(isZip64 ? toZip64End(count, central.length, offset) : []),
    longs(0x06054b50),
    shorts(0, 0, count, count),
    isZip64End ? longs(unknown, unknown) : longs(central.length, offset),
    shorts(0),
  ];
  return new Uint8Array(Buffer.concat([...parts, central, ...end]));
}

interface Sizes {
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly isZip64: boolean;
}

function toSizes({ crc, packed, size, isZip64 }: Sizes): Buffer {
  return isZip64 ? longs(crc, unknown, unknown) : longs(crc, packed, size);
}

function toExtra({ packed, size, isZip64 }: Sizes): Buffer {
  return isZip64 ? Buffer.concat([shorts(1, 16), longs(size, 0, packed, 0)]) : Buffer.alloc(0);
}

function toZip64End(count: number, size: number, offset: number): Buffer[] {
  return [
    longs(0x06064b50, 44, 0),
    shorts(45, 45),
    longs(0, 0, count, 0, count, 0, size, 0, offset, 0),
    longs(0x07064b50, 0, offset + size, 0, 1),
  ];
}

function longs(...values: number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer);
}

function shorts(...values: number[]): Buffer {
  return Buffer.from(Uint16Array.from(values).buffer);
}
