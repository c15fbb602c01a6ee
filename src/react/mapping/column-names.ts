// What each column of a file is called on the screen: its header, told apart where headers repeat or are empty.
import type { CsvTable } from "../../csv/table.ts";
import type { Format } from "../messages/format.ts";
import type { Messages } from "../messages/messages.ts";

export function toColumnNames({ headers }: CsvTable, { mapping }: Messages, format: Format): string[] {
  const counts = new Map<string, number>();
  for (const header of headers) counts.set(header, (counts.get(header) ?? 0) + 1);
  return headers.map((header, index) => {
    if (header.trim() === "") return mapping.unnamedColumn(index + 1, format);
    return counts.get(header) === 1 ? header : mapping.repeatedColumn(header, index + 1, format);
  });
}
