// Reads names of columns as they were before an export damaged them, such as "PrÃ©nom" or "Pr&eacute;nom".
import type { FileNotice } from "../table.ts";
import { repairMojibake } from "./encodings/encoding-notices.ts";
import { decoders } from "./escaped-texts.ts";

// Most names hold none of the signs that all damaged ones do.
const mayBeDamaged = /[^\u0000-\u007F]|[&%\\=]|^\s*b['"]/;
// Encoded once more by each of several programs.
const maxTimes = 3;

/** The name without damage; the same text where it has none, however unusual it is. */
export function decodeHeader(header: string): string {
  let decoded = header;
  for (let time = 0; time < maxTimes && mayBeDamaged.test(decoded); time++) {
    const before = decoded;
    decoded = decoders.codes(decoders.bytes(decoders.entities(repairMojibake(before))));
    if (decoded === before) break;
  }
  return decoded;
}

/** The notice about names that were damaged; null where none was. */
export function decodedHeadersNotice(written: readonly string[]): FileNotice | null {
  const headers = written.flatMap((header, column) => {
    const read = decodeHeader(header);
    return read === header ? [] : [{ column, written: header, read }];
  });
  return headers.length === 0 ? null : { code: "headers_decoded", headers };
}

/** The headers as written in the file, which downloads keep. */
export function writtenHeaders(headers: readonly string[], notices: readonly FileNotice[]): readonly string[] {
  const decoded = notices.find((notice) => notice.code === "headers_decoded");
  return headers.map((header, column) => decoded?.headers.find((one) => one.column === column)?.written ?? header);
}
