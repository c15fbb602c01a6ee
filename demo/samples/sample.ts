// Defines a sample file: a name, a description, and bytes that are always the same.

/** A file to try the card with. */
export interface Sample {
  readonly fileName: string;
  /** A short description. */
  readonly shows: string;
  readonly mediaType: string;
  /** The content; created on demand, as the large sample takes some milliseconds. */
  readonly toBytes: () => Uint8Array<ArrayBuffer>;
}

/** The sample as a file, as if a person had chosen it. */
export function toFile(sample: Sample): File {
  return new File([sample.toBytes()], sample.fileName, { type: sample.mediaType });
}

/** UTF-8, optionally with a byte order mark. */
export function toUtf8(text: string, { mark = false } = {}): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(mark ? `\uFEFF${text}` : text);
}

/** Windows-1252, as Excel in Western Europe saves CSV: one byte per character. */
export function toWindows1252(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => (character === "€" ? 0x80 : character.charCodeAt(0)));
}
